/// Bytes as text of 64 characters, with padding. Source: RFC 4648, section 4.
package enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// In lines of 76 characters.
  package static func lines(_ bytes: [UInt8]) -> String {
    let all = Array(text(bytes).utf8)
    var lines: [UInt8] = []
    lines.reserveCapacity(all.count + all.count / 38)
    for start in stride(from: 0, to: all.count, by: 76) {
      if start > 0 { lines += [0x0D, 0x0A] }
      lines += all[start..<min(start + 76, all.count)]
    }
    return String(decoding: lines, as: UTF8.self)
  }

  /// In one line.
  package static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var group = UInt32(bytes[start]) << 16
      if count > 1 { group |= UInt32(bytes[start + 1]) << 8 }
      if count > 2 { group |= UInt32(bytes[start + 2]) }
      for place in 0..<4 {
        text.append(
          place <= count ? alphabet[Int(group >> (18 - 6 * UInt32(place))) & 63] : UInt8(ascii: "=")
        )
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
