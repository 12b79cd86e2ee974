import Migration

/// A text as it streams in, handed on as its reader takes it: UTF-8, or any superset of ASCII, with
/// lines that LF ends.
///
/// UTF-16 is what Windows PowerShell writes with `>`; a lone CR ends the lines of an old Mac. Texts of
/// any other kind are handed on where they lie.
package struct TextStream: Sendable {
  private var decoder: TextDecoder?
  private let hasMacLines: Bool

  /// Looks at a text's beginning.
  package init(head: [UInt8]) {
    let encoding = head.withUnsafeBufferPointer { TextEncoding.detect($0, isWhole: false) }
    switch encoding {
    case .utf16LittleEndian, .utf16BigEndian:
      decoder = TextDecoder(encoding)
      hasMacLines = false
    case .utf8, .utf8WithMark, .windows1252, .macRoman:
      hasMacLines = head.contains(0x0D) && !head.contains(0x0A)
      decoder = hasMacLines && encoding == .macRoman ? TextDecoder(encoding) : nil
    }
  }

  /// The text of the beginning that was looked at, and of nothing behind it.
  package static func text(of head: [UInt8]) -> [UInt8] {
    var stream = TextStream(head: head)
    guard stream.decoder != nil || stream.hasMacLines else { return head }
    var text: [UInt8] = []
    stream.consume(head.span) { piece in
      piece.withUnsafeBufferPointer { text.append(contentsOf: $0) }
    }
    return text
  }

  /// Hands on the next bytes.
  package mutating func consume(_ bytes: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
    guard decoder != nil || hasMacLines else { return body(bytes) }
    var text: [UInt8] = []
    bytes.withUnsafeBufferPointer { buffer in
      if decoder == nil {
        text.append(contentsOf: buffer)
      } else {
        decoder?.decode(buffer, to: &text)
      }
    }
    hand(on: &text, body)
  }

  /// Hands on what still waits, when no bytes come any more.
  package mutating func finish(_ body: (Span<UInt8>) -> Void) {
    var text: [UInt8] = []
    decoder?.finish(to: &text)
    if !text.isEmpty { hand(on: &text, body) }
  }

  private func hand(on text: inout [UInt8], _ body: (Span<UInt8>) -> Void) {
    if hasMacLines {
      for place in text.indices where text[place] == 0x0D { text[place] = 0x0A }
    }
    body(text.span)
  }
}
