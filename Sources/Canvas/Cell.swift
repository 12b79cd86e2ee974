/// One cell of a frame: a scalar, at most one mark that combines with it, and what it means.
package struct Cell: Hashable, Sendable {
  /// The scalar shown; U+0000 marks the second half of a wide one.
  package var scalar: Unicode.Scalar
  /// A combining mark drawn over the scalar, or U+0000 for none.
  package var mark: Unicode.Scalar
  /// What the cell means.
  package var style: Style

  /// Makes a cell.
  package init(_ scalar: Unicode.Scalar, mark: Unicode.Scalar = "\0", style: Style = .plain) {
    self.scalar = scalar
    self.mark = mark
    self.style = style
  }

  /// An empty cell.
  package static let blank = Cell(" ")

  /// Whether this is the second half of a wide scalar, drawn by the cell before it.
  package var isContinuation: Bool { scalar == "\0" }
}
