/// Text in a page for a browser: what it says is never read as anything but text.
package struct HTMLText: Sendable {
  /// The bytes so far.
  package private(set) var bytes: [UInt8] = []

  /// Makes an empty page.
  package init() {}

  /// Adds markup as it stands: only what the program itself says.
  package mutating func add(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Adds a number.
  package mutating func add(_ number: Int) { bytes += String(number).utf8 }

  /// Adds a text, as text or as the value of an attribute. O(bytes).
  package mutating func add(text: String) {
    var text = text
    text.withUTF8 { Self.append($0, to: &bytes) }
  }

  /// Adds UTF-8 with what means something to HTML written as references. Line feeds and tabs become
  /// blanks, and other control characters are left out, for no browser shows them.
  package static func append(_ text: some Sequence<UInt8>, to html: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): html += "&amp;".utf8
      case UInt8(ascii: "<"): html += "&lt;".utf8
      case UInt8(ascii: ">"): html += "&gt;".utf8
      case UInt8(ascii: "\""): html += "&quot;".utf8
      case UInt8(ascii: "'"): html += "&#39;".utf8
      case 0x09, 0x0A: html.append(0x20)
      case 0..<0x20, 0x7F: break
      default: html.append(byte)
      }
    }
  }

  /// The text with what means something to HTML written as references.
  package static func escaped(_ text: some StringProtocol) -> String {
    var html: [UInt8] = []
    append(text.utf8, to: &html)
    return String(decoding: html, as: UTF8.self)
  }
}
