/// A product that a file proposes: what was bought, or what a licence server serves.
package struct ProductProposal: Hashable, Sendable {
  /// The product; a trade-in has twice the network seats.
  package var details: ProductDetails
  /// Whether it is taken over.
  package var isTaken: Bool

  /// Makes a proposal.
  package init(details: ProductDetails, isTaken: Bool = true) {
    self.details = details
    self.isTaken = isTaken
  }

  /// Proposals from subscriptions: the seats of one offering add up over its subscriptions. In the
  /// order of the first of each.
  package static func bought(
    _ subscriptions: some Sequence<(offering: String, seats: Int?)>
  ) -> [ProductProposal] {
    merged(
      subscriptions.map { offering, seats in
        ProductDetails(named: offering, seats: seats, source: .subscriptions)
      })
  }

  /// Proposals from a licence server's packages: two seats for each network seat, to be confirmed.
  ///
  /// `code` is the product's code in the feature's name, such as `AECCOL`. Source: the trade-in of one
  /// network seat for two seats of named users.
  package static func tradeIn(
    _ features: some Sequence<(code: String, licences: Int)>
  ) -> [ProductProposal] {
    merged(
      features.map { code, licences in
        let offering = OfferingTable.offering(feature: code)
        return ProductDetails(
          name: offering?.name ?? code, offering: offering?.id ?? "", seats: licences * 2,
          source: .tradeIn, networkSeats: licences)
      })
  }

  private static func merged(_ details: [ProductDetails]) -> [ProductProposal] {
    var proposals: [ProductProposal] = []
    var places: [String: Int] = [:]
    for one in details {
      let key = one.key
      guard let place = places[key] else {
        places[key] = proposals.count
        proposals.append(ProductProposal(details: one))
        continue
      }
      proposals[place].details.add(one)
    }
    return proposals
  }
}

extension ProductDetails {
  /// What tells it from other products: the offering, or the name where that is not known.
  package var key: String { offering.isEmpty ? "name " + OfferingName.key(of: name) : offering }

  /// Adds the seats of the same product.
  fileprivate mutating func add(_ other: ProductDetails) {
    if let more = other.seats { seats = (seats ?? 0) + more }
    if let more = other.networkSeats { networkSeats = (networkSeats ?? 0) + more }
  }
}
