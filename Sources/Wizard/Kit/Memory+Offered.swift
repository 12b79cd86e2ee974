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
    if editors.contains(where: { !$0.value.isEmpty }) { return true }
    return inputs.contains { id, input in
      !id.hasPrefix(Self.mark) && !input.text.isEmpty
        && input.text != inputs[Self.offered(id)]?.text
    }
  }

  private static let mark = "offered-"

  private static func offered(_ id: String) -> String { mark + id }
}
