import Widgets

/// Values of the list that stand in fields until somebody types another one.
///
/// What was put there is remembered beside the field: a page that is opened again shows what the list
/// has by then, and keeps what was typed.
extension Memory {
  /// Puts a value into a field unless somebody typed there.
  mutating func offer(_ id: String, _ text: String) {
    let isOurs = inputs[id] == nil || offeredTexts[id].map { $0 == self.text(id) } ?? false
    if isOurs, inputs[id]?.text != text { setText(id, text) }
    offeredTexts[id] = text
  }

  /// Puts a text into a box unless somebody typed there; the cursor stands at its beginning.
  mutating func offerLines(_ id: String, _ text: String) {
    let isOurs = editors[id].map { $0.text == offeredTexts[id] } ?? true
    if isOurs, editors[id]?.text != text { editors[id] = TextLines(text, row: 0, column: 0) }
    offeredTexts[id] = text
  }

  /// Puts a value into a choice unless somebody chose there.
  mutating func offer(_ id: String, _ place: Int) {
    if choices[id] == nil || choices[id] == offeredPlaces[id] { choices[id] = place }
    offeredPlaces[id] = place
  }

  /// Puts a value into a choice, whatever was chosen there: another part of the page says what it is.
  mutating func show(_ id: String, _ place: Int) {
    choices[id] = place
    offeredPlaces[id] = place
  }

  /// Whether there is anything in it that somebody typed.
  var hasDraft: Bool {
    editors.keys.contains { isTyped($0) } || inputs.keys.contains { isTyped($0) }
      || choices.keys.contains { offeredPlaces[$0] != nil && isTyped($0) } || notes.isDraft
  }

  /// Whether somebody typed in a field or a box, or chose another value than was offered.
  func isTyped(_ id: String) -> Bool {
    if let lines = editors[id] { return lines.text != offeredTexts[id] ?? "" }
    if let input = inputs[id] { return input.text != offeredTexts[id] ?? "" }
    return choices[id].map { $0 != offeredPlaces[id] ?? 0 } ?? false
  }

  /// Forgets what was done on a page that is opened anew, but for what somebody typed there.
  mutating func begin() {
    if !hasDraft { self = Memory() }
  }

  /// What of it is kept: what somebody typed or chose, and where the focus and the rows stand; what
  /// the page itself puts into its fields it puts there again.
  var kept: Memory {
    var kept = self
    kept.inputs = inputs.filter { isTyped($0.key) }
    kept.editors = editors.filter { isTyped($0.key) }
    kept.choices = choices.filter { offeredPlaces[$0.key] != $0.value }
    kept.offeredTexts = [:]
    kept.offeredPlaces = [:]
    kept.notes = notes.thatAreKept
    return kept
  }
}
