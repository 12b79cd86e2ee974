/// A FlexNet debug log, as `lmgrd` and the vendor daemons write it together: who took which feature
/// on which computer and when, and what the server says of itself.
///
/// Only few lines state a date. Days are carried forward from `TIMESTAMP`, start and summary lines,
/// with a day added when the clock runs back; the lines before the first date are dated backward
/// from it in the same way. A log without any date keeps its times and counts alone.
package struct DebugLog: Hashable, Sendable {
  /// The lines, where a last one without newline counts.
  package var lineCount = 0
  /// Events over all daemons.
  package var outs = 0
  /// Lines that give licences back.
  package var ins = 0
  /// Lines that refuse a request.
  package var denied = 0
  /// Lines that refuse a feature which the server does not have.
  package var unsupported = 0
  /// Lines that give back by the inactivity time-out.
  package var inactiveIns = 0
  /// Lines that give back because the server shuts down.
  package var shutdownIns = 0
  /// Lines of a return that failed.
  package var failedCheckins = 0
  /// An answer of lmstat that stands behind the log in one text; nil where none does.
  package var answer: LmstatOutput?
  /// The licences that the lines which take them state, 1 where they state none. A number that was
  /// wrapped to the next line is not read: the line that gives the licences back wraps it too.
  package var outLicences = 0

  /// The server of the last start block, or of each server where logs were merged.
  package var servers: [LogServer] = []
  /// By person, computer, feature and daemon, in the order of the first line.
  package var usages: [LogUsage] = []
  /// The vendor daemon that refused somebody first; nil where none did.
  var refusingDaemon: String?
  /// The distinct people on computers, whatever the feature; case is left aside.
  package var userHosts = 0

  /// The first and last day that a `TIMESTAMP` or start line states.
  package var firstStatedDay: LogDay?
  /// The last day that a `TIMESTAMP` or start line states.
  package var lastStatedDay: LogDay?
  /// The first and last line that has a time.
  package var first: LogMoment?
  /// The last line that has a time.
  package var last: LogMoment?
  /// When the log last shows a shutdown after which nobody took a licence and nothing started; a
  /// retired server's log ends so.
  package var shutDown: LogMoment?

  /// Days with a line that takes a licence, ascending; days dated backward are kept apart.
  var carriedOutDays: [Int32] = []
  var backdatedOutDays: [Int32] = []
  /// The daemons that started within the log, each with its last start: what was open before is over.
  var restarts: [String: LogMoment] = [:]
  /// The first and the last line that takes a licence: a package and its release may be cut apart.
  var firstTaking: LogCheckout?
  var lastTaking: LogCheckout?

  /// True where the log states a date anywhere, so that its days are known.
  package var isDated: Bool { last?.isDated ?? false }

  /// A log without lines.
  package init() {}

  /// The last line that takes a licence; nil where none does.
  package var lastOut: LogMoment? { usages.compactMap(\.lastOut).max() }

  /// The licences still out at the log's end.
  package var openLicences: Int { usages.reduce(0) { $0 + $1.openLicences } }

  /// The vendor daemon that the log is about: Autodesk's where it is among them, else the first
  /// that started, else the first that served or refused somebody.
  package var mainDaemon: LogDaemon? {
    let daemons = servers.flatMap(\.daemons)
    let active = usages.first?.daemon ?? refusingDaemon
    return daemons.first { $0.name.lowercased() == "adskflex" }
      ?? daemons.first(where: \.hasStarted)
      ?? daemons.first { $0.name == active } ?? daemons.first
  }

  /// The log as that of a server, where it does not name its own.
  package func named(_ host: String) -> DebugLog {
    guard serverName == nil else { return self }
    var log = self
    if log.servers.isEmpty { log.servers = [LogServer()] }
    log.servers[0].host = host
    return log
  }

  /// Every package that a start block maps to its releases, over all servers and daemons.
  package var packages: [LicencePackage] {
    servers.flatMap { $0.daemons.flatMap(\.packages) }
  }
}
