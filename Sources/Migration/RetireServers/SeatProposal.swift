/// What the network use of an offering asks of step 2: a product with seats for those who use it.
package struct SeatProposal: Hashable, Sendable {
  /// The offering as the log names it.
  package var offering: String
  /// The users who have no seat for it, planned or given.
  package var users: [UserID]
  /// Logins that use it and belong to nobody yet.
  package var nobodys: Int

  /// Makes a proposal.
  package init(offering: String, users: [UserID], nobodys: Int = 0) {
    self.offering = offering
    self.users = users
    self.nobodys = nobodys
  }

  /// The products in the plan with a seat of which an offering may be used, its own first.
  package static func products(for offering: String, among products: [Product]) -> [Product] {
    let known = OfferingTable.offering(named: offering)
    let collections = known.map { OfferingTable.collections(with: $0.id).map(\.id) } ?? []
    let own = products.filter { product in
      known.map { product.details.offering == $0.id } ?? (product.details.name == offering)
    }
    return own + products.filter { collections.contains($0.details.offering) }
  }
}

/// Seats to be planned: of which product, for whom.
package struct SeatPlanLine: Sendable {
  /// The product: one of the plan, or one that is added with an unknown number of seats.
  package enum Target: Sendable {
    case known(ProductID)
    case new(ProductDetails)
  }

  /// The product.
  package var target: Target
  /// Who gets a seat.
  package var users: [UserID]

  /// Makes a line.
  package init(_ target: Target, users: [UserID]) {
    self.target = target
    self.users = users
  }
}
