/// A column of the table of network use.
package enum UseColumn: String, CaseIterable, Sendable {
  case person, computer, product, lastUsed = "last-used", days, marks
}

/// Which part of the network use is meant.
package enum UseNarrowing: Int, CaseIterable, Sendable {
  /// Everybody within the window who is not set aside.
  case all = 0
  /// Only those who have no seat: nobody's logins, and users whose seat is not given.
  case withoutSeat
  /// Only logins that belong to nobody.
  case nobody
  /// Only what is out, borrowed or waited for now.
  case now
  /// Only what is set aside.
  case setAside
  /// Only what was used after it was stated as switched.
  case afterSwitch

  /// Its name in the words of the screens.
  package var name: String {
    switch self {
    case .all: "all"
    case .withoutSeat: "without-seat"
    case .nobody: "nobody"
    case .now: "now"
    case .setAside: "set-aside"
    case .afterSwitch: "after-switch"
    }
  }
}

/// Rows of network use to which something is done.
package typealias UseChoice = RowChoice<Int64, UseQuery>

/// Which network use, in which order.
package struct UseQuery: Hashable, Sendable {
  /// What every row has to contain somewhere, case-blind; empty for all.
  package var filter: String
  /// The column that orders the rows; ties by person, computer, number.
  package var order: UseColumn
  /// Whether the order is turned round.
  package var isDescending: Bool
  /// Which part.
  package var narrowing: UseNarrowing
  /// Days up to each server's last line within which a row was used, or it is out now; 0 for all.
  package var window: Int

  /// Makes a query.
  package init(
    filter: String = "", order: UseColumn = .lastUsed, isDescending: Bool = true,
    narrowing: UseNarrowing = .all, window: Int = NetworkUse.stillUses
  ) {
    self.filter = filter
    self.order = order
    self.isDescending = isDescending
    self.narrowing = narrowing
    self.window = window
  }
}
