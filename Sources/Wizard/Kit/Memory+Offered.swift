/// Values of the list that stand in fields until somebody types another one.
///
/// What was put there is remembered beside the field: a page that is opened again shows what the list
/// has by then, and keeps what was typed.
extension Memory {
  /// Puts a value into a field unless somebody typed there.
  mutating func offer(_ id: String, _ text: String) {
    let last = Self.offered(id)
    let isOurs = inputs[id] == nil || inputs[last].map { $0.text == self.text(id) } ?? false
    if isOurs, inputs[id]?.text != text { setText(id, text) }
    setText(last, text)
  }

  /// Puts a value into a choice unless somebody chose there.
  mutating func offer(_ id: String, _ place: Int) {
    let last = Self.offered(id)
    if choices[id] == nil || choices[id] == choices[last] { choices[id] = place }
    choices[last] = place
  }

  /// Whether there is a text in it that somebody typed.
  var hasDraft: Bool {
    editors.contains { !$0.value.isEmpty }
      || inputs.keys.contains { !$0.hasPrefix(Self.mark) && isTyped($0) }
      || choices.keys.contains { choices[Self.offered($0)] != nil && isTyped($0) }
  }

  /// Whether somebody typed in a field or a box, or chose another value than was offered.
  func isTyped(_ id: String) -> Bool {
    if let lines = editors[id] { return !lines.isEmpty }
    if let input = inputs[id] { return input.text != text(Self.offered(id)) }
    return choices[id].map { $0 != choices[Self.offered(id)] ?? 0 } ?? false
  }

  /// Forgets what was done on a page that is opened anew, but for what somebody typed there.
  mutating func begin() {
    if !hasDraft { self = Memory() }
  }

  private static let mark = "offered-"

  private static func offered(_ id: String) -> String { mark + id }
}
