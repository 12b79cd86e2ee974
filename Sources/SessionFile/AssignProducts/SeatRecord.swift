import Migration

/// What a change did to products and assignments, as the journal keeps it beside its entry.
struct SeatRecord {
  /// A product before and after; nil where there was or is none.
  struct ProductTurn {
    var before: ProductRow?
    var after: ProductRow?
  }

  /// The product that an offering's name meant before and means after.
  struct Mapping {
    /// What a name means.
    enum Meaning: Equatable {
      /// Nothing was said about it.
      case open
      /// None of ours.
      case none
      case product(Int64)
    }

    var key: [UInt8]
    var before: Meaning
    var after: Meaning
  }

  /// Assignments that got other values: the same columns, the same values before and after.
  struct Edit {
    var columns: AssignmentColumns
    var before: [UInt8]
    var after: [UInt8]
    var ids: [Int64]
  }

  var products: [ProductTurn] = []
  var mappings: [Mapping] = []
  /// The first number and how many assignments were made.
  var added: (first: Int64, count: Int) = (0, 0)
  private var edits = RecordWriter()
  private var open: Edit?

  init() {}

  /// Whether it says nothing.
  var isEmpty: Bool {
    products.isEmpty && mappings.isEmpty && added.count == 0 && open == nil && edits.bytes.isEmpty
  }

  /// Adds an assignment that gets other values; those in a row with the same values share one entry.
  mutating func edit(_ before: AssignmentRow, to after: AssignmentRow, _ columns: AssignmentColumns)
  {
    var old = RecordWriter()
    var new = RecordWriter()
    for bit in columns.places {
      old.value(before.value(bit))
      new.value(after.value(bit))
    }
    if open?.columns == columns, open?.before == old.bytes, open?.after == new.bytes {
      open?.ids.append(before.id)
      return
    }
    closeEdit()
    open = Edit(columns: columns, before: old.bytes, after: new.bytes, ids: [before.id])
  }

  private mutating func closeEdit() {
    guard let edit = open else { return }
    open = nil
    edits.number(edit.columns.rawValue)
    edits.block(edit.before)
    edits.block(edit.after)
    edits.number(edit.ids.count)
    var last: Int64 = 0
    for id in edit.ids {
      edits.number(id - last)
      last = id
    }
  }

  // MARK: Bytes

  private static let version = 1

  mutating func bytes() -> [UInt8] {
    closeEdit()
    var writer = RecordWriter()
    writer.number(Self.version)
    writer.number(products.count)
    for turn in products {
      for row in [turn.before, turn.after] {
        writer.number(row == nil ? 0 : 1)
        row?.write(&writer)
      }
    }
    writer.number(mappings.count)
    for mapping in mappings {
      writer.block(mapping.key)
      writer.value(mapping.before.value)
      writer.value(mapping.after.value)
    }
    writer.number(added.first)
    writer.number(added.count)
    return writer.bytes + edits.bytes
  }

  /// Reads the head of a record, which leaves the reader at the edits.
  init(_ reader: inout RecordReader) throws {
    guard try reader.int() == Self.version else { throw RecordReader.Malformed() }
    for _ in 0..<max(0, try reader.int()) {
      var turn = ProductTurn()
      if try reader.int() != 0 { turn.before = try ProductRow(&reader) }
      if try reader.int() != 0 { turn.after = try ProductRow(&reader) }
      products.append(turn)
    }
    for _ in 0..<max(0, try reader.int()) {
      mappings.append(
        Mapping(
          key: try reader.block(), before: Mapping.Meaning(try reader.value()),
          after: Mapping.Meaning(try reader.value())))
    }
    added = (try reader.number(), try reader.int())
  }

  /// The next edit of a record; nil at its end.
  static func nextEdit(_ reader: inout RecordReader) throws -> Edit? {
    guard !reader.isAtEnd else { return nil }
    let columns = AssignmentColumns(rawValue: try reader.int())
    let before = try reader.block()
    let after = try reader.block()
    var ids: [Int64] = []
    var last: Int64 = 0
    for _ in 0..<max(0, try reader.int()) {
      last += try reader.number()
      ids.append(last)
    }
    return Edit(columns: columns, before: before, after: after, ids: ids)
  }
}

extension SeatRecord.Mapping.Meaning {
  fileprivate var value: RecordValue {
    switch self {
    case .open: .null
    case .none: .integer(0)
    case .product(let id): .integer(id)
    }
  }

  fileprivate init(_ value: RecordValue) {
    switch value {
    case .integer(0): self = .none
    case .integer(let id): self = .product(id)
    default: self = .open
    }
  }

  /// Writes what a name means.
  func write(_ key: [UInt8], _ connection: Connection) throws {
    guard self != .open else {
      let clearing = try connection.statement("DELETE FROM offering_name WHERE name_key = ?")
      clearing.bind(1, copying: key)
      return try clearing.run()
    }
    let writing = try connection.statement(
      "INSERT OR REPLACE INTO offering_name (name_key, product) VALUES (?, ?)")
    writing.bind(1, copying: key)
    if case .product(let id) = self { writing.bind(2, id) } else { writing.bindNull(2) }
    try writing.run()
  }

  /// What a name means now.
  static func read(_ key: [UInt8], _ connection: Connection) throws -> Self {
    let reading = try connection.statement("SELECT product FROM offering_name WHERE name_key = ?")
    reading.bind(1, copying: key)
    defer { reading.reset() }
    guard try reading.step() else { return .open }
    return reading.isNull(0) ? .none : .product(reading.integer(0))
  }
}
