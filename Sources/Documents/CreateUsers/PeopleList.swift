import Migration

/// A list of people as read: its rows, how it was read, and the refused records to repair.
package struct PeopleList: Sendable {
  /// The rows, checked.
  package let batch: PeopleBatch
  /// How it was read.
  package let facts: PeopleListFacts
  /// The refused records as they stand in the file.
  package let refused: RefusedRecords

  /// The figures of `inspect`; doubtful rows count as valid. O(rows).
  package var figures: PeopleListFigures {
    PeopleListFigures(batch)
  }
}

/// The refused records of a list, field by field, all text in one arena.
package struct RefusedRecords: Sendable {
  // The end of each field in the bytes, and the end of each record in the fields.
  private var bytes: [UInt8] = []
  private var fieldEnds: [Int] = []
  private var recordEnds: [Int] = []

  /// Makes an empty store.
  package init() {}

  /// How many records there are.
  package var count: Int { recordEnds.count }

  /// The longest field that is kept whole, in bytes.
  static let longestField = 65_536

  mutating func append(_ record: TableRecord) {
    for field in record.fields {
      bytes.append(contentsOf: field.prefix(RefusedRecords.longestField))
      fieldEnds.append(bytes.count)
    }
    recordEnds.append(fieldEnds.count)
  }

  /// The fields of a record as they stand in the file; O(bytes of it).
  package subscript(record: Int) -> [ArraySlice<UInt8>] {
    let first = record == 0 ? 0 : recordEnds[record - 1]
    return (first..<recordEnds[record]).map { field in
      bytes[(field == 0 ? 0 : fieldEnds[field - 1])..<fieldEnds[field]]
    }
  }
}
