import Migration

/// Values as exports of the portal write them.
enum PortalValue {
  /// The day of `2024-05-10T21:20:32Z`, of `2026-07-29`, or of a spreadsheet's day number (days since
  /// 30 December 1899); nil for anything else.
  static func day(_ field: UnsafeBufferPointer<UInt8>) -> Day? {
    if field.isEmpty { return nil }
    if field.count >= 10, field[4] == 0x2D, field[7] == 0x2D {
      guard let year = number(field[0..<4]), let month = number(field[5..<7]),
        let day = number(field[8..<10])
      else { return nil }
      return Day(year: year, month: month, day: day)
    }
    let whole = field.prefix { $0 != 0x2E && $0 != 0x2C }
    if whole.count == 5, let serial = number(whole) {
      return (20_000...80_000).contains(serial) ? Day(number: serial - 25_569) : nil
    }
    return Day(text: String(decoding: field.prefix(10), as: UTF8.self))
  }

  /// Whether a value is hidden: nothing but asterisks, as when personal data is switched off.
  static func isMasked(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    !field.isEmpty && field.allSatisfy { $0 == 0x2A }
  }

  /// A whole number of digits only, nine at most.
  static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard (1...9).contains(digits.count) else { return nil }
    var value = 0
    for digit in digits {
      guard digit &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(digit &- 0x30)
    }
    return value
  }
}

extension PortalValue {
  /// A whole number as people and sheets write it: with marks or blanks between groups of three, or a
  /// fraction of zero. Nil for anything else.
  static func count(_ text: String) -> Int? {
    let groups = text.split(
      omittingEmptySubsequences: false, whereSeparator: { ".,'\u{A0}\u{202F} ".contains($0) })
    guard let first = groups.first else { return nil }
    let rest = groups.dropFirst()
    if rest.allSatisfy({ $0.utf8.count == 3 }), rest.isEmpty || first.utf8.count <= 3 {
      return number(Array(groups.joined().utf8))
    }
    let isFraction = rest.count == 1 && rest.allSatisfy { $0.allSatisfy { $0 == "0" } }
    return isFraction ? number(Array(first.utf8)) : nil
  }
}

/// Texts that occur again and again, kept once each and named by a number.
struct Names: Sendable {
  /// The texts in the order in which they came; the empty one is always the first.
  private(set) var all: [String] = [""]
  private var numbers: [[UInt8]: Int] = [[]: 0]
  // What two spellings of one name have in common.
  private let key: @Sendable ([UInt8]) -> [UInt8]
  // The last one asked for: exports come in runs.
  private var last: (bytes: [UInt8], number: Int) = ([], 0)

  /// Makes names that are one where they have the same key; by itself every spelling is another name.
  init(key: @escaping @Sendable ([UInt8]) -> [UInt8] = { $0 }) { self.key = key }

  /// The number of a text without regard to blanks at its ends; O(length).
  mutating func number(_ field: UnsafeBufferPointer<UInt8>) -> Int {
    if field.elementsEqual(last.bytes) { return last.number }
    var bytes: [UInt8] = []
    PersonRules.appendName(field, to: &bytes)
    let key = key(bytes)
    let number = numbers[key] ?? all.count
    if number == all.count {
      all.append(String(decoding: bytes, as: UTF8.self))
      numbers[key] = number
    }
    last = (Array(field), number)
    return number
  }
}
