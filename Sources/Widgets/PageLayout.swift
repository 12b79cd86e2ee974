import Canvas

/// Lays a page out in a size and draws it: chrome round it, widgets in it, scrolled to the focus.
package struct PageLayout: Sendable {
  /// The least size in which a page is drawn at all.
  package static let leastSize = Size(width: 40, height: 10)

  private let page: Page
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
    var sheet = Sheet()
    drawScrolled(DrawingContext(focus: focus), on: &sheet)
    let wanted = offset(of: sheet.cursor)
    let step = max(1, scrollHeight - 2)
    return min(max(-wanted, scroll + direction * step), virtualHeight - scrollHeight - wanted)
  }

  // MARK: Drawing

  /// Draws the page with other words round it than it was laid out with; widgets, footer, step bar
  /// and title are the same. It is shown `scroll` rows further down or up than the focus asks for.
  ///
  /// What stands on the sheets already is not drawn again; the frame is the same on empty ones.
  package func draw(
    _ dressed: Page, focus: String, look: Look, scroll: Int = 0, on sheets: inout Sheets
  ) -> Frame {
    let context = DrawingContext(focus: focus, look: look)
    var frame = Frame(size: size)
    sheets.top.draw(topRows(dressed), width: size.width, context)
    sheets.top.show(at: Point(row: 0, column: 0), on: &frame)
    if let title = page.dialogTitle {
      let area = Area(row: 0, column: 0, width: size.width - 4, height: body.height + 2)
      sheets.box.draw([(DialogBox(title: title), area)], area.size, context)
      sheets.box.show(at: Point(row: body.top - 1, column: 2), on: &frame)
    }
    drawScrolled(context, on: &sheets.scrolled)
    show(sheets.scrolled, scroll: scroll, on: &frame)
    if isFooterPinned, footerHeight > 0 {
      let area = Size(width: body.width, height: footerHeight)
      sheets.footer.draw(footerPlaced(from: 0), area, context)
      sheets.footer.show(
        at: Point(row: body.bottom - footerHeight, column: body.left), on: &frame)
    }
    let bottom = bottomRows(dressed)
    sheets.bottom.draw(bottom, width: size.width, context)
    sheets.bottom.show(
      at: Point(row: size.height - bottom.height(width: size.width), column: 0), on: &frame)
    return look.isASCII ? frame.transliterated() : frame
  }

  private var showsSteps: Bool { page.stepBar != nil && size.height >= 18 }

  private func topRows(_ dressed: Page) -> TopRows {
    TopRows(
      left: dressed.barLeft, right: dressed.barRight,
      steps: showsSteps ? dressed.stepBar : nil, hasRule: page.dialogTitle == nil)
  }

  private func bottomRows(_ dressed: Page) -> BottomRows {
    BottomRows(
      hint: dressed.hint, subject: dressed.hintSubject, kind: dressed.hintKind, keys: dressed.keys,
      hasRule: size.height >= 14)
  }

  /// Shows what of the scrolling part has room on the screen, and where there is more of it.
  private func show(_ scrolled: Sheet, scroll: Int, on frame: inout Frame) {
    let wanted = offset(of: scrolled.cursor)
    let offset = max(0, min(wanted + scroll, virtualHeight - scrollHeight))
    scrolled.show(rows: offset..<offset + scrollHeight, at: body.origin, on: &frame)
    if offset > 0 { frame.put("↑", row: body.top, column: body.right, style: .key) }
    if offset + scrollHeight < virtualHeight {
      frame.put("↓", row: body.top + scrollHeight - 1, column: body.right, style: .key)
    }
  }

  /// The first row to show of what scrolls, so that the focus is seen.
  private func offset(of cursor: Point?) -> Int {
    // Two rows of the page stay visible under the focus, so that a message below a field is seen.
    max(0, min((cursor?.row ?? 0) - scrollHeight + 3, virtualHeight - scrollHeight))
  }

  /// Draws what scrolls, whole.
  private func drawScrolled(_ context: DrawingContext, on sheet: inout Sheet) {
    var placed = placed(page.widgets, heights, from: 0)
    if !isFooterPinned { placed += footerPlaced(from: virtualHeight - footerHeight) }
    sheet.draw(placed, Size(width: body.width, height: virtualHeight), context)
  }

  private func footerPlaced(from top: Int) -> [Sheet.Placed] {
    placed(page.footer, page.footer.map { $0.height(width: body.width) }, from: top)
  }

  private func placed(
    _ widgets: [any Widget], _ heights: [Int], from top: Int
  ) -> [Sheet.Placed] {
    var row = top
    return zip(widgets, heights).map { widget, height in
      defer { row += height }
      return (widget, Area(row: row, column: 0, width: body.width, height: height))
    }
  }
}

/// What a page is drawn on, part by part. It keeps what was drawn, so that the next page draws only what
/// became different.
package struct Sheets: Sendable {
  fileprivate var top = Sheet()
  fileprivate var box = Sheet()
  fileprivate var scrolled = Sheet()
  fileprivate var footer = Sheet()
  fileprivate var bottom = Sheet()

  /// Makes empty ones.
  package init() {}
}
