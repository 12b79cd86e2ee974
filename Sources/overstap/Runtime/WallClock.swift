import Glibc
import Migration

/// The clock on the wall and the one that only goes on: the only place that reads either.
enum WallClock {
  /// Now, in local time.
  static func moment() -> Moment { moment(at: time(nil)) }

  /// The local moment of what the system tells in seconds since 1970.
  static func moment(at seconds: Int) -> Moment {
    var seconds = time_t(seconds)
    var parts = tm()
    localtime_r(&seconds, &parts)
    let day = Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    return Moment(
      day: day ?? Day(number: seconds / 86_400),
      minute: Int(parts.tm_hour) * 60 + Int(parts.tm_min))
  }

  /// The local moment of one in UTC.
  static func local(utc moment: Moment) -> Moment { self.moment(at: moment.minutes * 60) }

  /// Milliseconds since some moment, never turned back.
  static func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
  }
}
