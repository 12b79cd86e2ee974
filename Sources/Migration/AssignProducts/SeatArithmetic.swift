/// Assignments of one product by how far they are; what was set aside is left out.
package struct SeatCounts: Hashable, Sendable {
  /// In the plan and in no hand-over.
  package var planned: Int
  /// In the plan and in a hand-over that is written, but not stated.
  package var written: Int
  /// Stated and not proven.
  package var stated: Int
  /// Proven.
  package var proven: Int
  /// Proven or stated once, and gone from the portal.
  package var failed: Int
  /// Seats that the portal has under an address that somebody no longer has here; their people are
  /// counted above.
  package var old: Int

  /// Makes counts.
  package init(
    planned: Int = 0, written: Int = 0, stated: Int = 0, proven: Int = 0, failed: Int = 0,
    old: Int = 0
  ) {
    self.planned = planned
    self.written = written
    self.stated = stated
    self.proven = proven
    self.failed = failed
    self.old = old
  }

  /// All people that are to have the product.
  package var total: Int { planned + written + stated + proven + failed }
  /// Those who have a seat in the portal, as far as is known.
  package var taken: Int { stated + proven }
  /// Those who left in a file or are in the portal already.
  package var left: Int { taken + written }

  /// The same as a funnel.
  package var funnel: Funnel {
    Funnel(total: total, stated: taken, proven: proven, failed: failed)
  }

  /// Adds count by count.
  package static func += (sum: inout SeatCounts, other: SeatCounts) {
    sum.planned += other.planned
    sum.written += other.written
    sum.stated += other.stated
    sum.proven += other.proven
    sum.failed += other.failed
    sum.old += other.old
  }
}

/// What a product's seats come to: what the portal should show, what is free in the plan, who waits.
///
/// Every seat is somebody's or free: `handable + waiting == counts.planned` where the number of seats
/// is known.
package struct SeatArithmetic: Hashable, Sendable {
  /// Seats bought; nil while that is not known.
  package var bought: Int?
  /// The assignments by how far they are.
  package var counts: SeatCounts

  /// Makes the arithmetic of a product.
  package init(bought: Int?, counts: SeatCounts) {
    self.bought = bought
    self.counts = counts
  }

  /// What the portal should show as available now: bought minus handed over or proven, and minus what
  /// it has under old addresses; never below 0; nil while the number of seats is not known.
  package var available: Int? { bought.map { max(0, $0 - counts.taken - counts.old) } }

  /// Seats that are left when everything in the plan is carried out; 0 when none is, nil while the
  /// number of seats is not known.
  package var free: Int? { bought.map { max(0, $0 - counts.total) } }

  /// Seats that are missing for everyone in the plan; 0 while the number of seats is not known.
  package var short: Int { bought.map { max(0, counts.total - $0) } ?? 0 }

  /// Planned people who get no seat as things stand: the last ones of the order.
  package var waiting: Int { bought == nil ? 0 : counts.planned - handable }

  /// Planned people whom the next hand-over may hold: the first ones of the order. None while the
  /// number of seats is not known. A seat that went away, or is held under an old address, keeps its
  /// place until that is settled.
  package var handable: Int {
    guard let bought else { return 0 }
    return min(counts.planned, max(0, bought - counts.left - counts.failed - counts.old))
  }

  /// Whether the rows that are written, and not stated, do not fit beside what the portal has.
  package var isOverwritten: Bool {
    bought.map { counts.written > 0 && counts.left + counts.old > $0 } ?? false
  }

  /// Whether more seats are taken in the portal than were bought, so that the number is wrong.
  package var isOvertaken: Bool { bought.map { counts.taken + counts.old > $0 } ?? false }
}
