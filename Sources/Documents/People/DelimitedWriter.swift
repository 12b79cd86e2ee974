import Migration

/// Writes delimited text by RFC 4180: CRLF, and quotes where a field needs them.
struct DelimitedWriter: Sendable {
  /// The text so far.
  private(set) var bytes: [UInt8] = []
  private let delimiter: UInt8
  private var isInRow = false

  init(delimiter: UInt8 = 0x2C) { self.delimiter = delimiter }

  /// Writes a byte order mark; only in front of everything else.
  mutating func markUTF8() { bytes += [0xEF, 0xBB, 0xBF] }

  /// Adds a field; `neutralising` puts an apostrophe before what a spreadsheet would run.
  mutating func add(_ field: some Collection<UInt8>, neutralising: Bool = false) {
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
  mutating func endRow() {
    bytes += [0x0D, 0x0A]
    isInRow = false
  }
}
