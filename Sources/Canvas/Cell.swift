/// One cell of a frame: a scalar, at most one mark that combines with it, and what it means.
package struct Cell: Hashable, Sendable {
  /// All of it in one word, so that a frame is filled, copied and compared as fast as memory goes: the
  /// scalar in the low 21 bits, the mark in the 21 behind them, then the style.
  package private(set) var bits: UInt64

  /// Makes a cell.
  package init(_ scalar: Unicode.Scalar, mark: Unicode.Scalar = "\0", style: Style = .plain) {
    bits = UInt64(scalar.value) | UInt64(mark.value) << 21 | UInt64(style.rawValue) << 42
  }

  /// The scalar shown; U+0000 marks the second half of a wide one.
  package var scalar: Unicode.Scalar {
    get { Unicode.Scalar(scalarValue) ?? "\u{FFFD}" }
    set { bits = bits & ~Self.scalarBits | UInt64(newValue.value) }
  }

  /// A combining mark drawn over the scalar, or U+0000 for none.
  package var mark: Unicode.Scalar { Unicode.Scalar(markValue) ?? "\0" }

  /// What the cell means.
  package var style: Style {
    get { Style(rawValue: styleValue) ?? .plain }
    set { self = Cell(scalar, mark: mark, style: newValue) }
  }

  // For the device, which asks them of every cell that it sends.

  /// The number of the scalar.
  @inlinable package var scalarValue: UInt32 { UInt32(truncatingIfNeeded: bits & 0x1F_FFFF) }
  /// The number of the mark.
  @inlinable package var markValue: UInt32 { UInt32(truncatingIfNeeded: bits >> 21 & 0x1F_FFFF) }
  /// The number of the style.
  @inlinable package var styleValue: UInt8 { UInt8(truncatingIfNeeded: bits >> 42) }

  private static var scalarBits: UInt64 { 0x1F_FFFF }

  /// An empty cell.
  package static let blank = Cell(" ")

  /// Whether this is the second half of a wide scalar, drawn by the cell before it.
  @inlinable package var isContinuation: Bool { scalarValue == 0 }
}
