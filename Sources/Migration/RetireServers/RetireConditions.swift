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
    /// Every login that used the network licence is somebody's, or set aside.
    case logins
    /// Nothing else runs on the servers.
    case alone
  }

  /// How it stands.
  package enum Verdict: String, CaseIterable, Sendable {
    /// Seen: a document or a check shows it.
    case met
    /// Said: the admin's word, which proves nothing.
    case stated
    case open
    /// There is no evidence, or what there is is too old or says too little. Never the same as met.
    case unknown
  }

  /// Why a verdict is what it is; the key of a sentence in the words of the screens.
  package enum Reason: String, CaseIterable, Sendable {
    /// Said by what was read.
    case told
    /// There is no server.
    case noServer = "no-server"
    /// No log and no answer was read.
    case noEvidence = "no-evidence"
    /// Logs, but no answer was read.
    case noAnswer = "no-answer"
    /// An answer, but no log was read.
    case noLog = "no-log"
    /// The server did not answer.
    case silent
    /// The server answered without a line on who holds what.
    case bare
    /// Nobody holds a licence, but somebody waits for one.
    case waiting
    /// What was read is of a moment that has yet to come.
    case ahead
    /// The log has no start block, which lists what the server serves.
    case logWithoutStart = "log-without-start"
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
    /// So many of so many logins are somebody's.
    case owned
    /// Nobody has counted the logins yet.
    case notCounted = "not-counted"
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

  /// Whether all are met or said to be, and at least one was seen: words alone switch nothing off.
  package var isReady: Bool { metCount == conditions.count && seenCount > 0 }
  /// How many are met or said to be.
  package var metCount: Int { seenCount + statedCount }
  /// How many a document or a check shows.
  package var seenCount: Int { conditions.count { $0.verdict == .met } }
  /// How many are met by the admin's word alone.
  package var statedCount: Int { conditions.count { $0.verdict == .stated } }

  /// Makes a verdict out of its conditions.
  package init(_ conditions: [RetireCondition]) {
    self.conditions = conditions
    earliest = conditions.filter { $0.verdict == .open || $0.verdict == .unknown }
      .compactMap(\.from).max()
  }

  /// Weighs what is known of some servers at a moment. A plain function: same facts, same verdict.
  ///
  /// Source: the pre-conditions before a licence server is removed, from Flexera's administration
  /// guide (lmdown is refused while licences are borrowed; a borrowed licence is only returned from
  /// the product) and Autodesk's five steps (servers once nobody uses them).
  package init(
    of servers: [LicenceServer], switching: Funnel, informing: Funnel, informedOn: Day? = nil,
    logins: LoginCount?, quietDays: Int, now: Moment
  ) {
    // In whatever order the servers were added, the same one is told of.
    let servers = servers.sorted { left, right in
      let (mine, others) = (left.details.name.lowercased(), right.details.name.lowercased())
      return mine == others ? left.id < right.id : mine < others
    }
    self.init([
      Self.combined(.openCheckouts, servers) { Self.openCheckouts($0, now) },
      Self.combined(.borrowed, servers) { Self.borrowed($0, now) },
      Self.combined(.quiet, servers) { Self.quiet($0, quietDays, now) },
      Self.step(.switched, switching), Self.informed(informing, on: informedOn),
      Self.logins(logins, servers),
      Self.combined(.alone, servers) { Self.alone($0) },
    ])
  }

  /// A log or an answer older than this many minutes says nothing about now.
  package static let recentMinutes = 2 * 1_440

  /// A moment further ahead than a clock may be off is no evidence: a wrong clock, or a wrong date.
  private static let aheadMinutes = 1_440

  // MARK: One server

  private static func openCheckouts(_ server: LicenceServer, _ now: Moment) -> RetireCondition {
    let kind = RetireCondition.Kind.openCheckouts
    // Whoever waits in a queue takes a licence as soon as there is one.
    if server.openLicences + server.queued > 0 {
      return RetireCondition(
        kind, .open, server.openLicences > 0 ? .told : .waiting,
        count: server.openLicences + server.queued, server: server.id, seen: server.knownUntil)
    }
    let isAnswerNewest = server.answer.map { answer in
      server.log.map { $0.end <= answer.moment } ?? true
    }
    if let answer = server.answer, isAnswerNewest == true {
      return nothing(kind, answer, server, now)
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
      return RetireCondition(
        kind, .unknown, server.log == nil ? .noEvidence : .noAnswer, server: server.id)
    }
    return nothing(kind, answer, server, now)
  }

  /// What an answer that shows nothing is worth.
  private static func nothing(
    _ kind: RetireCondition.Kind, _ answer: ServerAnswer, _ server: LicenceServer, _ now: Moment
  ) -> RetireCondition {
    let reason: RetireCondition.Reason? =
      switch answer.state {
      case .silent: .silent
      case .bare: .bare
      case .up: answer.unclear > 0 ? .unclear : nil
      }
    guard let reason else { return aged(kind, answer.moment, server, now) }
    return RetireCondition(
      kind, .unknown, reason, count: answer.unclear, server: server.id, seen: answer.moment)
  }

  private static func quiet(
    _ server: LicenceServer, _ days: Int, _ now: Moment
  ) -> RetireCondition {
    let kind = RetireCondition.Kind.quiet
    // What is out is use, whether or not a log has told it yet.
    if let held = server.knownUntil, server.openLicences > 0, !isAhead(held, now) {
      return RetireCondition(
        kind, .open, count: 0, server: server.id, seen: held,
        from: max(held.day + days, now.day))
    }
    guard let log = server.log else {
      return RetireCondition(
        kind, .unknown, server.answer == nil ? .noEvidence : .noLog, server: server.id)
    }
    guard log.outs > 0, let lastOut = log.lastOut else {
      return RetireCondition(kind, .unknown, .logWithoutUse, server: server.id, seen: log.end)
    }
    // An answer may show use of which the log has no line; the last use counts, whoever told it.
    let last = max(lastOut, server.lastUsed ?? lastOut)
    if isAhead(max(log.end, last), now) {
      return RetireCondition(
        kind, .unknown, .ahead, server: server.id, seen: max(log.end, last))
    }
    let quiet = max(0, log.end.day - last.day)
    if quiet < days {
      return RetireCondition(
        kind, .open, count: quiet, server: server.id, seen: max(log.end, last),
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
    // Only a start block, an answer or a licence file lists the daemons. A server of which an address
    // or the middle of a log is known may serve anybody.
    guard !server.details.daemon.isEmpty else {
      let reason: RetireCondition.Reason =
        if server.log != nil { .logWithoutStart } else if server.answer?.state == .silent {
          .silent
        } else { .noEvidence }
      return RetireCondition(
        .alone, .unknown, reason, server: server.id,
        seen: server.log?.end ?? server.answer?.moment)
    }
    return RetireCondition(.alone, .met, server: server.id, seen: server.knownUntil)
  }

  private static func aged(
    _ kind: RetireCondition.Kind, _ seen: Moment, _ server: LicenceServer, _ now: Moment
  ) -> RetireCondition {
    if isAhead(seen, now) {
      return RetireCondition(kind, .unknown, .ahead, server: server.id, seen: seen)
    }
    let isRecent = now.minutes - seen.minutes <= recentMinutes
    return RetireCondition(
      kind, isRecent ? .met : .unknown, isRecent ? .told : .stale, server: server.id, seen: seen)
  }

  private static func isAhead(_ moment: Moment, _ now: Moment) -> Bool {
    moment.minutes - now.minutes > aheadMinutes
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
    let verdict: RetireCondition.Verdict =
      left > 0 ? .open : funnel.proven == funnel.total ? .met : .stated
    return RetireCondition(kind, verdict, .counted, count: left, total: funnel.total)
  }

  /// What step 4 knows of its messages; where that is not all, the admin's bare word, with its day.
  private static func informed(_ funnel: Funnel, on day: Day?) -> RetireCondition {
    guard funnel.total == 0 || funnel.stated < funnel.total, let day else {
      return step(.informed, funnel)
    }
    return RetireCondition(.informed, .stated, .stated, seen: Moment(day: day))
  }

  /// What steps 3 and 4 count are people of our list; a login of nobody is in none of their counts.
  private static func logins(_ count: LoginCount?, _ servers: [LicenceServer]) -> RetireCondition {
    guard !servers.isEmpty else { return RetireCondition(.logins, .unknown, .noServer) }
    guard let count else { return RetireCondition(.logins, .unknown, .notCounted) }
    // Nobody's use was read: of whom it would be is not known either.
    guard servers.contains(where: { $0.knownUntil != nil }) else {
      return RetireCondition(.logins, .unknown, .noEvidence)
    }
    return RetireCondition(
      .logins, count.nobody == 0 ? .met : .open, .owned, count: count.nobody, total: count.total)
  }
}
