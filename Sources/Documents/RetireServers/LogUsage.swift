/// What one person on one computer did with one feature, by one vendor daemon's lines.
package struct LogUsage: Hashable, Sendable {
  /// The login name as first written; names that differ in case alone are one.
  package var user: String
  /// The computer as first written; empty where the log leaves it out.
  package var host: String
  /// The feature's name.
  package var feature: String
  /// The vendor daemon's name.
  package var daemon: String
  /// The package under which the log shows this release checked out; nil for a package itself and
  /// where the log does not tell.
  package var packageFeature: String?

  /// The first and the last line that takes the feature.
  package var firstOut: LogMoment?
  /// The last line that takes the feature.
  package var lastOut: LogMoment?
  /// The last line that gives it back.
  package var lastIn: LogMoment?
  /// Lines that take the feature, and the licences on them.
  package var outs = 0
  /// The licences on the lines that take it.
  package var outLicences = 0
  /// Lines that give it back; of these, by the inactivity time-out and by a server's shutdown.
  package var ins = 0
  /// Lines that give it back by the inactivity time-out.
  package var inactiveIns = 0
  /// Lines that give it back because the server shuts down.
  package var shutdownIns = 0
  /// The days on which it was taken.
  package var days = LogDayTrail()

  /// What the lines make of the number that was open before them: `max(before + change, floor)`.
  /// Two parts of a log follow each other by applying one after the other, so the outcome is the
  /// same however the log was cut.
  var change = 0
  var floor = 0

  /// The licences still out at the log's end. A line that gives back what the log never saw taken
  /// counts for nothing, and a start of the daemon ends what was open before it.
  package var openLicences: Int { floor }

  /// The change after which nothing that was open before can matter; it stays so.
  static let forgets = Int.min / 2

  /// One change after another.
  @inline(__always)
  static func sum(_ change: Int, _ step: Int) -> Int {
    change == forgets || step == forgets ? forgets : change &+ step
  }
}
