/// Names of files as text that leads back to their very bytes, also where these are no UTF-8: such a
/// byte is a scalar of a plane that no text uses.
package enum RawName {
  /// Before the scalar of byte 0 would be the first of the last plane's private use area.
  private static let base: UInt32 = 0x10_FE00

  /// The text of a name's bytes.
  package static func text(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = String.UnicodeScalarView()
    var rest = bytes[...]
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      if let valid = String(validating: rest.prefix(length), as: UTF8.self) {
        text.append(contentsOf: valid.unicodeScalars)
        rest = rest.dropFirst(length)
      } else {
        text.append(Unicode.Scalar(base + UInt32(first)) ?? "\u{FFFD}")
        rest = rest.dropFirst()
      }
    }
    return String(text)
  }

  /// The text of a name that ends with a zero byte.
  package static func text(_ name: UnsafePointer<CChar>) -> String {
    var bytes: [UInt8] = []
    var place = name
    while place.pointee != 0 {
      bytes.append(UInt8(bitPattern: place.pointee))
      place += 1
    }
    return text(bytes)
  }

  /// The bytes of a name, with a zero byte behind them.
  package static func bytes(_ text: String) -> [CChar] {
    var bytes: [CChar] = []
    for scalar in text.unicodeScalars {
      if isByte(scalar.value) {
        bytes.append(CChar(bitPattern: UInt8(truncatingIfNeeded: scalar.value - base)))
      } else {
        bytes += String(scalar).utf8.map { CChar(bitPattern: $0) }
      }
    }
    return bytes + [0]
  }

  /// Whether a scalar stands for a byte.
  package static func isByte(_ value: UInt32) -> Bool {
    (base + 0x80...base + 0xFF).contains(value)
  }
}
