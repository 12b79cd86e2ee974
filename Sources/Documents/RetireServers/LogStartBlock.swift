import Migration

/// Gathers what a debug log's start lines say of the server; the last start counts.
struct LogStartBlock {
  /// What a line means for the rest of the log.
  enum Meaning: Equatable {
    /// `lmgrd` started, on a day where the line states it.
    case started(LogDay?)
    /// The vendor daemon of the line started.
    case daemonStarted
    case shutDown
    case other
  }

  private(set) var server = LogServer()
  private var numbers = ByteTable()
  /// The daemon whose list of features is being read, and whether its lines end in a blank.
  private var listing = -1
  private var listedPackages: [LicencePackage] = []
  private var listedFeatures: [String] = []
  private var listKeepsBlanks = false
  private var isInsidePackage = false

  /// The most daemons told apart and the most features and reservations kept of one: a log of
  /// nonsense must not fill the memory.
  private static let mostDaemons = 64
  private static let mostEntries = 50_000

  /// The number of a daemon by the name in brackets; nil beyond the 64th.
  mutating func daemonNumber(of name: ByteRun) -> Int? {
    let known = numbers.count
    guard known < Self.mostDaemons else {
      return server.daemons.firstIndex { $0.name == name.text }
    }
    let found = numbers.number(of: name)
    if found.isNew { server.daemons.append(LogDaemon(name: name.text)) }
    return found.number
  }

  /// Reads a line after its `(daemon) `.
  mutating func read(_ text: ByteRun, daemon: Int) -> Meaning {
    guard server.daemons.indices.contains(daemon) else { return .other }
    let line = text.trimmed
    if listing == daemon, readList(text) { return .other }
    guard !line.isEmpty else { return .other }
    switch line[0] {
    case _ where line.find("started on ") != nil: return readStart(line, raw: text, daemon: daemon)
    case UInt8(ascii: "F"), UInt8(ascii: "L"), UInt8(ascii: "l"):
      return readLmgrd(line, daemon: daemon)
    case UInt8(ascii: "S"), UInt8(ascii: "U"): return readPorts(line, daemon: daemon)
    case UInt8(ascii: "E") where line.hasPrefix("EXITING "): return .shutDown
    case UInt8(ascii: "d") where line.hasPrefix("daemon shutdown requested"): return .shutDown
    case UInt8(ascii: "R") where line.hasPrefix("RESERVING "): readReservation(line, daemon: daemon)
    default:
      if let place = line.find(" using TCP-port ") {
        setPort(of: line.upTo(place), line.from(place + 16))
      } else if let place = line.find("INACTIVITY TIMEOUT set to ") {
        server.daemons[daemon].inactivityTimeout = line.from(place + 26).leadingNumber?.value
      }
    }
    return .other
  }

  /// Reads a line of the summary that `lmgrd` and the daemons write when they start.
  mutating func readSummary(_ line: ByteRun, daemon: Int) {
    guard server.daemons.indices.contains(daemon) else { return }
    if let rest = line.after("Is LS run as a service: ") {
      server.runsAsService = rest.trimmed.equalsFolded("YES")
    } else if let rest = line.after("Server Configuration: ") {
      server.configuration = rest.trimmed.text
    } else if let rest = line.after("Command-line options used at LS startup: ") {
      readCommandLine(rest.trimmed)
    } else if let rest = line.after("License file(s) used: ") {
      if server.licenceFile == nil { server.licenceFile = rest.trimmed.text }
    } else if let rest = line.after("Listening port: ") {
      let port = rest.trimmed.number
      if server.daemons[daemon].name == "lmgrd" {
        server.lmgrdPort = server.lmgrdPort ?? port
      } else {
        server.daemons[daemon].port = server.daemons[daemon].port ?? port
      }
    } else if let rest = line.after("Options file used: ") {
      let path = rest.trimmed
      server.daemons[daemon].optionsFile = path.equals("None") ? nil : path.text
    }
  }

  private mutating func readCommandLine(_ words: ByteRun) {
    server.commandLine = words.text
    if words.hasSuffix(" -local") || words.find("-local ") != nil { server.isLocalOnly = true }
    if let place = words.find("-l ") {
      let rest = words.from(place + 3)
      server.logFile = rest.upTo(rest.find(" -") ?? rest.count).trimmed.text
    }
  }

  private mutating func readStart(_ line: ByteRun, raw: ByteRun, daemon: Int) -> Meaning {
    guard let place = line.find("started on ") else { return .other }
    let rest = line.from(place + 11)
    let host = rest.firstWord
    if line.hasPrefix("FLEX") || line.hasPrefix("FlexNet") || line.hasPrefix("FLEXnet") {
      startServer()
      server.host = host.word.text
      if let open = line.firstIndex(of: UInt8(ascii: "(")), open < place,
        let close = line.firstIndex(of: UInt8(ascii: ")"), from: open)
      {
        server.version = line.upTo(close).from(open + 1).text
      }
      return .started(readBrackets(host.rest))
    }
    guard line.hasPrefix("Server started") || line.hasPrefix("License server system started")
    else { return .other }
    server.hasStartBlock = true
    server.daemons[daemon].hasStarted = true
    if server.host == nil { server.host = host.word.text }
    server.daemons[daemon].reservations = []
    endList()
    guard let list = rest.find("for:") else { return .other }
    listing = daemon
    isInsidePackage = false
    listKeepsBlanks = raw.count > 0 && Self.endsBlank(raw)
    addFeatures(rest.from(list + 4))
    return .other
  }

  /// The platform and the day in `(IBM PC) (3/30/2016)`.
  private mutating func readBrackets(_ rest: ByteRun) -> LogDay? {
    var stated: LogDay?
    var tail = rest
    while let open = tail.firstIndex(of: UInt8(ascii: "(")) {
      tail = tail.from(open + 1)
      let inner = tail.upTo(tail.firstIndex(of: UInt8(ascii: ")")) ?? tail.count)
      if let day = LogDay.american(inner)?.day {
        stated = day
      } else {
        server.platform = inner.text
      }
    }
    server.startedOn = stated
    return stated
  }

  private mutating func startServer() {
    var next = LogServer()
    next.hasStartBlock = true
    next.starts = server.starts + 1
    // The daemons keep their numbers; what they said before is over.
    next.daemons = server.daemons.map { LogDaemon(name: $0.name) }
    server = next
    listing = -1
    listedPackages = []
    listedFeatures = []
  }

  private mutating func readLmgrd(_ line: ByteRun, daemon: Int) -> Meaning {
    if line.hasPrefix("FlexNet Licensing version") || line.hasPrefix("FLEXnet Licensing version")
      || line.hasPrefix("FLEXlm version")
    {
      guard server.daemons[daemon].name != "lmgrd" else { return .other }
      server.daemons[daemon].hasStarted = true
      server.hasStartBlock = true
      return .daemonStarted
    }
    if let rest = line.after("License file(s): ") {
      server.licenceFile = rest.trimmed.text
    } else if let rest = line.after("lmgrd tcp-port ") {
      server.lmgrdPort = rest.leadingNumber?.value
    } else if line.hasPrefix("lmdown/lmreread only allowed on this machine") {
      server.isLocalOnly = true
    } else if let place = line.find(" using TCP-port ") {
      setPort(of: line.upTo(place), line.from(place + 16))
    }
    return .other
  }

  private mutating func readPorts(_ line: ByteRun, daemon: Int) -> Meaning {
    if line.hasPrefix("SHUTDOWN request") || line.hasPrefix("Shutting down ") { return .shutDown }
    if let rest = line.after("Started ") {
      let name = rest.firstWord
      if name.rest.find("(") != nil { _ = daemonNumber(of: name.word) }
      if let place = name.rest.find("tcp_port ") {
        setPort(of: name.word, name.rest.from(place + 9))
      }
    } else if let rest = line.after("Using options file: ") {
      let path = rest.trimmed
      let isQuoted = path.count > 2 && path[0] == UInt8(ascii: "\"")
      server.daemons[daemon].optionsFile =
        isQuoted ? path.upTo(path.count - 1).from(1).text : path.text
    }
    return .other
  }

  private mutating func setPort(of name: ByteRun, _ rest: ByteRun) {
    guard let port = rest.leadingNumber?.value, let number = daemonNumber(of: name.trimmed) else {
      return
    }
    server.daemons[number].port = port
  }

  /// `RESERVING 10 FEATURE/SIGNATURE licenses for USER_GROUP NAME`.
  private mutating func readReservation(_ line: ByteRun, daemon: Int) {
    guard let count = line.from(10).leadingNumber, let place = line.find("licenses for "),
      server.daemons[daemon].reservations.count < Self.mostEntries
    else { return }
    let feature = line.upTo(place).from(10 + count.digits).firstWord.word
    let whom = line.from(place + 13).firstWord
    server.daemons[daemon].reservations.append(
      LogReservation(
        licences: count.value,
        feature: feature.upTo(feature.firstIndex(of: UInt8(ascii: "/")) ?? feature.count).text,
        kind: whom.word.text, name: whom.rest.trimmed.text))
  }

  // MARK: The list of features

  private static func endsBlank(_ raw: ByteRun) -> Bool {
    var end = raw.count
    while end > 0, raw[end - 1] == 0x0D { end -= 1 }
    return end > 0 && (raw[end - 1] == 0x20 || raw[end - 1] == 0x09)
  }

  /// Reads a line of the list; false where the list has ended before it.
  private mutating func readList(_ raw: ByteRun) -> Bool {
    let line = raw.trimmed
    let belongs = listKeepsBlanks ? Self.endsBlank(raw) : Self.looksLikeFeatures(line)
    guard belongs, !line.isEmpty else {
      endList()
      return false
    }
    addFeatures(line)
    return true
  }

  private static func looksLikeFeatures(_ line: ByteRun) -> Bool {
    var rest = line
    while true {
      let (word, after) = rest.firstWord
      if word.isEmpty { return true }
      let isName = word.firstIndex(of: UInt8(ascii: "_")) != nil && word[word.count - 1] != 0x3A
      if !isName, !word.equals("(consisting"), !word.equals("of:") { return false }
      rest = after
    }
  }

  private mutating func addFeatures(_ words: ByteRun) {
    var rest = words
    while true {
      let (word, after) = rest.firstWord
      if word.isEmpty { return }
      rest = after
      if word.equals("(consisting") {
        startPackage()
      } else if isInsidePackage, word.equals("of:") {
        continue
      } else if isInsidePackage {
        let closes = word[word.count - 1] == UInt8(ascii: ")")
        let name = closes ? word.upTo(word.count - 1) : word
        let last = listedPackages.count - 1
        if !name.isEmpty, listedPackages[last].components.count < Self.mostEntries {
          listedPackages[last].components.append(name.text)
        }
        if closes { isInsidePackage = false }
      } else if listedFeatures.count < Self.mostEntries {
        listedFeatures.append(word.text)
      }
    }
  }

  /// The feature before the bracket turns out to be a package.
  private mutating func startPackage() {
    guard listedPackages.count < Self.mostEntries, let name = listedFeatures.popLast() else {
      return
    }
    listedPackages.append(LicencePackage(name: name, components: []))
    isInsidePackage = true
  }

  /// A whole list takes the place of the one before it, as after a reread.
  private mutating func endList() {
    if listing >= 0 {
      server.daemons[listing].packages = listedPackages
      server.daemons[listing].features = listedFeatures
    }
    listing = -1
    listedPackages = []
    listedFeatures = []
    isInsidePackage = false
  }

  /// The server, at the end of the log.
  mutating func finish() -> LogServer {
    if listing >= 0 { endCutOffList() }
    var whole = server
    let names = Set(server.daemons.map(\.name))
    whole.daemons.removeAll { daemon in
      // A plug-in writes under its daemon's name with an ending, as `adskflex_pluggin` does.
      let owner = daemon.name.split(separator: "_plug", maxSplits: 1).first.map(String.init)
      return daemon.name == "lmgrd" || (owner != daemon.name && names.contains(owner ?? ""))
    }
    return whole
  }

  /// A list that the log's end cuts off adds to the one before it and takes nothing away.
  private mutating func endCutOffList() {
    let daemon = server.daemons[listing]
    let cutOff = isInsidePackage ? listedPackages.last?.name : nil
    var packages = daemon.packages
    for package in listedPackages {
      if let place = packages.firstIndex(where: { $0.name == package.name }) {
        if package.name != cutOff { packages[place] = package }
      } else {
        packages.append(package)
      }
    }
    listedPackages = packages
    let names = Set(packages.map(\.name))
    let listed = Set(listedFeatures)
    listedFeatures =
      daemon.features.filter { !listed.contains($0) }
      + listedFeatures.filter { !names.contains($0) }
    endList()
  }
}
