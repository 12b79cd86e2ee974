import Canvas

/// What the next line of input answers, when it is no command.
enum Question {
  /// The text of a field.
  case field(Node)
  /// The lines of an editor, those that were typed so far with it.
  case editor(Node, lines: [String])
  /// One of a choice's values.
  case choice(Node)

  /// The question that goes with a thing; nil for a thing that is not filled in.
  init?(_ node: Node) {
    switch node.role {
    case .field: self = .field(node)
    case .editor: self = .editor(node, lines: [])
    case .choice: self = .choice(node)
    default: return nil
    }
  }

  /// What is asked for.
  var node: Node {
    switch self {
    case .field(let node), .editor(let node, _), .choice(let node): node
    }
  }
}
