import Glibc
import Migration

/// The clock on the wall and the one that only goes on: the only place that reads either.
enum WallClock {
  /// Now, in local time.
  static func moment() -> Moment {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    let day = Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    return Moment(
      day: day ?? Day(number: seconds / 86_400),
      minute: Int(parts.tm_hour) * 60 + Int(parts.tm_min))
  }

  /// The local day of a moment that the system tells in seconds since 1970.
  static func day(at seconds: Int) -> Day {
    var seconds = time_t(seconds)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? Day(number: Int(seconds) / 86_400)
  }

  /// Milliseconds since some moment, never turned back.
  static func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
  }
}
