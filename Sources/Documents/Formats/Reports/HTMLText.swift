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

  /// Adds a text, as text or as the value of an attribute. Control characters are left out, for no
  /// browser shows them. O(bytes).
  package mutating func add(text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): add("&amp;")
      case UInt8(ascii: "<"): add("&lt;")
      case UInt8(ascii: ">"): add("&gt;")
      case UInt8(ascii: "\""): add("&quot;")
      case UInt8(ascii: "'"): add("&#39;")
      case 0x09, 0x0A: bytes.append(0x20)
      case 0..<0x20, 0x7F: break
      default: bytes.append(byte)
      }
    }
  }
}
