import Canvas

/// Lays a page out in a size and draws it: chrome round it, widgets in it, scrolled to the focus.
package struct PageLayout: Sendable {
  /// The least size in which a page is drawn at all.
  package static let leastSize = Size(width: 40, height: 10)

  private var page: Page
  private let size: Size
  private let body: Area
  /// Rows of each widget.
  private let heights: [Int]
  /// Rows of the part that scrolls: the widgets, and the footer where it has no room of its own.
  private let virtualHeight: Int
  /// Rows that the scrolling part has on the screen.
  private let scrollHeight: Int
  /// Rows of the footer.
  private let footerHeight: Int
  /// Whether the footer stays at the lower end while the rest scrolls.
  private let isFooterPinned: Bool

  /// Lays a page out; O(widgets).
  package init(_ page: Page, size: Size) {
    self.page = page
    self.size = size
    let showsSteps = page.stepBar != nil && size.height >= 18
    let top = showsSteps ? (page.dialogTitle == nil ? 4 : 3) : 2
    let bottom = size.height - (size.height >= 14 ? 3 : 2)
    let frameWidth = page.dialogTitle == nil ? 2 : 4
    let boxRows = page.dialogTitle == nil ? 0 : 1
    body = Area(
      row: top + boxRows, column: frameWidth, width: size.width - 2 * frameWidth,
      height: max(1, bottom - top - 2 * boxRows))
    let width = body.width
    footerHeight = page.footer.reduce(0) { $0 + $1.height(width: width) }
    isFooterPinned = body.height - footerHeight >= 4
    scrollHeight = isFooterPinned ? body.height - footerHeight : body.height
    var heights = page.widgets.map { $0.height(width: width) }
    let content = heights.reduce(0, +) + (isFooterPinned ? 0 : footerHeight)
    let spare = scrollHeight - content
    let flexible = page.widgets.indices.filter { page.widgets[$0].isFlexible }
    if spare > 0 {
      for (order, index) in flexible.enumerated() {
        heights[index] += spare / flexible.count + (order < spare % flexible.count ? 1 : 0)
      }
    }
    self.heights = heights
    virtualHeight = max(scrollHeight, content)
  }

  /// The rows that a table or a reader with this id shows; 0 when the page has none such.
  package func visibleRows(_ id: String) -> Int {
    for (widget, height) in zip(page.widgets, heights) {
      if let table = widget as? Table, table.id == id {
        return min(table.visibleRows(height: height), body.height)
      }
      if let reader = widget as? Reader, reader.id == id { return min(height, body.height) }
    }
    return 0
  }

  /// How many lines a reader has at this width; 0 when the page has none such.
  package func lines(ofReader id: String) -> Int {
    for case let reader as Reader in page.widgets where reader.id == id {
      return reader.lineCount(width: body.width)
    }
    return 0
  }

  /// A scroll turned on by most of a screen, held within what there is to see from the focus.
  package func turned(_ scroll: Int, by direction: Int, focus: String) -> Int {
    let wanted = offset(of: drawn(DrawingContext(focus: focus)).cursor)
    let step = max(1, scrollHeight - 2)
    return min(max(-wanted, scroll + direction * step), virtualHeight - scrollHeight - wanted)
  }

  /// Draws the page with other words round it than it was laid out with; widgets, footer, step bar
  /// and title are the same.
  package func draw(_ dressed: Page, focus: String, look: Look, scroll: Int = 0) -> Frame {
    var layout = self
    layout.page = dressed
    return layout.draw(focus: focus, look: look, scroll: scroll)
  }

  /// Draws the page; `scroll` rows further down or up than the focus asks for.
  package func draw(focus: String, look: Look, scroll: Int = 0) -> Frame {
    var frame = Frame(size: size)
    let context = DrawingContext(focus: focus, look: look)
    drawTop(on: &frame)
    drawBody(on: &frame, context, scroll: scroll)
    drawBottom(on: &frame)
    return look.isASCII ? frame.transliterated() : frame
  }

  private var showsSteps: Bool { page.stepBar != nil && size.height >= 18 }

  private func drawTop(on frame: inout Frame) {
    let right = Width.clipped(page.barRight, to: max(0, size.width - 2))
    let room = max(0, size.width - 3 - Width.of(right))
    frame.put(
      Width.clipped(page.barLeft, to: room), row: 0, column: 1, limit: room, style: .bar)
    frame.put(right, row: 0, column: size.width - 1 - Width.of(right), style: .bar)
    frame.nodes.append(
      Node(
        role: .bar, name: page.barLeft, value: page.barRight,
        area: Area(row: 0, column: 0, width: size.width, height: 1)))
    if showsSteps, let stepBar = page.stepBar { stepBar.draw(on: &frame, row: 1) }
    if page.dialogTitle == nil {
      frame.fill(
        Area(row: showsSteps ? 3 : 1, column: 0, width: size.width, height: 1), with: "─",
        style: .border)
    }
  }

  private func drawBody(on frame: inout Frame, _ context: DrawingContext, scroll: Int) {
    if let title = page.dialogTitle { drawBox(title, on: &frame) }
    let scrolled = drawn(context)
    let wanted = offset(of: scrolled.cursor)
    let offset = max(0, min(wanted + scroll, virtualHeight - scrollHeight))
    show(scrolled, from: offset, height: scrollHeight, at: body.top, on: &frame)
    if offset > 0 { frame.put("↑", row: body.top, column: body.right, style: .key) }
    if offset + scrollHeight < virtualHeight {
      frame.put("↓", row: body.top + scrollHeight - 1, column: body.right, style: .key)
    }
    guard isFooterPinned, footerHeight > 0 else { return }
    var pinned = Frame(size: Size(width: body.width, height: footerHeight))
    pinned.cursor = nil
    draw(page.footer, on: &pinned, from: 0, context)
    show(pinned, from: 0, height: footerHeight, at: body.bottom - footerHeight, on: &frame)
  }

  /// The first row to show of what scrolls, so that the focus is seen.
  private func offset(of cursor: Point?) -> Int {
    // Two rows of the page stay visible under the focus, so that a message below a field is seen.
    max(0, min((cursor?.row ?? 0) - scrollHeight + 3, virtualHeight - scrollHeight))
  }

  /// What scrolls, drawn whole.
  private func drawn(_ context: DrawingContext) -> Frame {
    var scrolled = Frame(size: Size(width: body.width, height: virtualHeight))
    scrolled.cursor = nil
    var row = 0
    for (widget, height) in zip(page.widgets, heights) {
      widget.draw(
        on: &scrolled, in: Area(row: row, column: 0, width: body.width, height: height), context)
      row += height
    }
    if !isFooterPinned {
      draw(page.footer, on: &scrolled, from: virtualHeight - footerHeight, context)
    }
    return scrolled
  }

  private func draw(
    _ widgets: [any Widget], on frame: inout Frame, from top: Int, _ context: DrawingContext
  ) {
    var row = top
    for widget in widgets {
      let height = widget.height(width: body.width)
      widget.draw(
        on: &frame, in: Area(row: row, column: 0, width: body.width, height: height), context)
      row += height
    }
  }

  /// Copies a part of a drawn page to its place, with its nodes and its cursor.
  private func show(
    _ source: Frame, from offset: Int, height: Int, at row: Int, on frame: inout Frame
  ) {
    frame.copy(
      source, from: Area(row: offset, column: 0, width: body.width, height: height),
      to: Point(row: row, column: body.left))
    frame.nodes += source.nodes.map { node in
      var moved = node
      moved.area.origin.row += row - offset
      moved.area.origin.column += body.left
      return moved
    }
    guard let cursor = source.cursor else { return }
    frame.cursor = Point(
      row: min(max(row, cursor.row - offset + row), row + height - 1, size.height - 1),
      column: min(cursor.column + body.left, size.width - 1))
  }

  private func drawBox(_ title: String, on frame: inout Frame) {
    let box = Area(row: body.top - 1, column: 2, width: size.width - 4, height: body.height + 2)
    frame.fill(
      Area(row: box.top, column: box.left, width: box.width, height: 1), with: "═", style: .border)
    frame.fill(
      Area(row: box.bottom - 1, column: box.left, width: box.width, height: 1), with: "═",
      style: .border)
    for row in box.top + 1..<max(box.top + 1, box.bottom - 1) {
      frame.put("║", row: row, column: box.left, style: .border)
      frame.put("║", row: row, column: box.right - 1, style: .border)
    }
    frame.put("╔", row: box.top, column: box.left, style: .border)
    frame.put("╗", row: box.top, column: box.right - 1, style: .border)
    frame.put("╚", row: box.bottom - 1, column: box.left, style: .border)
    frame.put("╝", row: box.bottom - 1, column: box.right - 1, style: .border)
    let shown = Width.clipped(title, to: max(0, box.width - 16))
    frame.put(" \(shown) ", row: box.top, column: box.left + 2, style: .heading)
    frame.put(" × Esc ", row: box.top, column: box.right - 10, style: .key)
    frame.nodes.append(
      Node(
        role: .title, name: title,
        area: Area(row: box.top, column: box.left, width: box.width, height: 1)))
  }

  private func drawBottom(on frame: inout Frame) {
    let keysRow = size.height - 1
    if size.height >= 14 {
      frame.fill(
        Area(row: size.height - 3, column: 0, width: size.width, height: 1), with: "─",
        style: .border)
    }
    let style: Style =
      switch page.hintKind {
      case .hint: .plain
      case .done: .proven
      case .problem: .error
      }
    // A long message takes the row above, which is a line only, until the next key; where that is not
    // enough, or there is none, the row of the keys, so that nothing is cut.
    let room = max(0, size.width - 4)
    let lines = Width.wrapped(page.hint, to: max(1, room))
    let isMessage = page.hintKind != .hint && lines.count > 1
    let hasLine = size.height >= 14
    let isLong = isMessage && lines.count > (hasLine ? 2 : 1)
    var told = Area(row: size.height - 2, column: 0, width: size.width, height: 1)
    if isMessage {
      let top = size.height - (hasLine ? 3 : 2)
      if hasLine {
        let row = Area(row: top, column: 0, width: size.width, height: 1)
        frame.fill(row, with: " ", style: .plain)
      }
      let rows = (isLong ? keysRow : keysRow - 1) - top + 1
      told = Area(row: top, column: 0, width: size.width, height: rows)
      for (place, line) in lines.prefix(rows).enumerated() {
        let isLast = place == rows - 1
        let text = isLast ? lines[place...].joined(separator: " ") : line
        frame.put(Width.clipped(text, to: room), row: top + place, column: 2, style: style)
      }
    } else {
      frame.put(Width.clipped(page.hint, to: room), row: size.height - 2, column: 2, style: style)
    }
    frame.nodes.append(
      Node(
        role: page.hintKind == .hint ? .hint : .message, name: page.hint,
        parts: page.hintSubject.isEmpty ? [] : [page.hintSubject], area: told))
    var column = 2
    for hint in isLong ? [] : page.keys {
      let width = Width.of(hint.key) + 1 + Width.of(hint.label)
      guard column + width <= size.width - 1 else { break }
      column += frame.put(hint.key, row: keysRow, column: column, style: .key) + 1
      column += frame.put(hint.label, row: keysRow, column: column, style: .plain) + 3
    }
    frame.nodes.append(
      Node(
        role: .keys, name: page.keys.map { "\($0.key) \($0.label)" }.joined(separator: ", "),
        area: Area(row: keysRow, column: 0, width: size.width, height: 1)))
  }
}
