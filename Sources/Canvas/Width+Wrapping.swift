/// Breaking text into lines.
extension Width {
  /// The text as lines of at most some columns: newlines kept, words whole, overlong words broken.
  ///
  /// Blanks at the start of a paragraph stay, those at a break go; an empty text is one empty line.
  /// A cluster that is wider than `columns` stands alone on its line.
  package static func wrapped(_ text: String, to columns: Int) -> [String] {
    guard columns > 0 else { return [] }
    var text = text
    let lines = text.withUTF8 { bytes in
      plainLines(of: bytes, to: columns).map { ranges in
        ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
      }
    }
    return lines ?? wrappedByClusters(text, to: columns)
  }

  /// How many lines `wrapped` makes of a text.
  package static func lineCount(_ text: String, to columns: Int) -> Int {
    guard columns > 0 else { return 0 }
    var text = text
    let count = text.withUTF8 { plainLines(of: $0, to: columns)?.count }
    return count ?? wrappedByClusters(text, to: columns).count
  }

  // MARK: Plain texts

  /// The lines of a text of plain scalars, each as its bytes; nil for a text that holds any other,
  /// whose clusters have to be looked for.
  private static func plainLines(
    of bytes: UnsafeBufferPointer<UInt8>, to columns: Int
  ) -> [Range<Int>]? {
    var lines: [Range<Int>] = []
    var line = PlainLine(start: 0)
    // The word that is being read, and the blanks before it.
    var word = 0..<0
    var wordWidth = 0
    var gap = 0
    var offset = 0
    while offset < bytes.count {
      let (scalar, next) = scalar(in: bytes, at: offset)
      let width = plainWidth(scalar)
      switch scalar {
      case " " where word.isEmpty: gap += 1
      case " ":
        line.append(word, width: wordWidth, after: gap, columns, &lines)
        (word, wordWidth, gap) = (next..<next, 0, 1)
      case "\n":
        if !word.isEmpty { line.append(word, width: wordWidth, after: gap, columns, &lines) }
        lines.append(line.bytes)
        line = PlainLine(start: next)
        (word, wordWidth, gap) = (next..<next, 0, 0)
      default:
        guard width > 0 else { return nil }
        if word.isEmpty { word = offset..<offset }
        if wordWidth + width > columns, !word.isEmpty {
          // A word that is longer than a line is broken where the line ends.
          if line.width > 0 { lines.append(line.bytes) }
          lines.append(word)
          line = PlainLine(start: offset)
          (word, wordWidth, gap) = (offset..<offset, 0, 0)
        }
        word = word.lowerBound..<next
        wordWidth += width
      }
      offset = next
    }
    if !word.isEmpty { line.append(word, width: wordWidth, after: gap, columns, &lines) }
    lines.append(line.bytes)
    return lines
  }

  /// A line that is being filled.
  private struct PlainLine {
    var bytes: Range<Int>
    var width = 0

    init(start: Int) { bytes = start..<start }

    /// Takes a word and the blanks before it, or begins the next line with it.
    mutating func append(
      _ word: Range<Int>, width wordWidth: Int, after gap: Int, _ columns: Int,
      _ lines: inout [Range<Int>]
    ) {
      if width + gap + wordWidth <= columns {
        bytes = bytes.lowerBound..<word.upperBound
        width += gap + wordWidth
      } else {
        if width > 0 { lines.append(bytes) }
        bytes = word
        width = wordWidth
      }
    }
  }

  // MARK: All texts

  /// The lines as `wrapped` makes them, one cluster after another.
  static func wrappedByClusters(_ text: String, to columns: Int) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { wrapped(paragraph: $0, to: columns) }
  }

  private static func wrapped(paragraph: Substring, to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    var blanks = ""
    var rest = paragraph
    while !rest.isEmpty {
      let gap = rest.prefix(while: isBlank)
      rest = rest[gap.endIndex...]
      var word = rest.prefix { !isBlank($0) }
      rest = rest[word.endIndex...]
      blanks = String(repeating: " ", count: gap.count)
      if word.isEmpty { break }
      let width = of(word)
      if used + gap.count + width <= columns {
        line += blanks + word
        used += gap.count + width
        continue
      }
      if used > 0 { lines.append(line) }
      while of(word) > columns {
        let part = prefix(of: word, columns: columns)
        let length = max(1, part.count)
        lines.append(String(word.prefix(length)))
        word = word.dropFirst(length)
      }
      line = String(word)
      used = of(word)
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "\t"
  }
}
