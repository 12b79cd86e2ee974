/// People as read from a list or a paste: one row each, all text in one arena of bytes.
///
/// A row costs some 64 bytes and no String; `text(_:)` makes one where a screen shows it.
package struct PeopleBatch: Sendable {
  /// A run of UTF-8 bytes in the arena.
  package struct Extent: Hashable, Sendable {
    /// The first byte in the arena.
    package var offset: UInt32
    /// Bytes.
    package var length: UInt32
    /// Names a run.
    package init(offset: UInt32, length: UInt32) {
      self.offset = offset
      self.length = length
    }
    /// No bytes.
    package static let empty = Extent(offset: 0, length: 0)
    /// Whether it holds no bytes.
    package var isEmpty: Bool { length == 0 }
  }

  /// What is to become of a row.
  package enum Verdict: UInt8, CaseIterable, Sendable {
    /// Can be taken over.
    case valid
    /// Can be taken over when the admin says so.
    case doubtful
    /// Cannot be taken over; `cause` says why.
    case refused
    /// Its address stands in an earlier row of the same list.
    case duplicate
  }

  /// One row of the list.
  package struct Row: Sendable {
    /// The line of the source on which the row begins, from 1.
    package var line: UInt32
    /// First name, normalised.
    package var firstName = Extent.empty
    /// Last name with its particles, normalised.
    package var lastName = Extent.empty
    /// Address, normalised, case kept.
    package var address = Extent.empty
    /// Login name.
    package var login = Extent.empty
    /// Group.
    package var group = Extent.empty
    /// Language code.
    package var language = Extent.empty
    /// What is to become of it.
    package var verdict = Verdict.valid
    /// Why it is refused or doubtful; nil for valid rows.
    package var cause: PersonFinding?
    /// The line of the earlier row for a duplicate, else 0.
    package var earlierLine: UInt32 = 0
    /// Whether the admin said that a doubtful row is to be taken over.
    package var isAccepted = false

    /// Whether an import takes the row: valid, or doubtful and accepted.
    package var isTaken: Bool { verdict == .valid || (verdict == .doubtful && isAccepted) }

    /// Whether a doubt that comes from other people is the first thing to say about it.
    var isOpenToDoubt: Bool {
      verdict == .valid
        || verdict == .doubtful && (cause == .nameInCapitals || cause == .otherDomain)
    }

    /// Makes an empty row at a line.
    package init(line: UInt32) { self.line = line }
  }

  /// The arena: UTF-8, no separators.
  package var bytes: [UInt8] = []
  /// The rows in the order of the source.
  package var rows: [Row] = []

  /// Makes an empty batch.
  package init() {}

  /// The text of a run; O(length).
  package func text(_ extent: Extent) -> String {
    let start = Int(extent.offset)
    return String(decoding: bytes[start..<start + Int(extent.length)], as: UTF8.self)
  }

  /// The person of a row as the screens and the changes take it.
  package func details(of row: Row) -> UserDetails {
    UserDetails(
      firstName: text(row.firstName), lastName: text(row.lastName), address: text(row.address),
      login: text(row.login), group: text(row.group), language: text(row.language))
  }

  /// How many rows have a verdict; O(rows).
  package func count(_ verdict: Verdict) -> Int {
    rows.reduce(0) { $0 + ($1.verdict == verdict ? 1 : 0) }
  }

  /// Makes rows doubtful, valid ones and those with a lesser doubt, that look like somebody who is there under another address.
  package mutating func doubt(_ comparison: BatchComparison) {
    for (index, found) in comparison.rows.enumerated() where rows.indices.contains(index) {
      guard case .conflict(let cause) = found, rows[index].isOpenToDoubt else { continue }
      rows[index].verdict = .doubtful
      rows[index].cause = cause
    }
  }
}
