import Migration

/// How far users' seats are, by the offering that they use: read once for all of the network use.
struct SeatMarks {
  /// Each user's seats: the product's offering, or its name where the offering is not known.
  private var seats: [Int64: [(product: String, mark: StepMark)]] = [:]
  /// Whether there is any product: before that, nobody's seat is missing.
  private var hasProducts = false
  /// The products of the plan, by offering or name.
  private var planned: Set<String> = []
  /// The products whose seat covers an offering: itself, and the collections that have it.
  private var covers: [String: Set<String>] = [:]

  /// No seats.
  init() {}

  /// Reads all seats; O(assignments).
  init(_ connection: Connection) throws {
    let products = try SessionFile.products(connection)
    hasProducts = !products.isEmpty
    guard hasProducts else { return }
    var names: [Int64: String] = [:]
    var firstWaiting: [Int64: Int64] = [:]
    for product in products {
      let details = product.details
      let name = details.offering.isEmpty ? details.name : details.offering
      names[product.id.number] = name
      planned.insert(name)
      firstWaiting[product.id.number] = try WaitingSeats(product.id, connection).firstWaiting
    }
    let reading = try connection.once(
      "SELECT \(AssignmentRow.columns) FROM assignment WHERE shelved = 0")
    while try reading.step() {
      let row = AssignmentRow(reading)
      guard let name = names[row.product] else { continue }
      let isQueued = row.standing == .planned && row.handOver == nil
      let waits = isQueued && firstWaiting[row.product].map { row.place >= $0 } ?? false
      seats[row.user, default: []].append((name, waits ? .waiting : StepMark(row.standing)))
    }
  }

  /// How far the seat of a user is for an offering by its name; unknown for nobody, and while there
  /// are no products.
  mutating func mark(of user: UserID?, for offering: String) -> StepMark {
    guard hasProducts, let user else { return .unknown }
    let wanted = products(covering: offering)
    let marks = (seats[user.number] ?? []).filter { wanted.contains($0.product) }.map(\.mark)
    let order: [StepMark] = [.proven, .stated, .planned, .waiting, .failed]
    // Without a seat for it nothing was done yet.
    return order.first { marks.contains($0) } ?? .planned
  }

  /// Whether a user has a seat for an offering in the plan, however far it is; one that went away is
  /// none.
  mutating func isAssigned(_ user: UserID?, for offering: String) -> Bool {
    guard hasProducts, let user, let seats = seats[user.number] else { return false }
    let wanted = products(covering: offering)
    return seats.contains { wanted.contains($0.product) && $0.mark != .failed }
  }

  /// Whether the plan has a product with a seat of which an offering may be used; true while there are
  /// no products, when nothing can be missing from it.
  mutating func isPlanned(_ offering: String) -> Bool {
    guard hasProducts else { return true }
    return !products(covering: offering).isDisjoint(with: planned)
  }

  /// The products, by offering or name, with a seat of which an offering may be used.
  private mutating func products(covering offering: String) -> Set<String> {
    if let known = covers[offering] { return known }
    var found: Set<String> = [offering]
    if let known = OfferingTable.offering(named: offering) {
      found = [known.id]
      for collection in OfferingTable.collections(with: known.id) { found.insert(collection.id) }
    }
    covers[offering] = found
    return found
  }
}
