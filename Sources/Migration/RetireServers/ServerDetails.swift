/// What is known of a licence server, and what the admin may change of it.
package struct ServerDetails: Hashable, Sendable {
  /// The computers' names: three for a redundant set, none where only a log without start block is
  /// known.
  package var hosts: [String]
  /// The port of `lmgrd`; nil where it is not known (FlexNet tries 27000 to 27009).
  package var lmgrdPort: Int?
  /// The port of the vendor daemon; nil where it is not known.
  package var vendorPort: Int?
  /// Autodesk's vendor daemon, `adskflex` as a rule; empty where not known.
  package var daemon: String
  /// The licence file's path on the server; empty where not known.
  package var licenceFile: String
  /// The debug log's path on the server; empty where not known.
  package var logFile: String
  /// The Windows service's name, which is free text; empty where not known.
  package var serviceName: String
  /// The system that it runs on.
  package var system: ServerSystem
  /// How it works together with others.
  package var setUp: ServerSetUp
  /// Whether it runs as a service; nil where not known.
  package var runsAsService: Bool?
  /// Whether it takes `lmdown` and `lmreread` from itself alone.
  package var isLocalOnly: Bool
  /// Vendor daemons of others that the same `lmgrd` serves.
  package var otherDaemons: [String]

  /// Makes details; what is not known is empty.
  package init(
    hosts: [String] = [], lmgrdPort: Int? = nil, vendorPort: Int? = nil, daemon: String = "",
    licenceFile: String = "", logFile: String = "", serviceName: String = "",
    system: ServerSystem = .unknown, setUp: ServerSetUp = .single, runsAsService: Bool? = nil,
    isLocalOnly: Bool = false, otherDaemons: [String] = []
  ) {
    self.hosts = hosts
    self.lmgrdPort = lmgrdPort
    self.vendorPort = vendorPort
    self.daemon = daemon
    self.licenceFile = licenceFile
    self.logFile = logFile
    self.serviceName = serviceName
    self.system = system
    self.setUp = setUp
    self.runsAsService = runsAsService
    self.isLocalOnly = isLocalOnly
    self.otherDaemons = otherDaemons
  }

  /// The name by which people call it: its first computer's, empty where none is known.
  package var name: String { hosts.first ?? "" }

  /// `27000@lic01`, as FlexNet's tools take it; a redundant set is its three joined by commas.
  package var address: String {
    hosts.map { "\(lmgrdPort.map { String($0) } ?? "")@\($0)" }.joined(separator: ",")
  }

  /// The port and host pairs that have to be closed when it is out of use, `lmgrd` before daemon.
  package var doors: [ServerDoor] {
    hosts.flatMap { host in
      [
        ServerDoor(
          host: host, port: lmgrdPort ?? 27_000, isDaemon: false, isAssumed: lmgrdPort == nil),
        ServerDoor(
          host: host, port: vendorPort ?? 2_080, isDaemon: true, isAssumed: vendorPort == nil),
      ]
    }
  }

  /// Whether a computer's name is one of this server's, whatever its case; a name without a domain
  /// is that of the same computer with one.
  package func has(host: String) -> Bool { hosts.contains { HostName.isSame($0, host) } }

  /// Takes over what another source knows and this does not, and adds other vendors' daemons.
  package mutating func fill(from other: ServerDetails) {
    for host in other.hosts where !has(host: host) && (hosts.isEmpty || other.setUp == .redundant) {
      hosts.append(host)
    }
    lmgrdPort = lmgrdPort ?? other.lmgrdPort
    vendorPort = vendorPort ?? other.vendorPort
    if daemon.isEmpty { daemon = other.daemon }
    if licenceFile.isEmpty { licenceFile = other.licenceFile }
    if logFile.isEmpty { logFile = other.logFile }
    if serviceName.isEmpty { serviceName = other.serviceName }
    if system == .unknown { system = other.system }
    if setUp == .single { setUp = other.setUp }
    runsAsService = runsAsService ?? other.runsAsService
    isLocalOnly = isLocalOnly || other.isLocalOnly
    for daemon in other.otherDaemons
    where !otherDaemons.contains(where: { $0.lowercased() == daemon.lowercased() }) {
      otherDaemons.append(daemon)
    }
  }

  /// Follows what documents say from what they said before. What somebody typed over that stays, and
  /// is only filled in by the newest, as where there was nothing before.
  package mutating func follow(
    _ after: ServerDetails, from before: ServerDetails, by newest: ServerDetails
  ) {
    let typed = self
    fill(from: newest)
    func said<Value: Equatable>(_ field: WritableKeyPath<ServerDetails, Value>) {
      if typed[keyPath: field] == before[keyPath: field] {
        self[keyPath: field] = after[keyPath: field]
      }
    }
    said(\.hosts)
    said(\.lmgrdPort)
    said(\.vendorPort)
    said(\.daemon)
    said(\.licenceFile)
    said(\.logFile)
    said(\.serviceName)
    said(\.system)
    said(\.setUp)
    said(\.runsAsService)
    said(\.isLocalOnly)
    said(\.otherDaemons)
  }

  /// All of it as bytes, to put details in an order.
  var written: [UInt8] {
    let texts =
      hosts + [
        String(describing: lmgrdPort), String(describing: vendorPort), daemon, licenceFile, logFile,
        serviceName, system.name, setUp.name, String(describing: runsAsService),
        String(describing: isLocalOnly),
      ] + otherDaemons
    return Array(texts.joined(separator: "\n").utf8)
  }
}

/// One port of one licence server.
package struct ServerDoor: Hashable, Sendable {
  /// The computer.
  package var host: String
  /// The port.
  package var port: Int
  /// Whether it is the vendor daemon's, else `lmgrd`'s.
  package var isDaemon: Bool
  /// Whether nothing tells the port, and it is only the usual one: that it refuses proves nothing.
  package var isAssumed: Bool
  /// Names a port.
  package init(host: String, port: Int, isDaemon: Bool, isAssumed: Bool = false) {
    self.isAssumed = isAssumed
    self.host = host
    self.port = port
    self.isDaemon = isDaemon
  }
}
