import Documents
import Migration
import Wizard

/// A file of people, read, and made into what the review shows.
enum ListReading {
  /// Why a file is not looked through: the key of a sentence in `messages` and its arguments.
  struct Failure: Error {
    var key: String
    var arguments: [String: String]
  }

  /// The most bytes that a list of people may have.
  static let mostBytes = 1 << 30

  /// Reads a file of people, whatever it is called.
  static func read(_ path: String) -> Result<PeopleList, Failure> {
    func failure(_ key: String, _ reason: String = "") -> Result<PeopleList, Failure> {
      .failure(Failure(key: key, arguments: ["path": AdminPath.shown(path), "reason": reason]))
    }
    do {
      let head = try FileAccess.head(path, count: DocumentKind.headSize)
      guard !head.isEmpty else { return failure("file-empty") }
      var kind = DocumentKind.recognise(head)
      guard kind == .peopleList || kind == .workbook else { return failure(key(of: kind)) }
      let bytes = try FileAccess.read(path)
      if kind == .workbook {
        guard let inside = try? DocumentKind.recognise(workbook: bytes) else {
          return failure("file-damaged")
        }
        kind = inside
      }
      guard kind == .peopleList else { return failure(key(of: kind)) }
      guard let list = try? PeopleListReader.read(bytes) else { return failure("file-damaged") }
      return list.batch.rows.isEmpty ? failure("file-not-people") : .success(list)
    } catch {
      switch error.reason {
      case .missing: return failure("file-missing")
      case .isFolder: return failure("file-is-folder")
      default: return failure("file-unreadable", error.words)
      }
    }
  }

  /// A read list beside the people who are there.
  static func review(
    _ list: PeopleList, _ batch: PeopleBatch, path: String, comparison: BatchComparison
  ) -> Review {
    Review(
      source: .imported, path: AdminPath.shown(path), encoding: list.facts.encoding.rawValue,
      delimiter: delimiterName(list.facts.delimiter), hasHeader: list.facts.hasHeader,
      columns: columns(list), batch: batch, kinds: kinds(batch, comparison),
      changing: changing(comparison))
  }

  /// A paste, or people of a licence log, beside the people who are there.
  static func review(
    _ batch: PeopleBatch, comparison: BatchComparison, source: UserSource = .pasted
  ) -> Review {
    Review(
      source: source, batch: batch, kinds: kinds(batch, comparison),
      changing: changing(comparison))
  }

  private static func kinds(
    _ batch: PeopleBatch, _ comparison: BatchComparison
  ) -> [Review.Kind] {
    zip(batch.rows, comparison.rows).map { row, compared in
      switch (row.verdict, compared) {
      case (.refused, _): .refused
      case (.duplicate, _): .double
      case (_, .same): .same
      case (.doubtful, _), (_, .conflict): .doubtful
      case (_, .changed): .changed
      case (.valid, .new), (.valid, .left): .new
      }
    }
  }

  /// The rows that would change somebody who is there, as places in the batch.
  private static func changing(_ comparison: BatchComparison) -> Set<Int> {
    comparison.rows.enumerated().reduce(into: []) { found, row in
      if case .changed = row.element { found.insert(row.offset) }
    }
  }

  private static func columns(_ list: PeopleList) -> [Review.Column] {
    guard list.facts.hasHeader else { return [] }
    return zip(list.facts.header, list.facts.columns).map { title, column in
      Review.Column(title: title, field: column == .ignored ? nil : column.rawValue)
    }
  }

  private static func delimiterName(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: ";"): "semicolon"
    case UInt8(ascii: "\t"): "tab"
    default: "comma"
    }
  }

  private static func key(of kind: DocumentKind) -> String {
    switch kind {
    case .lmstat: "file-is-lmstat"
    case .debugLog: "file-is-debug-log"
    case .licenceFile: "file-is-licence-file"
    case .helperList: "file-is-helper-list"
    case .usersExport: "file-is-users-export"
    case .usageReport: "file-is-usage-report"
    case .subscriptionsExport: "file-is-subscriptions-export"
    case .oldWorkbook: "file-is-xls"
    case .peopleList, .workbook, .unknown: "file-not-people"
    }
  }
}
