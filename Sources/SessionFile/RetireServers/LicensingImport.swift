import Migration

/// What documents say of licence servers, while it is taken into the session: one change, one undo.
///
/// What is out, borrowed and waited for now, and how far a server's log and answers go, is worked out of
/// all its documents together (`ServerEvidence`), so that their order makes no difference.
struct LicensingImport {
  private let batch: LicensingBatch
  private let server: ServerID?
  private let progress: ((Int) -> Bool)?
  private let stride: Int
  private var done = 0

  init(_ batch: LicensingBatch, _ server: ServerID?, _ progress: ((Int) -> Bool)?) {
    self.batch = batch
    self.server = server
    self.progress = progress
    stride = max(500, batch.useCount / 200)
  }

  mutating func make(_ draft: inout ChangeDraft) throws {
    var names: [String] = []
    for part in batch.servers {
      guard let (id, isNew) = try serverFor(part, &draft) else {
        try hearSilence(of: part, &draft)
        continue
      }
      var row = try draft.serverRow(id)
      let before = row
      var documents = try ServerDocuments(of: id, row, draft.connection)
      let known = documents.evidence
      let evidence = Self.adding(part, to: known)
      row.details.follow(evidence.details, from: known.details, by: part.details)
      (row.log, row.answer, row.toldAt) = (evidence.log, evidence.answer, evidence.toldAt)
      Self.noteUse(of: part, &row)
      row.weighLog()
      try draft.keep(row, of: id)
      names.append(row.name)
      try documents.bring(to: evidence, &draft)
      try takeUses(of: part, into: id, evidence.now, &draft)
      if isNew, part.uses.isEmpty { draft.outcome.count += 1 }
      if !isNew, part.uses.isEmpty, row != before { draft.outcome.updated += 1 }
    }
    try tellSilence(&draft)
    draft.subject = names.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The evidence with what a part of the batch says.
  private static func adding(
    _ part: LicensingBatch.Server, to known: ServerEvidence
  ) -> ServerEvidence {
    var evidence = known
    func add(_ document: ServerDocument, _ holdings: [(ServerEvidence.Key, Holding)]) {
      evidence.add(
        ServerEvidence.Said(
          document, Dictionary(holdings, uniquingKeysWith: { $0.united(with: $1) })))
    }
    func key(_ use: LicensingBatch.Use) -> [UInt8] {
      UseRow.key(use.login, use.computer, use.feature)
    }
    if let log = part.log {
      let document = ServerDocument(
        details: part.details, log: log, restartedAt: part.restartedAt)
      add(
        document,
        (part.uses + part.returns).compactMap { use in
          Holding.log(use, restarted: part.restartedAt != nil).map { (key(use), $0) }
        })
    }
    if let answer = part.answer {
      let isTold = answer.state == .up
      add(
        ServerDocument(details: part.details, answer: answer),
        isTold ? part.uses.map { (key($0), Holding.answer($0)) } : [])
    }
    if part.log == nil, part.answer == nil, part.details != ServerDetails() {
      add(ServerDocument(details: part.details), [])
    }
    return evidence
  }

  /// Use that contradicts that the server is out of use.
  private static func noteUse(of part: LicensingBatch.Server, _ row: inout ServerRow) {
    // Use on the day itself, in a log that ends with the shutdown, came before the shutdown.
    if let last = part.log?.lastOut,
      row.log?.shutDown == nil || row.since.map({ last.day.number > $0 }) ?? true
    {
      row.noteUse(on: last.day)
    }
    if let answer = part.answer, answer.state == .up, part.uses.contains(where: { $0.open > 0 }) {
      row.noteUse(on: answer.moment.day)
    }
  }

  // MARK: Which server

  private func serverFor(
    _ part: LicensingBatch.Server, _ draft: inout ChangeDraft
  ) throws -> (ServerID, isNew: Bool)? {
    let known = try SessionFile.servers(draft.connection)
    let hosts = part.details.hosts
    let found = known.filter { server in hosts.contains { server.details.has(host: $0) } }
    if let first = found.first(where: { hosts.contains($0.details.name) }) ?? found.first {
      // What names several computers tells that servers which were thought to be two are one.
      for other in found where hosts.count > 1 && other.id != first.id {
        try draft.merge(other.id, into: first.id)
      }
      return (first.id, false)
    }
    if let server, let found = known.first(where: { $0.id == server }),
      hosts.isEmpty
    {
      return (found.id, false)
    }
    // A log without a name is nobody's but its own: only what begins with the same line, the same
    // log again or grown, is the same server's.
    if hosts.isEmpty, let log = part.log,
      let same = known.first(where: { $0.details.hosts.isEmpty && $0.log?.first == log.first })
    {
      return (same.id, false)
    }
    if hosts.isEmpty, part.uses.isEmpty, part.log == nil { return nil }
    return (try draft.insertServer(ServerRow(details: ServerDetails())), true)
  }

  // MARK: Nobody answered, and nobody knows who was asked

  /// Keeps that nobody answered.
  private func hearSilence(
    of part: LicensingBatch.Server, _ draft: inout ChangeDraft
  ) throws {
    guard let answer = part.answer, answer.state == .silent else { return }
    var documents = try ServerDocuments(of: ServerDocuments.nameless, nil, draft.connection)
    var evidence = documents.evidence
    evidence.add(ServerEvidence.Said(ServerDocument(details: ServerDetails(), answer: answer)))
    try documents.bring(to: evidence, &draft)
  }

  /// Of the only server it is an answer, though it takes nothing away; of one of several it says
  /// nothing.
  private func tellSilence(_ draft: inout ChangeDraft) throws {
    let silence = try ServerDocuments(of: ServerDocuments.nameless, nil, draft.connection).evidence
    guard !silence.said.isEmpty else { return }
    let servers = try SessionFile.servers(draft.connection)
    for server in servers {
      var row = try draft.serverRow(server.id)
      var evidence = try ServerDocuments(of: server.id, row, draft.connection).evidence
      if servers.count == 1 { for said in silence.said { evidence.add(said) } }
      guard row.answer != evidence.answer else { continue }
      row.answer = evidence.answer
      try draft.keep(row, of: server.id)
      draft.outcome.updated += 1
    }
  }

  // MARK: Uses

  private mutating func takeUses(
    of part: LicensingBatch.Server, into id: ServerID, _ now: ServerEvidence.Now,
    _ draft: inout ChangeDraft
  ) throws {
    let finding = try draft.connection.statement(
      "SELECT id FROM network_use WHERE server = ? AND use_key = ? AND shelved = 0")
    func find(_ key: [UInt8]) throws -> Int64? {
      finding.bind(1, id.number)
      finding.bind(2, copying: key)
      defer { finding.reset() }
      return try finding.step() ? finding.integer(0) : nil
    }
    var handled: Set<Int64> = []
    var next = try lastUse(draft.connection) + 1
    let hasInstalled = try draft.hasInstallations()
    let end = part.log?.end ?? part.answer?.moment
    for use in part.uses {
      if hasInstalled {
        // What is out at the end is held until then.
        let used = [use.lastUsed, use.lastLine, use.open > 0 ? end : nil].compactMap { $0 }.max()
        if let used { try draft.noteUse(computer: use.computer, product: use.product, at: used) }
      }
      var row = UseRow(use, server: id.number, batch: draft.number)
      if let known = try find(row.key) {
        try update(known, now, &draft) { $0.add(use) }
        handled.insert(known)
      } else {
        row.bring(to: now)
        try draft.bring(.use, next, row.values)
        handled.insert(next)
        next += 1
        draft.outcome.count += 1
      }
      done += 1
      if let progress, done % stride == 0, !progress(done) { throw ChangeRefusal.cancelled }
    }
    for use in part.returns {
      guard let known = try find(UseRow.key(use.login, use.computer, use.feature)) else { continue }
      try update(known, now, &draft) { row in
        row.lastLine = [row.lastLine, use.lastLine?.minutes].compactMap { $0 }.max()
      }
      handled.insert(known)
    }
    // What this document does not mention may be out, or not any more, by all of them together.
    var others = try nowRows(of: id, draft.connection)
    for key in now.keys { if let known = try find(key) { others.insert(known) } }
    for other in others.subtracting(handled).sorted() {
      try update(other, now, &draft) { _ in }
    }
  }

  private func lastUse(_ connection: Connection) throws -> Int64 {
    let last = try connection.statement("SELECT max(id) FROM network_use")
    defer { last.reset() }
    return try last.step() ? last.integer(0) : 0
  }

  /// The uses of a server with something out, borrowed or waited for.
  private func nowRows(of id: ServerID, _ connection: Connection) throws -> Set<Int64> {
    let reading = try connection.once(
      "SELECT id FROM network_use WHERE server = ? AND is_now = 1 AND shelved = 0")
    reading.bind(1, id.number)
    var rows: Set<Int64> = []
    while try reading.step() { rows.insert(reading.integer(0)) }
    return rows
  }

  private func update(
    _ id: Int64, _ now: ServerEvidence.Now, _ draft: inout ChangeDraft,
    _ change: (inout UseRow) -> Void
  ) throws {
    guard let before = try TrackedTable.use.values(id, draft.connection) else { return }
    var row = UseRow(before)
    change(&row)
    row.bring(to: now)
    let after = row.values
    guard after != before else {
      draft.outcome.unchanged += 1
      return
    }
    try draft.put(.use, id, before: before, after: after)
    draft.outcome.updated += 1
  }
}
