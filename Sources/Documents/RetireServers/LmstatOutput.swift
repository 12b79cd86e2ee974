import Migration

/// What `lmutil lmstat -a` printed: the servers that answered or did not, their vendor daemons, and
/// per feature who holds it, who waits for it and for whom it is kept.
///
/// Whether a feature is used is to be read from the checkout lines. The header counts reservations
/// as in use, and a pasted output may lack lines.
package struct LmstatOutput: Hashable, Sendable {
  /// The command line, where the output was pasted with it.
  package var command: String?
  /// The first line, which names the program and its age.
  package var banner: String?
  /// When the output was made: the day, and minutes since midnight.
  package var day: LogDay?
  /// Minutes since midnight when the output was made.
  package var minuteOfDay: Int?
  /// The blocks of the output, one for each licence server or redundant set of three.
  package var blocks: [LmstatBlock] = []
  /// The features in the order of the output; a name may stand twice.
  package var features: [LmstatFeature] = []
  /// The licences that are out.
  package var checkouts: [LmstatCheckout] = []
  /// The requests that wait.
  package var queued: [LmstatQueued] = []
  /// The licences kept for somebody.
  package var reservations: [LmstatReservation] = []
  /// All answers, the first one first, where the text holds several: then this is what the last one of
  /// each server says. Empty where it holds one.
  package var answers: [LmstatOutput] = []
  /// Every failure in the order of the output, those of servers, daemons and features too.
  package var failures: [LmstatFailure] = []

  /// An output without lines.
  package init() {}

  /// True where somebody was asked and did not answer: then no line is no evidence.
  package var isIncomplete: Bool {
    !failures.isEmpty
      || blocks.contains { block in
        block.servers.contains { $0.state != .up } || block.daemons.contains { $0.state != .up }
      }
  }

  /// The moment that the output states; nil where it states none.
  package var moment: Moment? {
    day.map { Moment(day: Day(number: Int($0.number)), minute: minuteOfDay ?? 0) }
  }

  /// The last day of a borrowed licence: what is left of it counts from `now`, the moment of the answer,
  /// the whole of it from its start.
  func borrowedUntil(_ checkout: LmstatCheckout, now: Moment) -> Day? {
    guard let linger = checkout.linger else { return nil }
    if let left = linger.secondsLeft { return Moment(minutes: now.minutes + left / 60).day }
    guard let start = checkout.start, let day = startDay(of: checkout) else {
      return Moment(minutes: now.minutes + linger.secondsInAll / 60).day
    }
    let second = Int(day.number) * 86_400 + start.secondOfDay + linger.secondsInAll
    return Moment(minutes: second / 60).day
  }

  /// The feature of a checkout; nil where the output began below its header.
  package func feature(of checkout: LmstatCheckout) -> LmstatFeature? {
    checkout.feature.map { features[$0] }
  }

  /// The day on which a checkout began; the output leaves the year out, and no start lies ahead.
  package func startDay(of checkout: LmstatCheckout) -> LogDay? {
    guard let start = checkout.start, let day else { return nil }
    if let year = start.year { return LogDay(year: year, month: start.month, day: start.day) }
    // A day is left for a server whose clock is ahead; eight years, for 29 February.
    for back in 0..<9 {
      let began = LogDay(year: day.date.year - back, month: start.month, day: start.day)
      if let began, began <= day.advanced(by: 1) { return began }
    }
    return nil
  }
}

/// A failure that `lmstat` reports.
package struct LmstatFailure: Hashable, Sendable {
  /// What failed.
  package enum Subject: Hashable, Sendable {
    /// The question itself.
    case status
    /// A server, by its name.
    case server(String)
    /// A vendor daemon, by its name.
    case daemon(String)
    /// A feature, by its name.
    case feature(String)
  }

  /// What failed.
  package var subject: Subject
  /// The words as printed, without the code.
  package var words: String
  /// FlexNet's code, such as -15; nil where none is printed.
  package var code: Int?
  /// What follows the code in the brackets, such as `570:115 "Operation now in progress"`.
  package var detail: String?
}

/// A licence server, or a redundant set of three, in an `lmstat` output.
package struct LmstatBlock: Hashable, Sendable {
  /// `PORT@HOST` as asked for; the port may be the word `port`.
  package struct Address: Hashable, Sendable {
    /// Digits, the word `port`, or empty.
    package var port: String
    /// The server's name.
    package var host: String
  }

  /// One server's answer.
  package struct Server: Hashable, Sendable {
    /// The server's name.
    package var host: String
    /// Whether it answered.
    package var state: State
    /// True for the master of a redundant set, and for a single server.
    package var isMaster: Bool
    /// The version without its `v`.
    package var version: String?
  }

  /// One vendor daemon's answer.
  package struct Daemon: Hashable, Sendable {
    /// The daemon's name.
    package var name: String
    /// Whether it answered.
    package var state: State
    /// The version without its `v`.
    package var version: String?
  }

  /// Up and down are answers; everything else is none.
  package enum State: Hashable, Sendable {
    case up, down
    /// No answer, which is never to be read as unused.
    case unknown
  }

  /// A licence file and the server that reads it.
  package struct LicencePath: Hashable, Sendable {
    /// The server's name.
    package var host: String
    /// The path as printed.
    package var path: String
  }

  /// The servers that were asked.
  package var addresses: [Address] = []
  /// The licence files that the servers name.
  package var licenceFiles: [LicencePath] = []
  /// The servers' answers.
  package var servers: [Server] = []
  /// The host that the vendor daemons run on: the master of a redundant set.
  package var daemonHost: String?
  /// The vendor daemons' answers.
  package var daemons: [Daemon] = []
}
