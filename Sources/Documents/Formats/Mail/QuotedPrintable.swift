/// Text as lines of 76 characters of ASCII. Source: RFC 2045, 6.7.
enum QuotedPrintable {
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// Adds a text, whose lines end with newlines, to a mail. A line that would begin with a stop or with
  /// `From ` has its first letter encoded: mail systems and mailboxes change both. O(bytes).
  static func append(_ text: [UInt8], to mail: inout [UInt8]) {
    text.withUnsafeBufferPointer { text in
      var column = 0
      var place = 0
      while place < text.count {
        let byte = text[place]
        if byte == 0x0A {
          mail.append(0x0D)
          mail.append(0x0A)
          column = 0
          place += 1
          continue
        }
        let isPlain = isPlain(byte, at: place, in: text, column)
        if column + (isPlain ? 1 : 3) > 75 {
          mail.append(0x3D)
          mail.append(0x0D)
          mail.append(0x0A)
          column = 0
          continue
        }
        if isPlain {
          mail.append(byte)
          column += 1
        } else {
          mail.append(0x3D)
          mail.append(digits[Int(byte >> 4)])
          mail.append(digits[Int(byte & 15)])
          column += 3
        }
        place += 1
      }
      if column > 0 {
        mail.append(0x0D)
        mail.append(0x0A)
      }
    }
  }

  private static func isPlain(
    _ byte: UInt8, at place: Int, in text: UnsafeBufferPointer<UInt8>, _ column: Int
  ) -> Bool {
    switch byte {
    case 0x20, 0x09: place + 1 < text.count && text[place + 1] != 0x0A && column < 74
    case 0x3D: false
    case 0x2E: column > 0
    case 0x46: column > 0
    case 0x21...0x7E: true
    default: false
    }
  }
}
