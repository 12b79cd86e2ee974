import Migration

/// A row of the assignment table.
struct AssignmentRow: Equatable, TrackedRow {
  static let table = TrackedTable.assignment

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

  /// The columns that a change may set, in the order in which records hold them: only ever added to.
  enum Column: Int, TrackedColumn {
    case shelved
    case standing
    case source
    case place
    case handOver
    case since
    case proof
    case evidence
    case oldAddress

    var name: String {
      switch self {
      case .shelved: "shelved"
      case .standing: "standing"
      case .source: "source"
      case .place: "place"
      case .handOver: "hand_over"
      case .since: "since"
      case .proof: "proof"
      case .evidence: "evidence"
      case .oldAddress: "old_address"
      }
    }
  }

  func value(_ column: Column) -> RecordValue {
    switch column {
    case .shelved: .integer(isShelved ? 1 : 0)
    case .standing: .integer(Int64(standing.rawValue))
    case .source: .integer(Int64(source.rawValue))
    case .place: .integer(place)
    case .handOver: RecordValue(handOver)
    case .since: RecordValue(since)
    case .proof: RecordValue(proof)
    case .evidence: RecordValue(evidence)
    case .oldAddress: oldAddress.map { RecordValue($0) } ?? .null
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
