/// A day and a minute on it, in the local time of whoever works: given by the caller, never read here.
package struct Moment: Hashable, Comparable, Sendable {
  /// The day.
  package var day: Day
  /// Minutes since midnight, 0 to 1439.
  package var minute: Int

  /// Makes a moment; the minute is held within the day.
  package init(day: Day, minute: Int = 0) {
    self.day = day
    self.minute = min(max(0, minute), 1_439)
  }

  /// `10:42`.
  package var clock: String {
    let hours = minute / 60
    let minutes = minute % 60
    return "\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
  }

  /// The earlier moment comes first.
  package static func < (left: Moment, right: Moment) -> Bool {
    (left.day, left.minute) < (right.day, right.minute)
  }
}
