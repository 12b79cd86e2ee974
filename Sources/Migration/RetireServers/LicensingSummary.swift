/// What the overview, `status` and the pages of step 5 need to know of the licence servers.
package struct LicensingSummary: Hashable, Sendable {
  /// The servers, in the order in which they were added.
  package var servers: [LicenceServer]
  /// Products on computers that were stated as switched and used the network licence after that.
  package var contradictions: Int
  /// Whose the logins are that used them; nil while that is not counted, which takes reading all use.
  package var logins: LoginCount?

  /// Makes a summary.
  package init(servers: [LicenceServer] = [], contradictions: Int = 0) {
    self.servers = servers
    self.contradictions = contradictions
  }

  /// The server with a number.
  package func server(_ id: ServerID) -> LicenceServer? { servers.first { $0.id == id } }

  /// The servers that are still to be taken out of use.
  package var active: [LicenceServer] { servers.filter(\.isActive) }

  /// The servers that clients are to forget: all but the kept ones, those that other vendors share and
  /// those without a name.
  package var forgettable: [LicenceServer] {
    servers.filter {
      $0.standing != .setAside && $0.details.otherDaemons.isEmpty
        && $0.details.hosts.contains { HostName.isPlain($0) }
    }
  }

  /// The funnel of step 5: what is kept is no part of it.
  package var funnel: Funnel {
    let counted = servers.filter { $0.standing != .setAside }
    let proven = counted.count { $0.standing == .proven }
    return Funnel(
      total: counted.count, stated: proven + counted.count { $0.standing == .stated },
      proven: proven, failed: counted.count { $0.standing == .failed })
  }
}

extension Summary {
  /// Whether some servers can go off: all that are to be taken out of use, or one of them.
  package func retireVerdict(
    of server: ServerID? = nil, quietDays: Int = NetworkUse.stillUses, now: Moment
  ) -> RetireVerdict {
    let servers = server.map { id in licensing.servers.filter { $0.id == id } } ?? licensing.active
    return RetireVerdict(
      of: servers, switching: switching, informing: funnel(of: .informUsers),
      informedOn: informedOn, logins: licensing.logins, quietDays: quietDays, now: now)
  }

  /// What has to be switched before a server goes off: our list, and what was found beside it on the
  /// network.
  private var switching: Funnel {
    var funnel = funnel(of: .switchDevices)
    funnel.total += devices.foundOnNetwork
    return funnel
  }

  /// Whether nothing but the days and the logins may be left in the way of step 5, so that it is worth
  /// counting the logins.
  package var mayRetire: Bool {
    let (active, switching) = (licensing.active, switching)
    return !active.isEmpty && switching.total > 0 && switching.stated == switching.total
      && active.allSatisfy { $0.openLicences == 0 && $0.queued == 0 && $0.knownUntil != nil }
  }

  /// Whether step 5 may be carried out. A day is all that is known of now.
  func retireGate(today: Day) -> Gate {
    let funnel = licensing.funnel
    guard !licensing.servers.isEmpty else { return Gate(reason: .stillUsed) }
    if licensing.active.isEmpty { return Gate(openFor: funnel.total) }
    let verdict = retireVerdict(now: Moment(day: today))
    return verdict.isReady
      ? Gate(openFor: funnel.total) : Gate(reason: .stillUsed, from: verdict.earliest)
  }

  /// What waits in step 5.
  package func retireToDo(today: Day) -> [ToDo] {
    let step = Step.retireServers
    var things: [ToDo] = []
    let again = licensing.servers.count { $0.standing == .failed }
    if again > 0 { things.append(ToDo(.serverUsedAgain, step: step, count: again, isUrgent: true)) }
    if licensing.contradictions > 0 {
      things.append(
        ToDo(.usedAfterSwitch, step: step, count: licensing.contradictions, isUrgent: true))
    }
    if let end = setup?.networkRightsEnd {
      let beyond = licensing.active.reduce(0) { $0 + $1.borrowedCount(after: max(end, today)) }
      if beyond > 0 {
        things.append(ToDo(.borrowedBeyondEnd, step: step, count: beyond, isUrgent: true))
      }
    }
    let silent = licensing.active.count { $0.answer?.state == .silent }
    if silent > 0 { things.append(ToDo(.silentServer, step: step, count: silent)) }
    // A log is only asked for again once there is something that it should show.
    if let start = setup?.startDate, today >= start {
      let oldest = licensing.active.compactMap { $0.log?.end.day }.min()
      if let oldest, today - oldest > 7 {
        things.append(ToDo(.staleLog, step: step, count: today - oldest))
      }
    }
    let stated = licensing.servers.count { $0.standing == .stated }
    if stated > 0 { things.append(ToDo(.proveServers, step: step, count: stated)) }
    return things
  }
}
