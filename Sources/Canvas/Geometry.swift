/// A size in terminal cells.
package struct Size: Hashable, Sendable {
  /// Columns, never negative.
  package var width: Int
  /// Rows, never negative.
  package var height: Int

  /// Makes a size; negative lengths become zero.
  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

/// A place in a frame: row and column, both from 0 at the top left.
package struct Point: Hashable, Sendable {
  /// Rows from the top, from 0.
  package var row: Int
  /// Columns from the left, from 0.
  package var column: Int

  /// Makes a place; it may lie outside any frame.
  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells: its top left place and its size.
package struct Area: Hashable, Sendable {
  /// The top left cell.
  package var origin: Point
  /// Columns and rows.
  package var size: Size

  /// Makes a rectangle; a negative length becomes zero.
  package init(row: Int, column: Int, width: Int, height: Int) {
    origin = Point(row: row, column: column)
    size = Size(width: width, height: height)
  }

  /// The first row.
  package var top: Int { origin.row }
  /// The first column.
  package var left: Int { origin.column }
  /// Columns.
  package var width: Int { size.width }
  /// Rows.
  package var height: Int { size.height }
  /// The row below the last one.
  package var bottom: Int { origin.row + size.height }
  /// The column behind the last one.
  package var right: Int { origin.column + size.width }

  /// Whether a place lies in the rectangle.
  package func contains(_ point: Point) -> Bool {
    point.row >= top && point.row < bottom && point.column >= left && point.column < right
  }
}
