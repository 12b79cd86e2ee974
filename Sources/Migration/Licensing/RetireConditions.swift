/// One of the things that have to be so before licence servers go off.
package struct RetireCondition: Hashable, Sendable {
  /// What has to be so.
  package enum Kind: String, CaseIterable, Sendable {
    /// Nobody holds a licence on any of the servers.
    case openCheckouts = "open-checkouts"
    /// Nobody has a borrowed licence: those cannot be given back from the server's side.
    case borrowed
    /// Nobody took a licence for so many days up to the log's last line, and that line is recent.
    case quiet
    /// Every product on every computer is switched.
    case switched
    /// Everyone is informed.
    case informed
    /// Nothing else runs on the servers.
    case alone
  }

  /// How it stands.
  package enum Verdict: String, Sendable {
    case met
    case open
    /// There is no evidence, or what there is is too old or says too little. Never the same as met.
    case unknown
  }

  /// Why a verdict is what it is; the key of a sentence in the words of the screens.
  package enum Reason: String, Sendable {
    /// Said by what was read.
    case told
    /// There is no server.
    case noServer = "no-server"
    /// No log and no answer was read.
    case noEvidence = "no-evidence"
    /// The server did not answer.
    case silent
    /// What was read is too old.
    case stale
    /// The log has no line that takes a licence: logging them may be off.
    case logWithoutUse = "log-without-use"
    /// A feature counts more in use than its lines show, or reserves licences.
    case unclear
    /// The step has nothing in the plan yet.
    case stepEmpty = "step-empty"
    /// The admin said so, on a day.
    case stated
    /// So many of so many are stated.
    case counted
  }

  /// What has to be so.
  package var kind: Kind
  /// How it stands.
  package var verdict: Verdict
  /// Why.
  package var reason: Reason
  /// How many stand in the way; for `quiet` the days that it was quiet.
  package var count: Int
  /// How many there are in all; 0 where that says nothing.
  package var total: Int
  /// The server that the evidence is about, or that lacks it; nil for the whole migration.
  package var server: ServerID?
  /// The moment up to which the evidence speaks; nil where there is none.
  package var seen: Moment?
  /// The first day on which it can be met; nil where no day says so.
  package var from: Day?

  /// Makes a condition.
  package init(
    _ kind: Kind, _ verdict: Verdict, _ reason: Reason = .told, count: Int = 0,
    total: Int = 0, server: ServerID? = nil, seen: Moment? = nil, from: Day? = nil
  ) {
    self.kind = kind
    self.verdict = verdict
    self.reason = reason
    self.count = count
    self.total = total
    self.server = server
    self.seen = seen
    self.from = from
  }
}

/// Whether licence servers can go off: every condition with its evidence, and from when.
package struct RetireVerdict: Hashable, Sendable {
  /// The conditions in the order in which they are shown.
  package var conditions: [RetireCondition]
  /// The first day on which all can be met as far as days say so; nil where nothing is in the way
  /// but what no day solves, or everything is met.
  package var earliest: Day?

  /// Whether all are met.
  package var isReady: Bool { conditions.allSatisfy { $0.verdict == .met } }
  /// How many are met.
  package var metCount: Int { conditions.count { $0.verdict == .met } }

  /// Makes a verdict out of its conditions.
  package init(_ conditions: [RetireCondition]) {
    self.conditions = conditions
    earliest = conditions.filter { $0.verdict != .met }.compactMap(\.from).max()
  }

  /// Weighs what is known of some servers at a moment. A plain function: same facts, same verdict.
  ///
  /// Source: the pre-conditions before a licence server is removed, from Flexera's administration
  /// guide (lmdown is refused while licences are borrowed; a borrowed licence is only returned from
  /// the product) and Autodesk's five steps (servers once nobody uses them).
  package init(
    of servers: [LicenceServer], switching: Funnel, informing: Funnel, informedOn: Day? = nil,
    quietDays: Int, now: Moment
  ) {
    self.init([
      Self.combined(.openCheckouts, servers) { Self.openCheckouts($0, now) },
      Self.combined(.borrowed, servers) { Self.borrowed($0, now) },
      Self.combined(.quiet, servers) { Self.quiet($0, quietDays, now) },
      Self.step(.switched, switching), Self.informed(informing, on: informedOn),
      Self.combined(.alone, servers) { Self.alone($0) },
    ])
  }

  /// A log or an answer older than this many minutes says nothing about now.
  package static let recentMinutes = 2 * 1_440

  // MARK: One server

  private static func openCheckouts(_ server: LicenceServer, _ now: Moment) -> RetireCondition {
    let kind = RetireCondition.Kind.openCheckouts
    if server.openLicences > 0 {
      return RetireCondition(
        kind, .open, count: server.openLicences, server: server.id, seen: server.knownUntil)
    }
    let isAnswerNewest = server.answer.map { answer in
      server.log.map { $0.end <= answer.moment } ?? true
    }
    if let answer = server.answer, isAnswerNewest == true {
      if answer.state == .silent {
        return RetireCondition(kind, .unknown, .silent, server: server.id, seen: answer.moment)
      }
      if answer.unclear > 0 {
        return RetireCondition(
          kind, .unknown, .unclear, count: answer.unclear, server: server.id, seen: answer.moment)
      }
      return aged(kind, answer.moment, server, now)
    }
    guard let log = server.log else {
      return RetireCondition(kind, .unknown, .noEvidence, server: server.id)
    }
    guard log.outs > 0 else {
      return RetireCondition(kind, .unknown, .logWithoutUse, server: server.id, seen: log.end)
    }
    return aged(kind, log.end, server, now)
  }

  private static func borrowed(_ server: LicenceServer, _ now: Moment) -> RetireCondition {
    let kind = RetireCondition.Kind.borrowed
    let still = server.borrowed.filter { $0.day >= now.day }
    let count = still.reduce(0) { $0 + $1.count }
    if count > 0 {
      return RetireCondition(
        kind, .open, count: count, server: server.id, seen: server.answer?.moment,
        from: still.map(\.day).max().map { $0 + 1 })
    }
    // A debug log does not tell a borrowed licence from another.
    guard let answer = server.answer else {
      return RetireCondition(kind, .unknown, .noEvidence, server: server.id)
    }
    guard answer.state == .up else {
      return RetireCondition(kind, .unknown, .silent, server: server.id, seen: answer.moment)
    }
    return aged(kind, answer.moment, server, now)
  }

  private static func quiet(
    _ server: LicenceServer, _ days: Int, _ now: Moment
  ) -> RetireCondition {
    let kind = RetireCondition.Kind.quiet
    // What an answer shows in use is use, whether or not a log has told it yet.
    if let held = server.answer?.moment, server.openLicences > 0,
      server.log.map({ $0.end <= held }) ?? true
    {
      return RetireCondition(
        kind, .open, count: 0, server: server.id, seen: held,
        from: max(held.day + days, now.day))
    }
    guard let log = server.log else {
      return RetireCondition(kind, .unknown, .noEvidence, server: server.id)
    }
    guard log.outs > 0, let last = log.lastOut else {
      return RetireCondition(kind, .unknown, .logWithoutUse, server: server.id, seen: log.end)
    }
    let quiet = log.end.day - last.day
    if quiet < days {
      return RetireCondition(
        kind, .open, count: quiet, server: server.id, seen: log.end,
        from: max(last.day + days, now.day))
    }
    // The log of a server that was shut down ends for good; every other one has to be recent.
    if log.shutDown == nil, now.minutes - log.end.minutes > recentMinutes {
      return RetireCondition(
        kind, .unknown, .stale, count: quiet, server: server.id, seen: log.end)
    }
    return RetireCondition(kind, .met, count: quiet, server: server.id, seen: log.end)
  }

  private static func alone(_ server: LicenceServer) -> RetireCondition {
    let others = server.details.otherDaemons.count
    guard others == 0 else {
      return RetireCondition(.alone, .open, count: others, server: server.id)
    }
    // A server of which only an address is known may serve anybody.
    let isKnown =
      server.log != nil || server.answer?.state == .up
      || !server.details.daemon.isEmpty
    return RetireCondition(
      .alone, isKnown ? .met : .unknown, isKnown ? .told : .noEvidence, server: server.id,
      seen: server.knownUntil)
  }

  private static func aged(
    _ kind: RetireCondition.Kind, _ seen: Moment, _ server: LicenceServer, _ now: Moment
  ) -> RetireCondition {
    let isRecent = now.minutes - seen.minutes <= recentMinutes
    return RetireCondition(
      kind, isRecent ? .met : .unknown, isRecent ? .told : .stale, server: server.id, seen: seen)
  }

  // MARK: All of them

  /// The condition of the server that stands worst: open before unknown before met.
  private static func combined(
    _ kind: RetireCondition.Kind, _ servers: [LicenceServer],
    _ weigh: (LicenceServer) -> RetireCondition
  ) -> RetireCondition {
    let all = servers.map(weigh)
    let open = all.filter { $0.verdict == .open }
    if var worst = open.max(by: { ($0.from?.number ?? 0) < ($1.from?.number ?? 0) }) {
      if kind == .quiet {
        worst.count = open.map(\.count).min() ?? worst.count
      } else {
        worst.count = open.reduce(0) { $0 + $1.count }
      }
      return worst
    }
    if let unknown = all.first(where: { $0.verdict == .unknown }) { return unknown }
    // Of what is met the oldest evidence counts.
    let oldest = all.min { ($0.seen ?? Moment(minutes: 0)) < ($1.seen ?? Moment(minutes: 0)) }
    guard var met = oldest else { return RetireCondition(kind, .unknown, .noServer) }
    met.count = all.map(\.count).min() ?? 0
    return met
  }

  private static func step(_ kind: RetireCondition.Kind, _ funnel: Funnel) -> RetireCondition {
    guard funnel.total > 0 else { return RetireCondition(kind, .unknown, .stepEmpty) }
    let left = funnel.total - funnel.stated
    return RetireCondition(
      kind, left == 0 ? .met : .open, .counted, count: left, total: funnel.total)
  }

  /// Step 4 itself tells it where it has people; else the admin's word, with its day.
  private static func informed(_ funnel: Funnel, on day: Day?) -> RetireCondition {
    guard funnel.total == 0, let day else { return step(.informed, funnel) }
    return RetireCondition(.informed, .met, .stated, seen: Moment(day: day))
  }
}
