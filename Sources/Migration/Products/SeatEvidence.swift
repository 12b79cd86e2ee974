/// What an export of the portal says about seats, as it is laid beside the plan.
package struct SeatEvidence: Sendable {
  /// One line: a person and an offering.
  package struct Line: Hashable, Sendable {
    /// The person's address as written.
    package var address: String
    /// The place of the offering in `offerings`.
    package var offering: Int
    /// Whether the person has the seat; false when it was taken back.
    package var isAssigned: Bool
    /// The day on which it was taken back; nil when the export does not say.
    package var takenBackOn: Day?

    /// Makes a line.
    package init(address: String, offering: Int, isAssigned: Bool, takenBackOn: Day? = nil) {
      self.address = address
      self.offering = offering
      self.isAssigned = isAssigned
      self.takenBackOn = takenBackOn
    }
  }

  /// Which kind of export it is.
  package var proof: SeatProof
  /// The day of the export.
  package var day: Day
  /// Whether it is of this team, with everybody in it, so that who is absent has no seat.
  package var isWhole: Bool
  /// The offerings by name.
  package var offerings: [String]
  /// The lines.
  package var lines: [Line]

  /// Makes evidence.
  package init(
    proof: SeatProof, day: Day, isWhole: Bool = false, offerings: [String] = [],
    lines: [Line] = []
  ) {
    self.proof = proof
    self.day = day
    self.isWhole = isWhole
    self.offerings = offerings
    self.lines = lines
  }
}

/// A user and a product.
package struct SeatKey: Hashable, Sendable {
  /// Who.
  package var user: UserID
  /// What.
  package var product: ProductID
  /// Names a seat.
  package init(user: UserID, product: ProductID) {
    self.user = user
    self.product = product
  }
}

/// Evidence laid beside the plan, before anything of it is taken over.
package struct SeatComparison: Sendable {
  /// A seat with its person's name for the screen.
  package struct Seat: Hashable, Sendable {
    /// Which seat.
    package var key: SeatKey
    /// The person.
    package var details: UserDetails
    /// The product's name.
    package var product: String
    /// Whether the portal's word is taken over: the plan follows it.
    package var followsPortal = false

    /// Makes a seat.
    package init(key: SeatKey, details: UserDetails, product: String) {
      self.key = key
      self.details = details
      self.product = product
    }
  }

  /// Seats that it proves and that were not proven before.
  package var proves: [SeatKey] = []
  /// Seats that it proves and that were proven already.
  package var confirms: [SeatKey] = []
  /// Seats that were stated or proven, and that it says are gone.
  package var gone: [Seat] = []
  /// Seats in the portal that the plan does not have, of people in the list.
  package var extra: [Seat] = []
  /// People with a seat in the portal who are not in the list, by address.
  package var strangers: [String] = []
  /// Offerings that match no product, by their places in the evidence, with their seats.
  package var unmatched: [(offering: Int, seats: Int)] = []

  /// Makes an empty comparison.
  package init() {}
}
