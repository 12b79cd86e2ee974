import Canvas

/// Widgets drawn at their places, with what each of them drew: of a sheet that is drawn after another
/// one only those are drawn that became different, of a page on which somebody types one field.
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
  private(set) var frame: Frame
  private var pieces: [Piece] = []
  private let context: DrawingContext

  /// The place of the cursor; nil where nothing on the sheet has it.
  var cursor: Point? { pieces.lazy.compactMap(\.cursor).last }

  /// Draws widgets on a sheet of a size; what `older` has of them already is kept.
  init(_ size: Size, _ placed: [Placed], _ context: DrawingContext, after older: Sheet? = nil) {
    self.context = context
    pieces.reserveCapacity(placed.count)
    guard let older, older.hasRoom(size, for: placed, context.look) else {
      frame = Frame(size: size)
      for (widget, area) in placed { draw(widget, area) }
      return
    }
    frame = older.frame
    for ((widget, area), piece) in zip(placed, older.pieces) {
      if piece.widget.isSame(as: widget), !older.turnsFocus(of: widget, context) {
        pieces.append(piece)
      } else {
        frame.fill(area, with: " ")
        draw(widget, area)
      }
    }
  }

  /// Draws one widget, as high as it is, on a sheet of its own.
  init(_ widget: some Widget, width: Int, _ context: DrawingContext, after older: Sheet?) {
    let area = Area(row: 0, column: 0, width: width, height: widget.height(width: width))
    self.init(area.size, [(widget, area)], context, after: older)
  }

  /// Whether other widgets have the same places on it, in the same look.
  private func hasRoom(_ size: Size, for placed: [Placed], _ look: Look) -> Bool {
    frame.size == size && context.look == look
      && placed.lazy.map(\.area).elementsEqual(pieces.lazy.map(\.area))
  }

  /// Whether a widget gets the focus, loses it, or has it at another place.
  private func turnsFocus(of widget: any Widget, _ next: DrawingContext) -> Bool {
    guard context.focus != next.focus else { return false }
    return widget.targets.contains { $0.id == context.focus || $0.id == next.focus }
  }

  private mutating func draw(_ widget: any Widget, _ area: Area) {
    frame.nodes = []
    frame.cursor = nil
    widget.draw(on: &frame, in: area, context)
    pieces.append(
      Piece(widget: widget, area: area, nodes: frame.nodes, cursor: frame.cursor))
    frame.nodes = []
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
