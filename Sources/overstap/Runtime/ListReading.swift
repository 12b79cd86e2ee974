import Documents
import Migration
import Wizard

/// A list of people that was read, made into what the review shows.
enum ListReading {
  /// A read list beside the people who are there.
  static func review(
    _ list: PeopleList, _ batch: PeopleBatch, path: String, comparison: BatchComparison
  ) -> Review {
    Review(
      source: .imported, path: AdminPath.shown(path), encoding: list.facts.encoding.rawValue,
      delimiter: delimiterName(list.facts.delimiter), hasHeader: list.facts.hasHeader,
      columns: columns(list), batch: batch,
      kinds: kinds(batch, comparison))
  }

  /// A paste beside the people who are there.
  static func review(_ batch: PeopleBatch, comparison: BatchComparison) -> Review {
    Review(source: .pasted, batch: batch, kinds: kinds(batch, comparison))
  }

  private static func kinds(
    _ batch: PeopleBatch, _ comparison: BatchComparison
  ) -> [Review.Kind] {
    zip(batch.rows, comparison.rows).map { row, compared in
      switch (row.verdict, compared) {
      case (.refused, _): .refused
      case (.duplicate, _): .double
      case (_, .changed): .changed
      case (_, .same): .same
      case (.doubtful, _), (_, .conflict): .doubtful
      case (.valid, .new), (.valid, .left): .new
      }
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
}
