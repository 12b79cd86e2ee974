import Migration

extension TrackedTable {
  static let ofCreateUsers = [user, evidence]

  static let user = TrackedTable(3, "user", UserRow.Column.self) { rows, connection in
    let statement = try connection.once(
      """
      SELECT other.id FROM user AS mine
      JOIN user AS other ON other.address_key = mine.address_key AND other.id <> mine.id
      WHERE mine.id BETWEEN ? AND ? AND other.shelved = 0 LIMIT 1
      """)
    statement.bind(1, rows.lowerBound)
    statement.bind(2, rows.upperBound)
    return .createUsers(
      .addressTaken(UserID(try statement.step() ? statement.integer(0) : rows.lowerBound)))
  }

  /// Documents that prove, with the people and the seats that only the portal has.
  static let evidence = TrackedTable(
    4, "evidence", key: "number", ["shelved"],
    parts: [
      Part(table: "portal_seat", column: "evidence"),
      Part(table: "portal_person", column: "evidence"),
    ])
}

extension ForgottenRows {
  static let ofCreateUsers = [
    "DELETE FROM portal_person", "DELETE FROM user",
    "UPDATE evidence SET file = '', team = '', digest = ''",
  ]
}
