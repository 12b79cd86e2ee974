import Migration

/// Gathers what a change does to the counters of seats.
///
/// Counters: `seat` by `product/state` (0 planned, 1 written, 2 stated, 3 proven, 4 failed, 5 held
/// under an old address), and
/// `people` with `planned` (users with a live assignment) and `seated` (users with one that is stated
/// or proven).
struct SeatLedger {
  private struct Change {
    var live = 0
    var seated = 0
  }

  private var products: [Int64: [Int]] = [:]
  private var people: [Int64: Change] = [:]
  /// People who got their first assignment, counted as they got it.
  private var newPeople = 0

  /// Counts a row in (1) or out (-1); shelved rows do not count.
  mutating func count(_ row: AssignmentRow, _ sign: Int) {
    guard !row.isShelved else { return }
    if let state = Self.state(row) {
      products[row.product, default: [0, 0, 0, 0, 0, 0]][state] += sign
    }
    if row.oldAddress != nil { products[row.product, default: [0, 0, 0, 0, 0, 0]][5] += sign }
    people[row.user, default: Change()].live += sign
    if row.standing == .stated || row.standing == .proven {
      people[row.user, default: Change()].seated += sign
    }
  }

  /// Counts new planned assignments of a product; `first` of them are their person's first one. A change
  /// that counts so counts no row of these people otherwise.
  mutating func countPlanned(_ product: Int64, _ count: Int, first: Int) {
    products[product, default: [0, 0, 0, 0, 0, 0]][0] += count
    newPeople += first
  }

  /// Products of which more or fewer seats are taken than before.
  var productsWithOtherTaken: [Int64] {
    products.filter { $0.value[2] + $0.value[3] + $0.value[5] != 0 }.map(\.key).sorted()
  }

  /// Where a row counts; nil for one that is set aside.
  static func state(_ row: AssignmentRow) -> Int? {
    switch row.standing {
    case .planned: row.handOver == nil ? 0 : 1
    case .stated: 2
    case .proven: 3
    case .failed: 4
    case .setAside: nil
    }
  }

  /// What it adds to the counters; the rows are written already.
  func count(into counters: inout Counters, _ connection: Connection) throws {
    for (product, states) in products {
      for (state, amount) in states.enumerated() {
        if amount != 0 { counters.add(amount, "seat", "\(product)/\(state)") }
      }
    }
    var planned = newPeople
    var seated = 0
    let counting = try connection.statement(
      """
      SELECT count(*), ifnull(sum(standing IN (1, 2)), 0) FROM assignment
      WHERE user = ? AND shelved = 0
      """)
    for (user, change) in people where change.live != 0 || change.seated != 0 {
      counting.bind(1, user)
      guard try counting.step() else { continue }
      let (live, taken) = (counting.int(0), counting.int(1))
      counting.reset()
      planned += (live > 0 ? 1 : 0) - (live - change.live > 0 ? 1 : 0)
      seated += (taken > 0 ? 1 : 0) - (taken - change.seated > 0 ? 1 : 0)
    }
    if planned != 0 { counters.add(planned, "people", "planned") }
    if seated != 0 { counters.add(seated, "people", "seated") }
  }
}

extension SeatCounts {
  /// Adds to the count of a state as the ledger numbers them.
  mutating func add(_ amount: Int, state: Int) {
    switch state {
    case 0: planned += amount
    case 1: written += amount
    case 2: stated += amount
    case 3: proven += amount
    case 4: failed += amount
    default: old += amount
    }
  }
}
