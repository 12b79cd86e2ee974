import Migration

extension ChangeDraft {
  /// Makes a change of the licence servers or of what is known of their users.
  mutating func make(_ change: RetireServersChange, _ progress: ((Int) -> Bool)?) throws {
    step = .retireServers
    switch change {
    case .addServer(let details): try addServer(details)
    case .editServer(let id, let details): try editServer(id, details)
    case .removeServer(let id): try removeServer(id)
    case .keepServer(let id, let reason, let day): try keepServer(id, reason, day)
    case .take(let batch, let server):
      var taking = LicensingImport(batch, server, progress)
      try taking.make(&self)
    case .setAside(let logins, let reason): try setAside(logins, reason)
    case .couple(let login, let user): try couple(login, user)
    case .retire(let id, let typed, let quietDays): try retire(id, typed, quietDays)
    case .unretire(let id): try turnServer(id, to: .planned, on: nil)
    case .proveServer(let id, let proof, let day):
      try turnServer(id, to: .proven, on: day, proof: proof)
    case .putFileAway(let id, let day): try putFileAway(id, day)
    case .planSeats(let lines): try planSeats(lines)
    }
  }

  // MARK: Servers

  /// The row of a server.
  func serverRow(_ id: ServerID) throws -> ServerRow {
    guard let values = try TrackedTable.server.values(id.number, connection) else {
      throw ChangeRefusal.retireServers(.serverGone(id))
    }
    return ServerRow(values)
  }

  /// Adds a server; returns its number.
  @discardableResult
  mutating func insertServer(_ row: ServerRow) throws -> ServerID {
    let id = try Tally.lastServer.read(connection) + 1
    try Tally.lastServer.set(id, connection)
    try put(.server, id, row.values)
    return ServerID(id)
  }

  mutating func keep(_ row: ServerRow, of id: ServerID) throws {
    try put(.server, id.number, row.values)
  }

  private mutating func addServer(_ details: ServerDetails) throws {
    try refuseTaken(details, besides: nil)
    let row = ServerRow(details: details)
    try insertServer(row)
    outcome.count = 1
    subject = row.name
  }

  private mutating func editServer(_ id: ServerID, _ details: ServerDetails) throws {
    var row = try serverRow(id)
    try refuseTaken(details, besides: id)
    guard row.details != details else { return }
    row.details = details
    try keep(row, of: id)
    outcome.count = 1
    subject = row.name
  }

  private mutating func removeServer(_ id: ServerID) throws {
    let row = try serverRow(id)
    try put(.server, id.number, nil)
    outcome.count = 1
    subject = row.name
  }

  private mutating func keepServer(_ id: ServerID, _ reason: String, _ day: Day) throws {
    var row = try serverRow(id)
    row.keptReason = reason
    row.standing = reason.isEmpty ? .planned : .setAside
    row.since = reason.isEmpty ? nil : day.number
    row.proof = ""
    row.statedOn = nil
    try keep(row, of: id)
    outcome.count = 1
    subject = reason.isEmpty ? row.name : "\(row.name): \(reason)"
  }

  private mutating func turnServer(
    _ id: ServerID, to standing: Standing, on day: Day?, proof: String = ""
  ) throws {
    var row = try serverRow(id)
    row.standing = standing
    row.since = day?.number
    row.proof = proof
    row.keptReason = ""
    row.statedOn = nil
    row.weighLog()
    try keep(row, of: id)
    outcome.count = 1
    subject = row.name
  }

  private mutating func putFileAway(_ id: ServerID, _ day: Day?) throws {
    var row = try serverRow(id)
    guard row.fileAwayOn != day?.number else { return }
    row.fileAwayOn = day?.number
    try keep(row, of: id)
    outcome.count = 1
    subject = row.name
  }

  /// Products that are not in the plan yet are added first, their number of seats unknown.
  private mutating func planSeats(_ lines: [SeatPlanLine]) throws {
    step = .assignProducts
    var planned = 0
    var added = 0
    for line in lines {
      let product: ProductID
      switch line.target {
      case .known(let id): product = id
      case .new(let details):
        try addProduct(details)
        guard let made = outcome.product else { continue }
        product = made
        added += 1
      }
      _ = try self.product(product)
      for user in line.users {
        _ = try row(user)
        if try assign(user.number, product.number, .chosen) { planned += 1 }
      }
    }
    outcome.product = nil
    outcome.count = planned
    outcome.updated = added
    subject = ""
  }

  /// Reports a server as out of use. As long as a condition is not met, or not known to be, its name
  /// has to be typed.
  private mutating func retire(_ id: ServerID, _ typed: String?, _ quietDays: Int) throws {
    let row = try serverRow(id)
    var summary = try SessionFile.summary(connection)
    var uses = try UseIndex(summary.revision, summary.licensing.servers, connection)
    summary.licensing.logins = uses.loginCount
    let verdict = summary.retireVerdict(of: id, quietDays: quietDays, now: moment)
    if !verdict.isReady {
      let name = row.details.name
      guard let typed, typed.lowercased() == name.lowercased(), !typed.isEmpty else {
        throw ChangeRefusal.retireServers(.nameNotTyped(name))
      }
    }
    try turnServer(id, to: .stated, on: moment.day)
    // The journal says how many conditions were met when it was done.
    subject = "\(row.name) · \(verdict.metCount)/\(verdict.conditions.count)"
  }

  private func refuseTaken(_ details: ServerDetails, besides id: ServerID?) throws {
    for server in try SessionFile.servers(connection) where server.id != id {
      if let host = details.hosts.first(where: { server.details.has(host: $0) }) {
        throw ChangeRefusal.retireServers(.serverTaken(host))
      }
    }
  }

  // MARK: Logins

  private mutating func setAside(_ logins: [String], _ reason: String) throws {
    for login in logins {
      let isNew = try decide(login) { $0[3] = RecordValue(reason) }
      if isNew { outcome.count += 1 }
    }
    subject = logins.count == 1 ? "\(logins[0]): \(reason)" : reason
    isPersonal = logins.count == 1
  }

  private mutating func couple(_ login: String, _ user: UserID?) throws {
    if let user { _ = try row(user) }
    let isNew = try decide(login) {
      $0[2] = user.map { .integer($0.number) } ?? .null
      // Somebody's login is no render node.
      if user != nil { $0[3] = RecordValue("") }
    }
    outcome.count = isNew ? 1 : 0
    outcome.user = user
    subject = login
    isPersonal = true
  }

  /// Changes what is decided about a login; whether that is anything else than before. A login of
  /// which nothing is decided has no row.
  private mutating func decide(
    _ login: String, _ change: (inout [RecordValue]) -> Void
  ) throws -> Bool {
    let key = Folding.caseBlind.bytes(of: login)
    guard !key.isEmpty else { return false }
    let finding = try connection.statement("SELECT id FROM network_login WHERE login_key = ?")
    finding.bind(1, copying: key)
    let known: Int64? = try finding.step() ? finding.integer(0) : nil
    finding.reset()
    let id: Int64
    if let known {
      id = known
    } else {
      let last = try connection.statement("SELECT max(id) FROM network_login")
      defer { last.reset() }
      id = try last.step() ? last.integer(0) + 1 : 1
    }
    let before = try TrackedTable.login.values(id, connection)
    var after = before ?? [.text(key), RecordValue(login), .null, RecordValue("")]
    change(&after)
    let isNothing = after[2] == .null && after[3] == RecordValue("")
    let wanted = isNothing ? nil : after
    guard before != wanted else { return false }
    try put(.login, id, before: before, after: wanted)
    return true
  }
}
