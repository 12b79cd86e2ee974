import Migration

/// Rows that were asked for, near the visible ones, with the question that they answer.
package struct HeldRows<Query: Equatable & Sendable, Row: Sendable>: Sendable {
  /// The question.
  package var query: Query
  /// The answer, near the visible rows.
  package var window = RowWindow<Row>()

  /// Makes no rows, of which this would be asked.
  package init(_ query: Query) { self.query = query }

  /// Takes an answer over. False for one that is of no use any more: to another question, or from
  /// before the last change.
  mutating func take(_ query: Query, _ window: RowWindow<Row>, after revision: Int64) -> Bool {
    guard query == self.query, window.revision >= revision else { return false }
    self.window = window
    return true
  }
}
