/// What the licence logs of the last days say about who really uses a product: the question before a
/// purchase.
package struct ProductUse: Hashable, Sendable {
  /// Distinct people who took a network licence of it.
  package var people: Int
  /// Days of use, each person's by itself.
  package var daysUsed: Int
  /// Those of the people who did on fewer than three days.
  package var occasional: Int
  /// People who have a collection and, apart from it, one of its titles, as a seat in the plan or in the
  /// log: this product is either of the two.
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
