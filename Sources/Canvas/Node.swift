/// One meaningful thing in a frame, in the order in which a person reads it.
///
/// The nodes give the plain mode its lines, the mouse its targets and the tests their reading order.
package struct Node: Hashable, Sendable {
  /// What kind of thing it is.
  package enum Role: String, Sendable {
    case title, text, field, editor, choice, button, tab, table, row, item, bar, message, hint, keys
    /// What marks and bars mean, for who sees them.
    case legend
    /// The keys and what they do, for who presses keys.
    case commands
  }

  /// What the focus calls it; empty for things that cannot have the focus.
  package var id: String
  /// What kind of thing it is.
  package var role: Role
  /// Its name: the label of a field, the words of a button.
  package var name: String
  /// Its value: the text of a field, why a table has no rows; empty where there is none.
  package var value: String
  /// The mark in front of its value, or of its name where it has no value; nil for none.
  package var mark: Mark?
  /// What is heard in place of name and value where those hold what only eyes understand; empty
  /// where they are heard as they stand.
  package var heard: String
  /// Why it cannot be used now, or what is wrong with it; empty where nothing is.
  package var remark: String
  /// Whether the remark holds the way forward; else it is a warning or a reason.
  package var isError: Bool
  /// What it consists of, as it may be shown: the values of a choice, the lines of an editor, the
  /// paragraphs of a long text; of a hint the id of what it is about, none when it is about the page.
  package var parts: [String]
  /// What it is as a table; nil for what is none.
  package var table: Table?
  /// What it is as a row of the table before it; nil for what is none.
  package var row: Row?
  /// What could be typed into it while nothing is.
  package var example: String
  /// Whether its value is personal data; then it is a stand-in where the frame is masked.
  package var isPersonal: Bool
  /// Whether it is the chosen one of its kind: a tab, a row, a choice.
  package var isChosen: Bool
  /// The cells of the frame that it covers.
  package var area: Area

  /// Makes a node.
  package init(
    id: String = "", role: Role, name: String, value: String = "", mark: Mark? = nil,
    heard: String = "", remark: String = "", isError: Bool = false, parts: [String] = [],
    table: Table? = nil, row: Row? = nil, example: String = "", isPersonal: Bool = false,
    isChosen: Bool = false, area: Area
  ) {
    self.id = id
    self.role = role
    self.name = name
    self.value = value
    self.mark = mark
    self.heard = heard
    self.remark = remark
    self.isError = isError
    self.parts = parts
    self.table = table
    self.row = row
    self.example = example
    self.isPersonal = isPersonal
    self.isChosen = isChosen
    self.area = area
  }

  /// Whether the focus can stand on it.
  package var isFocusable: Bool { !id.isEmpty }

  /// All that it says, each text changed.
  func mapTexts(_ change: (String) -> String) -> Node {
    func changed(_ mark: Mark) -> Mark {
      guard case .words(let words) = mark.meaning else { return mark }
      return Mark(mark.sign, .words(change(words)))
    }
    var node = self
    node.name = change(name)
    node.value = change(value)
    node.mark = mark.map(changed)
    node.heard = change(heard)
    node.remark = change(remark)
    node.parts = parts.map(change)
    node.table?.columns = (table?.columns ?? []).map {
      Column(
        change($0.title), order: $0.order, isAmount: $0.isAmount, marks: $0.marks.map(change))
    }
    node.row?.cells = (row?.cells ?? []).map {
      Cell(change($0.text), marks: $0.marks.map(changed))
    }
    node.example = change(example)
    return node
  }
}
