import Migration

/// What sort and filter of the network use work on: small numbers for each row, and folded text for
/// each distinct login, computer and product.
///
/// 60,000 rows are some 3 MB. A filter looks through the distinct texts and then passes the rows
/// once; an order is made of the ranks of the texts and kept.
struct UseIndex {
  var revision: Int64
  private(set) var slots: [Slot] = []
  private(set) var logins: [Login] = []
  private var loginTexts = RankedTexts()
  private(set) var computers = RankedTexts()
  private(set) var products = RankedTexts()
  private(set) var offerings = RankedTexts()
  private var places: [Int64: UInt32] = [:]
  private var seats = SeatMarks()
  private var informed = InformedMarks()
  private var orders: [UseColumn: [UInt32]] = [:]
  private var figures: [Int: UseFigures] = [:]
  private var last: (query: UseQuery, slots: [UInt32])?

  /// Builds it; O(rows + users).
  init(_ revision: Int64, _ servers: [LicenceServer], _ connection: Connection) throws {
    self.revision = revision
    let ends = Dictionary(
      servers.map { ($0.id.number, $0.knownUntil) }, uniquingKeysWith: { first, _ in first })
    let named = servers.sorted { left, right in
      let (mine, others) = (left.details.name.lowercased(), right.details.name.lowercased())
      return mine == others ? left.id < right.id : mine < others
    }
    let serverPlaces = Dictionary(
      named.enumerated().map { ($0.element.id.number, UInt32($0.offset)) },
      uniquingKeysWith: { first, _ in first })
    var loginNumbers = ByteTable(expecting: 1_024)
    let reading = try connection.once(
      """
      SELECT id, server, use_key, login, computer, product, offering, last_used, days_last,
        days_recent, days_older, open, borrowed_until, queued
      FROM network_use WHERE shelved = 0
      """)
    while try reading.step() {
      guard let known = ends[reading.integer(1)] else { continue }
      let key = reading.bytes(2)
      let name = UnsafeBufferPointer(rebasing: key[..<(key.firstIndex(of: UseRow.separator) ?? 0)])
      let login: UInt32
      if let number = loginNumbers.value(name) {
        login = UInt32(number)
        // Of several spellings the first by its letters, in whatever order they came.
        let written = reading.bytes(3)
        if written.lexicographicallyPrecedes(logins[Int(login)].written.utf8) {
          logins[Int(login)].written = String(decoding: written, as: UTF8.self)
        }
      } else {
        login = UInt32(logins.count)
        loginNumbers.set(name, Int64(login))
        logins.append(Login(written: reading.text(3)))
      }
      var slot = Slot(
        id: reading.integer(0), login: login, computer: computers.number(reading.bytes(4)),
        product: products.number(reading.bytes(5)), offering: offerings.number(reading.bytes(6)),
        lastUsed: reading.intOrNil(7) ?? .min,
        used: UseDays(
          last: Day(number: reading.int(8)), recent: UInt64(bitPattern: reading.integer(9)),
          older: UInt64(bitPattern: reading.integer(10))), days: 0, daysAgo: -1,
        isOpen: reading.int(11) > 0,
        isBorrowed: !reading.isNull(12), isQueued: reading.int(13) > 0)
      slot.server = serverPlaces[reading.integer(1)] ?? 0
      if let known {
        slot.days = UInt8(clamping: slot.used.count(inLast: NetworkUse.needsSeat, upTo: known.day))
        if slot.lastUsed != .min {
          slot.daysAgo = Int32(
            clamping: max(0, known.day - Moment(minutes: slot.lastUsed).day))
        }
      }
      places[slot.id] = UInt32(slots.count)
      slots.append(slot)
    }
    try readUsers(connection)
    try readDecisions(loginNumbers, connection)
    for login in logins { loginTexts.append(Self.searched(login)) }
    seats = try SeatMarks(connection)
    for place in slots.indices { markSeat(place) }
    try markSwitched(connection)
  }

  /// What step 3 knows of the products on the computers, and whether everyone is informed.
  private mutating func markSwitched(_ connection: Connection) throws {
    informed = try InformedMarks(connection)
    let marks = try SwitchMarks(connection)
    guard !marks.isEmpty else { return }
    let computers = foldedComputers
    let products = foldedProducts
    for place in slots.indices {
      slots[place].switched = marks.mark(
        computer: computers[Int(slots[place].computer)],
        product: products[Int(slots[place].product)])
    }
  }

  /// The computers and the products by number, without regard to case.
  var foldedComputers: [[UInt8]] { computers.all.map { Folding.caseBlind.bytes(of: $0) } }
  var foldedProducts: [[UInt8]] { products.all.map { Folding.caseBlind.bytes(of: $0) } }

  private mutating func markSeat(_ place: Int) {
    let slot = slots[place]
    let user = logins[Int(slot.login)].user?.id
    let offering = offerings.text(slot.offering)
    slots[place].seat = seats.mark(of: user, for: offering)
    slots[place].isAssigned = seats.isAssigned(user, for: offering)
  }

  /// What a login is found by: the person's name and address, and the login itself.
  private static func searched(_ login: Login) -> [UInt8] {
    guard let user = login.user else { return Folding.search.bytes(of: login.written) }
    let text =
      "\(user.details.firstName) \(user.details.lastName) \(user.details.address) \(login.written)"
    return Folding.search.bytes(of: text)
  }

  /// Users whose login name or address a login is.
  private mutating func readUsers(_ connection: Connection) throws {
    let byLogin = try connection.once(
      "SELECT \(UserRow.columns), source FROM user WHERE shelved = 0 AND login <> ''")
    var wanted = ByteTable(expecting: logins.count)
    for (number, login) in logins.enumerated() {
      Folding.caseBlind.bytes(of: login.written).withUnsafeBufferPointer {
        wanted.set($0, Int64(number))
      }
    }
    while try byLogin.step() {
      let key = Folding.caseBlind.bytes(of: byLogin.bytes(4))
      guard let number = key.withUnsafeBufferPointer({ wanted.value($0) }),
        logins[Int(number)].user == nil
      else { continue }
      logins[Int(number)].user = User(byLogin)
    }
    let byAddress = try connection.statement(
      "SELECT \(UserRow.columns), source FROM user WHERE address_key = ? AND shelved = 0")
    for number in logins.indices
    where logins[number].user == nil && logins[number].written.contains("@") {
      byAddress.bind(1, copying: UserKeys.address(logins[number].written))
      if try byAddress.step() { logins[number].user = User(byAddress) }
      byAddress.reset()
    }
  }

  private mutating func readDecisions(
    _ numbers: borrowing ByteTable, _ connection: Connection
  ) throws {
    let reading = try connection.once("SELECT login_key, user, set_aside FROM network_login")
    let user = try connection.statement(
      "SELECT \(UserRow.columns), source FROM user WHERE id = ? AND shelved = 0")
    while try reading.step() {
      guard let number = numbers.value(reading.bytes(0)) else { continue }
      logins[Int(number)].setAside = reading.text(2)
      guard !reading.isNull(1) else { continue }
      user.bind(1, reading.integer(1))
      if try user.step() { logins[Int(number)].user = User(user) }
      user.reset()
    }
  }

  // MARK: Single changes

  mutating func setAside(_ names: [String], _ reason: String) {
    let keys = Set(names.map { Folding.caseBlind.bytes(of: $0) })
    for number in logins.indices
    where keys.contains(Folding.caseBlind.bytes(of: logins[number].written)) {
      logins[number].setAside = reason
    }
    forgetAnswers()
  }

  mutating func couple(_ login: String, _ user: User?) {
    guard let number = number(of: login) else { return }
    logins[number].user = user
    if user != nil { logins[number].setAside = "" }
    loginTexts = RankedTexts()
    for login in logins { loginTexts.append(Self.searched(login)) }
    for place in slots.indices where Int(slots[place].login) == number { markSeat(place) }
    orders[.person] = nil
    forgetAnswers()
  }

  private func number(of login: String) -> Int? {
    let key = Folding.caseBlind.bytes(of: login)
    return logins.firstIndex { Folding.caseBlind.bytes(of: $0.written) == key }
  }

  private mutating func forgetAnswers() {
    orders[.marks] = nil
    figures = [:]
    last = nil
  }

  // MARK: Queries

  /// The ids of a query at some places, and how many the query has in all.
  mutating func ids(_ query: UseQuery, places: Range<Int>) -> (ids: [Int64], total: Int) {
    let found = answer(query)
    let total = found.count
    return (
      places.clamped(to: 0..<total).map {
        slots[Int(found[query.isDescending ? total - 1 - $0 : $0])].id
      }, total
    )
  }

  private mutating func answer(_ query: UseQuery) -> [UInt32] {
    var ascending = query
    ascending.isDescending = false
    if let last, last.query == ascending { return last.slots }
    let words = RowIndex.words(query.filter)
    let hits = words.map { word in
      (
        loginTexts.hits(word), computers.hits(word), products.hits(word), offerings.hits(word)
      )
    }
    let order = order(query.order)
    let found = order.filter { number in
      let slot = slots[Int(number)]
      guard Self.isMeant(slot, logins[Int(slot.login)], query) else { return false }
      return hits.allSatisfy { hit in
        hit.0[Int(slot.login)] || hit.1[Int(slot.computer)] || hit.2[Int(slot.product)]
          || hit.3[Int(slot.offering)]
      }
    }
    last = (ascending, found)
    return found
  }

  /// Whether a row is within the window of a query: used within it, out now, or nobody knows when.
  static func isWithin(_ slot: Slot, _ window: Int) -> Bool {
    window == 0 || slot.isNow || slot.daysAgo < Int32(clamping: window)
  }

  private static func isMeant(_ slot: Slot, _ login: Login, _ query: UseQuery) -> Bool {
    guard isWithin(slot, query.window) else { return false }
    switch query.narrowing {
    case .all: return login.setAside.isEmpty
    case .withoutSeat: return login.setAside.isEmpty && isWithoutSeat(slot, login)
    case .nobody: return login.setAside.isEmpty && login.user == nil
    case .now: return login.setAside.isEmpty && slot.isNow
    case .setAside: return !login.setAside.isEmpty
    case .afterSwitch: return login.setAside.isEmpty && slot.switched == .failed
    }
  }

  /// Nobody's login has no seat; of a user it is told by the mark, and what is not known is not
  /// called missing.
  static func isWithoutSeat(_ slot: Slot, _ login: Login) -> Bool {
    guard login.user != nil else { return true }
    switch slot.seat {
    case .planned, .failed, .waiting: return true
    case .stated, .proven, .unknown, .notApplicable: return false
    }
  }

  private mutating func order(_ column: UseColumn) -> [UInt32] {
    if let known = orders[column] { return known }
    let person = loginRanks
    let computer = computers.ranks
    let product = products.ranks
    let offering = offerings.ranks
    // The first key, then person and computer, product and offering, server and last use; the place
    // makes it total, and is only left where rows look the same.
    let keyed = slots.indices.map { place in
      let slot = slots[place]
      let first: UInt64 =
        switch column {
        case .person: 0
        case .computer: UInt64(computer[Int(slot.computer)])
        case .product: UInt64(product[Int(slot.product)])
        case .lastUsed: slot.lastUsed == .min ? 0 : UInt64(max(0, slot.lastUsed)) + 1
        case .days: UInt64(slot.days)
        case .marks: Self.order(logins[Int(slot.login)].marks(slot, informed))
        }
      let second = UInt64(person[Int(slot.login)]) << 32 | UInt64(computer[Int(slot.computer)])
      return (first: first, second: second, place: UInt32(place))
    }
    func third(_ place: UInt32) -> (UInt64, UInt32, Int) {
      let slot = slots[Int(place)]
      return (
        UInt64(product[Int(slot.product)]) << 32 | UInt64(offering[Int(slot.offering)]),
        slot.server, slot.lastUsed
      )
    }
    let made = keyed.sorted { left, right in
      if left.first != right.first { return left.first < right.first }
      if left.second != right.second { return left.second < right.second }
      let (mine, others) = (third(left.place), third(right.place))
      return mine != others ? mine < others : left.place < right.place
    }
    .map(\.place)
    orders[column] = made
    return made
  }

  /// A number that orders rows as their marks do: the least done first.
  private static func order(_ marks: [StepMark]) -> UInt64 {
    marks.reduce(0) { sum, mark in
      let weight: UInt64 =
        switch mark {
        case .unknown: 0
        case .planned, .failed, .waiting: 1
        case .stated: 2
        case .proven, .notApplicable: 3
        }
      return sum * 4 + weight
    }
  }

  /// Logins by the last names of their people, nobody's logins by themselves behind those.
  private var loginRanks: [UInt32] {
    let keys = logins.map { login in
      let written = Folding.search.bytes(of: login.written)
      return login.user.map { [0] + UserKeys.name(of: $0.details) + [0] + written }
        ?? [1] + written
    }
    var ranks = [UInt32](repeating: 0, count: keys.count)
    let sorted = keys.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
    for (rank, number) in sorted.enumerated() { ranks[number] = UInt32(rank) }
    return ranks
  }

  /// The counts over a window.
  mutating func figures(window: Int) -> UseFigures {
    if let known = figures[window] { return known }
    var seen = [UInt8](repeating: 0, count: logins.count)
    for slot in slots where Self.isWithin(slot, window) {
      let isWithout = Self.isWithoutSeat(slot, logins[Int(slot.login)])
      seen[Int(slot.login)] |=
        1 | (slot.isOpen ? 2 : 0) | (slot.isBorrowed ? 4 : 0) | (isWithout ? 8 : 0)
        | (slot.switched == .failed ? 16 : 0)
    }
    var counted = UseFigures()
    for (number, bits) in seen.enumerated() where bits != 0 {
      let login = logins[number]
      guard login.setAside.isEmpty else {
        counted.setAside += 1
        continue
      }
      counted.people += 1
      if bits & 2 != 0 { counted.openNow += 1 }
      if bits & 4 != 0 { counted.borrowed += 1 }
      if login.user == nil { counted.nobody += 1 }
      if bits & 8 != 0 { counted.withoutSeat += 1 }
      if bits & 16 != 0 { counted.afterSwitch += 1 }
    }
    figures[window] = counted
    return counted
  }

  /// Whose the logins are that needed a seat.
  var loginCount: LoginCount {
    mutating get {
      let counted = figures(window: NetworkUse.needsSeat)
      return LoginCount(total: counted.people, nobody: counted.nobody)
    }
  }

  // MARK: Rows

  func slot(of id: Int64) -> Slot? { places[id].map { slots[Int($0)] } }

  /// The distinct logins of some rows, as first written.
  func logins(of ids: [Int64]) -> [String] {
    var seen: Set<UInt32> = []
    return ids.compactMap { id in
      guard let slot = slot(of: id), seen.insert(slot.login).inserted else { return nil }
      return logins[Int(slot.login)].written
    }
  }

  func use(_ id: Int64, _ row: UseRow, _ slot: Slot) -> NetworkUse {
    let login = logins[Int(slot.login)]
    return NetworkUse(
      id: id, server: ServerID(row.server), login: row.login, computer: row.computer,
      feature: row.feature, offering: row.offering, product: row.product,
      lastUsed: row.lastUsed.map { Moment(minutes: $0) }, daysOfUse: Int(slot.days),
      openLicences: row.open, borrowedUntil: row.borrowedUntil.map { Day(number: $0) },
      queued: row.queued, user: login.user?.id, userName: login.user == nil ? "" : login.name,
      setAside: login.setAside, marks: login.marks(slot, informed))
  }
}
