/// One meaningful thing in a frame, in the order in which a person reads it.
///
/// The nodes give the plain mode its lines, the mouse its targets and the tests their reading order.
package struct Node: Hashable, Sendable {
  /// What kind of thing it is.
  package enum Role: String, Sendable {
    case title, text, field, editor, choice, button, tab, table, row, item, bar, message, hint, keys
  }

  /// What the focus calls it; empty for things that cannot have the focus.
  package var id: String
  /// What kind of thing it is.
  package var role: Role
  /// Its name: the label of a field, the words of a button.
  package var name: String
  /// Its value: the text of a field, the cells of a row; empty where there is none.
  package var value: String
  /// Why it cannot be used now, or what is wrong with it; empty where nothing is.
  package var remark: String
  /// Whether the remark holds the way forward; else it is a warning or a reason.
  package var isError: Bool
  /// What it consists of, as it may be shown: the values of a choice, the lines of an editor, the
  /// column titles of a table, the cells of a row in the order of those titles; of a hint the id of
  /// what it is about, none when it is about the page.
  package var parts: [String]
  /// What could be typed into it while nothing is.
  package var example: String
  /// Whether its value is personal data (already masked when the frame is).
  package var isPersonal: Bool
  /// Whether it is the chosen one of its kind: a tab, a row, a choice.
  package var isChosen: Bool
  /// The cells that it covers.
  package var area: Area

  /// Makes a node.
  package init(
    id: String = "", role: Role, name: String, value: String = "", remark: String = "",
    isError: Bool = false, parts: [String] = [], example: String = "", isPersonal: Bool = false,
    isChosen: Bool = false, area: Area
  ) {
    self.id = id
    self.role = role
    self.name = name
    self.value = value
    self.remark = remark
    self.isError = isError
    self.parts = parts
    self.example = example
    self.isPersonal = isPersonal
    self.isChosen = isChosen
    self.area = area
  }

  /// Whether the focus can stand on it.
  package var isFocusable: Bool { !id.isEmpty }
}
