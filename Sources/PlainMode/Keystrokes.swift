import Canvas
import Wizard

/// What would have to be clicked and typed in the full screen for what a line asks for.
enum Keystrokes {
  /// Presses a button, opens a line, goes to a tab.
  static func press(_ node: Node) -> [TerminalInput] { [.click(node.area.origin)] }

  /// Opens a row.
  static func open(_ row: Node) -> [TerminalInput] { press(row) + [.key(.enter)] }

  /// Replaces the text of a field, and leaves it so that what is strange about it is told.
  static func replace(_ field: Node, with text: String) -> [TerminalInput] {
    let cleared = press(field) + [.key(.end), .key(.control("u"))]
    return cleared + (text.isEmpty ? [] : [.paste(text)]) + [.key(.tab)]
  }

  /// Replaces the lines of an editor, and leaves it. O(lines that are in it).
  static func replace(_ editor: Node, withLines lines: [String]) -> [TerminalInput] {
    var inputs = press(editor)
    let count = editor.value.isEmpty ? 0 : editor.parts.count
    for _ in 0..<count / 10 + 1 { inputs.append(.key(.pageDown)) }
    inputs.append(.key(.end))
    for _ in 0..<count { inputs += [.key(.control("u")), .key(.backspace)] }
    if !lines.isEmpty { inputs.append(.paste(lines.joined(separator: "\n"))) }
    return inputs + [.key(.tab)]
  }

  /// Chooses one of a choice's values, by its place.
  static func choose(_ place: Int, of choice: Node) -> [TerminalInput] {
    let chosen = choice.parts.indices.filter { choice.parts[$0] == choice.value }
    var inputs = press(choice)
    var from = 0
    if chosen.count == 1, let only = chosen.first {
      from = only
    } else {
      inputs += Array(repeating: .key(.left), count: choice.parts.count)
    }
    let key: Key = place < from ? .left : .right
    return inputs + Array(repeating: .key(key), count: abs(place - from))
  }

  /// Brings the rows behind those that are here.
  static func further(_ rows: PlainPage.Rows) -> [TerminalInput] {
    rows.rows.last.map { press($0) + [.key(.down), .key(.pageDown)] } ?? []
  }

  /// Brings the rows before those that are here.
  static func earlier(_ rows: PlainPage.Rows) -> [TerminalInput] {
    rows.rows.first.map { press($0) + [.key(.up), .key(.pageUp)] } ?? []
  }

  /// Commands that are about the row under the cursor, whichever are chosen.
  private static let worksOnCursor: Set<Command.ID> = [.choose, .open, .edit, .copy]

  /// Gives a command: about a row, or where the focus may stay when no letter would be typed there.
  static func give(_ command: Command, about row: Node?, on page: PlainPage) -> [TerminalInput] {
    if let row {
      let isAlone = !worksOnCursor.contains(command.id)
      return (isAlone ? [.only(row.area.origin)] : press(row))
        + (command.keys.first.map { [.key($0)] } ?? [])
    }
    if let key = command.key(whileTyping: true) { return [.key(key)] }
    guard let key = command.keys.first else { return [] }
    return wayOutOfText(page) + [.key(key)]
  }

  /// Moves the focus to the rows of a table, or else out of whatever takes letters as text.
  private static func wayOutOfText(_ page: PlainPage) -> [TerminalInput] {
    if let rows = page.tables.first(where: { !$0.rows.isEmpty }) {
      if let cursor = rows.cursor { return press(cursor) }
      let head = rows.table.area.origin
      if !rows.rows.contains(where: { $0.area.contains(head) }) { return [.click(head)] }
    }
    guard let focused = page.focused else { return [] }
    let count = page.stops.count
    let steps = (0..<count).first { step in
      let role = page.stops[(focused + step) % count].role
      return role != .field && role != .editor
    }
    return Array(repeating: .key(.tab), count: steps ?? 0)
  }
}
