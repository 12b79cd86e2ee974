import Migration

/// A table of which the journal keeps what changes do to it.
///
/// Written through a `ChangeDraft`, its rows are undone and redone, their old values are kept, and what
/// can not be brought back any more is removed: a table has to say no more than this.
struct TrackedTable: Sendable {
  /// Its number in records, never given to another table.
  let number: Int
  /// Its name in the file.
  let name: String
  /// The column by which a row is known, an integer.
  let key: String
  /// The columns in the order in which records hold them. Records on disk depend on it, so that
  /// columns are only ever added at the end.
  let columns: [String]
  /// What goes with a row when it is removed for good.
  let parts: [Part]
  /// Who stands in the way when one of some rows can not come back because its place is taken.
  let conflict: Conflict?

  /// Rows of another table that belong to a row.
  struct Part: Sendable {
    var table: String
    /// The column that holds the row's number.
    var column: String
  }

  typealias Conflict = @Sendable (ClosedRange<Int64>, Connection) throws -> ChangeRefusal

  /// All its columns.
  let all: ColumnSet
  /// The column that says of a row that it is out of the list and can be brought back; empty where
  /// there is none.
  let shelved: ColumnSet

  private let selection: String
  private let shelving: String

  init(
    _ number: Int, _ name: String, key: String = "id", _ columns: [String], parts: [Part] = [],
    conflict: Conflict? = nil
  ) {
    self.number = number
    self.name = name
    self.key = key
    self.columns = columns
    self.parts = parts
    self.conflict = conflict
    all = ColumnSet(columns.indices)
    shelved = ColumnSet(columns.indices.filter { columns[$0] == "shelved" })
    selection = "SELECT \(columns.joined(separator: ", ")) FROM \(name) WHERE \(key) = ?"
    shelving =
      "UPDATE \(name) SET shelved = ?1 WHERE \(key) BETWEEN ?2 AND ?3 AND shelved <> ?1"
  }

  /// A table whose columns a type of rows says.
  init<Column: TrackedColumn>(
    _ number: Int, _ name: String, _ columns: Column.Type, conflict: Conflict? = nil
  ) {
    self.init(number, name, columns.allCases.map(\.name), conflict: conflict)
  }

  /// The values of a row; nil where there is none.
  func values(_ row: Int64, _ connection: Connection) throws -> [RecordValue]? {
    let statement = try connection.statement(selection)
    statement.bind(1, row)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    return columns.indices.map { RecordValue(statement, Int32($0)) }
  }

  /// The statement that inserts a row: its values in order, then its number.
  func insertion(of set: ColumnSet) -> String {
    let names = set.places.map { columns[$0] } + [key]
    let places = repeatElement("?", count: names.count).joined(separator: ", ")
    return "INSERT INTO \(name) (\(names.joined(separator: ", "))) VALUES (\(places))"
  }

  /// The statement that sets some columns of a row: their values in order, then the row's number.
  func update(of set: ColumnSet) -> String {
    let setting = set.places.map { "\(columns[$0]) = ?" }.joined(separator: ", ")
    return "UPDATE \(name) SET \(setting) WHERE \(key) = ?"
  }

  /// The statement that takes a row out: its number.
  var deletion: String { "DELETE FROM \(name) WHERE \(key) = ?" }

  /// Takes rows out of the list, or brings them back.
  func shelve(_ rows: ClosedRange<Int64>, _ isShelved: Bool, _ connection: Connection) throws {
    let statement = try connection.statement(shelving)
    statement.bind(1, isShelved ? 1 : 0)
    statement.bind(2, rows.lowerBound)
    statement.bind(3, rows.upperBound)
    try statement.run()
  }

  /// Removes rows that are out of the list for good.
  func purge(_ rows: ClosedRange<Int64>, _ connection: Connection) throws {
    for part in parts {
      let statement = try connection.statement(
        """
        DELETE FROM \(part.table) WHERE \(part.column) IN
          (SELECT \(key) FROM \(name) WHERE \(key) BETWEEN ? AND ? AND shelved = 1)
        """)
      statement.bind(1, rows.lowerBound)
      statement.bind(2, rows.upperBound)
      try statement.run()
    }
    let statement = try connection.statement(
      "DELETE FROM \(name) WHERE \(key) BETWEEN ? AND ? AND shelved = 1")
    statement.bind(1, rows.lowerBound)
    statement.bind(2, rows.upperBound)
    try statement.run()
  }
}

/// Some columns of a tracked table, by their places.
struct ColumnSet: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(_ places: some Sequence<Int>) {
    rawValue = places.reduce(0) { $0 | 1 << UInt64($1) }
  }

  /// Columns as the type of rows names them.
  init<Column: TrackedColumn>(_ columns: Column...) {
    self.init(columns.map(\.rawValue))
  }

  /// All columns of a type of rows.
  static func all<Row: TrackedRow>(of row: Row.Type) -> ColumnSet { Row.table.all }

  /// The places, lowest first.
  var places: [Int] { (0..<64).filter { rawValue & 1 << UInt64($0) != 0 } }
}

/// A column as a type of rows names it: its number is its place in the table.
protocol TrackedColumn: RawRepresentable<Int>, CaseIterable, Sendable {
  /// Its name in the file.
  var name: String { get }
}

/// A row of a tracked table whose values are looked at one by one, where there are many rows.
protocol TrackedRow {
  associatedtype Column: TrackedColumn

  static var table: TrackedTable { get }

  var id: Int64 { get }

  /// The value of a column as the table holds it.
  func value(_ column: Column) -> RecordValue
}

extension TrackedRow {
  /// The columns, among some, in which another row has other values.
  func differences(from other: Self, among columns: ColumnSet) -> ColumnSet {
    ColumnSet(
      columns.places.filter { place in
        Column(rawValue: place).map { value($0) != other.value($0) } ?? false
      })
  }

  /// The values of some columns as records hold them.
  func bytes(_ columns: ColumnSet) -> [UInt8] {
    var writer = RecordWriter()
    for place in columns.places {
      if let column = Column(rawValue: place) { writer.value(value(column)) }
    }
    return writer.bytes
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

  /// The number of an integer; nil for the rest.
  var int: Int? { if case .integer(let value) = self { Int(value) } else { nil } }
}

extension SQLStatement {
  func bind(_ place: Int32, _ value: RecordValue) {
    switch value {
    case .null: bindNull(place)
    case .integer(let number): bind(place, number)
    case .text(let text): bind(place, copying: text)
    }
  }
}
