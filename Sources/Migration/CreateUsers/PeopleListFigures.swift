/// How many rows a list has and what is to become of them; the last three add up to the first.
package struct PeopleListFigures: Hashable, Sendable {
  /// Rows without header and blank lines.
  package let rows: Int
  /// Rows that can be taken over, doubtful ones too.
  package let valid: Int
  /// Rows that cannot.
  package let refused: Int
  /// Rows whose address stands in an earlier row.
  package let duplicates: Int

  /// Makes figures.
  package init(rows: Int, valid: Int, refused: Int, duplicates: Int) {
    self.rows = rows
    self.valid = valid
    self.refused = refused
    self.duplicates = duplicates
  }

  /// The figures of a batch; doubtful rows count as valid. O(rows).
  package init(_ batch: PeopleBatch) {
    let refused = batch.count(.refused)
    let duplicates = batch.count(.duplicate)
    self.init(
      rows: batch.rows.count, valid: batch.rows.count - refused - duplicates, refused: refused,
      duplicates: duplicates)
  }
}
