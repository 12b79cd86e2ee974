/// What the licence logs of the last days say about who really uses a product: the question before a
/// purchase.
package struct ProductUse: Hashable, Sendable {
  /// Which use is asked for.
  package struct Query: Hashable, Sendable {
    /// The product; a collection's use is that of its titles too.
    package var product: ProductID
    /// The last day that counts.
    package var until: Day
    /// How many days count.
    package var days: Int

    /// Asks for the use in the 90 days up to a day.
    package init(product: ProductID, until: Day, days: Int = 90) {
      self.product = product
      self.until = until
      self.days = days
    }
  }

  /// Distinct people who took a network licence of it.
  package var people: Int
  /// Days on which anybody did.
  package var daysUsed: Int
  /// Those of the people who did on fewer than three days.
  package var occasional: Int
  /// Those of the people who took a collection and, apart from it, one of its titles.
  package var withBoth: Int
  /// Those of the people who have no seat in the plan.
  package var withoutSeat: Int
  /// The last day that the logs hold.
  package var logEnd: Day

  /// Makes the figures.
  package init(
    people: Int, daysUsed: Int, occasional: Int, withBoth: Int, withoutSeat: Int, logEnd: Day
  ) {
    self.people = people
    self.daysUsed = daysUsed
    self.occasional = occasional
    self.withBoth = withBoth
    self.withoutSeat = withoutSeat
    self.logEnd = logEnd
  }
}
