/// One change as the journal shows it: what was done, when, and whether it was taken back.
package struct JournalEntry: Hashable, Sendable {
  /// How a change stands.
  package enum Stage: Int, Sendable {
    /// It holds.
    case done = 0
    /// It was taken back and can be brought back.
    case undone = 1
    /// It was taken back and, since something else was changed after that, stays so.
    case lapsed = 2
    /// It holds and can not be taken back any more, since an earlier version of the program made it.
    case settled = 3
  }

  /// Its number, from 1.
  package var number: Int64
  /// The change's name; nil for one that only a newer program knows.
  package var name: Change.Name?
  /// When it was made.
  package var moment: Moment
  /// The step that it belongs to; nil for the migration as a whole.
  package var step: Step?
  /// Rows that it was about.
  package var count: Int
  /// Whom or what it was about, for one line on the screen: a person's name, a group, a hand-over's
  /// number, the organisation; empty when `count` says it all.
  package var subject: String
  /// Whether the subject is a person.
  package var isPersonal: Bool
  /// Whether it holds.
  package var stage: Stage

  /// Makes an entry.
  package init(
    number: Int64, name: Change.Name?, moment: Moment, step: Step?, count: Int, subject: String,
    isPersonal: Bool, stage: Stage
  ) {
    self.number = number
    self.name = name
    self.moment = moment
    self.step = step
    self.count = count
    self.subject = subject
    self.isPersonal = isPersonal
    self.stage = stage
  }
}
