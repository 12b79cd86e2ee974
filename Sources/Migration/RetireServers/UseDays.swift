/// On which days something was used: each of the last 128 days up to the latest, in fixed room.
package struct UseDays: Hashable, Sendable {
  /// The latest day.
  package private(set) var last: Day
  /// Bit n: the day n days before the last, for n from 0 to 63; all bits are 0 where no day is known.
  package private(set) var recent: UInt64
  /// The same for n from 64 to 127.
  package private(set) var older: UInt64

  /// No days.
  package init() { self.init(last: Day(number: 0), recent: 0, older: 0) }

  /// Days by their bits.
  package init(last: Day, recent: UInt64, older: UInt64) {
    self.last = last
    self.recent = recent
    self.older = older
  }

  /// Whether no day is known.
  package var isEmpty: Bool { recent == 0 && older == 0 }

  /// The days among the `days` days that end with `end`, both counted.
  package func count(inLast days: Int, upTo end: Day) -> Int {
    guard !isEmpty, days > 0 else { return 0 }
    // Bits of days after `end` and of days before its window are shifted out.
    let skipped = max(0, last - end)
    let kept = days - max(0, end - last)
    guard kept > 0, skipped < 128 else { return 0 }
    var moved = self
    moved.shiftForth(skipped)
    if kept < 64 {
      return (moved.recent & (1 << UInt64(kept) - 1)).nonzeroBitCount
    }
    let rest = kept - 64
    let mask = rest >= 64 ? UInt64.max : (1 << UInt64(rest)) - 1
    return moved.recent.nonzeroBitCount + (moved.older & mask).nonzeroBitCount
  }

  /// Adds a day; one more than 127 days before the last is not kept.
  package mutating func insert(_ day: Day) {
    formUnion(UseDays(last: day, recent: 1, older: 0))
  }

  /// Adds the days of others.
  package mutating func formUnion(_ other: UseDays) {
    guard !other.isEmpty else { return }
    guard !isEmpty else {
      self = other
      return
    }
    var (mine, others) = last >= other.last ? (self, other) : (other, self)
    others.shiftBack(mine.last - others.last)
    mine.recent |= others.recent
    mine.older |= others.older
    self = mine
  }

  /// The same days seen from a day so many later.
  private mutating func shiftBack(_ days: Int) {
    switch days {
    case ..<1: break
    case ..<64:
      older = older << UInt64(days) | recent >> UInt64(64 - days)
      recent <<= UInt64(days)
    case ..<128:
      older = recent << UInt64(days - 64)
      recent = 0
    default: (recent, older) = (0, 0)
    }
  }

  /// The days without the latest so many.
  private mutating func shiftForth(_ days: Int) {
    switch days {
    case ..<1: break
    case ..<64:
      recent = recent >> UInt64(days) | older << UInt64(64 - days)
      older >>= UInt64(days)
    case ..<128:
      recent = older >> UInt64(days - 64)
      older = 0
    default: (recent, older) = (0, 0)
    }
  }
}
