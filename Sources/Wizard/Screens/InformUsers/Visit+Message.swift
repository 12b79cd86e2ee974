import Migration

extension Visit {
  /// The message that a visit is about, and of whom or in which language; nil where it is about none.
  var message: (kind: MessageKind, of: Substring)? {
    let parts = argument.split(separator: "/")
    guard parts.count == 2, let kind = MessageKind(name: parts[0]) else { return nil }
    return (kind, parts[1])
  }
}
