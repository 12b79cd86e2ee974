extension Frame {
  /// The columns of one row that differ from an older frame of the same size, as one range widened
  /// to whole wide scalars; nil when none does. Linear in the width.
  package func changedColumns(row: Int, since older: Frame) -> Range<Int>? {
    let width = size.width
    let base = row * width
    guard older.size == size, row >= 0, row < size.height else { return 0..<width }
    return cells.withUnsafeBufferPointer { new in
      older.cells.withUnsafeBufferPointer { old in
        // Without a way out on the way, so that many cells are looked at in one step: most rows are the same.
        var difference: UInt64 = 0
        for index in base..<base + width { difference |= new[index].bits ^ old[index].bits }
        guard difference != 0 else { return nil }
        var first = 0
        while first < width, new[base + first] == old[base + first] { first += 1 }
        var last = width - 1
        while new[base + last] == old[base + last] { last -= 1 }
        while first > 0, new[base + first].isContinuation { first -= 1 }
        while last + 1 < width, new[base + last + 1].isContinuation { last += 1 }
        return first..<last + 1
      }
    }
  }

  /// Whether terminals may disagree about columns on a row, so that the cursor has to be placed
  /// anew: wide scalars, marks, and emoji of one column.
  package func hasUnsureWidths(row: Int) -> Bool {
    guard row >= 0, row < size.height else { return false }
    let start = row * size.width
    return cells[start..<start + size.width].contains {
      $0.isContinuation || $0.markValue != 0 || $0.scalarValue >= 0x1F000
    }
  }
}
