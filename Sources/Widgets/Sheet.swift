import Canvas

/// Widgets drawn at their places, with what each of them drew: when others are drawn on it, only those
/// are drawn that became different, of a page on which somebody types one field.
struct Sheet: Sendable {
  /// A widget and the rectangle that is its own.
  typealias Placed = (widget: any Widget, area: Area)

  /// What one widget drew.
  private struct Piece: Sendable {
    var widget: any Widget
    var area: Area
    var nodes: [Node]
    var cursor: Point?
  }

  /// Everything that was drawn, without the nodes.
  private(set) var frame = Frame(size: Size(width: 0, height: 0))
  private var pieces: [Piece] = []
  private var context = DrawingContext()

  /// The place of the cursor; nil where nothing on the sheet has it.
  var cursor: Point? { pieces.lazy.compactMap(\.cursor).last }

  /// Draws widgets on it, which has a size; what of them is there already stays.
  mutating func draw(_ placed: [Placed], _ size: Size, _ next: DrawingContext) {
    let before = context
    context = next
    guard hasRoom(size, for: placed), before.look == next.look else {
      frame = Frame(size: size)
      pieces = placed.map { draw($0) }
      return
    }
    for (index, (widget, area)) in placed.enumerated() {
      let isTurned =
        before.focus != next.focus
        && widget.targets.contains { $0.id == before.focus || $0.id == next.focus }
      if isTurned || !widget.isSame(as: pieces[index].widget) {
        frame.fill(area, with: " ")
        pieces[index] = draw((widget, area))
      }
    }
  }

  /// Draws one widget, as high as it is.
  mutating func draw(_ widget: some Widget, width: Int, _ context: DrawingContext) {
    let area = Area(row: 0, column: 0, width: width, height: widget.height(width: width))
    draw([(widget, area)], area.size, context)
  }

  /// Whether other widgets have the same places on it.
  private func hasRoom(_ size: Size, for placed: [Placed]) -> Bool {
    frame.size == size && placed.lazy.map(\.area).elementsEqual(pieces.lazy.map(\.area))
  }

  private mutating func draw(_ placed: Placed) -> Piece {
    frame.cursor = nil
    placed.widget.draw(on: &frame, in: placed.area, context)
    let piece = Piece(
      widget: placed.widget, area: placed.area, nodes: frame.nodes, cursor: frame.cursor)
    frame.nodes = []
    return piece
  }

  /// Copies all of it to a place of another frame.
  func show(at origin: Point, on other: inout Frame) {
    show(rows: 0..<frame.size.height, at: origin, on: &other)
  }

  /// Copies some of its rows to a place of another frame, and all of its nodes and its cursor along.
  func show(rows: Range<Int>, at origin: Point, on other: inout Frame) {
    let shift = Point(row: origin.row - rows.lowerBound, column: origin.column)
    other.copy(
      frame,
      from: Area(row: rows.lowerBound, column: 0, width: frame.size.width, height: rows.count),
      to: origin)
    for piece in pieces {
      for node in piece.nodes {
        other.nodes.append(node)
        other.nodes[other.nodes.count - 1].area.origin.row += shift.row
        other.nodes[other.nodes.count - 1].area.origin.column += shift.column
      }
    }
    guard let cursor else { return }
    other.cursor = Point(
      row: min(
        max(origin.row, cursor.row + shift.row), origin.row + rows.count - 1, other.size.height - 1),
      column: min(cursor.column + shift.column, other.size.width - 1))
  }
}
