import Migration

/// Writes delimited text by RFC 4180: CRLF, and quotes where a field needs them.
package struct DelimitedWriter: Sendable {
  /// The text so far.
  package private(set) var bytes: [UInt8] = []
  private let delimiter: UInt8
  private var isInRow = false

  /// Begins with nothing; `delimiter` is the byte between two fields.
  package init(delimiter: UInt8 = 0x2C) { self.delimiter = delimiter }

  /// Writes a byte order mark; only in front of everything else.
  package mutating func markUTF8() { bytes += [0xEF, 0xBB, 0xBF] }

  /// Adds a field; `neutralising` puts an apostrophe before what a spreadsheet would run, and U+FFFD in
  /// the place of marks of direction and of control characters other than tab and line ends.
  package mutating func add(_ field: some Collection<UInt8>, neutralising: Bool = false) {
    if neutralising, Self.steers(field) {
      append(Self.harmless(field), neutralising: true)
    } else {
      append(field, neutralising: neutralising)
    }
  }

  private static func steers(_ field: some Collection<UInt8>) -> Bool {
    // 0xC2, 0xE2 and 0xEF begin the control characters and marks of direction beyond ASCII.
    field.contains { byte in
      byte < 0x20 && !isBlank(byte) || [0x7F, 0xC2, 0xE2, 0xEF].contains(byte)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func harmless(_ field: some Collection<UInt8>) -> [UInt8] {
    var text = ""
    for scalar in String(decoding: field, as: UTF8.self).unicodeScalars {
      let isControl =
        scalar.properties.generalCategory == .control || isMarkOfDirection(scalar.value)
      let isKept = !isControl || scalar.value < 0x20 && isBlank(UInt8(scalar.value))
      text.unicodeScalars.append(isKept ? scalar : "\u{FFFD}")
    }
    return Array(text.utf8)
  }

  /// Marks that turn the direction of text, and characters that cannot be seen.
  private static func isMarkOfDirection(_ value: UInt32) -> Bool {
    switch value {
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private mutating func append(_ field: some Collection<UInt8>, neutralising: Bool) {
    if isInRow { bytes.append(delimiter) }
    isInRow = true
    let isFormula =
      neutralising
      && field.withContiguousStorageIfAvailable { PersonRules.beginsFormula($0) }
        ?? Array(field).withUnsafeBufferPointer { PersonRules.beginsFormula($0) }
    let needsQuotes = field.contains { byte in
      byte == delimiter || byte == 0x22 || byte == 0x0A || byte == 0x0D
    }
    if needsQuotes { bytes.append(0x22) }
    if isFormula { bytes.append(0x27) }
    if needsQuotes {
      for byte in field {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
      }
      bytes.append(0x22)
    } else {
      bytes.append(contentsOf: field)
    }
  }

  /// Ends the row.
  package mutating func endRow() {
    bytes += [0x0D, 0x0A]
    isInRow = false
  }
}
