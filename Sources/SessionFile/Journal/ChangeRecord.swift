import Migration

/// What a change did, as its journal entry keeps it: enough to take it back and to bring it back.
struct ChangeRecord {
  /// Which way a record is followed.
  enum Direction {
    case back
    case forth
  }

  /// A hand-over's stage and day before and after.
  struct HandOverTurn: Equatable {
    var number: Int
    var stageBefore: Int
    var statedBefore: Int?
    var stageAfter: Int
    var statedAfter: Int?
    var foundBefore: Int?
    var foundAfter: Int?
  }

  /// Users that got other values: the same columns, the same values before and after.
  struct Edit {
    var columns: RowColumns
    /// The values, one after the other in the order of the columns, as a `RecordWriter` writes them.
    var before: [UInt8]
    var after: [UInt8]
    var users: [Int64]

    /// The values for a direction.
    func values(_ direction: Direction) throws -> [RecordValue] {
      var reader = RecordReader(direction == .back ? before : after)
      return try columns.places.map { _ in try reader.value() }
    }
  }

  var counts = Counts()
  /// The settings before and after, when the change set them.
  var settings: (before: [Setting], after: [Setting])?
  var handOver: HandOverTurn?
  /// The number of the evidence that the change took up.
  var evidence: Int?
  /// The first number and how many users were made.
  var added: (first: Int64, count: Int) = (0, 0)
  /// Rows of other tables that the change made or changed; they are kept beside the record.
  var otherRows = 0
  /// Rows of network use that the change made; their batch takes them back.
  var addedUses = 0

  private var edits = RecordWriter()
  private var open: Edit?

  init() {}

  /// Whether it says nothing.
  var isEmpty: Bool {
    counts.isEmpty && settings == nil && handOver == nil && evidence == nil && added.count == 0
      && otherRows == 0 && addedUses == 0 && open == nil && edits.bytes.isEmpty
  }

  /// Adds a user that gets other values; users in a row with the same values share one entry.
  mutating func edit(_ user: Int64, _ columns: RowColumns, before: [UInt8], after: [UInt8]) {
    if open?.columns == columns, open?.before == before, open?.after == after {
      open?.users.append(user)
      return
    }
    closeEdit()
    open = Edit(columns: columns, before: before, after: after, users: [user])
  }

  private mutating func closeEdit() {
    guard let edit = open else { return }
    open = nil
    edits.number(edit.columns.rawValue)
    edits.block(edit.before)
    edits.block(edit.after)
    edits.number(edit.users.count)
    var last: Int64 = 0
    for user in edit.users {
      edits.number(user - last)
      last = user
    }
  }

  // MARK: Bytes

  private static let version = 2

  /// The record as the journal holds it.
  mutating func bytes() -> [UInt8] {
    closeEdit()
    var writer = RecordWriter()
    writer.number(Self.version)
    counts.write(&writer)
    writer.number(settings == nil ? 0 : 1)
    if let settings {
      Setting.write(settings.before, &writer)
      Setting.write(settings.after, &writer)
    }
    writer.number(handOver == nil ? 0 : 1)
    if let handOver {
      writer.number(handOver.number)
      writer.number(handOver.stageBefore)
      writer.value(RecordValue(handOver.statedBefore))
      writer.number(handOver.stageAfter)
      writer.value(RecordValue(handOver.statedAfter))
      writer.value(RecordValue(handOver.foundBefore))
      writer.value(RecordValue(handOver.foundAfter))
    }
    writer.value(RecordValue(evidence))
    writer.number(added.first)
    writer.number(added.count)
    return writer.bytes + edits.bytes
  }

  /// Reads the head of a record, which leaves the reader at the edits.
  init(_ reader: inout RecordReader) throws {
    let version = try reader.int()
    guard (1...Self.version).contains(version) else { throw RecordReader.Malformed() }
    counts = try Counts.read(&reader, version: version)
    if try reader.int() != 0 {
      settings = (try Setting.read(&reader), try Setting.read(&reader))
    }
    if try reader.int() != 0 {
      handOver = HandOverTurn(
        number: try reader.int(), stageBefore: try reader.int(),
        statedBefore: try reader.value().int, stageAfter: try reader.int(),
        statedAfter: try reader.value().int,
        foundBefore: version < 2 ? nil : try reader.value().int,
        foundAfter: version < 2 ? nil : try reader.value().int)
    }
    if version >= 2 { evidence = try reader.value().int }
    added = (try reader.number(), try reader.int())
  }

  /// The next edit of a record; nil at its end.
  static func nextEdit(_ reader: inout RecordReader) throws -> Edit? {
    guard !reader.isAtEnd else { return nil }
    let columns = RowColumns(rawValue: try reader.int())
    let before = try reader.block()
    let after = try reader.block()
    let count = try reader.int()
    var users: [Int64] = []
    var last: Int64 = 0
    for _ in 0..<max(0, count) {
      last += try reader.number()
      users.append(last)
    }
    return Edit(columns: columns, before: before, after: after, users: users)
  }
}

extension RecordValue {
  /// The number of an integer; nil for the rest.
  var int: Int? { if case .integer(let value) = self { Int(value) } else { nil } }
}
