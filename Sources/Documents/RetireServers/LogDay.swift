/// A calendar day in a licence server's own time, counted from 1 January 1970.
package struct LogDay: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970; earlier days are negative.
  package let number: Int32

  /// The day with a number.
  package init(number: Int32) { self.number = number }

  /// The day of a date; nil where the calendar has no such day or the year is not 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    // Years are counted from March, so that the leap day is the last of its year.
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month (1 to 12) and day of the month.
  package var date: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let index = (5 * dayOfYear + 2) / 153
    let month = index < 10 ? index + 3 : index - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * index + 2) / 5 + 1)
  }

  /// The day as `YYYY-MM-DD`.
  package var isoText: String {
    let (year, month, day) = date
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// A number of days later, or earlier where it is negative.
  package func advanced(by days: Int) -> LogDay {
    LogDay(number: Int32(clamping: Int(number) + days))
  }

  /// Earlier days come first.
  package static func < (left: LogDay, right: LogDay) -> Bool { left.number < right.number }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension LogDay {
  /// The day in `M/D/YYYY`, as the licence server writes it, and the bytes that it takes.
  static func american(_ run: ByteRun) -> (day: LogDay, length: Int)? {
    guard let month = run.leadingNumber, month.digits <= 2,
      month.digits < run.count, run[month.digits] == UInt8(ascii: "/")
    else { return nil }
    let second = run.from(month.digits + 1)
    guard let day = second.leadingNumber, day.digits <= 2,
      day.digits < second.count, second[day.digits] == UInt8(ascii: "/")
    else { return nil }
    guard let year = second.from(day.digits + 1).leadingNumber, year.digits == 4 else { return nil }
    guard let value = LogDay(year: year.value, month: month.value, day: day.value) else {
      return nil
    }
    return (value, month.digits + day.digits + year.digits + 2)
  }

  /// The day and clock in `Wed Mar 30 2016 01:56:00`, whatever names the time zone after it.
  static func spelled(_ run: ByteRun) -> (day: LogDay, second: Int32)? {
    let month = run.firstWord.rest.firstWord
    let dayOfMonth = month.rest.firstWord
    let year = dayOfMonth.rest.firstWord
    guard let monthNumber = monthNumber(month.word), let day = dayOfMonth.word.number,
      let yearNumber = year.word.number,
      let value = LogDay(year: yearNumber, month: monthNumber, day: day),
      let second = clock(year.rest.firstWord.word)
    else { return nil }
    return (value, second)
  }

  /// The day in `21-jul-2022`, as a licence file and `lmstat` write it.
  static func dashed(_ run: ByteRun) -> LogDay? {
    guard let first = run.firstIndex(of: UInt8(ascii: "-")),
      let second = run.firstIndex(of: UInt8(ascii: "-"), from: first + 1),
      let day = run.upTo(first).number, let year = run.from(second + 1).number,
      let month = monthNumber(run.upTo(second).from(first + 1))
    else { return nil }
    return LogDay(year: year, month: month, day: day)
  }

  /// Seconds since midnight of `H:MM` or `H:MM:SS`.
  static func clock(_ run: ByteRun) -> Int32? {
    guard let hour = run.leadingNumber, hour.digits <= 2, hour.value < 24,
      run.count >= hour.digits + 3, run[hour.digits] == UInt8(ascii: ":")
    else { return nil }
    let rest = run.from(hour.digits + 1)
    guard let minute = rest.leadingNumber, minute.digits == 2, minute.value < 60 else { return nil }
    let start = Int32(hour.value * 3600 + minute.value * 60)
    guard rest.count > 2 else { return start }
    guard rest[2] == UInt8(ascii: ":"), let second = rest.from(3).leadingNumber,
      second.digits == 2, second.value < 61, rest.count == 5
    else { return nil }
    return start + Int32(min(second.value, 59))
  }

  static func monthNumber(_ word: ByteRun) -> Int? {
    guard word.count == 3 else { return nil }
    let packed =
      UInt32(word[0] | 0x20) << 16 | UInt32(word[1] | 0x20) << 8 | UInt32(word[2] | 0x20)
    for (index, name) in monthNames.enumerated() where name == packed { return index + 1 }
    return nil
  }

  private static let monthNames: [UInt32] = [
    0x6A616E, 0x666562, 0x6D6172, 0x617072, 0x6D6179, 0x6A756E,
    0x6A756C, 0x617567, 0x736570, 0x6F6374, 0x6E6F76, 0x646563,
  ]
}
