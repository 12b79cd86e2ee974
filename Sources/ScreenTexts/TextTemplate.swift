/// The grammar of one wording: text, `{name}` for an argument, `{{` and `}}` for braces.
///
/// A name is lower-case letters, digits and hyphens, and starts with a letter. A brace that fits
/// none of these is stray: it is shown as it stands, and `ScreensCheck` refuses it.
enum TextTemplate {
  /// A stretch of a wording, by positions in its UTF-8.
  enum Piece: Equatable {
    /// Bytes to show as they are.
    case literal(Range<Int>)
    /// The name of an argument, without its braces.
    case placeholder(Range<Int>)
    /// A brace that is neither doubled nor part of a placeholder.
    case stray(Range<Int>)
  }

  /// The piece that starts at `position`, which moves to its end; nil at the end of the text.
  static func nextPiece(in text: UnsafeBufferPointer<UInt8>, from position: inout Int) -> Piece? {
    guard position < text.count else { return nil }
    let start = position
    let first = text[start]
    guard first == openBrace || first == closeBrace else {
      while position < text.count, text[position] != openBrace, text[position] != closeBrace {
        position += 1
      }
      return .literal(start..<position)
    }
    position = start + 1
    if position < text.count, text[position] == first {
      position += 1
      return .literal(start..<start + 1)
    }
    if first == openBrace, let end = nameEnd(in: text, from: start + 1) {
      position = end + 1
      return .placeholder(start + 1..<end)
    }
    return .stray(start..<start + 1)
  }

  /// The wording with every placeholder replaced by its argument.
  ///
  /// A placeholder without an argument stays visible, braces and all. Arguments are shown as they
  /// are: a brace in one means nothing.
  static func fill(
    _ text: UnsafeBufferPointer<UInt8>, with arguments: [String: String]
  ) -> String {
    guard hasBrace(text) else { return String(decoding: text, as: UTF8.self) }
    var filled: [UInt8] = []
    filled.reserveCapacity(text.count + 32)
    var position = 0
    while let piece = nextPiece(in: text, from: &position) {
      switch piece {
      case .literal(let range), .stray(let range):
        filled.append(contentsOf: text[range])
      case .placeholder(let range):
        if let argument = arguments[String(decoding: text[range], as: UTF8.self)] {
          filled.append(contentsOf: argument.utf8)
        } else {
          filled.append(contentsOf: text[range.lowerBound - 1..<range.upperBound + 1])
        }
      }
    }
    return String(decoding: filled, as: UTF8.self)
  }

  /// Whether there is a brace at all, which few texts have. Without a way out on the way, so that many
  /// bytes are looked at in one step.
  private static func hasBrace(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    for byte in text { found |= (byte == openBrace ? 1 : 0) | (byte == closeBrace ? 1 : 0) }
    return found != 0
  }

  /// The names in braces, as often as they stand there.
  static func placeholders(in wording: String) -> [String] {
    pieces(of: wording) { piece, text in
      if case .placeholder(let range) = piece {
        String(decoding: text[range], as: UTF8.self)
      } else {
        nil
      }
    }
  }

  /// Whether a brace in the wording is neither doubled nor part of a placeholder.
  static func hasStrayBrace(_ wording: String) -> Bool {
    !pieces(of: wording) { piece, _ in if case .stray = piece { true } else { nil } }.isEmpty
  }

  private static let openBrace = UInt8(ascii: "{")
  private static let closeBrace = UInt8(ascii: "}")

  private static func pieces<Found>(
    of wording: String, _ pick: (Piece, UnsafeBufferPointer<UInt8>) -> Found?
  ) -> [Found] {
    var wording = wording
    return wording.withUTF8 { text in
      var found: [Found] = []
      var position = 0
      while let piece = nextPiece(in: text, from: &position) {
        if let picked = pick(piece, text) { found.append(picked) }
      }
      return found
    }
  }

  private static func nameEnd(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var end = start
    while end < text.count {
      switch text[end] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): end += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        guard end > start else { return nil }
        end += 1
      case closeBrace: return end > start ? end : nil
      default: return nil
      }
    }
    return nil
  }
}
