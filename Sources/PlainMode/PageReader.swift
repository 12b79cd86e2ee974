import Canvas
import Wizard

/// Makes lines of a frame's meaningful things, in their reading order.
struct PageReader {
  private let words: Words
  private let speech: Speech

  /// A reader with the words of plain mode.
  init(_ words: Words) {
    self.words = words
    speech = Speech(words: words)
  }

  /// The page of a frame; O(nodes).
  func read(_ frame: Frame) -> PlainPage {
    var page = PlainPage()
    page.subject = frame.subject
    page.language = frame.language
    page.stops = frame.nodes.filter(\.isFocusable)
    page.focused = frame.cursor.flatMap { cursor in
      page.stops.firstIndex { $0.area.contains(cursor) }
    }
    let isCutShort = frame.nodes.first?.role != .bar
    var place = isCutShort ? "" : joined(frame.nodes[0].value)
    page.programme = isCutShort ? "" : joined(frame.nodes[0].name)
    var title: String?
    var nodes = frame.nodes.dropFirst(isCutShort ? 0 : 1)
    while let node = nodes.popFirst() {
      if node.role == .title, title == nil {
        title = joined(node.name)
        add(speech.marked(joined(node.value), node.mark), to: &page)
      } else if node.table != nil {
        let rows = nodes.prefix { $0.row != nil }
        nodes = nodes.dropFirst(rows.count)
        table(PlainPage.Rows(table: node, rows: Array(rows)), title ?? "", &page)
      } else {
        take(node, &page)
      }
    }
    page.isMasked = frame.isMasked
    if place.isEmpty { place = page.programme }
    page.heading =
      title.map { words("labels.heading", ["title": $0, "place": place]) } ?? place
    return page
  }

  private func take(_ node: Node, _ page: inout PlainPage) {
    switch node.role {
    case .title:
      let value = speech.marked(joined(node.value), node.mark)
      add(speech.pair(joined(node.name), value), to: &page)
    case .text: text(node, &page)
    case .field: number(node, field(node), &page, isError: node.isError)
    case .editor: number(node, editor(node), &page)
    case .choice:
      let options = words("labels.choices", ["options": node.parts.joined(separator: ", ")])
      number(node, speech.sentences([choice(node), options]), &page)
    case .button: number(node, reasoned(words("labels.button", ["name": node.name]), node), &page)
    case .tab:
      let name = words("labels.tab", ["name": node.name])
      number(node, chosen(name, node.isChosen), &page)
    case .item:
      let parts = [speech.marked(node.name, node.mark), node.value].filter { !$0.isEmpty }
      number(node, reasoned(parts.joined(separator: ", "), node), &page)
    case .bar: if page.isWork { add(speech.pair(node.name, node.value), to: &page) }
    case .hint:
      page.hint = joined(node.name)
      page.hintSubject = node.parts.first ?? ""
    case .message: page.message = node.name
    case .commands:
      // The keys of the full screen would only mislead here; what can be typed takes their place.
      add(words("help"), to: &page)
      add(words("labels.commands"), to: &page)
      for command in CommandWords(words).list { add(command, to: &page) }
    // A row is read with its table; who reads words needs no legend, and who types lines no keys.
    case .table, .row, .legend, .keys: break
    }
  }

  // MARK: Lines

  private func add(_ text: String, to page: inout PlainPage) {
    for line in text.split(whereSeparator: \.isNewline) {
      let shown = PlainText.trimmed(line)
      if !shown.isEmpty { page.lines.append(PlainPage.Line(text: shown)) }
    }
  }

  private func number(
    _ node: Node, _ text: String, _ page: inout PlainPage, isError: Bool = false,
    table: String? = nil
  ) {
    page.things.append(node)
    let line = String(text.map { $0.isNewline ? " " : $0 })
    page.lines.append(
      PlainPage.Line(text: "\(page.things.count). \(line)", isError: isError, table: table))
  }

  private func text(_ node: Node, _ page: inout PlainPage) {
    if !node.heard.isEmpty { return add(node.heard, to: &page) }
    guard node.parts.isEmpty else {
      for paragraph in node.parts { add(paragraph, to: &page) }
      return
    }
    let value = speech.marked(joined(node.value), node.mark)
    add(speech.pair(joined(node.name), value), to: &page)
  }

  private func table(_ rows: PlainPage.Rows, _ title: String, _ page: inout PlainPage) {
    page.tables.append(rows)
    let reader = TableReader(speech, rows, on: title)
    // A rule above the table with its name would say it twice.
    if page.lines.last?.text == rows.table.name { page.lines.removeLast() }
    let id = rows.table.id
    page.lines.append(PlainPage.Line(text: reader.head, table: id))
    add(reader.header, to: &page)
    for node in rows.rows {
      guard let row = node.row else { continue }
      number(node, chosen(reader.row(row), node.isChosen), &page, table: id)
    }
  }

  /// A text whose parts a page sets apart for the eye, with what sets them apart for the ear.
  private func joined(_ text: String) -> String { Transliteration.spoken(text) }

  private func chosen(_ name: String, _ isChosen: Bool) -> String {
    isChosen ? words("labels.chosen", ["name": name]) : name
  }

  private func reasoned(_ text: String, _ node: Node) -> String {
    node.remark.isEmpty ? text : "\(text), \(words("labels.not-now", ["reason": node.remark]))"
  }

  // MARK: What can be filled in

  /// A field, its text, and what is wrong or strange about it.
  func field(_ node: Node) -> String {
    let value = node.value.isEmpty ? words("values.empty") : node.value
    let example = node.value.isEmpty ? node.example : ""
    return speech.sentences([speech.pair(node.name, value), example, speech.remark(of: node)])
  }

  /// An editor and how many lines are in it.
  func editor(_ node: Node) -> String {
    guard !node.value.isEmpty else { return speech.pair(node.name, words("values.empty")) }
    return speech.pair(node.name, words("counts.lines", count: node.parts.count))
  }

  /// A choice and its value.
  func choice(_ node: Node) -> String {
    speech.pair(node.name, node.value.isEmpty ? words("values.empty") : node.value)
  }
}
