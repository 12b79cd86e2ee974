/// The number of a product within one migration; never used again for another.
package struct ProductID: Hashable, Comparable, Sendable {
  /// The row in the session file.
  package let number: Int64
  /// Names the product with this number.
  package init(_ number: Int64) { self.number = number }
  /// The one that was added first comes first.
  package static func < (left: ProductID, right: ProductID) -> Bool { left.number < right.number }
}

/// How the number of seats is known.
package enum SeatSource: Int, CaseIterable, Sendable {
  /// The admin typed it.
  case typed = 0
  /// The portal's export of subscriptions says so.
  case subscriptions = 1
  /// Two for each network seat of a licence server: the trade-in, which the admin confirmed.
  case tradeIn = 2

  /// The source's name in the words of the screens.
  package var name: String {
    switch self {
    case .typed: "typed"
    case .subscriptions: "subscriptions"
    case .tradeIn: "trade-in"
    }
  }
}

/// What the admin knows and may change of a product.
package struct ProductDetails: Hashable, Sendable {
  /// The name as the portal shows it.
  package var name: String
  /// The id of the offering that it is; empty for one that the table does not know.
  package var offering: String
  /// Seats bought; nil while that is not known.
  package var seats: Int?
  /// How the seats are known.
  package var source: SeatSource
  /// The network seats that a trade-in doubled; nil for the other sources.
  package var networkSeats: Int?

  /// Makes details.
  package init(
    name: String, offering: String = "", seats: Int? = nil, source: SeatSource = .typed,
    networkSeats: Int? = nil
  ) {
    self.name = name
    self.offering = offering
    self.seats = seats
    self.source = source
    self.networkSeats = networkSeats
  }

  /// A product by its name: with the offering that the name stands for, where one is known.
  package init(named name: String, seats: Int? = nil, source: SeatSource = .typed) {
    let known = OfferingTable.offering(named: name)
    self.init(
      name: known?.name ?? name, offering: known?.id ?? "", seats: seats, source: source)
  }
}

/// A look at the portal: whether the number of seats there is the one that it should be.
package struct SeatGlance: Hashable, Sendable {
  /// The day of the look.
  package var day: Day
  /// Whether the portal showed the number.
  package var isRight: Bool
  /// Makes a look.
  package init(day: Day, isRight: Bool) {
    self.day = day
    self.isRight = isRight
  }
}

/// One product of the migration with its seats.
package struct Product: Hashable, Sendable {
  /// Its number.
  package var id: ProductID
  /// What is known of it.
  package var details: ProductDetails
  /// The day since which the number of seats is known so; nil while it is not.
  package var seatsSince: Day?
  /// The last look at the portal; nil for none, and after anything else was stated.
  package var glance: SeatGlance?
  /// Its assignments by how far they are.
  package var counts: SeatCounts

  /// Makes a product.
  package init(
    id: ProductID, details: ProductDetails, seatsSince: Day? = nil, glance: SeatGlance? = nil,
    counts: SeatCounts = SeatCounts()
  ) {
    self.id = id
    self.details = details
    self.seatsSince = seatsSince
    self.glance = glance
    self.counts = counts
  }

  /// What is taken, free and short.
  package var seats: SeatArithmetic { SeatArithmetic(bought: details.seats, counts: counts) }
  /// The offering that it is; nil for one that the table does not know.
  package var offering: Offering? { OfferingTable.offering(id: details.offering) }
}
