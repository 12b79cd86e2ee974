/// A calendar day of the Gregorian calendar, without a time and without a time zone.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970.
  package let number: Int

  /// The day so many days after 1 January 1970.
  package init(number: Int) { self.number = number }

  /// A day of the calendar; nil for a day that does not exist. Years 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    // Days before a civil date, counted in years that begin on 1 March so that the leap day is last.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads what people type: `2027-01-31`, `31-1-2027`, `31/01/2027`, `31.1.2027`; nil for anything else.
  package init?(text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { "-/. ".contains($0) }
    guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.count <= 4 }),
      let first = Int(parts[0]), let second = Int(parts[1]), let third = Int(parts[2])
    else { return nil }
    if parts[0].count == 4 {
      self.init(year: first, month: second, day: third)
    } else if parts[2].count == 4 {
      self.init(year: third, month: second, day: first)
    } else {
      return nil
    }
  }

  /// Year, month 1 to 12 and day 1 to 31.
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// ISO 8601: `2027-01-31`.
  package var iso: String {
    let (year, month, day) = parts
    return "\(Day.padded(year, 4))-\(Day.padded(month, 2))-\(Day.padded(day, 2))"
  }

  /// The day of the week, Monday is 0.
  package var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  /// The day so many days later.
  package static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  /// The day so many days earlier.
  package static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
  /// Days from one day to another; negative when the second is later.
  package static func - (later: Day, earlier: Day) -> Int { later.number - earlier.number }
  /// The earlier day comes first.
  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
