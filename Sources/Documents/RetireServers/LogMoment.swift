import Migration

/// A moment in a debug log. The log writes the time on every line and the date on few, so the day
/// may be known only as the count of midnights since the log's first line.
package struct LogMoment: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970 where the log is dated, else midnights since its first line.
  var dayNumber: Int32
  /// Seconds since midnight by the server's clock.
  package var secondOfDay: Int32
  /// False where the log states no date at all.
  package var isDated: Bool

  init(dayNumber: Int32, secondOfDay: Int32, isDated: Bool) {
    self.dayNumber = dayNumber
    self.secondOfDay = secondOfDay
    self.isDated = isDated
  }

  /// The calendar day; nil where the log states no date at all.
  package var day: LogDay? { isDated ? LogDay(number: dayNumber) : nil }

  /// The moment as the migration keeps it; nil where the log states no date at all.
  package var moment: Moment? {
    isDated ? Moment(day: Day(number: Int(dayNumber)), minute: Int(secondOfDay) / 60) : nil
  }

  /// Seconds since 1970 where the log is dated, else since the midnight before its first line.
  var seconds: Int { Int(dayNumber) * 86_400 + Int(secondOfDay) }

  /// An undated moment comes before every dated one.
  package static func < (left: LogMoment, right: LogMoment) -> Bool {
    if left.isDated != right.isDated { return right.isDated }
    return (left.dayNumber, left.secondOfDay) < (right.dayNumber, right.secondOfDay)
  }
}

/// On which days something was used: how many days in all, and each of the last 128 of them that
/// lie behind the latest. It takes the same room however long the log is.
package struct LogDayTrail: Hashable, Sendable {
  /// The distinct days in all.
  package private(set) var count = 0
  private(set) var first: Int32 = 0
  private(set) var last: Int32 = 0
  /// Bit n: the day n days before the last, for n from 0 to 63 and from 64 to 127.
  private var recent: UInt64 = 0
  private var older: UInt64 = 0

  init() {}

  /// The days as the migration keeps them; none where the log states no date.
  package var useDays: UseDays {
    count > 0
      ? UseDays(last: Day(number: Int(last)), recent: recent, older: older) : UseDays()
  }

  /// The distinct days among the `days` days that end with `end`, both counted; exact up to 128
  /// days before the latest use.
  package func count(inLast days: Int, upTo end: LogDay) -> Int {
    guard count > 0, days > 0 else { return 0 }
    let oldest = Int(end.number) - days + 1
    var found = 0
    for back in 0..<128 where has(back) {
      let day = Int(last) - back
      if day >= oldest, day <= Int(end.number) { found += 1 }
    }
    return found
  }

  @inline(__always)
  mutating func insert(_ day: Int32) {
    if count > 0, day == last { return }
    insertOther(day)
  }

  /// Moves every day on, once the date of the log's first lines is known.
  mutating func shift(by days: Int32) {
    guard count > 0 else { return }
    first &+= days
    last &+= days
  }

  /// Adds the days of another trail. Days that both hold are counted once as far as both still
  /// know them; of older days that overlap, the larger count stands, so the sum is never too high.
  mutating func formUnion(_ other: LogDayTrail) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    if other.last > last {
      let mine = self
      self = other
      formUnion(mine)
      return
    }
    let gap = Int(last) - Int(other.last)
    var shared = 0
    var known = 0
    for back in 0..<128 where other.has(back) {
      known += 1
      if back + gap < 128 {
        if has(back + gap) { shared += 1 }
        mark(back + gap)
      }
    }
    if other.last < first {
      count += other.count
    } else if other.last == first {
      count += other.count - 1
    } else {
      let mineKnown = recent.nonzeroBitCount + older.nonzeroBitCount
      let forgotten = max(count - (mineKnown - (known - shared)), other.count - known, 0)
      count = max(count, other.count, mineKnown + forgotten)
    }
    first = min(first, other.first)
  }

  @inline(never)
  private mutating func insertOther(_ day: Int32) {
    guard count > 0 else {
      count = 1
      first = day
      last = day
      recent = 1
      return
    }
    let gap = Int(day) - Int(last)
    if gap > 0 {
      shiftBack(gap)
      last = day
      recent |= 1
      count += 1
    } else if -gap < 128, !has(-gap) {
      mark(-gap)
      count += 1
    }
    first = min(first, day)
  }

  private mutating func shiftBack(_ days: Int) {
    switch days {
    case 0..<64:
      older = older << UInt64(days) | (days == 0 ? 0 : recent >> UInt64(64 - days))
      recent <<= UInt64(days)
    case 64..<128:
      older = recent << UInt64(days - 64)
      recent = 0
    default:
      older = 0
      recent = 0
    }
  }

  private func has(_ back: Int) -> Bool {
    (back < 64 ? recent >> UInt64(back) : older >> UInt64(back - 64)) & 1 == 1
  }

  private mutating func mark(_ back: Int) {
    if back < 64 { recent |= 1 << UInt64(back) } else { older |= 1 << UInt64(back - 64) }
  }
}
