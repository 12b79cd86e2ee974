/// One figure of a document, in the shape in which a report or a script reads it.
package enum FigureValue: Sendable {
  /// A whole number.
  case number(Int)
  /// A text.
  case text(String)
  /// Yes or no.
  case truth(Bool)
  /// Whole numbers in order.
  case numbers([Int])
  /// Texts in order.
  case texts([String])
  /// The document does not say; never to be read as zero or no.
  case absent
  /// A list of records, each with its fields in order.
  case objects([[(String, FigureValue)]])

  /// A record with its fields in order.
  case record([(String, FigureValue)])

  /// Appends the figure as JSON in UTF-8; an absent figure is `null`.
  package func appendJSON(to bytes: inout [UInt8]) {
    switch self {
    case .number(let value): bytes.append(contentsOf: String(value).utf8)
    case .text(let value): Self.appendQuoted(value, to: &bytes)
    case .truth(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .numbers(let values):
      Self.appendList(values, to: &bytes) { $1.append(contentsOf: String($0).utf8) }
    case .texts(let values): Self.appendList(values, to: &bytes) { Self.appendQuoted($0, to: &$1) }
    case .absent: bytes.append(contentsOf: "null".utf8)
    case .record(let fields): Self.appendRecord(fields, to: &bytes)
    case .objects(let records):
      Self.appendList(records, to: &bytes) { Self.appendRecord($0, to: &$1) }
    }
  }

  /// Appends named figures as one JSON object, in their order.
  package static func appendRecord(
    _ fields: [(String, FigureValue)], to bytes: inout [UInt8]
  ) {
    bytes.append(UInt8(ascii: "{"))
    for (position, field) in fields.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      appendQuoted(field.0, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      field.1.appendJSON(to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  /// Appends a JSON string; every control character is escaped, C1 and DEL too, and so are marks of
  /// direction, so that a printed line can never steer a terminal.
  package static func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C:
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
        let digits = String(scalar.value, radix: 16)
        bytes.append(contentsOf: "\\u".utf8)
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
        bytes.append(contentsOf: digits.utf8)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func appendList<Item>(
    _ items: [Item], to bytes: inout [UInt8], _ append: (Item, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    for (position, item) in items.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      append(item, &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }
}
