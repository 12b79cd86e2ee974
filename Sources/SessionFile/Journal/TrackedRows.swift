import Migration

/// A table whose rows a journal entry keeps whole, as they were and as they became.
///
/// The columns stand in the order in which records hold them; records on disk depend on it, so that
/// columns are only ever added at the end.
struct TrackedTable: Sendable {
  /// Its number in records.
  let kind: Int
  let name: String
  let columns: [String]

  static let server = TrackedTable(
    kind: 0, name: "licence_server",
    columns: [
      "hosts", "lmgrd_port", "vendor_port", "daemon", "licence_file", "log_file", "service_name",
      "system", "set_up", "runs_as_service", "is_local_only", "other_daemons", "standing", "since",
      "kept_reason", "proof", "log_first", "log_end", "log_outs", "last_out", "shut_down",
      "answer_state", "answer_at", "unclear", "file_away_on", "told_at", "stated_on",
    ])
  static let use = TrackedTable(
    kind: 1, name: "network_use",
    columns: [
      "shelved", "batch", "server", "use_key", "login", "computer", "feature", "offering",
      "product", "last_used", "days_last", "days_recent", "days_older", "open", "borrowed_until",
      "queued", "is_now", "last_line",
    ])
  static let login = TrackedTable(
    kind: 2, name: "network_login", columns: ["login_key", "login", "user", "set_aside"])

  static let installation = TrackedTable(
    kind: 3, name: "installation",
    columns: [
      "install_key", "computer", "product", "offering", "login", "source", "standing", "since",
    ])
  static let statement = TrackedTable(kind: 4, name: "step_statement", columns: ["day"])

  static let document = TrackedTable(
    kind: 5, name: "licence_document",
    columns: [
      "server", "hosts", "lmgrd_port", "vendor_port", "daemon", "licence_file", "log_file",
      "service_name", "system", "set_up", "runs_as_service", "is_local_only", "other_daemons",
      "log_first", "log_end", "log_outs", "last_out", "shut_down", "restarted_at", "answer_state",
      "answer_at", "unclear",
    ])
  static let holding = TrackedTable(
    kind: 6, name: "document_holding",
    columns: [
      "document", "use_key", "open", "change", "last_line", "last_out", "borrowed_until", "queued",
    ])

  static let all = [server, use, login, installation, statement, document, holding]

  /// Selects a row by number: the columns in order.
  private let select: String

  /// Inserts a row: the number, then the columns in order.
  private let insertion: String

  /// Sets all columns of a row: the columns in order, then the number.
  private let update: String

  /// Takes a row out.
  private let delete: String

  /// A table with its statements, which are put together once.
  private init(kind: Int, name: String, columns: [String]) {
    self.kind = kind
    self.name = name
    self.columns = columns
    let list = columns.joined(separator: ", ")
    let places = repeatElement("?", count: columns.count + 1).joined(separator: ", ")
    select = "SELECT \(list) FROM \(name) WHERE id = ?"
    insertion = "INSERT INTO \(name) (id, \(list)) VALUES (\(places))"
    update =
      "UPDATE \(name) SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?"
    delete = "DELETE FROM \(name) WHERE id = ?"
  }

  /// Brings a row to some values; nil takes it out.
  func bring(_ row: Int64, to values: [RecordValue]?, _ connection: Connection) throws {
    guard let values else {
      let statement = try connection.statement(delete)
      statement.bind(1, row)
      return try statement.run()
    }
    let updating = try connection.statement(update)
    // A record of an older version lacks the columns that came later.
    for place in columns.indices {
      updating.bind(Int32(place + 1), values.indices.contains(place) ? values[place] : .null)
    }
    updating.bind(Int32(columns.count + 1), row)
    try updating.run()
    guard updating.touched == 0 else { return }
    try insert(row, values, connection)
  }

  /// Inserts a row that is not there.
  func insert(_ row: Int64, _ values: [RecordValue], _ connection: Connection) throws {
    let inserting = try connection.statement(insertion)
    inserting.bind(1, row)
    for place in columns.indices {
      inserting.bind(Int32(place + 2), values.indices.contains(place) ? values[place] : .null)
    }
    try inserting.run()
  }

  /// The values of a row; nil where there is none.
  func values(_ row: Int64, _ connection: Connection) throws -> [RecordValue]? {
    let statement = try connection.statement(select)
    statement.bind(1, row)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    return columns.indices.map { RecordValue(statement, Int32($0)) }
  }
}

extension RecordValue {
  /// A column of a row; what is no number is text.
  init(_ statement: SQLStatement, _ column: Int32) {
    if statement.isNull(column) {
      self = .null
    } else if statement.isInteger(column) {
      self = .integer(statement.integer(column))
    } else {
      self = .text(Array(statement.bytes(column)))
    }
  }

  /// The text; empty for the rest.
  var text: String {
    if case .text(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { "" }
  }
}

extension ChangeDraft {
  /// Brings a row of a tracked table to values, nil for none, and keeps what it was; the same values
  /// leave no trace.
  mutating func put(_ table: TrackedTable, _ row: Int64, _ after: [RecordValue]?) throws {
    let before = try table.values(row, connection)
    try put(table, row, before: before, after: after)
  }

  /// The same where it is known what the row was.
  mutating func put(
    _ table: TrackedTable, _ row: Int64, before: [RecordValue]?, after: [RecordValue]?
  ) throws {
    guard before != after else { return }
    try table.bring(row, to: after, connection)
    let keeping = try connection.statement(
      """
      INSERT INTO row_change (journal, position, kind, row, before, after)
      VALUES (?, ?, ?, ?, ?, ?)
      """)
    keeping.bind(1, number)
    keeping.bind(2, record.otherRows)
    keeping.bind(3, table.kind)
    keeping.bind(4, row)
    Self.bind(keeping, 5, before)
    Self.bind(keeping, 6, after)
    try keeping.run()
    record.otherRows += 1
  }

  private static func bind(_ statement: SQLStatement, _ place: Int32, _ values: [RecordValue]?) {
    guard let values else { return statement.bindNull(place) }
    var writer = RecordWriter()
    for value in values { writer.value(value) }
    statement.bind(place, blob: writer.bytes)
  }
}

/// Rows of tracked tables while a change is taken back or brought back.
enum TrackedTurn {
  static func make(
    _ journal: Int64, _ direction: ChangeRecord.Direction, _ connection: Connection
  ) throws {
    // A row that the change made and then changed is there while its values are set.
    if direction == .forth { try shelve(journal, false, connection) }
    let reading = try connection.once(
      direction == .back
        ? "SELECT kind, row, before FROM row_change WHERE journal = ? ORDER BY position DESC"
        : "SELECT kind, row, after FROM row_change WHERE journal = ? ORDER BY position")
    reading.bind(1, journal)
    while try reading.step() {
      guard let table = TrackedTable.all.first(where: { $0.kind == reading.int(0) }) else {
        throw RecordReader.Malformed()
      }
      var values: [RecordValue]?
      if !reading.isNull(2) {
        var reader = RecordReader(Array(reading.bytes(2)))
        var read: [RecordValue] = []
        while !reader.isAtEnd { read.append(try reader.value()) }
        values = read
      }
      try table.bring(reading.integer(1), to: values, connection)
    }
    if direction == .back { try shelve(journal, true, connection) }
  }

  /// Takes out, or brings back, the uses that the change had made.
  private static func shelve(
    _ journal: Int64, _ isShelved: Bool, _ connection: Connection
  ) throws {
    let shelving = try connection.statement(
      "UPDATE network_use SET shelved = ?1 WHERE batch = ?2 AND shelved <> ?1")
    shelving.bind(1, isShelved ? 1 : 0)
    shelving.bind(2, journal)
    try shelving.run()
  }

  /// Removes for good what can not be brought back any more.
  static func purge(_ connection: Connection) throws {
    let lapsed = "SELECT number FROM journal WHERE stage = 2"
    try connection.statement("DELETE FROM row_change WHERE journal IN (\(lapsed))").run()
    try connection.statement(
      "DELETE FROM network_use WHERE shelved = 1 AND batch IN (\(lapsed))"
    ).run()
  }
}
