import Migration
import Widgets

/// Where somebody is, as the flat texts that a session file keeps, and back.
///
/// Names: `visit.<n>` with `screen` or `screen/argument`; `<key>|focus`, `<key>|input.<field>`,
/// `<key>|editor.<id>`, `<key>|choice.<id>`, `<key>|table.<id>`, `<key>|note.<name>`, `<key>|tried` with the key of the
/// visit in front; `review|` begins what is kept of a list that is looked through. An unknown name is
/// passed over, so that older and newer programs can share a file.
package enum PlaceCoding {
  /// The place of a state: the visits but for passing ones (help, go to, leave), and their memories;
  /// in front of them those of screens that were left with something typed, which change seldom.
  package static func place(_ state: State) -> Place {
    var entries: [(name: String, text: String)] = []
    let draft = state.createUsers.review?.draft ?? state.createUsers.reviewDraft
    let visits = state.visits.filter { isKept($0, state) }
    var left: [String] = []
    for (key, memory) in state.memories
    where !visits.contains(where: { $0.key == key }) && memory.hasDraft && isKept(key) {
      left.append(key)
    }
    for key in left.sorted() {
      if let memory = state.memories[key] { add(memory, of: key, to: &entries) }
    }
    if let draft { entries += draft.entries }
    for (number, visit) in visits.enumerated() { entries.append(("visit.\(number)", visit.key)) }
    entries.append(("language", state.languages[state.language].language.code))
    for visit in visits {
      if let memory = state.memories[visit.key] { add(memory, of: visit.key, to: &entries) }
    }
    return Place(entries: entries)
  }

  /// Whether a killed program comes back to a screen as things stand.
  static func isKept(_ visit: Visit, _ state: State) -> Bool {
    let entry = Flow.entry(visit.screen)
    return entry.isKept && entry.screen.canComeBack(state)
  }

  /// Whether a killed program comes back to the screen that has its memory under a key.
  private static func isKept(_ key: String) -> Bool {
    let name = String(key.prefix { $0 != "/" })
    return Flow.contains(name) && Flow.entry(name).isKept
  }

  private static func add(
    _ memory: Memory, of key: String, to entries: inout [(name: String, text: String)]
  ) {
    let memory = memory.kept
    func name(_ kind: String) -> String { key + kind }
    entries.append((name("|focus"), memory.focus))
    let (input, editor) = (name("|input."), name("|editor."))
    for (id, typed) in memory.inputs.sorted(by: { $0.key < $1.key }) {
      entries.append((input + id, String(typed.cursor) + ":" + typed.text))
    }
    for (id, lines) in memory.editors.sorted(by: { $0.key < $1.key }) {
      entries.append((editor + id, "\(lines.row):\(lines.column):\(lines.text)"))
    }
    let (choice, table) = (name("|choice."), name("|table."))
    for (id, chosen) in memory.choices.sorted(by: { $0.key < $1.key }) {
      entries.append((choice + id, String(chosen)))
    }
    for (id, rows) in memory.tables.sorted(by: { $0.key < $1.key }) {
      let turned = rows.isDescending ? 1 : 0
      entries.append((table + id, "\(rows.cursor):\(rows.top):\(rows.column):\(turned)"))
    }
    for (id, text) in memory.notes.kept { entries.append((name("|note.") + id, text)) }
    if memory.hasTried { entries.append((name("|tried"), "")) }
  }

  /// Brings a state back to a place; what the place does not say stays as it is.
  package static func restore(_ place: Place, _ state: inout State) {
    var visits: [Visit] = []
    var isWhole = true
    for (name, text) in place.entries {
      if name.hasPrefix("visit.") {
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        // What stands in front of a screen that is not known here cannot be gone back from.
        isWhole = isWhole && parts.first.map(Flow.contains) ?? false
        if isWhole { visits.append(Visit(parts[0], parts.count > 1 ? parts[1] : "")) }
      } else if name == "language" {
        let known = state.languages.firstIndex { $0.language.code == text }
        if !state.isLanguageChosen, let known { state.language = known }
      } else if name.hasPrefix("review|") {
        ReviewDraft.read(name, text, into: &state.createUsers.reviewDraft)
      } else if let bar = name.lastIndex(of: "|") {
        let key = String(name[..<bar])
        restore(
          String(name[name.index(after: bar)...]), text, of: key,
          into: &state.memories[key, default: Memory()])
      }
    }
    if !visits.isEmpty, state.summary.setup != nil || visits[0].screen == Flow.setUp {
      state.visits = visits
    }
  }

  /// The notes that every page may have.
  private static let notes: [any PageNote.Type] = [
    ListNote.self, RowKindNote.self, FilePicker.Note.self,
  ]

  /// What stood in front of the name of a field or a choice where older programs kept what the page
  /// itself had put there.
  private static let offeredMark = "offered-"

  private static func restore(
    _ name: String, _ text: String, of key: String, into memory: inout Memory
  ) {
    let screen = Flow.screen(String(key.prefix { $0 != "/" }))
    if memory.notes.restore(screen.notes + notes, name, text) { return }
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    let id = parts.count > 1 ? parts[1] : ""
    switch parts.first {
    case "focus": memory.focus = text
    case "tried": memory.hasTried = true
    case "input":
      let values = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard values.count == 2 else { return }
      guard !id.hasPrefix(offeredMark) else {
        memory.offeredTexts[String(id.dropFirst(offeredMark.count))] = String(values[1])
        return
      }
      memory.inputs[id] = TextInput(String(values[1]), cursor: Int(values[0]))
    case "editor":
      let values = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard values.count == 3 else { return }
      memory.editors[id] = TextLines(
        String(values[2]), row: Int(values[0]), column: Int(values[1]))
    case "choice":
      guard !id.hasPrefix(offeredMark) else {
        memory.offeredPlaces[String(id.dropFirst(offeredMark.count))] = Int(text)
        return
      }
      memory.choices[id] = Int(text)
    case "table":
      let values = text.split(separator: ":").compactMap { Int($0) }
      guard values.count == 4 else { return }
      var rows = Memory.Rows()
      rows.cursor = values[0]
      rows.top = values[1]
      rows.column = values[2]
      rows.isDescending = values[3] == 1
      memory.tables[id] = rows
    default: break
    }
  }
}
