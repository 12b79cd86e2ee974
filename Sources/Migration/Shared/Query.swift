/// A column of the user table; `invitation` puts the oldest open invitation first.
package enum UserColumn: String, CaseIterable, Sendable {
  case name, address, standing, login, group, source, invitation
}

/// A part of the users that a page is about.
package enum UserPart: Hashable, Sendable {
  /// Everyone.
  case everyone
  /// Those whom no document shows in the portal: planned, stated, failed.
  case notProven
  /// Those whom the portal does not have although they were stated or proven: failed, or absent from
  /// a later document of the whole team.
  case notThere
  /// Those who are invited and have not accepted; with days only those invited from and up to them.
  case notAccepted(from: Day?, upTo: Day?)
}

/// Which users, in which order.
package struct UserQuery: Hashable, Sendable {
  /// What every row has to contain somewhere, case-blind; empty for all.
  package var filter: String
  /// The column that orders the rows; ties by last name, first name, number.
  package var order: UserColumn
  /// Whether the order is turned round.
  package var isDescending: Bool
  /// The group that the rows have to be in; nil for all.
  package var group: String?
  /// The standing that the rows have to have; nil for all.
  package var standing: Standing?
  /// Whether only people that are in no hand-over yet.
  package var onlyNotHandedOver: Bool
  /// The part of the users that the rows have to belong to.
  package var part: UserPart
  /// The seats that the rows have to have; nil for all.
  package var seats: SeatQuery?

  /// Makes a query for everyone by name.
  package init(
    filter: String = "", order: UserColumn = .name, isDescending: Bool = false,
    group: String? = nil, standing: Standing? = nil, onlyNotHandedOver: Bool = false,
    part: UserPart = .everyone,
    seats: SeatQuery? = nil
  ) {
    self.filter = filter
    self.order = order
    self.isDescending = isDescending
    self.group = group
    self.standing = standing
    self.onlyNotHandedOver = onlyNotHandedOver
    self.part = part
    self.seats = seats
  }
}

/// Which rows something is done to: said once, by whoever asks for it, and never found out afterwards.
package enum RowChoice<ID: Hashable & Sendable, Query: Hashable & Sendable>: Hashable, Sendable {
  /// These, and no others.
  case these([ID])
  /// All that a question has when it is done; so many as the admin was told.
  case all(Query, count: Int)

  /// How many rows, as far as is known before it is done.
  package var count: Int {
    switch self {
    case .these(let ids): ids.count
    case .all(_, let count): count
    }
  }

  /// The rows; `read` gives those that a question has.
  package func ids<Failure: Error>(
    _ read: (Query) throws(Failure) -> [ID]
  ) throws(Failure) -> [ID] {
    switch self {
    case .these(let ids): ids
    case .all(let query, _): try read(query)
    }
  }
}

/// Users to whom something is done.
package typealias UserChoice = RowChoice<UserID, UserQuery>

/// People of the portal whom our list does not have.
package struct StrangerQuery: Hashable, Sendable {
  /// What every row has to contain somewhere, case-blind; empty for all.
  package var filter: String

  /// Makes a query.
  package init(filter: String = "") { self.filter = filter }
}

/// A run of the rows that a query has, with the number of all of them.
package struct RowWindow<Row: Sendable>: Sendable {
  /// The migration's revision at which it was read; an answer with an older one is dropped.
  package var revision: Int64
  /// The place of the first row among all.
  package var first: Int
  /// The rows.
  package var rows: [Row]
  /// How many rows the query has in all.
  package var total: Int

  /// Makes a window.
  package init(revision: Int64 = -1, first: Int = 0, rows: [Row] = [], total: Int = 0) {
    self.revision = revision
    self.first = first
    self.rows = rows
    self.total = total
  }

  /// The row at a place among all, when the window holds it.
  package subscript(place: Int) -> Row? {
    let index = place - first
    return rows.indices.contains(index) ? rows[index] : nil
  }

  /// Whether it holds all rows that exist in a range of places.
  package func covers(_ places: Range<Int>) -> Bool {
    let wanted = places.clamped(to: 0..<total)
    return wanted.isEmpty || (first <= wanted.lowerBound && wanted.upperBound <= first + rows.count)
  }
}
