/// A person, a computer, a feature and a daemon; case is left aside for the first two.
struct LogPairKey: Hashable {
  let user: String
  let host: String
  let feature: String
  let daemon: String

  init(_ usage: LogUsage) {
    user = usage.user.lowercased()
    host = usage.host.lowercased()
    feature = usage.feature
    daemon = usage.daemon
  }

  /// Person and computer alone.
  var userHost: String { "\(user)@\(host)" }
}

/// A line that takes a licence: whose, and the clock that stands on it.
struct LogCheckout: Hashable {
  let pair: LogPairKey
  let second: Int32

  init(_ usage: LogUsage, second: Int32) {
    pair = LogPairKey(usage)
    self.second = second
  }

  /// Whether the two lines are one session, logged as a package and then as its release.
  func isPackage(of release: LogCheckout) -> Bool {
    second == release.second && pair.userHost == release.pair.userHost
      && pair.daemon == release.pair.daemon
      && AutodeskFeature(pair.feature)?.isPackage == true
      && AutodeskFeature(release.pair.feature)?.isPackage == false
  }
}

extension DebugLog {
  /// One log out of several: the parts of a rotated log in any order, and logs of several servers.
  ///
  /// Logs are of one server where their start blocks name one host; a log without a start block
  /// belongs to the only server that the others name. The parts of a server follow each other by
  /// their dates, those dated backward included, and each usage carries what it makes of the number
  /// that was open before it, so a log cut between two lines and given in the wrong order counts as
  /// the whole. A part that states no date is put at the end at which fewer licences come back that
  /// were never taken, else at the one where the clock pauses less. A list of packages that is cut
  /// in two is not put together again, nor is a reason with its refusal. The logs of several servers are added up; the server counts as
  /// shut down when all are. Give all logs in one call: what was merged keeps no order to add to.
  package static func merging(_ logs: [DebugLog]) -> DebugLog {
    let servers = byServer(logs)
    guard var sum = servers.first else { return DebugLog() }
    for other in servers.dropFirst() { sum = sum.added(to: other) }
    return sum
  }

  /// One log for each server, in the order of the first of each; by the same rules as `merging`. A log
  /// within another is left out, and one that overlaps another stays apart from it.
  package static func byServer(_ logs: [DebugLog]) -> [DebugLog] {
    var hosts: [String] = []
    for log in logs {
      if let host = log.serverName, !hosts.contains(host) { hosts.append(host) }
    }
    var groups: [String: [DebugLog]] = [:]
    var order: [String] = []
    for log in logs {
      let name = log.serverName ?? (hosts.count == 1 ? hosts[0] : "")
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(log)
    }
    return order.flatMap { inSequence(groups[$0] ?? []) }
  }

  /// The name of the server that wrote it; nil for a part without a start block.
  var serverName: String? {
    servers.first { $0.starts > 0 }?.host?.lowercased()
  }

  private static func inSequence(_ logs: [DebugLog]) -> [DebugLog] {
    let dated = logs.filter(\.isDated).sorted { left, right in
      guard let mine = left.first, let other = right.first else { return left.first == nil }
      if mine != other { return mine < other }
      return (left.last ?? mine) < (right.last ?? other)
    }
    var runs: [DebugLog] = []
    for (place, log) in dated.enumerated() {
      let isWithin = dated.enumerated().contains { other, candidate in
        other != place && candidate.covers(log, isFirst: other < place)
      }
      if isWithin { continue }
      if let sofar = runs.last, let end = sofar.last, let start = log.first,
        end.seconds - start.seconds <= 60
      {
        runs[runs.count - 1] = sofar.followed(by: log)
      } else {
        runs.append(log)
      }
    }
    for log in logs where !log.isDated {
      guard let sofar = runs.last else {
        runs = [log]
        continue
      }
      let (before, after) = (strays(log, then: sofar), strays(sofar, then: log))
      let isEarlier =
        before < after || (before == after && pause(log, then: sofar) < pause(sofar, then: log))
      runs[runs.count - 1] = isEarlier ? log.followed(by: sofar) : sofar.followed(by: log)
    }
    return runs
  }

  /// Whether all lines of another log are this one's too; logs that touch follow each other.
  private func covers(_ other: DebugLog, isFirst: Bool) -> Bool {
    guard let start = first, let end = last, let first = other.first, let last = other.last,
      start <= first, last <= end, last > start, first < end
    else { return false }
    return (start, end) != (first, last) || lineCount > other.lineCount
      || (lineCount == other.lineCount && isFirst)
  }

  /// The seconds from the end of one log to the start of the other by the clock alone.
  private static func pause(_ first: DebugLog, then second: DebugLog) -> Int32 {
    guard let end = first.last?.secondOfDay, let start = second.first?.secondOfDay else { return 0 }
    return start >= end ? start - end : start - end + 86_400
  }

  /// The licences that the second log gives back although neither it nor the first took them.
  private static func strays(_ first: DebugLog, then second: DebugLog) -> Int {
    var open: [LogPairKey: Int] = [:]
    for usage in first.usages { open[LogPairKey(usage)] = usage.floor }
    return second.usages.reduce(0) { sum, usage in
      guard usage.change != LogUsage.forgets else { return sum }
      return sum + max(0, usage.floor - (open[LogPairKey(usage)] ?? 0) - usage.change)
    }
  }

  // MARK: One after the other

  private func followed(by next: DebugLog) -> DebugLog {
    let (earlier, later) = Self.aligned(self, next)
    var whole = earlier
    whole.addCounts(of: later)
    whole.servers = Self.servers(earlier, then: later)
    let isLinked = earlier.usages.contains {
      LogPairKey($0) == later.firstTaking?.pair && $0.packageFeature != nil
    }
    whole.mergeUsages(of: later) { mine, other in
      mine.floor = max(LogUsage.sum(mine.floor, other.change), other.floor)
      mine.change = LogUsage.sum(mine.change, other.change)
    } untouched: { usage in
      guard later.restarts[usage.daemon] != nil else { return }
      usage.floor = 0
      usage.change = LogUsage.forgets
    }
    whole.link(to: later, linkedBefore: isLinked)
    whole.restarts.merge(later.restarts) { _, latest in latest }
    whole.firstStatedDay = earlier.firstStatedDay ?? later.firstStatedDay
    whole.lastStatedDay = later.lastStatedDay ?? earlier.lastStatedDay
    whole.first = earlier.first ?? later.first
    whole.last = later.last ?? earlier.last
    let isOver = later.outs > 0 || !later.restarts.isEmpty
    let hasStart = later.servers.contains { $0.starts > 0 }
    whole.shutDown = later.shutDown ?? (isOver || hasStart ? nil : earlier.shutDown)
    return whole
  }

  /// Joins a package and its release that the cut went between.
  private mutating func link(to later: DebugLog, linkedBefore: Bool) {
    guard let release = later.firstTaking else { return }
    if let package = lastTaking, package.isPackage(of: release) {
      let name = usages.first { LogPairKey($0) == package.pair }?.feature
      if let place = usages.firstIndex(where: { LogPairKey($0) == release.pair }),
        !linkedBefore
      {
        usages[place].packageFeature = name
      }
    }
    firstTaking = firstTaking ?? later.firstTaking
    lastTaking = later.lastTaking
  }

  /// Both with days counted from one start: a date of either is carried to the other.
  private static func aligned(_ earlier: DebugLog, _ later: DebugLog) -> (DebugLog, DebugLog) {
    var (earlier, later) = (earlier, later)
    if let end = earlier.last, let start = later.first {
      let midnight = Self.isNewDay(from: end.secondOfDay, to: start.secondOfDay) ? Int32(1) : 0
      if !later.isDated {
        later.shiftDays(
          by: end.dayNumber &+ midnight &- start.dayNumber, isDated: earlier.isDated)
      } else if !earlier.isDated {
        earlier.shiftDays(by: start.dayNumber &- midnight &- end.dayNumber, isDated: true)
        earlier.backdatedOutDays = earlier.carriedOutDays
        earlier.carriedOutDays = []
        return (earlier, later)
      }
    }
    if earlier.isDated {
      for day in later.backdatedOutDays { DebugLogReader.insert(day, into: &later.carriedOutDays) }
      later.backdatedOutDays = []
    }
    return (earlier, later)
  }

  /// Whether a clock that goes from one time to the other has passed midnight. A step back of up to
  /// a minute is two processes that write at once, and one of up to an hour in the small hours is
  /// the end of summer time.
  static func isNewDay(from earlier: Int32, to later: Int32) -> Bool {
    let back = earlier - later
    return back > 60 && (back > 3600 || earlier >= 4 * 3600)
  }

  private mutating func shiftDays(by days: Int32, isDated: Bool) {
    func moved(_ moment: LogMoment?) -> LogMoment? {
      moment.map {
        LogMoment(
          dayNumber: $0.dayNumber &+ days, secondOfDay: $0.secondOfDay, isDated: isDated)
      }
    }
    first = moved(first)
    last = moved(last)
    shutDown = moved(shutDown)
    carriedOutDays = carriedOutDays.map { $0 &+ days }
    restarts = restarts.compactMapValues { moved($0) }
    for index in usages.indices {
      usages[index].firstOut = moved(usages[index].firstOut)
      usages[index].lastOut = moved(usages[index].lastOut)
      usages[index].lastIn = moved(usages[index].lastIn)
      usages[index].days.shift(by: days)
    }
  }

  /// The later start block counts; what it leaves out, the earlier one may say.
  private static func servers(_ earlier: DebugLog, then later: DebugLog) -> [LogServer] {
    guard let old = earlier.servers.first else { return later.servers }
    guard var new = later.servers.first else { return earlier.servers }
    let isWhole = new.starts > 0
    if !isWhole {
      new.host = new.host ?? old.host
      new.platform = new.platform ?? old.platform
      new.startedOn = new.startedOn ?? old.startedOn
      new.version = new.version ?? old.version
      new.licenceFile = new.licenceFile ?? old.licenceFile
      new.logFile = new.logFile ?? old.logFile
      new.lmgrdPort = new.lmgrdPort ?? old.lmgrdPort
      new.runsAsService = new.runsAsService ?? old.runsAsService
      new.configuration = new.configuration ?? old.configuration
      new.commandLine = new.commandLine ?? old.commandLine
      new.isLocalOnly = new.isLocalOnly || old.isLocalOnly
    }
    new.hasStartBlock = new.hasStartBlock || old.hasStartBlock
    new.starts += old.starts
    var daemons = old.daemons.map { isWhole ? LogDaemon(name: $0.name) : $0 }
    for daemon in new.daemons {
      guard let place = daemons.firstIndex(where: { $0.name == daemon.name }) else {
        daemons.append(daemon)
        continue
      }
      let before = daemons[place]
      var merged = daemon
      if !daemon.hasStarted || (daemon.packages.isEmpty && daemon.features.isEmpty) {
        merged.packages = before.packages
        merged.features = before.features
        merged.reservations = before.reservations + daemon.reservations
        merged.hasStarted = daemon.hasStarted || before.hasStarted
      }
      merged.port = daemon.port ?? before.port
      merged.optionsFile = daemon.optionsFile ?? before.optionsFile
      merged.inactivityTimeout = daemon.inactivityTimeout ?? before.inactivityTimeout
      daemons[place] = merged
    }
    new.daemons = daemons
    return [new]
  }

  // MARK: Beside each other

  private func added(to other: DebugLog) -> DebugLog {
    var (whole, next) = (self, other)
    if whole.isDated != next.isDated {
      // Midnights since an unknown day say nothing beside real days.
      if whole.isDated { next.forgetDays() } else { whole.forgetDays() }
    }
    whole.addCounts(of: next)
    whole.servers += next.servers
    whole.mergeUsages(of: next) { mine, other in
      mine.floor += other.floor
      mine.change = LogUsage.sum(mine.change, other.change)
    } untouched: { _ in
    }
    whole.restarts.merge(next.restarts) { max($0, $1) }
    whole.firstStatedDay = [whole.firstStatedDay, next.firstStatedDay].compactMap { $0 }.min()
    whole.lastStatedDay = [whole.lastStatedDay, next.lastStatedDay].compactMap { $0 }.max()
    whole.first = [whole.first, next.first].compactMap { $0 }.min()
    whole.last = [whole.last, next.last].compactMap { $0 }.max()
    if let mine = whole.shutDown, let others = next.shutDown {
      whole.shutDown = max(mine, others)
    } else {
      whole.shutDown = nil
    }
    return whole
  }

  private mutating func forgetDays() {
    (first, last, shutDown) = (nil, nil, nil)
    (carriedOutDays, backdatedOutDays) = ([], [])
    for index in usages.indices {
      (usages[index].firstOut, usages[index].lastOut, usages[index].lastIn) = (nil, nil, nil)
      usages[index].days = LogDayTrail()
    }
  }

  // MARK: Both ways

  private mutating func addCounts(of other: DebugLog) {
    lineCount += other.lineCount
    outs += other.outs
    ins += other.ins
    denied += other.denied
    unsupported += other.unsupported
    inactiveIns += other.inactiveIns
    shutdownIns += other.shutdownIns
    failedCheckins += other.failedCheckins
    outLicences += other.outLicences
    for day in other.carriedOutDays { DebugLogReader.insert(day, into: &carriedOutDays) }
    for day in other.backdatedOutDays { DebugLogReader.insert(day, into: &backdatedOutDays) }
    refusingDaemon = refusingDaemon ?? other.refusingDaemon
  }

  private mutating func mergeUsages(
    of other: DebugLog, open: (inout LogUsage, LogUsage) -> Void,
    untouched: (inout LogUsage) -> Void
  ) {
    var places: [LogPairKey: Int] = [:]
    places.reserveCapacity(usages.count)
    // A person on a computer keeps the spelling of the first line.
    var spelled: [String: Int] = [:]
    for (place, usage) in usages.enumerated() {
      let key = LogPairKey(usage)
      places[key] = place
      if spelled[key.userHost] == nil { spelled[key.userHost] = place }
    }
    let restarted = restarts
    var touched = [Bool](repeating: false, count: usages.count)
    for usage in other.usages {
      let key = LogPairKey(usage)
      if let place = places[key] {
        touched[place] = true
        usages[place].addLines(of: usage)
        open(&usages[place], usage)
        continue
      }
      var added = usage
      if restarted[usage.daemon] != nil { added.change = LogUsage.forgets }
      if let known = spelled[key.userHost] {
        (added.user, added.host) = (usages[known].user, usages[known].host)
      } else {
        spelled[key.userHost] = usages.count
      }
      usages.append(added)
    }
    for (place, isTouched) in touched.enumerated() where !isTouched { untouched(&usages[place]) }
    userHosts = spelled.count
  }
}

extension LogUsage {
  /// Adds what another log's lines say; what is open is left to the caller.
  fileprivate mutating func addLines(of other: LogUsage) {
    packageFeature = packageFeature ?? other.packageFeature
    firstOut = [firstOut, other.firstOut].compactMap { $0 }.min()
    lastOut = [lastOut, other.lastOut].compactMap { $0 }.max()
    lastIn = [lastIn, other.lastIn].compactMap { $0 }.max()
    outs += other.outs
    outLicences += other.outLicences
    ins += other.ins
    inactiveIns += other.inactiveIns
    shutdownIns += other.shutdownIns
    days.formUnion(other.days)
  }
}
