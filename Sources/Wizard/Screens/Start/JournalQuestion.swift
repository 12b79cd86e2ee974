import Migration

/// A journal beside a session that is not its own, about which somebody has to decide.
package struct JournalQuestion: Equatable, Sendable {
  /// A way in which the session can be opened.
  package struct Way: Equatable, Sendable {
    /// Its name in keys of words.
    package var name: String
    /// People in the list when it is opened so.
    package var people: Int
    /// The day of the last change then; nil before the first.
    package var lastDay: Day?

    /// Describes a way.
    package init(name: String, people: Int, lastDay: Day?) {
      self.name = name
      self.people = people
      self.lastDay = lastDay
    }
  }

  /// The session's path as the admin knows it.
  package var path: String
  /// The journal's path as the admin knows it.
  package var journal: String
  /// What is the matter with it: the name in keys of words.
  package var cause: String
  /// The ways that lead to a whole session.
  package var ways: [Way]

  /// Asks about a journal.
  package init(path: String, journal: String, cause: String, ways: [Way]) {
    self.path = path
    self.journal = journal
    self.cause = cause
    self.ways = ways
  }
}
