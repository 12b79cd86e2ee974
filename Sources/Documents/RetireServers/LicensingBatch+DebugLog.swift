import Migration

extension LicensingBatch {
  /// What debug logs say, put together by server. Only Autodesk's people are taken; those of other
  /// vendors' daemons are counted.
  package init(debugLogs logs: [DebugLog]) { self.init(debugLogGroups: [logs]) }

  /// What debug logs say, where those of one group are parts of one log that was rotated. A part
  /// without a name is of its group's server; a group without any is a server of its own, of which
  /// the name is not known.
  package init(debugLogGroups groups: [[DebugLog]]) {
    let logs = groups.flatMap { DebugLog.byServer($0) }
    let named = logs.filter { $0.serverName != nil }
    let nameless = logs.filter { $0.serverName == nil }
    self.init(
      .debugLog, servers: (DebugLog.byServer(named) + nameless).map { Server($0) })
  }
}

extension LicensingBatch.Server {
  fileprivate init(_ log: DebugLog) {
    let server = log.servers.first
    let isAutodesk = log.autodeskDaemons
    var details = ServerDetails()
    if let server {
      details.hosts = server.host.map { [$0] } ?? []
      details.lmgrdPort = server.lmgrdPort
      details.licenceFile = server.licenceFile ?? ""
      details.logFile = server.logFile ?? ""
      details.runsAsService = server.runsAsService
      details.isLocalOnly = server.isLocalOnly
      details.system = server.system
      details.setUp = server.isSingle == false ? .redundant : .single
      let daemon = server.daemons.first { isAutodesk.contains($0.name) }
      // The middle of a log names the daemon whose lines it has, not what the server serves.
      details.daemon = server.starts > 0 ? daemon?.name ?? "" : ""
      details.vendorPort = daemon?.port
      details.otherDaemons = server.daemons.map(\.name).filter {
        $0.lowercased() != "lmgrd" && !isAutodesk.contains($0)
      }
    }
    self.init(details: details)
    restartedAt = log.restarts.filter { isAutodesk.contains($0.key) }.values.max()?.moment
    let usages = log.usages.filter { isAutodesk.contains($0.daemon) }
    otherPeople =
      Set(log.usages.filter { !isAutodesk.contains($0.daemon) }.map { $0.user.lowercased() }).count
    if let first = log.first?.moment, let end = log.last?.moment {
      self.log = LogSpan(
        first: first, end: end, outs: usages.reduce(0) { $0 + $1.outs },
        lastOut: usages.compactMap(\.lastOut).max()?.moment, shutDown: log.shutDown?.moment)
    }
    for seat in log.seats() where isAutodesk.contains(seat.daemon) {
      var use = LicensingBatch.Use(
        login: seat.user, computer: seat.host, feature: seat.feature,
        components: seat.lastComponents)
      use.lastUsed = seat.lastOut?.moment
      use.days = seat.days.useDays(isDated: log.isDated)
      use.lastLine = seat.lastLine?.moment
      use.open = seat.openLicences
      use.openChange = seat.openChange
      if seat.sessions > 0 || seat.openLicences > 0 {
        uses.append(use)
      } else {
        returns.append(use)
      }
    }
  }
}

extension LicensingBatch.Use {
  /// A use of a package or release, with the names of what is bought and what runs.
  init(login: String, computer: String, feature: String, components: [String]) {
    let bought = AutodeskFeature(feature)
    let offering = bought.map { ProductName.of(code: $0.product) } ?? feature
    let releases = components.compactMap { AutodeskFeature($0) } + [bought].compactMap { $0 }
    var product = offering
    var newest = 0
    for release in releases {
      guard case .component(let year) = release.kind, year >= newest else { continue }
      let name = "\(ProductName.of(code: release.product)) \(year)"
      product = year > newest ? name : max(product, name)
      newest = year
    }
    self.init(
      login: login, computer: computer, feature: feature, offering: offering, product: product)
  }
}

extension LogDayTrail {
  fileprivate func useDays(isDated: Bool) -> UseDays { isDated ? useDays : UseDays() }
}

extension DebugLog {
  /// The daemons that serve Autodesk's licences: by their name, or by the names of their features.
  fileprivate var autodeskDaemons: Set<String> {
    let names = Set(servers.flatMap { $0.daemons.map(\.name) } + usages.map(\.daemon))
    let named = names.filter { $0.lowercased() == "adskflex" }
    if !named.isEmpty { return named }
    return Set(usages.filter { AutodeskFeature($0.feature) != nil }.map(\.daemon))
  }
}

extension LogServer {
  /// The system by how the server words its platform and writes its paths.
  fileprivate var system: ServerSystem {
    let words = (platform ?? "").lowercased()
    if words.contains("linux") { return .linux }
    if words.contains("mac") || words.contains("darwin") || words.contains("osx") { return .macOS }
    let path = licenceFile ?? logFile ?? ""
    if words.contains("ibm pc") || words.contains("windows") || path.contains("\\") {
      return .windows
    }
    return path.hasPrefix("/") ? .linux : .unknown
  }
}
