import Migration

/// What is kept of a review besides the list itself, which is read again: which list it was, and what
/// the admin decided and corrected.
package struct ReviewDraft: Hashable, Sendable {
  /// The file's path as the admin knows it; empty for a paste.
  package var path: String
  /// A digest of the file, or of the text that was pasted.
  package var digest: String
  /// How the list was read; nil where all was found out.
  package var reading: PeopleReading?
  /// How many rows it had.
  package var rowCount: Int
  /// What was decided, by row; what is behind the last decision is left out.
  package var decisions: [Review.Decision]
  /// Rows that were corrected, with their values now.
  package var corrections: [Int: UserDetails]

  /// Makes a draft.
  package init(
    path: String, digest: String, reading: PeopleReading?, rowCount: Int,
    decisions: [Review.Decision] = [], corrections: [Int: UserDetails] = [:]
  ) {
    self.path = path
    self.digest = digest
    self.reading = reading
    self.rowCount = rowCount
    self.decisions = decisions
    self.corrections = corrections
  }

  /// How many rows were decided or corrected.
  package var count: Int { decisions.count { $0 != .open } + corrections.count }

  /// Whether another draft is of the same list, read in the same way.
  package func isOfSameList(as other: ReviewDraft) -> Bool {
    path == other.path && digest == other.digest && reading == other.reading
      && rowCount == other.rowCount
  }
}

/// Drafts as the flat texts that a session file keeps: `review|list`, `review|reading`,
/// `review|decisions` with runs (`12o3t`), `review|correct.<row>`.
extension ReviewDraft {
  private static let letters: [Review.Decision: Character] = [.open: "o", .take: "t", .leave: "l"]
  /// What stands between the values of a corrected row: no name has it.
  private static let separator: Character = "\u{1F}"

  /// The texts of a draft, with their names.
  var entries: [(name: String, text: String)] {
    var entries = [("review|list", "\(rowCount):\(digest):\(path)")]
    if let reading {
      let columns = reading.columns.map { $0.map(\.rawValue).joined(separator: ",") }
      let parts = [
        reading.encoding?.rawValue, reading.delimiter.map { String($0) },
        reading.hasHeader.map { $0 ? "1" : "0" }, columns,
      ]
      entries.append(("review|reading", parts.map { $0 ?? "" }.joined(separator: ";")))
    }
    var runs = ""
    var start = 0
    while start < decisions.count {
      let end = decisions[start...].firstIndex { $0 != decisions[start] } ?? decisions.count
      runs += String(end - start)
      runs.append(Self.letters[decisions[start]] ?? "o")
      start = end
    }
    if !runs.isEmpty { entries.append(("review|decisions", runs)) }
    for (row, details) in corrections.sorted(by: { $0.key < $1.key }) {
      let values = [
        details.firstName, details.lastName, details.address, details.login, details.group,
        details.language,
      ]
      entries.append(("review|correct.\(row)", values.joined(separator: String(Self.separator))))
    }
    return entries
  }

  /// Takes a text up into the draft that is being read; nil before the list is known.
  static func read(_ name: String, _ text: String, into draft: inout ReviewDraft?) {
    switch name {
    case "review|list":
      let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, let count = Int(parts[0]) else { return }
      draft = ReviewDraft(
        path: String(parts[2]), digest: String(parts[1]), reading: nil, rowCount: count)
    case "review|reading":
      let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 4 else { return }
      draft?.reading = PeopleReading(
        encoding: TextEncoding(rawValue: parts[0]), delimiter: UInt8(parts[1]),
        hasHeader: parts[2].isEmpty ? nil : parts[2] == "1",
        columns: parts[3].isEmpty
          ? nil
          : parts[3].split(separator: ",").map { PeopleColumn(rawValue: String($0)) ?? .ignored })
    case "review|decisions":
      let decided = decisions(text, most: draft?.rowCount ?? 0)
      draft?.decisions = decided
    default:
      let values = text.split(separator: separator, omittingEmptySubsequences: false)
        .map(String.init)
      guard name.hasPrefix("review|correct."), values.count == 6,
        let row = Int(name.dropFirst("review|correct.".count))
      else { return }
      draft?.corrections[row] = UserDetails(
        firstName: values[0], lastName: values[1], address: values[2], login: values[3],
        group: values[4], language: values[5])
    }
  }

  private static func decisions(_ runs: String, most: Int) -> [Review.Decision] {
    var decisions: [Review.Decision] = []
    var count = 0
    for character in runs {
      if let digit = character.wholeNumberValue {
        count = min(most, count * 10 + digit)
      } else if let decision = letters.first(where: { $0.value == character })?.key {
        decisions += Array(repeating: decision, count: min(count, most - decisions.count))
        count = 0
      }
    }
    return decisions
  }
}

extension Review {
  /// What is to be kept of it; nil for a list that cannot be read again.
  package var draft: ReviewDraft? {
    guard !digest.isEmpty else { return nil }
    let end = decisions.lastIndex { $0 != .open }.map { $0 + 1 } ?? 0
    return ReviewDraft(
      path: path, digest: digest, reading: reading, rowCount: batch.rows.count,
      decisions: Array(decisions[..<end]), corrections: corrections)
  }
}
