/// What a change does, as its journal entry keeps it: enough to take it back and to bring it back.
///
/// Each table has its own entries in the order in which they were made, so that following them backward
/// passes through the same states. Rows that follow each other and get the same values share an entry.
struct ChangeRecord {
  /// Which way a record is followed.
  enum Direction {
    case back
    case forth
  }

  /// One thing that was done to rows of a table.
  enum Entry: Equatable {
    /// Rows that the change brought, which have numbers that follow each other: they are put out of
    /// the list, and back, as they are.
    case brought(ClosedRange<Int64>)
    case edited(Edit)
  }

  /// Rows that got other values: the same columns, the same values before and after.
  struct Edit: Equatable {
    var columns: ColumnSet
    /// The values in the order of the columns, as a `RecordWriter` writes them; nil where the rows were
    /// not there.
    var before: [UInt8]?
    /// The same for what they became; nil where they are gone.
    var after: [UInt8]?
    var rows: [Int64]
  }

  /// What it does to the counters.
  var counters = Counters()
  private var tables: [TableRecord] = []

  init() {}

  /// Whether it says nothing.
  var isEmpty: Bool { tables.isEmpty && counters.isEmpty }

  /// Whether it says anything of a table.
  func holds(_ table: TrackedTable) -> Bool { tables.contains { $0.number == table.number } }

  /// How many rows it brought.
  private(set) var broughtCount = 0

  /// Adds a row that was not there.
  mutating func bring(_ table: TrackedTable, _ row: Int64) { bring(table, row...row) }

  /// Adds rows that were not there, with numbers that follow each other.
  mutating func bring(_ table: TrackedTable, _ rows: ClosedRange<Int64>) {
    broughtCount += rows.count
    tables[place(of: table)].bring(rows)
  }

  /// Adds a row that gets other values.
  mutating func edit(
    _ table: TrackedTable, _ row: Int64, _ columns: ColumnSet, before: [UInt8]?, after: [UInt8]?
  ) {
    tables[place(of: table)].edit(row, columns, before: before, after: after)
  }

  private mutating func place(of table: TrackedTable) -> Int {
    if let known = tables.firstIndex(where: { $0.number == table.number }) { return known }
    tables.append(TableRecord(number: table.number))
    return tables.count - 1
  }

  // MARK: Bytes

  private static let version = 3

  /// The record as the journal holds it.
  mutating func bytes() -> [UInt8] {
    var writer = RecordWriter()
    writer.number(Self.version)
    counters.write(&writer)
    writer.number(tables.count)
    for place in tables.indices {
      writer.number(tables[place].number)
      writer.block(tables[place].bytes())
    }
    return writer.bytes
  }

  /// A record as it was kept.
  struct Kept {
    var counters: Counters
    /// The entries of each table, by the table's number.
    var tables: [(number: Int, entries: [Entry])] = []

    init(_ bytes: [UInt8]) throws {
      var reader = RecordReader(bytes)
      guard try reader.int() == ChangeRecord.version else { throw RecordReader.Malformed() }
      counters = try Counters(&reader)
      for _ in 0..<max(0, try reader.int()) {
        let number = try reader.int()
        tables.append((number, try TableRecord.entries(RecordReader(try reader.block()))))
      }
    }
  }
}

/// What a change does to one table.
private struct TableRecord {
  let number: Int
  private var writer = RecordWriter()
  // One of these at most is open: what comes next may belong to it.
  private var run: ClosedRange<Int64>?
  private var edit: ChangeRecord.Edit?

  init(number: Int) { self.number = number }

  mutating func bring(_ rows: ClosedRange<Int64>) {
    if let run, run.upperBound + 1 == rows.lowerBound {
      self.run = run.lowerBound...rows.upperBound
      return
    }
    close()
    run = rows
  }

  mutating func edit(_ row: Int64, _ columns: ColumnSet, before: [UInt8]?, after: [UInt8]?) {
    if edit?.columns == columns, edit?.before == before, edit?.after == after {
      edit?.rows.append(row)
      return
    }
    close()
    edit = ChangeRecord.Edit(columns: columns, before: before, after: after, rows: [row])
  }

  private mutating func close() {
    if let run {
      writer.number(Kind.brought.rawValue)
      writer.number(run.lowerBound)
      writer.number(run.count)
    }
    run = nil
    guard let edit else { return }
    self.edit = nil
    let kind: Kind = edit.before == nil ? .made : edit.after == nil ? .gone : .edited
    writer.number(kind.rawValue)
    writer.number(Int64(bitPattern: edit.columns.rawValue))
    if let before = edit.before { writer.block(before) }
    if let after = edit.after { writer.block(after) }
    writer.number(edit.rows.count)
    var last: Int64 = 0
    for row in edit.rows {
      writer.number(row - last)
      last = row
    }
  }

  mutating func bytes() -> [UInt8] {
    close()
    return writer.bytes
  }

  private enum Kind: Int {
    case brought
    case edited
    case made
    case gone
  }

  static func entries(_ start: RecordReader) throws -> [ChangeRecord.Entry] {
    var reader = start
    var entries: [ChangeRecord.Entry] = []
    while !reader.isAtEnd {
      guard let kind = Kind(rawValue: try reader.int()) else { throw RecordReader.Malformed() }
      if kind == .brought {
        let (first, count) = (try reader.number(), try reader.number())
        guard (0..<1 << 48).contains(first), (1..<1 << 32).contains(count) else {
          throw RecordReader.Malformed()
        }
        entries.append(.brought(first...first + count - 1))
        continue
      }
      let columns = ColumnSet(rawValue: UInt64(bitPattern: try reader.number()))
      var edit = ChangeRecord.Edit(
        columns: columns, before: kind == .made ? nil : try reader.block(),
        after: kind == .gone ? nil : try reader.block(), rows: [])
      var last: Int64 = 0
      for _ in 0..<max(0, try reader.int()) {
        last &+= try reader.number()
        edit.rows.append(last)
      }
      entries.append(.edited(edit))
    }
    return entries
  }
}
