import Migration

/// What documents say of licence servers, while it is taken into the session: one change, one undo.
struct LicensingTaking {
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
    try TrackedTurn.purge(draft.connection)
    var names: [String] = []
    for part in batch.servers {
      guard let (id, isNew) = try serverFor(part, &draft) else { continue }
      var row = try draft.serverRow(id)
      let before = row
      row.details.fill(from: part.details)
      let log = part.log.map { LogTaking(of: $0, known: row.log) }
      if let log { row.log = log.span }
      if let answer = part.answer, answer.moment >= row.answer?.moment ?? answer.moment {
        row.answer = answer
      }
      // Use on the day itself, in the log that ends with the shutdown, came before the shutdown.
      if let last = part.log?.lastOut,
        part.log?.shutDown == nil || row.since.map({ last.day.number > $0 }) ?? true
      {
        row.noteUse(on: last.day)
      }
      if let answer = part.answer, answer.state == .up, part.uses.contains(where: { $0.open > 0 }) {
        row.noteUse(on: answer.moment.day)
      }
      row.weighLog()
      try draft.keep(row, of: id)
      names.append(row.name)
      try takeUses(of: part, into: id, before: before, log, &draft)
      if isNew, part.uses.isEmpty { draft.outcome.count += 1 }
      if !isNew, part.uses.isEmpty, row != before { draft.outcome.updated += 1 }
    }
    draft.subject = names.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// How a log goes with those that were taken before.
  private struct LogTaking {
    var span: LogSpan
    /// It begins where the known ones end: what was open goes on.
    var isNext = false
    /// It ends before the known ones end: it says nothing about now.
    var isOlder = false

    init(of log: LogSpan, known: LogSpan?) {
      guard let known else {
        span = log
        return
      }
      isNext = log.first >= known.end
      isOlder = log.end < known.end
      let isApart = isNext || log.end <= known.first
      // Lines of logs that overlap are counted once as far as one log has them.
      span = LogSpan(
        first: min(known.first, log.first), end: max(known.end, log.end),
        outs: isApart ? known.outs + log.outs : max(known.outs, log.outs),
        lastOut: [known.lastOut, log.lastOut].compactMap { $0 }.max(),
        shutDown: isOlder ? known.shutDown : log.shutDown)
    }
  }

  // MARK: Which server

  private func serverFor(
    _ part: LicensingBatch.Server, _ draft: inout ChangeDraft
  ) throws -> (ServerID, isNew: Bool)? {
    let known = try SessionFile.servers(draft.connection)
    let hosts = part.details.hosts
    if let found = known.first(where: { server in hosts.contains { server.details.has(host: $0) } })
    {
      return (found.id, false)
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
    if hosts.isEmpty, part.uses.isEmpty, part.log == nil {
      // "Nobody answered", and nobody knows who was asked: of the only server it takes nothing away.
      let isSilent = part.answer?.state == .silent
      return isSilent && known.count == 1 ? (known[0].id, false) : nil
    }
    return (try draft.insertServer(ServerRow(details: ServerDetails())), true)
  }

  // MARK: Uses

  private mutating func takeUses(
    of part: LicensingBatch.Server, into id: ServerID, before: ServerRow, _ log: LogTaking?,
    _ draft: inout ChangeDraft
  ) throws {
    let answered = part.answer?.state == .up
    guard part.log != nil || answered || !part.uses.isEmpty else { return }
    // Which source tells what is out now: the newer one.
    let answeredAt = answered ? part.answer?.moment : nil
    let isNewest: Bool
    if let answeredAt {
      isNewest =
        answeredAt >= max(before.answer?.moment ?? answeredAt, before.log?.end ?? answeredAt)
    } else if let log, let end = part.log?.end {
      let lastAnswer = before.answer?.state == .up ? before.answer?.moment : nil
      isNewest = !log.isOlder && end >= lastAnswer ?? end
    } else {
      isNewest = false
    }
    var handled: Set<Int64> = []
    let finding = try draft.connection.statement(
      "SELECT id FROM network_use WHERE server = ? AND use_key = ? AND shelved = 0")
    var next = try lastUse(draft.connection) + 1
    // What is out at the end is held until then.
    let hasSwitched = try draft.hasSwitched()
    let end = part.log?.end ?? answeredAt
    for use in part.uses {
      if hasSwitched, let used = [use.lastUsed, use.open > 0 ? end : nil].compactMap({ $0 }).max() {
        try draft.noteUse(computer: use.computer, product: use.product, at: used)
      }
      var row = UseRow(use, server: id.number, batch: draft.number)
      if !isNewest { row.forgetNow() }
      finding.bind(1, id.number)
      finding.bind(2, copying: row.key)
      let known: Int64? = try finding.step() ? finding.integer(0) : nil
      finding.reset()
      if let known {
        try update(known, with: use, isNewest, answered, log, &draft)
        handled.insert(known)
      } else {
        try TrackedTable.use.insert(next, row.values, draft.connection)
        handled.insert(next)
        next += 1
        draft.outcome.count += 1
        draft.record.addedUses += 1
      }
      done += 1
      if let progress, done % stride == 0, !progress(done) { throw ChangeRefusal.cancelled }
    }
    guard isNewest else { return }
    let carries = log?.isNext == true && !part.hasRestarted && !answered
    if !carries { try endOthers(of: id, but: handled, answered, &draft) }
  }

  private func lastUse(_ connection: Connection) throws -> Int64 {
    let last = try connection.statement("SELECT max(id) FROM network_use")
    defer { last.reset() }
    return try last.step() ? last.integer(0) : 0
  }

  private func update(
    _ id: Int64, with use: LicensingBatch.Use, _ isNewest: Bool, _ answered: Bool,
    _ log: LogTaking?, _ draft: inout ChangeDraft
  ) throws {
    guard let before = try TrackedTable.use.values(id, draft.connection) else { return }
    var row = UseRow(before)
    let used = use.lastUsed?.minutes
    if let used, used >= row.lastUsed ?? used {
      // The newest release that was used is what runs.
      row.product = use.product
      row.offering = use.offering
    }
    row.lastUsed = [row.lastUsed, used].compactMap { $0 }.max()
    row.days.formUnion(use.days)
    if isNewest {
      if log?.isNext == true, !answered, let change = use.openChange {
        row.open = max(row.open + change, use.open)
      } else {
        row.open = use.open
      }
      if answered {
        row.borrowedUntil = use.borrowedUntil?.number
        row.queued = use.queued
      }
    }
    let after = row.values
    guard after != before else {
      draft.outcome.unchanged += 1
      return
    }
    try draft.put(.use, id, before: before, after: after)
    draft.outcome.updated += 1
  }

  /// What the newest source does not show is not out any more. A log does not tell borrowed licences
  /// from others, so these stay until a server answers or their day has come.
  private func endOthers(
    of id: ServerID, but handled: Set<Int64>, _ answered: Bool, _ draft: inout ChangeDraft
  ) throws {
    let reading = try draft.connection.once(
      "SELECT id FROM network_use WHERE server = ? AND is_now = 1 AND shelved = 0")
    reading.bind(1, id.number)
    var others: [Int64] = []
    while try reading.step() {
      if !handled.contains(reading.integer(0)) { others.append(reading.integer(0)) }
    }
    for other in others {
      guard let before = try TrackedTable.use.values(other, draft.connection) else { continue }
      var row = UseRow(before)
      if answered { row.forgetNow() } else { row.open = 0 }
      let after = row.values
      guard after != before else { continue }
      try draft.put(.use, other, before: before, after: after)
      draft.outcome.updated += 1
    }
  }
}

extension UseRow {
  /// Nothing is out, borrowed or waited for.
  fileprivate mutating func forgetNow() {
    (open, borrowedUntil, queued) = (0, nil, 0)
  }
}
