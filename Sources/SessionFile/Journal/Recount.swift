import Migration

/// What the counters say and what the rows say, for checks that both agree.
package struct Recount: Equatable, Sendable {
  /// What step 1 counts.
  package var createUsers = UserRecount()
  /// What step 2 counts.
  package var assignProducts = SeatRecount()

  /// Makes an empty one.
  package init() {}

  /// The counts that a summary shows.
  package init(_ summary: Summary) {
    createUsers = .init(summary)
    assignProducts = .init(summary)
  }
}

extension SessionFile {
  /// Counts the rows themselves; O(users and assignments).
  package func recount() throws(SessionReadError) -> Recount {
    try reading { connection in
      var counted = Recount()
      counted.createUsers = try .init(connection)
      counted.assignProducts = try .init(connection)
      return counted
    }
  }
}
