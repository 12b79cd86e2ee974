import Migration

/// A journal beside a session that a killed write of this very state has not left: nothing is played
/// back until somebody says so.
package struct StrayJournal: Hashable, Sendable {
  /// What is the matter with it.
  package enum Cause: String, CaseIterable, Hashable, Sendable {
    /// It is of another migration.
    case otherSession = "other-session"
    /// It is of this migration at another moment, earlier or later.
    case otherState = "other-state"
    /// A part of it is missing.
    case cut
    /// It is no journal, or of a file that is laid out otherwise.
    case unreadable
    /// With it the session would be damaged.
    case unsound
    /// It lies beside a file that holds nothing, or none.
    case alone
  }

  /// What a session holds, in two figures.
  package struct Glance: Hashable, Sendable {
    /// The day of the last change; nil before the first.
    package var lastDay: Day?
    /// People in the list.
    package var people: Int
  }

  /// The ways in which the session can be opened.
  package enum Way: String, CaseIterable, Hashable, Sendable {
    /// The journal is put aside.
    case without
    /// The journal is played back; file and journal are copied before.
    case with
  }

  /// What is the matter with it.
  package var cause: Cause
  /// The journal's path.
  package var path: String
  /// The session without it; nil where that is no whole session.
  package var without: Glance?
  /// The session with it; nil where that is no whole session.
  package var with: Glance?

  /// The session when it is opened in a way; nil where that is no whole session.
  package func glance(_ way: Way) -> Glance? {
    switch way {
    case .without: without
    case .with: with
    }
  }

  /// The ways that lead to a whole session.
  package var ways: [Way] {
    Way.allCases.filter { way in
      switch way {
      case .without: without != nil || cause == .alone
      case .with: with != nil
      }
    }
  }
}
