import Canvas

/// Frames of rows that differ in a few places, with wide scalars, marks and all styles.
enum RandomFrame {
  static func make(seed: UInt64, size: Size) -> Frame {
    // Neighbours share most of their rows, so that only parts of rows change.
    var frame = Frame(size: size)
    for row in 0..<size.height {
      draw(&frame, row: row, state: (seed / 3) &* 97 &+ UInt64(row))
      if (seed + UInt64(row)).isMultiple(of: 3) {
        draw(&frame, row: row, state: seed &* 31 &+ UInt64(row), pieces: 2)
      }
    }
    // A wide letter against the bottom right corner is the one thing that some terminals cannot do.
    let corner = Area(row: size.height - 1, column: size.width - 3, width: 3, height: 1)
    frame.fill(corner, with: seed.isMultiple(of: 2) ? "─" : " ")
    frame.cursor = Point(
      row: Int(seed % UInt64(max(1, size.height))),
      column: Int(seed * 7 % UInt64(max(1, size.width))))
    return frame
  }

  private static func draw(_ frame: inout Frame, row: Int, state: UInt64, pieces: Int = 8) {
    let words = ["overstap", "王小明", "e\u{301}é", "─────", "● ○ ×", "한국어", "█▒░", "   ", "x"]
    var state = state
    for _ in 0..<pieces {
      state = (state ^ (state >> 29)) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1
      let word = words[Int(state >> 33) % words.count]
      let column = Int(state >> 17 & 0xFFFF) % max(1, frame.size.width)
      let style = Style.allCases[Int(state >> 5 & 0xFFF) % Style.allCases.count]
      frame.put(word, row: row, column: column, style: style)
    }
  }
}
