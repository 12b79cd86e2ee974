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
    var place = isCutShort ? "" : speech.joined(frame.nodes[0].value)
    page.programme = isCutShort ? "" : speech.joined(frame.nodes[0].name)
    var title: String?
    for node in frame.nodes.dropFirst(isCutShort ? 0 : 1) {
      if node.role == .title, title == nil {
        title = speech.joined(node.name)
        add(speech.marked(speech.joined(node.value)), to: &page)
      } else {
        take(node, &page)
      }
    }
    finishTable(&page)
    page.isMasked = place.contains(words.common("labels.masked"))
    if place.isEmpty { place = page.programme }
    page.heading =
      title.map { words("labels.heading", ["title": $0, "place": place]) } ?? place
    return page
  }

  private func take(_ node: Node, _ page: inout PlainPage) {
    if node.role != .row { finishTable(&page) }
    switch node.role {
    case .title: add(pair(speech.joined(node.name), speech.marked(node.value)), to: &page)
    case .text: text(node, &page)
    case .field: number(node, field(node), &page, isError: node.isError)
    case .editor: number(node, editor(node), &page)
    case .choice:
      let options = words("labels.choices", ["options": node.parts.joined(separator: ", ")])
      number(node, sentences([choice(node), options]), &page)
    case .button: number(node, reasoned(words("labels.button", ["name": node.name]), node), &page)
    case .tab:
      let name = words("labels.tab", ["name": node.name])
      number(node, chosen(name, node.isChosen), &page)
    case .item:
      let parts = [node.name, node.value].filter { !$0.isEmpty }
      number(node, reasoned(parts.joined(separator: ", "), node), &page)
    case .table: table(node, &page)
    case .row: row(node, &page)
    case .bar: if page.isWork { add(pair(node.name, node.value), to: &page) }
    case .hint:
      page.hint = speech.joined(node.name)
      page.hintSubject = node.parts.first ?? ""
    case .message: page.message = node.name
    case .keys: break
    }
  }

  // MARK: Lines

  private func add(_ text: String, to page: inout PlainPage, isError: Bool = false) {
    for line in text.split(whereSeparator: \.isNewline) {
      let shown = PlainText.trimmed(line)
      if !shown.isEmpty { page.lines.append(PlainPage.Line(text: shown, isError: isError)) }
    }
  }

  private func number(
    _ node: Node, _ text: String, _ page: inout PlainPage, isError: Bool = false
  ) {
    page.things.append(node)
    let line = String(text.map { $0.isNewline ? " " : $0 })
    page.lines.append(PlainPage.Line(text: "\(page.things.count). \(line)", isError: isError))
  }

  private func text(_ node: Node, _ page: inout PlainPage) {
    guard !speech.isLegend(node.name) else { return }
    guard node.isFocusable else {
      let value = node.isPersonal ? node.value : speech.marked(node.value)
      return add(pair(speech.marked(speech.joined(node.name)), value), to: &page)
    }
    // The keys of the full screen would only mislead here; what can be typed takes their place.
    let keys = "# \(words.of("help")("labels.keys"))"
    for line in node.name.split(whereSeparator: \.isNewline) {
      guard line != keys else {
        add(words("help"), to: &page)
        add(words("labels.commands"), to: &page)
        for command in CommandWords(words).list { add(command, to: &page) }
        return
      }
      add(String(line.hasPrefix("# ") ? line.dropFirst(2) : line), to: &page)
    }
  }

  private func pair(_ name: String, _ value: String) -> String {
    if name.isEmpty || value.isEmpty { return name + value }
    if name.hasSuffix("?") { return "\(name) \(value)" }
    return words("labels.named", ["name": name, "value": value])
  }

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
    return sentences([pair(node.name, value), example, speech.remark(of: node)])
  }

  /// An editor and how many lines are in it.
  func editor(_ node: Node) -> String {
    guard !node.value.isEmpty else { return pair(node.name, words("values.empty")) }
    return pair(node.name, words("counts.lines", count: node.parts.count))
  }

  /// A choice and its value.
  func choice(_ node: Node) -> String {
    pair(node.name, node.value.isEmpty ? words("values.empty") : node.value)
  }

  /// Parts with a full stop between them; none where a part ends with a mark of its own.
  private func sentences(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.reduce("") { text, part in
      guard let last = text.last else { return part }
      return text + (last == "." || last == "?" || last == "!" ? " " : ". ") + part
    }
  }

  // MARK: Tables

  private func table(_ node: Node, _ page: inout PlainPage) {
    let total = node.value.split(separator: " / ")
    let count = total.count == 2 ? Int(total[1]) : nil
    page.tables.append(PlainPage.Rows(table: node, total: count ?? 0))
    // A rule above the table with its name would say it twice.
    if page.lines.last?.text == node.name { page.lines.removeLast() }
    if count == nil {
      add(pair(node.name, node.value), to: &page)
      return
    }
    // Said again when the rows are known; the place is kept until then.
    page.lines.append(PlainPage.Line(text: ""))
    let titles = node.parts.map(columnTitle).filter { !$0.isEmpty }
    guard !titles.isEmpty else { return }
    add(words("labels.columns", ["names": titles.joined(separator: ", ")]), to: &page)
  }

  private func row(_ node: Node, _ page: inout PlainPage) {
    let titles = page.tables.last?.table.parts ?? []
    page.tables.indices.last.map { page.tables[$0].rows.append(node) }
    var cells: [String] = []
    for (index, cell) in node.parts.enumerated() where !cell.isEmpty {
      let title = titles.indices.contains(index) ? titles[index] : ""
      // A bare number says nothing without the title of its column.
      let isNumber = cell.utf8.allSatisfy { (0x30...0x39).contains($0) }
      cells.append(isNumber && index > 0 ? pair(bare(title), cell) : speech.marked(cell))
    }
    number(node, chosen(cells.joined(separator: ", "), node.isChosen), &page)
  }

  /// Names the rows that were read, in the line that was kept for it.
  private func finishTable(_ page: inout PlainPage) {
    guard let table = page.tables.last, table.total > 0,
      let line = page.lines.firstIndex(where: { $0.text.isEmpty })
    else { return }
    let first = table.rows.first.map(PlainPage.Rows.place) ?? 0
    let last = table.rows.last.map(PlainPage.Rows.place) ?? 0
    let isWhole = !table.hasFurther && !table.hasEarlier
    let rows =
      isWhole
      ? pair(table.table.name, words("counts.rows", count: table.total))
      : words(
        "labels.rows",
        [
          "name": table.table.name, "first": String(first), "last": String(last),
          "total": String(table.total),
        ])
    page.lines[line].text = sentences([
      rows, table.hasFurther ? words("hints.further") : "",
      table.hasEarlier ? words("hints.earlier") : "",
    ])
  }

  private func columnTitle(_ title: String) -> String {
    switch title.last {
    case "↑": words("labels.ascending", ["name": bare(title)])
    case "↓": words("labels.descending", ["name": bare(title)])
    default: title
    }
  }

  private func bare(_ title: String) -> String {
    title.hasSuffix(" ↑") || title.hasSuffix(" ↓") ? String(title.dropLast(2)) : title
  }
}
