/// One screen as a value: cells, cursor, and the meaningful things in reading order.
///
/// Drawing outside the frame is clipped and never an error.
package struct Frame: Equatable, Sendable {
  /// Columns and rows.
  package let size: Size
  /// The cells row by row; `cells.count == size.width * size.height`.
  package private(set) var cells: [Cell]
  /// Where the terminal's cursor stands; nil only when the frame has no cell.
  package var cursor: Point?
  /// The meaningful things in reading order.
  package var nodes: [Node] = []

  /// Which screen it shows, about what; two frames with one subject show the same screen.
  package var subject = ""
  /// The code of the language of its words (`nl`); empty when not said.
  package var language = ""
  /// Whether names are hidden: what is personal in its nodes is a stand-in.
  package var isMasked = false

  /// Makes an empty frame.
  package init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.width * size.height)
    cursor = size.width > 0 && size.height > 0 ? Point(row: 0, column: 0) : nil
  }

  /// The cell at a place; blank outside the frame.
  package subscript(row: Int, column: Int) -> Cell {
    guard row >= 0, row < size.height, column >= 0, column < size.width else { return .blank }
    return cells[row * size.width + column]
  }

  /// Writes text on one row from a column on, at most `limit` columns, and tells how many it took.
  ///
  /// A cluster becomes its first scalar with at most one combining mark (see `Width`); control
  /// characters become U+FFFD, directional overrides vanish. A wide scalar that does not fit whole
  /// is left out.
  @discardableResult
  package mutating func put(
    _ text: String, row: Int, column: Int, limit: Int = .max, style: Style = .plain
  ) -> Int {
    put(text[...], row: row, column: column, limit: limit, style: style)
  }

  /// Writes a part of a text, as for a whole one.
  @discardableResult
  package mutating func put(
    _ text: Substring, row: Int, column: Int, limit: Int = .max, style: Style = .plain
  ) -> Int {
    if let used = putPlain(text, row: row, column: column, limit: limit, style: style) {
      return used
    }
    var used = 0
    Width.forEachCell(of: text) { scalar, mark, width in
      guard used + width <= limit else { return false }
      set(scalar, mark: mark, width: width, row: row, column: column + used, style: style)
      used += width
      return true
    }
    return used
  }

  /// Writes a text of printable ASCII, which nearly all texts are: no cell of it needs any care. Nil for
  /// any other text.
  private mutating func putPlain(
    _ text: Substring, row: Int, column: Int, limit: Int, style: Style
  ) -> Int? {
    let used: Int?? = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      guard Width.isPrintableASCII(bytes) else { return nil }
      let used = min(bytes.count, max(0, limit))
      let (first, end) = (max(0, column), min(size.width, column + used))
      guard row >= 0, row < size.height, first < end else { return used }
      cut(row: row, columns: first..<end)
      let base = row * size.width
      cells.withUnsafeMutableBufferPointer { cells in
        for place in first..<end {
          cells[base + place] = Cell(Unicode.Scalar(bytes[place - column]), style: style)
        }
      }
      return used
    }
    return used ?? nil
  }

  /// Fills a rectangle with one scalar of width 1.
  package mutating func fill(_ area: Area, with scalar: Unicode.Scalar, style: Style = .plain) {
    let (first, end) = (max(0, area.left), min(area.right, size.width))
    guard first < end else { return }
    let cell = Cell(scalar, style: style)
    for row in max(0, area.top)..<max(0, area.top, min(area.bottom, size.height)) {
      cut(row: row, columns: first..<end)
      let base = row * size.width
      cells.withUnsafeMutableBufferPointer { cells in
        for index in base + first..<base + end { cells[index] = cell }
      }
    }
  }

  /// Blanks the halves of wide scalars that stay when some columns of a row are written over.
  private mutating func cut(row: Int, columns: Range<Int>) {
    let base = row * size.width
    let (first, behind) = (base + columns.lowerBound, base + columns.upperBound)
    if columns.lowerBound > 0, cells[first].isContinuation { blank(first - 1) }
    if columns.upperBound < size.width, cells[behind].isContinuation {
      cells[behind].scalar = " "
    }
  }

  /// Gives the cells of a rectangle another meaning and leaves their scalars.
  package mutating func restyle(_ area: Area, _ style: Style) {
    for row in max(0, area.top)..<max(0, area.top, min(area.bottom, size.height)) {
      for column in max(0, area.left)..<max(0, area.left, min(area.right, size.width)) {
        cells[row * size.width + column].style = style
      }
    }
  }

  /// Copies a part of another frame, and leaves the nodes to the caller.
  package mutating func copy(_ source: Frame, from area: Area, to origin: Point) {
    let columns =
      max(0, -origin.column)..<max(0, -origin.column, min(area.width, size.width - origin.column))
    for row in 0..<area.height where (0..<size.height).contains(origin.row + row) {
      copyCells(
        source, from: Point(row: area.top + row, column: area.left + columns.lowerBound),
        count: columns.count,
        to: (origin.row + row) * size.width + origin.column + columns.lowerBound)
      blankHalves(row: origin.row + row, column: max(0, origin.column))
      blankHalves(row: origin.row + row, column: min(size.width, origin.column + area.width))
    }
  }

  /// Copies cells of one row of another frame, blank ones where it ends, to a place among the cells.
  private mutating func copyCells(_ source: Frame, from: Point, count: Int, to target: Int) {
    let isInside =
      from.row >= 0 && from.row < source.size.height && from.column >= 0
      && from.column + count <= source.size.width
    guard isInside else {
      for column in 0..<count {
        cells[target + column] = source[from.row, from.column + column]
      }
      return
    }
    let start = from.row * source.size.width + from.column
    cells.withUnsafeMutableBufferPointer { own in
      source.cells.withUnsafeBufferPointer { other in
        guard let target = own.baseAddress?.advanced(by: target),
          let start = other.baseAddress?.advanced(by: start)
        else { return }
        target.update(from: start, count: count)
      }
    }
  }

  /// Replaces every cell by what `change` makes of it; used for the ASCII look.
  package mutating func mapCells(_ change: (Cell) -> Cell) {
    for index in cells.indices { cells[index] = change(cells[index]) }
  }

  /// Sets one cell (two for a wide scalar), and blanks halves of wide scalars that it cuts.
  private mutating func set(
    _ scalar: Unicode.Scalar, mark: Unicode.Scalar, width: Int, row: Int, column: Int, style: Style
  ) {
    guard row >= 0, row < size.height, column >= 0, column + width <= size.width, width > 0 else {
      return
    }
    let index = row * size.width + column
    if cells[index].isContinuation, column > 0 { blank(index - 1) }
    let behind = index + width
    if column + width < size.width, cells[behind].isContinuation { cells[behind].scalar = " " }
    cells[index] = Cell(scalar, mark: mark, style: style)
    if width == 2 { cells[index + 1] = Cell("\0", style: style) }
  }

  /// Blanks halves of wide scalars that a cut before a column has left there.
  private mutating func blankHalves(row: Int, column: Int) {
    guard row >= 0, row < size.height, column >= 0, column <= size.width else { return }
    let index = row * size.width + column
    let isCutRight = column < size.width && cells[index].isContinuation
    if column > 0, Width.of(cells[index - 1].scalar) == 2 {
      if !isCutRight { blank(index - 1) }
    } else if isCutRight {
      blank(index)
    }
  }

  private mutating func blank(_ index: Int) {
    cells[index] = Cell(" ", style: cells[index].style)
  }
}
