import Migration

/// The columns of an assignment that a change may set, in the order in which records hold them.
struct AssignmentColumns: OptionSet, Hashable {
  let rawValue: Int

  static let shelved = AssignmentColumns(rawValue: 1 << 0)
  static let standing = AssignmentColumns(rawValue: 1 << 1)
  static let source = AssignmentColumns(rawValue: 1 << 2)
  static let place = AssignmentColumns(rawValue: 1 << 3)
  static let handOver = AssignmentColumns(rawValue: 1 << 4)
  static let since = AssignmentColumns(rawValue: 1 << 5)
  static let proof = AssignmentColumns(rawValue: 1 << 6)
  static let evidence = AssignmentColumns(rawValue: 1 << 7)
  static let oldAddress = AssignmentColumns(rawValue: 1 << 8)

  /// The names in the table, by bit. Records on disk depend on the order: only ever added to.
  static let names = [
    "shelved", "standing", "source", "place", "hand_over", "since", "proof", "evidence",
    "old_address",
  ]

  /// The bits that are set, lowest first.
  var places: [Int] { (0..<Self.names.count).filter { rawValue & 1 << $0 != 0 } }

  /// The statement that sets these columns: their values in order, then the assignment's number.
  var update: String {
    let set = places.map { "\(Self.names[$0]) = ?" }.joined(separator: ", ")
    return "UPDATE assignment SET \(set) WHERE id = ?"
  }
}

/// A row of the assignment table.
struct AssignmentRow: Equatable {
  var id: Int64
  var user: Int64
  var product: Int64
  var isShelved = false
  var standing = Standing.planned
  var source = AssignmentSource.chosen
  var place: Int64
  var handOver: Int?
  var since: Int?
  var proof: Int?
  var evidence: Int?
  var oldAddress: String?

  static let columns = """
    id, user, product, shelved, standing, source, place, hand_over, since, proof, evidence,
      old_address
    """

  init(_ statement: SQLStatement) { self.init(statement, from: 0) }

  /// A row whose columns begin at a place among others.
  init(_ statement: SQLStatement, from first: Int32) {
    id = statement.integer(first)
    user = statement.integer(first + 1)
    product = statement.integer(first + 2)
    isShelved = statement.int(first + 3) != 0
    standing = Standing(rawValue: statement.int(first + 4)) ?? .planned
    source = AssignmentSource(rawValue: statement.int(first + 5)) ?? .chosen
    place = statement.integer(first + 6)
    handOver = statement.intOrNil(first + 7)
    since = statement.intOrNil(first + 8)
    proof = statement.intOrNil(first + 9)
    evidence = statement.intOrNil(first + 10)
    oldAddress = statement.isNull(first + 11) ? nil : statement.text(first + 11)
  }

  init(id: Int64, user: Int64, product: Int64, source: AssignmentSource, place: Int64) {
    self.id = id
    self.user = user
    self.product = product
    self.source = source
    self.place = place
  }

  /// The value of a column as records hold it.
  func value(_ bit: Int) -> RecordValue {
    switch bit {
    case 0: .integer(isShelved ? 1 : 0)
    case 1: .integer(Int64(standing.rawValue))
    case 2: .integer(Int64(source.rawValue))
    case 3: .integer(place)
    case 4: RecordValue(handOver)
    case 5: RecordValue(since)
    case 6: RecordValue(proof)
    case 7: RecordValue(evidence)
    default: oldAddress.map { RecordValue($0) } ?? .null
    }
  }

  /// Takes over the value of a column from a record.
  mutating func set(_ bit: Int, _ value: RecordValue) {
    switch bit {
    case 0: isShelved = value.int != 0
    case 1: standing = value.int.flatMap { Standing(rawValue: $0) } ?? .planned
    case 2: source = value.int.flatMap { AssignmentSource(rawValue: $0) } ?? .chosen
    case 3: place = Int64(value.int ?? 0)
    case 4: handOver = value.int
    case 5: since = value.int
    case 6: proof = value.int
    case 7: evidence = value.int
    default:
      if case .text(let text) = value {
        oldAddress = String(decoding: text, as: UTF8.self)
      } else {
        oldAddress = nil
      }
    }
  }

  /// The columns in which another row of the same assignment differs.
  func differences(from other: AssignmentRow) -> AssignmentColumns {
    (0..<AssignmentColumns.names.count).reduce(into: []) { found, bit in
      if value(bit) != other.value(bit) { found.insert(AssignmentColumns(rawValue: 1 << bit)) }
    }
  }

  /// Planned anew: in no hand-over, with nothing said of it.
  mutating func fallBack() {
    handOver = nil
    guard standing != .setAside else { return }
    standing = .planned
    since = nil
    proof = nil
    evidence = nil
  }

  /// The assignment as the screens see it.
  var assignment: Assignment {
    Assignment(
      user: UserID(user), product: ProductID(product), standing: standing, source: source,
      place: place, handOver: handOver, since: since.map { Day(number: $0) },
      proof: proof.flatMap { SeatProof(rawValue: $0) }, evidence: evidence,
      oldAddress: oldAddress)
  }
}
