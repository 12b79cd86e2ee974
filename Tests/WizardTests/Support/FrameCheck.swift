import Canvas
import Migration
import ScreenTexts
import Widgets
import WizardTesting

@testable import Wizard

/// What is wrong with one frame of one state, in words; empty when all is well.
struct FrameCheck {
  let state: State
  let frame: Frame
  private let page: Page
  private let focus: String
  /// The rows of the frame as text.
  private let rows: [String]
  /// Everything that is seen and heard, line by line.
  private let told: String

  init(_ state: State) {
    self.state = state
    frame = render(state)
    page = Chrome.page(state)
    focus = state.work == nil ? state.memory.focus : "cancel-work"
    rows = frame.rows
    let heard = frame.nodes.flatMap(\.texts)
    told = (rows + heard).joined(separator: "\n")
  }

  /// The lines that have something, of all that is seen and heard.
  private func lines(with isFound: (Substring) -> Bool) -> [Substring] {
    told.split(separator: "\n").filter(isFound)
  }

  private var isWhole: Bool {
    state.size.width >= PageLayout.leastSize.width
      && state.size.height >= PageLayout.leastSize.height
  }

  // MARK: At any size

  /// What holds at any size and in any look.
  func atAnySize() -> [String] {
    var complaints: [String] = []
    if told.utf8.contains(0xAB) {
      complaints += lines { $0.contains("«") }.map { "a text is missing: \($0)" }
    }
    if state.look.isASCII, !told.utf8.allSatisfy({ $0 < 0x80 }) {
      complaints += lines { !$0.utf8.allSatisfy { $0 < 0x80 } }.map { "not ASCII: \($0)" }
    }
    if state.look.isMasked {
      complaints += Personal.all.filter { told.contains($0) }
        .map { "seen while names are hidden: \($0)" }
    }
    if let cursor = frame.cursor {
      if cursor.row < 0 || cursor.row >= frame.size.height || cursor.column < 0
        || cursor.column >= frame.size.width
      {
        complaints.append("the cursor is off the screen: \(cursor)")
      }
    }
    return complaints + (isWhole ? inWholeFrames() : [])
  }

  private func inWholeFrames() -> [String] {
    var complaints: [String] = []
    let number = Flow.entry(state.visit.screen).number
    let bar = frame.nodes.first { $0.role == .bar }?.value ?? ""
    if !bar.split(separator: " ").contains(Substring(number)) {
      complaints.append("no screen number \(number) in \"\(bar)\"")
    }
    if !frame.nodes.contains(where: { $0.role == .title }) { complaints.append("no title") }
    let ids = page.targets.map(\.id)
    let heard = frame.nodes.filter(\.isFocusable).map(\.id)
    if ids != heard { complaints.append("focus order \(ids), but reading order \(heard)") }
    if Set(ids).count != ids.count { complaints.append("an id is there twice: \(ids)") }
    guard !ids.isEmpty else {
      return state.work == nil ? complaints + ["nothing can have the focus"] : complaints
    }
    guard ids.contains(focus) else {
      return complaints + ["the focus \"\(focus)\" is not on the page"]
    }
    if let cursor = frame.cursor, let node = frame.nodes.first(where: { $0.id == focus }) {
      // Turned away to read what stands above or below, the page keeps the cursor at its edge.
      if !node.area.contains(cursor), state.memory.scroll == 0 {
        complaints.append("the cursor \(cursor) is not on \(focus), which is at \(node.area)")
      }
      if cursor.row < 1 || cursor.row >= frame.size.height - 2 {
        complaints.append("the cursor \(cursor) stands outside the page")
      }
    }
    return complaints
  }

  // MARK: At 80x24 and above

  /// What holds where there is room: nothing is cut, and the ways to help and back are named.
  func withRoom() -> [String] {
    guard state.work == nil, !hasLongMessage else { return cuts() }
    var complaints = cuts()
    if page.hint.isEmpty { complaints.append("no hint for \(focus)") }
    let keys = rows[frame.size.height - 1]
    let isTyping = page.targets.first { $0.id == focus }?.takesText ?? false
    for id in [Command.ID.help, .back] {
      guard let key = Command.with(id)?.key(whileTyping: isTyping) else {
        complaints.append("no key for \(id) on \(focus)")
        continue
      }
      let caption = key.caption(Scene(state).words)
      if !keys.split(separator: " ").contains(Substring(caption)) {
        complaints.append("\(caption) for \(id) is not in the last row: \(keys)")
      }
    }
    return complaints
  }

  private func cuts() -> [String] {
    var complaints: [String] = []
    let data = frame.nodes.filter { $0.role == .row }.map(\.area)
    for row in 0..<frame.size.height {
      for column in 0..<frame.size.width where frame[row, column].scalar == "…" {
        if data.contains(where: { $0.contains(Point(row: row, column: column)) }) { continue }
        complaints.append("cut on row \(row + 1): \(rows[row])")
      }
    }
    for node in seenNodes {
      let drawn = squashed(frame.text(in: node.area))
      for part in parts(of: node) where !part.isEmpty && !drawn.contains(squashed(part)) {
        complaints.append("not whole: \(node.role.rawValue) \"\(part)\" in \"\(drawn)\"")
      }
    }
    if body.isEmpty { complaints.append("no lines around the page") }
    return complaints + tables()
  }

  /// In tables only long data may be cut: names, paths, groups.
  private func tables() -> [String] {
    let data: Set<String> = ["files"]
    var complaints: [String] = []
    for widget in page.widgets {
      guard let table = widget as? Table else { continue }
      for node in seenNodes {
        guard let place = node.row?.place, place - 1 >= table.first,
          table.rows.indices.contains(place - 1 - table.first)
        else { continue }
        let drawn = frame.text(in: node.area)
        for (column, item) in zip(table.columns, table.rows[place - 1 - table.first].items) {
          let text = item.drawn
          guard !text.isEmpty, !column.isPersonal, !data.contains(table.id),
            isShown(column, of: table), !given.contains(text)
          else { continue }
          if !drawn.contains(text) {
            complaints.append("cell cut: \"\(text)\" in \"\(drawn)\"")
          }
        }
      }
    }
    return complaints
  }

  /// Whether a column has found room: one that may go is there when its title is.
  private func isShown(_ column: Table.Column, of table: Table) -> Bool {
    guard column.dropOrder > 0, let node = frame.nodes.first(where: { $0.id == table.id }) else {
      return column.dropOrder == 0
    }
    let header = Area(
      row: node.area.top, column: node.area.left, width: node.area.width, height: 1)
    return !column.title.isEmpty && frame.text(in: header).contains(column.title)
  }

  /// Names that people give, and those of products, are data: they may be long.
  private var given: Set<String> {
    let products = state.summary.products.map(\.details.name)
    return Set(
      state.summary.groups.map(\.name) + products + products.map { "! \($0)" }
        + state.retireServers.uses.window.rows.map(\.product))
  }

  /// The rows between the lines that are drawn above and below the page, or the dialog's border.
  private var body: Range<Int> {
    let isBorder: (String) -> Bool = { row in
      let inner = row.filter { $0 != " " }
      guard let first = inner.first, let last = inner.last else { return false }
      let isCorner = "╔╚+".contains(first) && "╗╝+".contains(last)
      return isCorner || inner.count == state.size.width && inner.allSatisfy { "─-".contains($0) }
    }
    let borders = rows.indices.filter { isBorder(rows[$0]) }
    guard let top = borders.first else { return 0..<0 }
    // A message of several lines may stand over the lower line.
    let message = frame.nodes.first { $0.role == .message }?.area.top ?? top + 1
    return (top + 1)..<(borders.dropFirst().first ?? max(top + 1, message))
  }

  /// The nodes that can be seen: those around the page, and those within it that stand wholly in its
  /// rows and under nothing that was drawn after them, as the buttons are over a page that scrolls.
  private var seenNodes: [Node] {
    let body = body
    let around: Set<Node.Role> = [.bar, .hint, .message, .keys]
    return frame.nodes.enumerated().filter { place, node in
      if around.contains(node.role) { return true }
      if node.role == .title, node.name == page.dialogTitle { return true }
      guard node.role != .table, body.contains(node.area.top),
        body.contains(node.area.bottom - 1)
      else { return false }
      return !frame.nodes[(place + 1)...].contains { later in
        later.area.top < node.area.bottom && node.area.top < later.area.bottom
          && later.area.left < node.area.right && node.area.left < later.area.right
      }
    }.map(\.element)
  }

  /// What has to be seen of a node.
  private func parts(of node: Node) -> [String] {
    switch node.role {
    case .row, .table, .commands: []
    case .keys where hasLongMessage: []
    case .bar, .keys: node.name.components(", ") + node.value.components(", ")
    case .choice: [node.name] + node.parts
    case .editor: [node.name]
    case .field: [node.name, node.remark]
    case .item: [node.name] + node.value.components(", ")
    case .button, .tab: [node.name]
    // A long text is read by scrolling.
    case .text where node.isFocusable: []
    // Under a ruler only the words that find room are written; the dates above always are.
    case .text where isMark(node): [node.name]
    case .text, .legend: node.name.components(", ") + node.value.components(", ")
    case .title, .message, .hint: [node.name, node.value]
    }
  }

  /// Whether a message stands where the keys are otherwise, until the next key.
  private var hasLongMessage: Bool {
    page.hintKind != .hint && Width.of(page.hint) > frame.size.width - 4
  }

  private func isMark(_ node: Node) -> Bool {
    page.widgets.contains { widget in
      guard let ruler = widget as? Ruler else { return false }
      return ruler.marks.contains { $0.above == node.name && $0.below == node.value }
    }
  }

  private func squashed(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}

extension Node {
  /// Every text that it says.
  var texts: [String] {
    let table = (table?.columns ?? []).flatMap { [$0.title] + $0.marks }
    let row = (row?.cells ?? []).flatMap { [$0.text] + $0.marks.map(\.words) }
    return [name, value, mark?.words ?? "", heard, remark, example] + parts + table + row
  }
}

extension Mark {
  /// What it means here alone; empty where it means what it means everywhere.
  var words: String {
    if case .words(let words) = meaning { words } else { "" }
  }
}

extension Frame {
  /// The rows as text.
  var rows: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The text in a rectangle, row after row.
  func text(in area: Area) -> String {
    var text = ""
    for row in max(0, area.top)..<max(0, area.top, min(area.bottom, size.height)) {
      for column in max(0, area.left)..<max(0, area.left, min(area.right, size.width)) {
        let cell = self[row, column]
        if cell.isContinuation { continue }
        text.unicodeScalars.append(cell.scalar)
        if cell.mark != "\0" { text.unicodeScalars.append(cell.mark) }
      }
      text += " "
    }
    return text
  }
}

extension String {
  /// The parts between separators.
  fileprivate func components(_ separator: String) -> [String] {
    var parts = [""]
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(separator) {
        parts.append("")
        rest = rest.dropFirst(separator.count)
      } else {
        parts[parts.count - 1].append(rest.removeFirst())
      }
    }
    return parts
  }
}

/// What names of people the situations hold; none of it may be seen while names are hidden.
enum Personal {
  static let all: [String] =
    Fixtures.people.flatMap { [$0.lastName, $0.address, $0.login] }
    + Fixtures.people.map(\.firstName).filter { $0.count > 4 } + [
      "Tjitske", "op den Kamp", "tekenkamer@", "a.jansen@", "Jansen", "b.oud@example.com", "Balk",
      "i.post@", "luna@example.com", "100481",
    ]
}
