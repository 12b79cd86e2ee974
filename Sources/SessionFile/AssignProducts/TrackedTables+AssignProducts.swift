extension TrackedTable {
  static let ofAssignProducts = [product, offeringName, assignment]

  static let product = TrackedTable(
    5, "product",
    [
      "shelved", "name", "product_key", "offering", "seats", "seat_source", "network_seats",
      "seats_since", "glance_on", "glance_right",
    ])

  /// The names of offerings that were mapped by hand.
  static let offeringName = TrackedTable(6, "offering_name", ["name_key", "product"])

  static let assignment = TrackedTable(7, "assignment", AssignmentRow.Column.self)
}

extension ForgottenRows {
  static let ofAssignProducts = ["DELETE FROM portal_seat", "DELETE FROM assignment"]
}
