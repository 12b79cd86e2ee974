/// What a message says of its own for a person: the names that a text has in braces.
package enum MessageValue: String, CaseIterable, Sendable {
  case firstName = "first-name"
  case lastName = "last-name"
  case name
  case address
  case products
  case computer
  case day
  case organisation
  case helpdesk
  case telephone
  case until

  /// Whether it is the same for everybody.
  package var isShared: Bool {
    switch self {
    case .firstName, .lastName, .name, .address, .products, .computer: false
    case .day, .organisation, .helpdesk, .telephone, .until: true
    }
  }

  fileprivate var place: Int {
    switch self {
    case .firstName: 0
    case .lastName: 1
    case .name: 2
    case .address: 3
    case .products: 4
    case .computer: 5
    case .day: 6
    case .organisation: 7
    case .helpdesk: 8
    case .telephone: 9
    case .until: 10
    }
  }
}

/// The values for one message, as UTF-8: each in one line, with nothing that steers.
package struct MessageValues: Hashable, Sendable {
  private var values: [[UInt8]]

  /// Nothing has a value.
  package init() { values = Array(repeating: [], count: MessageValue.allCases.count) }

  /// The bytes of a value; empty for none.
  package subscript(value: MessageValue) -> [UInt8] { values[value.place] }

  /// Gives a value a text. Characters that steer a line or a terminal, and marks that turn the direction
  /// of writing, become blanks.
  package mutating func set(_ value: MessageValue, _ text: String) {
    values[value.place] = Self.inOneLine(text)
  }

  private static func inOneLine(_ text: String) -> [UInt8] {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      bytes.allSatisfy { (0x20...0x7E).contains($0) }
    }
    if isPlain { return trimmed(Array(text.utf8)) }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { clean.append(steers(scalar.value) ? " " : scalar) }
    return trimmed(Array(String(clean).utf8))
  }

  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.first == 0x20 || bytes.last == 0x20 else { return bytes }
    let start = bytes.drop { $0 == 0x20 }
    return Array(start.prefix(start.count - start.reversed().prefix { $0 == 0x20 }.count))
  }

  private static func steers(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060,
      0x2066...0x2069, 0xFEFF:
      true
    default: false
    }
  }
}
