/// What a document of the portal says about seats, as it is laid beside the plan. Which document, of
/// what day and about which team, is the `Evidence` beside it.
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

  /// The last day on which a person used an offering, by the person's own licence.
  package struct Use: Hashable, Sendable {
    /// The person's address as written.
    package var address: String
    /// The offering by name.
    package var offering: String
    /// The day.
    package var day: Day

    /// Makes a use.
    package init(address: String, offering: String, day: Day) {
      self.address = address
      self.offering = offering
      self.day = day
    }
  }

  /// The offerings by name.
  package var offerings: [String]
  /// The lines.
  package var lines: [Line]
  /// What a usage report tells of the use; none where it is none.
  package var uses: [Use]

  /// Makes evidence.
  package init(offerings: [String] = [], lines: [Line] = [], uses: [Use] = []) {
    self.offerings = offerings
    self.lines = lines
    self.uses = uses
  }
}

/// Seats of a document as they were decided: what it says, and the differences in which the plan
/// follows the portal.
package struct SeatDecisions: Sendable {
  /// What the document says.
  package var evidence: SeatEvidence
  /// Seats of people in the list that are taken into the plan.
  package var take: [SeatKey]
  /// Seats that are taken out of the plan; those that are stated alone are planned again.
  package var leave: [SeatKey]
  /// Addresses of people who are not in the list and are taken into it with their seats.
  package var strangers: [String]

  /// Makes one; with nothing decided the plan stays as it is.
  package init(
    _ evidence: SeatEvidence, take: [SeatKey] = [], leave: [SeatKey] = [],
    strangers: [String] = []
  ) {
    self.evidence = evidence
    self.take = take
    self.leave = leave
    self.strangers = strangers
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
    /// Whether nothing but a statement says that it was ever there: it stays stated, or is planned
    /// again where the portal's word is taken over.
    package var isStatedOnly = false

    /// Makes a seat.
    package init(key: SeatKey, details: UserDetails, product: String) {
      self.key = key
      self.details = details
      self.product = product
    }
  }

  /// Somebody with a seat in the portal who is not in the list.
  package struct Stranger: Hashable, Sendable {
    /// The address as the document has it.
    package var address: String
    /// The products, by name.
    package var products: [String]
    /// Whether the portal's word is taken over: into the list, with the seats.
    package var followsPortal = false

    /// Makes one.
    package init(address: String, products: [String]) {
      self.address = address
      self.products = products
    }
  }

  /// Seats that it proves and that were not proven before.
  package var proves: [SeatKey] = []
  /// Seats that it proves and that were proven already.
  package var confirms: [SeatKey] = []
  /// Seats that were stated or proven, and that it says are gone or does not have.
  package var gone: [Seat] = []
  /// Seats in the portal that the plan does not have, of people in the list.
  package var extra: [Seat] = []
  /// People with a seat in the portal who are not in the list, each once.
  package var strangers: [Stranger] = []
  /// Offerings that match no product, by their places in the evidence, with their seats.
  package var unmatched: [(offering: Int, seats: Int)] = []

  /// Whether there is anything to decide.
  package var differs: Bool {
    !gone.isEmpty || !extra.isEmpty || !strangers.isEmpty || !unmatched.isEmpty
  }

  /// Makes an empty comparison.
  package init() {}

  /// Takes over what was decided in an earlier comparison of the same document. Seats of products that
  /// were made since, out of its names, are in the plan unless somebody decided otherwise: it had
  /// nothing to set against them. O(rows).
  package mutating func decide(as earlier: SeatComparison, making products: Set<ProductID>) {
    func kept(_ seats: [Seat], as earlier: [Seat]) -> [Seat] {
      let decided = Dictionary(
        earlier.map { ($0.key, $0.followsPortal) }, uniquingKeysWith: { first, _ in first })
      return seats.map { seat in
        var seat = seat
        seat.followsPortal = decided[seat.key] ?? seat.followsPortal
        return seat
      }
    }
    for place in extra.indices where products.contains(extra[place].key.product) {
      extra[place].followsPortal = true
    }
    extra = kept(extra, as: earlier.extra)
    gone = kept(gone, as: earlier.gone)
    let known = Dictionary(
      earlier.strangers.map { ($0.address, $0.followsPortal) },
      uniquingKeysWith: { first, _ in first })
    for place in strangers.indices {
      strangers[place].followsPortal =
        known[strangers[place].address] ?? strangers[place].followsPortal
    }
  }
}
