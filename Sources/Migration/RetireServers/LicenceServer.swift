/// The number of a licence server within one migration; never used again for another.
package struct ServerID: Hashable, Comparable, Sendable {
  /// The row in the session file.
  package let number: Int64
  /// Names the server with this number.
  package init(_ number: Int64) { self.number = number }
  /// The one that was added first comes first.
  package static func < (left: ServerID, right: ServerID) -> Bool { left.number < right.number }
}

/// What a server's debug logs say as far as they were taken.
package struct LogSpan: Hashable, Sendable {
  /// The first line's moment.
  package var first: Moment
  /// The last line's moment: windows are counted to it.
  package var end: Moment
  /// Lines that take a licence of Autodesk's daemon; without any, the log may be told not to log them.
  package var outs: Int
  /// The last line that takes one; nil where none does.
  package var lastOut: Moment?
  /// When the log ends with a shutdown, its moment.
  package var shutDown: Moment?

  /// Makes a span.
  package init(
    first: Moment, end: Moment, outs: Int, lastOut: Moment? = nil, shutDown: Moment? = nil
  ) {
    self.first = first
    self.end = end
    self.outs = outs
    self.lastOut = lastOut
    self.shutDown = shutDown
  }
}

/// What came of asking a server with `lmstat`.
package struct ServerAnswer: Hashable, Sendable {
  /// How it answered.
  package enum State: Int, Sendable {
    /// Server and daemon are up and said who holds what.
    case up = 0
    /// No answer, or the daemon is down: who holds what is unknown, never nobody.
    case silent = 1
    /// Server and daemon are up, but no line says who holds what: asked without `-a`, or cut off.
    case bare = 2
  }

  /// How it answered.
  package var state: State
  /// When it was asked.
  package var moment: Moment
  /// Features whose header counts more licences in use than the lines show.
  package var unclear: Int

  /// Makes an answer.
  package init(_ state: State, at moment: Moment, unclear: Int = 0) {
    self.state = state
    self.moment = moment
    self.unclear = unclear
  }
}

/// One licence server of the migration.
package struct LicenceServer: Hashable, Sendable {
  /// Its number.
  package var id: ServerID
  /// What is known of it.
  package var details: ServerDetails
  /// Planned; stated and proven mean out of use; failed means used again; set aside means kept.
  package var standing: Standing
  /// The day of the statement, the proof or the decision to keep it.
  package var since: Day?
  /// Why the organisation keeps it; empty where it does not.
  package var keptReason: String
  /// What its debug logs say; nil where none was taken.
  package var log: LogSpan?
  /// The last use of it that any log or answer showed; nil where none did.
  package var lastUsed: Moment?
  /// What it last said when it was asked; nil where it never was.
  package var answer: ServerAnswer?
  /// When it last said who holds what, whether or not its last answer does; nil where it never did.
  package var toldAt: Moment?
  /// The document or check that proves that it is out of use; empty where none does.
  package var proof: String
  /// The day on which the admin said that its licence file is put away; nil while nobody did.
  package var fileAwayOn: Day?
  /// Licences out now, as far as log and answers tell.
  package var openLicences: Int
  /// Borrowed licences that have not come back by themselves yet, by their last day.
  package var borrowed: [Summary.DayCount]
  /// People who wait in a queue.
  package var queued: Int

  /// Makes a server.
  package init(
    id: ServerID, details: ServerDetails, standing: Standing = .planned, since: Day? = nil,
    keptReason: String = "", log: LogSpan? = nil, answer: ServerAnswer? = nil, proof: String = "",
    fileAwayOn: Day? = nil, openLicences: Int = 0, borrowed: [Summary.DayCount] = [],
    queued: Int = 0, lastUsed: Moment? = nil, toldAt: Moment? = nil
  ) {
    self.id = id
    self.details = details
    self.standing = standing
    self.since = since
    self.keptReason = keptReason
    self.log = log
    self.answer = answer
    self.proof = proof
    self.fileAwayOn = fileAwayOn
    self.openLicences = openLicences
    self.borrowed = borrowed
    self.queued = queued
    self.lastUsed = lastUsed
    self.toldAt = toldAt
  }

  /// What proves that a server is out of use, in the words of `proof`.
  package enum Proof: String, Sendable {
    /// All its ports refuse while the computer itself answers.
    case portsRefused = "ports-refused"
    /// Its last log ends with a shutdown.
    case logShutdown = "log-shutdown"
  }

  /// Whether it is still to be taken out of use.
  package var isActive: Bool { standing == .planned || standing == .failed }

  /// The moment up to which use is known: the later of the log's last line and the last answer that
  /// said who holds what.
  package var knownUntil: Moment? {
    [log?.end, toldAt, answer?.state == .up ? answer?.moment : nil].compactMap { $0 }.max()
  }

  /// Licences borrowed beyond the end of a day.
  package func borrowedCount(after day: Day) -> Int {
    borrowed.filter { $0.day > day }.reduce(0) { $0 + $1.count }
  }
}
