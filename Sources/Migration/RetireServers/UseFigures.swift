/// Counts over the network use of a window: people are logins, whatever their case.
package struct UseFigures: Hashable, Sendable {
  /// Logins that are not set aside.
  package var people = 0
  /// Of these, logins with a licence out now.
  package var openNow = 0
  /// Of these, logins with a borrowed licence.
  package var borrowed = 0
  /// Of these, logins that belong to no user.
  package var nobody = 0
  /// Of these, logins without a seat, as far as seats are known.
  package var withoutSeat = 0
  /// Of these, logins that used a product after it was stated as switched.
  package var afterSwitch = 0
  /// Logins that are set aside.
  package var setAside = 0

  /// No use.
  package init() {}
}

/// The logins that used the network licence within 90 days up to each server's last line, set aside
/// left out.
package struct LoginCount: Hashable, Sendable {
  /// All of them; one that the log leaves out counts as well.
  package var total: Int
  /// Of these, those that belong to no user.
  package var nobody: Int

  /// Makes a count.
  package init(total: Int, nobody: Int) {
    self.total = total
    self.nobody = nobody
  }
}

/// How many people use an offering over the network licence: what is to be bought.
package struct OfferingUse: Hashable, Sendable {
  /// The offering.
  package var offering: String
  /// Logins, set aside left out, that used it within 90 days up to the log's last line.
  package var people: Int
  /// Of these, logins that used it on fewer than three days.
  package var seldom: Int
  /// Of these, logins that used it within 14 days.
  package var stillUsing: Int
  /// Of these, logins without a seat for it, as far as seats are known.
  package var withoutSeat = 0

  /// Makes the use of an offering.
  package init(offering: String, people: Int, seldom: Int, stillUsing: Int) {
    self.offering = offering
    self.people = people
    self.seldom = seldom
    self.stillUsing = stillUsing
  }
}
