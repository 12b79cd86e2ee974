import Migration

/// Evidence about seats beside the users and the products of the migration.
struct SeatMatcher {
  /// What the evidence says about one seat.
  struct Seat {
    var user: Int64
    var product: Int64
    var isAssigned: Bool
    var takenBackOn: Day?
  }

  /// One for each user and product, in the order of the evidence; assigned in any line is assigned.
  private(set) var seats: [Seat] = []
  /// Addresses with a seat of one of our products that nobody in the list has, each once with the
  /// numbers of the products.
  private(set) var strangers: [(address: String, products: [Int64])] = []
  /// The products of which the evidence says anything.
  private(set) var products: Set<Int64> = []
  /// Offerings that match no product, by place, with their assigned lines.
  private(set) var unmatched: [(offering: Int, seats: Int)] = []

  /// Whether silence about a product says that nobody has it: offerings are named, and each of them
  /// that anybody has is one of ours, or known as none.
  private let saysWhatNobodyHas: Bool

  /// What the evidence says of addresses that nobody in the list has: by product, whether assigned.
  private var unknown: [Unknown: Bool] = [:]

  private struct Unknown: Hashable {
    var address: [UInt8]
    var product: Int64
  }

  private struct Key: Hashable {
    var user: Int64
    var product: Int64
  }

  init(_ evidence: SeatEvidence, _ connection: Connection) throws {
    let meanings = try evidence.offerings.map { try Self.product(named: $0, connection) }
    var places: [Key: Int] = [:]
    var known: [[UInt8]: Int] = [:]
    var missing: [Int: Int] = [:]
    let old = Set(
      try Self.held(connection).map {
        Unknown(address: UserKeys.address($0.oldAddress ?? ""), product: $0.product)
      })
    let asking = try connection.statement(
      "SELECT id FROM user WHERE address_key = ? AND shelved = 0")
    for line in evidence.lines where meanings.indices.contains(line.offering) {
      guard case .product(let product) = meanings[line.offering] else {
        if meanings[line.offering] == .open, line.isAssigned {
          missing[line.offering, default: 0] += 1
        }
        continue
      }
      products.insert(product)
      let address = UserKeys.address(line.address)
      asking.bind(1, copying: address)
      let user = try asking.step() ? asking.integer(0) : nil
      asking.reset()
      guard let user else {
        let seat = Unknown(address: address, product: product)
        unknown[seat] = line.isAssigned || unknown[seat] ?? false
        guard line.isAssigned, !old.contains(seat) else { continue }
        if let place = known[address] {
          if !strangers[place].products.contains(product) {
            strangers[place].products.append(product)
          }
        } else {
          known[address] = strangers.count
          strangers.append((line.address, [product]))
        }
        continue
      }
      let key = Key(user: user, product: product)
      if let place = places[key] {
        if line.isAssigned { seats[place].isAssigned = true }
        continue
      }
      places[key] = seats.count
      seats.append(
        Seat(
          user: user, product: product, isAssigned: line.isAssigned,
          takenBackOn: line.takenBackOn))
    }
    unmatched = missing.sorted { $0.key < $1.key }.map { (offering: $0.key, seats: $0.value) }
    saysWhatNobodyHas = !evidence.offerings.isEmpty && missing.isEmpty
  }

  /// What an offering's name means: as it was mapped once, else by the table or by the name itself.
  static func product(
    named name: String, _ connection: Connection
  ) throws -> OfferingMeaning {
    let key = OfferingName.key(of: name)
    let mapped = try OfferingMeaning.read(Array(key.utf8), connection)
    switch mapped {
    case .none: return .none
    case .product(let id): if try isLive(id, connection) { return mapped }
    case .open: break
    }
    let byKey = try connection.statement(
      "SELECT id FROM product WHERE product_key = ? AND shelved = 0")
    byKey.bind(1, ProductDetails(named: name).key)
    defer { byKey.reset() }
    return try byKey.step() ? .product(byKey.integer(0)) : .open
  }

  private static func isLive(_ product: Int64, _ connection: Connection) throws -> Bool {
    let asking = try connection.statement("SELECT 1 FROM product WHERE id = ? AND shelved = 0")
    asking.bind(1, product)
    defer { asking.reset() }
    return try asking.step()
  }

  /// The assignments of people whose seat the portal has under an address of before.
  private static func held(_ connection: Connection) throws -> [AssignmentRow] {
    let reading = try connection.statement(
      """
      SELECT \(AssignmentRow.columns) FROM assignment
      WHERE shelved = 0 AND old_address IS NOT NULL
      """)
    defer { reading.reset() }
    var rows: [AssignmentRow] = []
    while try reading.step() { rows.append(AssignmentRow(reading)) }
    return rows
  }

  /// Of these the ones that the evidence says are not held any more.
  func freed(by evidence: Evidence, _ connection: Connection) throws -> [AssignmentRow] {
    try Self.held(connection).filter { row in
      let address = UserKeys.address(row.oldAddress ?? "")
      switch unknown[Unknown(address: address, product: row.product)] {
      case true?: return false
      case false?: return true
      case nil:
        return evidence.tellsOfAbsence && (saysWhatNobodyHas || products.contains(row.product))
      }
    }
  }

  /// The seats that the evidence says are gone: taken back since they were said to be there, or
  /// absent from a whole export that is no older than their proof.
  func gone(
    _ evidence: Evidence, _ connection: Connection
  ) throws -> [AssignmentRow] {
    var rows: [AssignmentRow] = []
    let one = try connection.statement(
      """
      SELECT \(AssignmentRow.columns) FROM assignment
      WHERE product = ? AND user = ? AND shelved = 0 AND standing IN (1, 2)
      """)
    for seat in seats where !seat.isAssigned {
      one.bind(1, seat.product)
      one.bind(2, seat.user)
      if try one.step() {
        let row = AssignmentRow(one)
        let day = (seat.takenBackOn ?? evidence.day).number
        if row.since.map({ day >= $0 }) ?? true { rows.append(row) }
      }
      one.reset()
    }
    // Between two documents of one day the one that is added later counts, as it does for people. A
    // look at the portal is no document.
    return rows
      + (try absent(evidence, connection)).filter { row in
        guard row.standing == .proven, let since = row.since else { return false }
        return row.proof == SeatProof.glance.rawValue
          ? since < evidence.day.number : since <= evidence.day.number
      }
  }

  /// The seats that are stated alone, on an earlier day, and that are absent from a whole export.
  func unconfirmed(_ evidence: Evidence, _ connection: Connection) throws -> [AssignmentRow] {
    try absent(evidence, connection).filter { row in
      row.standing == .stated && row.since.map { $0 < evidence.day.number } ?? true
    }
  }

  /// The seats that are stated or proven and of which a document that tells of absence says nothing.
  private func absent(_ evidence: Evidence, _ connection: Connection) throws -> [AssignmentRow] {
    guard evidence.tellsOfAbsence else { return [] }
    let there = Set(seats.map { Key(user: $0.user, product: $0.product) })
    let all = try connection.statement(
      """
      SELECT \(AssignmentRow.columns) FROM assignment
      WHERE shelved = 0 AND standing IN (1, 2) ORDER BY product, id
      """)
    defer { all.reset() }
    var rows: [AssignmentRow] = []
    while try all.step() {
      let row = AssignmentRow(all)
      guard saysWhatNobodyHas || products.contains(row.product),
        !there.contains(Key(user: row.user, product: row.product))
      else { continue }
      rows.append(row)
    }
    return rows
  }
}
