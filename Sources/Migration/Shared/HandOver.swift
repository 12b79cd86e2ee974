/// What left for the portal in one go: numbered, with its rows as they were.
package struct HandOver: Hashable, Sendable {
  /// How far a hand-over is.
  package enum Stage: Int, Sendable {
    /// The files are written; the admin has not said that the portal took them.
    case written = 0
    /// The admin said that it is done.
    case stated = 1
    /// The admin said that it did not go through; its rows are planned again.
    case withdrawn = 2
  }

  /// Its number within the migration, from 1, through all steps.
  package var number: Int
  /// The step that it is for.
  package var step: Step
  /// The day on which the files were written.
  package var writtenOn: Day
  /// The group that it holds; empty for everyone.
  package var group: String
  /// Rows in it.
  package var rowCount: Int
  /// The files, in order, as paths.
  package var files: [String]
  /// SHA-256 or another digest of the rows in order, in hexadecimal; empty when none was made.
  package var digest: String
  /// How far it is.
  package var stage: Stage
  /// The day on which it was stated; nil before.
  package var statedOn: Day?
  /// How many users the portal found in it, as the admin says; nil when nothing was said.
  package var found: Int?

  /// Makes a hand-over.
  package init(
    number: Int, step: Step, writtenOn: Day, group: String = "", rowCount: Int,
    files: [String] = [], digest: String = "", stage: Stage = .written, statedOn: Day? = nil,
    found: Int? = nil
  ) {
    self.number = number
    self.step = step
    self.writtenOn = writtenOn
    self.group = group
    self.rowCount = rowCount
    self.files = files
    self.digest = digest
    self.stage = stage
    self.statedOn = statedOn
    self.found = found
  }
}
