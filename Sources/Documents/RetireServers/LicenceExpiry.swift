/// When a licence ends, as a licence file or `lmstat` words it.
package enum LicenceExpiry: Hashable, Sendable {
  /// Never: `permanent`, or a date in the year 0.
  case permanent
  /// The last day on which it is valid.
  case day(LogDay)
  /// Words of no known form.
  case other(String)

  init(_ run: ByteRun) {
    if Self.isPermanent(run) {
      self = .permanent
    } else if let day = LogDay.dashed(run) {
      self = .day(day)
    } else {
      self = .other(run.text)
    }
  }

  static func isPermanent(_ run: ByteRun) -> Bool {
    if run.count >= 9, run.upTo(9).equalsFolded("PERMANENT") { return true }
    let date = run.firstWord.word
    guard let dash = date.lastIndex(of: UInt8(ascii: "-")), dash > 0,
      date.upTo(dash).firstIndex(of: UInt8(ascii: "-")) != nil
    else { return false }
    return date.from(dash + 1).number == 0
  }
}
