import Migration

/// A list of people as read: its rows, how it was read, and the table that they stand in.
package struct PeopleList: Sendable {
  /// The rows, checked.
  package let batch: PeopleBatch
  /// How it was read.
  package let facts: PeopleListFacts
  /// The table, for rows that leave as they stand there.
  let table: Table
  /// The line on which the header begins; nil without one.
  let headerLine: Int?

  /// The figures of `inspect`; doubtful rows count as valid. O(rows).
  package var figures: PeopleListFigures {
    PeopleListFigures(batch)
  }
}
