import Migration

/// What the documents said of one licence server, as the file keeps it: a row for each document that
/// still tells something, and one for each use of which it does.
struct ServerDocuments {
  private typealias Key = ServerEvidence.Key

  /// Under this number lies what was said of a server of which nothing tells the name.
  static let nameless = ServerID(0)

  private let server: ServerID
  /// The rows by document, and by use in each.
  private var ids: [ServerDocument: (id: Int64, holdings: [ServerEvidence.Key: Int64])] = [:]
  /// All of it.
  private(set) var evidence = ServerEvidence()

  /// Reads the documents of a server. An older version kept none: then what its row and its uses say
  /// is taken for the last log and the last answer.
  init(of server: ServerID, _ row: ServerRow?, _ connection: Connection) throws {
    self.server = server
    let columns = TrackedTable.document.columns.joined(separator: ", ")
    let reading = try connection.once(
      "SELECT id, \(columns) FROM licence_document WHERE server = ?")
    reading.bind(1, server.number)
    var said: [ServerEvidence.Said] = []
    while try reading.step() {
      let values = TrackedTable.document.columns.indices.map {
        RecordValue(reading, Int32($0 + 1))
      }
      let document = DocumentRow(values).document
      let (holdings, numbers) = try Self.holdings(reading.integer(0), connection)
      ids[document] = (reading.integer(0), numbers)
      said.append(ServerEvidence.Said(document, holdings))
    }
    if said.isEmpty, let row { said = try Self.asKept(server, row, connection) }
    evidence = ServerEvidence(said)
  }

  private static func holdings(
    _ document: Int64, _ connection: Connection
  ) throws -> ([ServerEvidence.Key: Holding], [ServerEvidence.Key: Int64]) {
    let columns = TrackedTable.holding.columns.joined(separator: ", ")
    let reading = try connection.once(
      "SELECT id, \(columns) FROM document_holding WHERE document = ?")
    reading.bind(1, document)
    var holdings: [ServerEvidence.Key: Holding] = [:]
    var numbers: [ServerEvidence.Key: Int64] = [:]
    while try reading.step() {
      let values = TrackedTable.holding.columns.indices.map { RecordValue(reading, Int32($0 + 1)) }
      let row = HoldingRow(values)
      holdings[row.key] = row.holding
      numbers[row.key] = reading.integer(0)
    }
    return (holdings, numbers)
  }

  /// A log and an answer that say what the rows of an older version do.
  private static func asKept(
    _ server: ServerID, _ row: ServerRow, _ connection: Connection
  ) throws -> [ServerEvidence.Said] {
    let columns = TrackedTable.use.columns.joined(separator: ", ")
    let reading = try connection.once(
      "SELECT \(columns) FROM network_use WHERE server = ? AND is_now = 1 AND shelved = 0")
    reading.bind(1, server.number)
    var uses: [UseRow] = []
    while try reading.step() {
      uses.append(UseRow(TrackedTable.use.columns.indices.map { RecordValue(reading, Int32($0)) }))
    }
    var said: [ServerEvidence.Said] = []
    if let answer = row.answer {
      said.append(ServerEvidence.Said(ServerDocument(details: ServerDetails(), answer: answer)))
    }
    let asked = uses.filter { $0.borrowedUntil != nil || $0.queued > 0 }
    // Only an answer shows who borrowed; of one before the last that is the moment.
    let shown = asked.compactMap(\.lastUsed).max().map { Moment(minutes: $0) }
    let toldAt = row.answer?.state == .up ? row.answer?.moment : shown
    let isLogNewer = row.log.map { log in toldAt.map { log.end > $0 } ?? true } ?? false
    if let log = row.log {
      var part = ServerEvidence.Said(ServerDocument(details: ServerDetails(), log: log))
      for use in uses where isLogNewer && use.open > 0 {
        part.holdings[use.key] = Holding(
          open: use.open, change: use.open, lastLine: log.end,
          lastOut: use.lastUsed.map { Moment(minutes: $0) })
      }
      said.append(part)
    }
    if let toldAt {
      let unclear = row.answer?.state == .up ? row.answer?.unclear ?? 0 : 0
      var told = ServerEvidence.Said(
        ServerDocument(
          details: ServerDetails(), answer: ServerAnswer(.up, at: toldAt, unclear: unclear)))
      for use in isLogNewer ? asked : uses {
        told.holdings[use.key] = Holding(
          open: isLogNewer ? 0 : use.open, borrowedUntil: use.borrowedUntil.map { Day(number: $0) },
          queued: use.queued)
      }
      said.removeAll { $0.document == told.document }
      said.append(told)
    }
    return said
  }

  // MARK: Writing

  /// Brings the rows to other evidence; the same leaves no trace.
  mutating func bring(to evidence: ServerEvidence, _ draft: inout ChangeDraft) throws {
    var next = try Self.last("licence_document", draft.connection) + 1
    var nextHolding = try Self.last("document_holding", draft.connection) + 1
    let wanted = Set(evidence.said.map(\.document))
    for (document, rows) in ids.sorted(by: { $0.value.id < $1.value.id })
    where !wanted.contains(document) {
      for id in rows.holdings.values.sorted() { try draft.put(.holding, id, nil) }
      try draft.put(.document, rows.id, nil)
      ids[document] = nil
    }
    for said in evidence.said {
      var rows = ids[said.document] ?? (next, [:])
      if rows.id == next {
        let values = DocumentRow(server: server, said.document).values
        try draft.put(.document, next, before: nil, after: values)
        next += 1
      }
      for (key, id) in rows.holdings.sorted(by: { $0.value < $1.value })
      where said.holdings[key] == nil {
        try draft.put(.holding, id, nil)
        rows.holdings[key] = nil
      }
      let keys = said.holdings.keys.sorted { $0.lexicographicallyPrecedes($1) }
      for key in keys {
        guard let holding = said.holdings[key] else { continue }
        let values = HoldingRow(document: rows.id, key: key, holding: holding).values
        if let id = rows.holdings[key] {
          try draft.put(.holding, id, values)
        } else {
          try draft.put(.holding, nextHolding, before: nil, after: values)
          rows.holdings[key] = nextHolding
          nextHolding += 1
        }
      }
      ids[said.document] = rows
    }
    self.evidence = evidence
  }

  private static func last(_ table: String, _ connection: Connection) throws -> Int64 {
    let last = try connection.statement("SELECT max(id) FROM \(table)")
    defer { last.reset() }
    return try last.step() ? last.integer(0) : 0
  }
}

/// A document's row as its table holds it.
private struct DocumentRow {
  var server: ServerID
  var document: ServerDocument

  init(server: ServerID, _ document: ServerDocument) {
    self.server = server
    self.document = document
  }

  /// The values in the order of `TrackedTable.document.columns`.
  init(_ values: [RecordValue]) {
    func number(_ place: Int) -> Int? { values.indices.contains(place) ? values[place].int : nil }
    func moment(_ place: Int) -> Moment? { number(place).map { Moment(minutes: $0) } }
    server = ServerID(Int64(number(0) ?? 0))
    document = ServerDocument(details: ServerDetails(values.dropFirst()))
    if let first = moment(13), let end = moment(14) {
      document.log = LogSpan(
        first: first, end: end, outs: number(15) ?? 0, lastOut: moment(16), shutDown: moment(17))
    }
    document.restartedAt = moment(18)
    if let state = number(19).flatMap({ ServerAnswer.State(rawValue: $0) }), let at = moment(20) {
      document.answer = ServerAnswer(state, at: at, unclear: number(21) ?? 0)
    }
  }

  var values: [RecordValue] {
    let log = document.log
    let answer = document.answer
    return [.integer(server.number)] + document.details.values + [
      RecordValue(log?.first.minutes), RecordValue(log?.end.minutes), RecordValue(log?.outs),
      RecordValue(log?.lastOut?.minutes), RecordValue(log?.shutDown?.minutes),
      RecordValue(document.restartedAt?.minutes), RecordValue(answer?.state.rawValue),
      RecordValue(answer?.moment.minutes), RecordValue(answer?.unclear),
    ]
  }
}

/// A row of what a document says of a use, as its table holds it.
private struct HoldingRow {
  var document: Int64
  var key: [UInt8]
  var holding: Holding

  init(document: Int64, key: [UInt8], holding: Holding) {
    self.document = document
    self.key = key
    self.holding = holding
  }

  /// The values in the order of `TrackedTable.holding.columns`.
  init(_ values: [RecordValue]) {
    func number(_ place: Int) -> Int? { values.indices.contains(place) ? values[place].int : nil }
    document = Int64(number(0) ?? 0)
    if values.indices.contains(1), case .text(let bytes) = values[1] {
      key = bytes
    } else {
      key = []
    }
    holding = Holding(
      open: number(2) ?? 0, change: number(3) ?? 0,
      lastLine: number(4).map { Moment(minutes: $0) },
      lastOut: number(5).map { Moment(minutes: $0) },
      borrowedUntil: number(6).map { Day(number: $0) }, queued: number(7) ?? 0)
  }

  var values: [RecordValue] {
    [
      .integer(document), .text(key), RecordValue(holding.open), RecordValue(holding.change),
      RecordValue(holding.lastLine?.minutes), RecordValue(holding.lastOut?.minutes),
      RecordValue(holding.borrowedUntil?.number), RecordValue(holding.queued),
    ]
  }
}
