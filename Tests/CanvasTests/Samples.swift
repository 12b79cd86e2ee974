import Seeds

extension SeededGenerator {
  /// Text of up to some scalars: mostly words, and everything that spoils a screen.
  mutating func text(upTo length: Int) -> String {
    let spoilers: [Unicode.Scalar] = [
      " ", "\n", "\r", "\t", "\u{1B}", "\u{7F}", "\u{85}", "\u{AD}", "\u{301}", "\u{308}",
      "\u{FE0F}", "\u{200D}", "\u{202E}", "\u{2066}", "\u{FEFF}", "👩", "👧", "\u{1F3FD}",
      "\u{1F1F3}",
      "\u{1F1F1}", "王", "가", "\u{1100}", "\u{1161}", "\u{11A8}", "क", "\u{94D}", "\u{93F}", "ก",
      "\u{E33}", "\u{600}", "─", "█", "ß", "é", "\u{FFFE}", "\u{10FFFF}", "\u{E000}", "\u{3164}",
    ]
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      switch Int.random(in: 0..<4, using: &self) {
      case 0, 1: scalars.append(Unicode.Scalar(UInt8.random(in: 0x20..<0x7F, using: &self)))
      case 2: scalars.append(spoilers.randomElement(using: &self) ?? " ")
      default:
        scalars.append(Unicode.Scalar(UInt32.random(in: 0...0x1F_FFFF, using: &self)) ?? "€")
      }
    }
    return String(scalars)
  }
}
