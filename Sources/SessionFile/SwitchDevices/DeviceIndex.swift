import Migration

/// Computers, their people and what is on them, as far as lists, counts and warnings need them.
///
/// Built anew after a change, since almost any change of a user, a seat or a computer may open or close
/// one; the text that a filter looks through is made when one is first asked for.
struct DeviceIndex {
  /// A computer.
  struct Machine {
    var id: Int64
    var nameKey: [UInt8]
    var group: [UInt8] = []
    var system = ComputerSystem.unknown
    var heardAt: Int?
    var people: [ComputerPerson] = []
    /// The places of its products in `products`.
    var products: [Int] = []
    var state = ComputerState.empty
    var switched = 0
    var warnings: [ComputerWarning] = []
    var isOpen = false
  }

  /// A product on a computer.
  struct Product {
    var id: Int64
    var machine: Int
    var name: String
    var offering: String
    var key: String
    var version: String
    var login: String
    var standing: Standing
    var method: InstallationMethod?
    var year: Int?
    var handOver: Int?
    var toldAt: Int?
    var isListed: Bool
    var isMissing: Bool
    var isUsedAfter: Bool
    var isFailed: Bool
    /// Whether its hand-over's script told nothing of it in time.
    var isUnanswered: Bool
    /// Whether it was handed over, and failed since or was never answered.
    var isAgain = false
    /// Whether a script can name it.
    var hasKey = true

    /// Whether it was found beside our list and keeps a licence server from going off.
    var isFoundOnNetwork: Bool { !isListed && method == .network }
  }

  let revision: Int64
  let today: Day
  private(set) var machines: [Machine] = []
  private(set) var products: [Product] = []
  let logins: PeopleByLogin
  private var places: [Int64: Int] = [:]
  private var machineTexts: RankedTexts?
  private var productTexts: RankedTexts?
  private var orders: [ComputerColumn: [Int]] = [:]
  private var lastComputers: (query: ComputerQuery, places: [Int])?
  private var lastProducts: (query: InstallationQuery, places: [Int])?

  /// Builds it as of a day; O(computers + products + users + seats).
  init(_ revision: Int64, today: Day, _ connection: Connection) throws {
    self.revision = revision
    self.today = today
    logins = try PeopleByLogin(connection)
    try readMachines(connection)
    try readPeople(connection)
    try readProducts(connection)
    try judge(connection)
  }

  // MARK: Reading

  private mutating func readMachines(_ connection: Connection) throws {
    let reading = try connection.once(
      """
      SELECT id, name_key, system, group_name, max(ifnull(helper_at, -1), ifnull(result_at, -1))
      FROM computer ORDER BY name_key
      """)
    while try reading.step() {
      let heard = reading.int(4)
      places[reading.integer(0)] = machines.count
      machines.append(
        Machine(
          id: reading.integer(0), nameKey: Array(reading.bytes(1)), group: Array(reading.bytes(3)),
          system: ComputerSystem(rawValue: reading.int(2)) ?? .unknown,
          heardAt: heard < 0 ? nil : heard))
    }
  }

  private mutating func readPeople(_ connection: Connection) throws {
    let reading = try connection.once(
      "SELECT computer, login_key, login FROM computer_person ORDER BY id")
    while try reading.step() {
      guard let place = places[reading.integer(0)] else { continue }
      let found = logins.person(Array(reading.bytes(1)))
      // One user with two logins is one person.
      if let user = found?.user, machines[place].people.contains(where: { $0.user == user }) {
        continue
      }
      machines[place].people.append(
        ComputerPerson(login: reading.text(2), user: found?.user, name: found?.name ?? ""))
    }
  }

  private mutating func readProducts(_ connection: Connection) throws {
    let handOvers = try Self.handOvers(connection)
    var named: [String: Bool] = [:]
    let reading = try connection.once(
      """
      SELECT id, computer_id, product, offering, login, standing, since, method, product_key,
        version, hand_over, max(ifnull(helper_at, -1), ifnull(result_at, -1)), used_at, listed,
        missing, stated_at, answered
      FROM installation ORDER BY install_key
      """)
    while try reading.step() {
      guard let machine = places[reading.integer(1)] else { continue }
      let name = reading.text(2)
      let standing = Standing(rawValue: reading.int(5)) ?? .planned
      let told = reading.int(11)
      let used = reading.intOrNil(12)
      let isUsedAfter =
        standing == .failed && used != nil && used == reading.intOrNil(6)
      var product = Product(
        id: reading.integer(0), machine: machine, name: name, offering: reading.text(3),
        key: reading.text(8), version: reading.text(9), login: reading.text(4), standing: standing,
        method: reading.intOrNil(7).flatMap { InstallationMethod(rawValue: $0) },
        year: InstalledProduct.year(key: reading.text(8), version: reading.text(9))
          ?? InstalledProduct.year(inName: name), handOver: reading.intOrNil(10),
        toldAt: told < 0 ? nil : told, isListed: reading.int(13) != 0,
        isMissing: reading.int(14) != 0, isUsedAfter: isUsedAfter,
        isFailed: standing == .failed && !isUsedAfter, isUnanswered: false)
      if product.key.isEmpty {
        let hasKey =
          named[name] ?? !SwitchOrder.Product.all(named: name, of: product.offering).isEmpty
        named[name] = hasKey
        product.hasKey = hasKey
      }
      if let asked = product.handOver.flatMap({ handOvers[$0] }), asked.way == .script {
        let isHeard =
          reading.intOrNil(16) == product.handOver
          || (product.toldAt.map { $0 > asked.writtenAt } ?? false)
        let since = reading.intOrNil(15).map { Moment(minutes: $0).day } ?? asked.writtenOn
        product.isUnanswered =
          standing != .proven && !isHeard && today - since >= DevicesSummary.answersWithin
        product.isAgain =
          product.isUnanswered
          || (standing == .failed && (isHeard || (used ?? 0) > asked.writtenAt))
      }
      machines[machine].products.append(products.count)
      products.append(product)
    }
  }

  /// What is known of a hand-over that was not withdrawn.
  private struct Asked {
    var writtenOn: Day
    var writtenAt: Int
    var way: SwitchWay
  }

  private static func handOvers(_ connection: Connection) throws -> [Int: Asked] {
    let reading = try connection.once(
      """
      SELECT number, written_on, written_at, way FROM hand_over
      JOIN hand_over_switch ON hand_over = number WHERE stage <> ?
      """)
    reading.bind(1, HandOver.Stage.withdrawn.rawValue)
    var asked: [Int: Asked] = [:]
    while try reading.step() {
      asked[reading.int(0)] = Asked(
        writtenOn: Day(number: reading.int(1)), writtenAt: reading.int(2),
        way: SwitchWay(rawValue: reading.int(3)) ?? .script)
    }
    return asked
  }

  // MARK: Judging

  /// Who has a seat, how far each computer is, and what wants a look.
  private mutating func judge(_ connection: Connection) throws {
    var seats = try SeatMarks(connection)
    for place in machines.indices {
      let listed = machines[place].products.filter { products[$0].isListed }
      let offerings = Set(listed.map { products[$0].offering })
      for person in machines[place].people.indices {
        let user = machines[place].people[person].user
        machines[place].people[person].isSeated = offerings.contains {
          let mark = seats.mark(of: user, for: $0)
          return mark == .stated || mark == .proven
        }
      }
      // A switch of a product for which nobody there has a seat locks them out of that one.
      let isCovered = offerings.allSatisfy { offering in
        machines[place].people.contains {
          let mark = seats.mark(of: $0.user, for: offering)
          return mark == .stated || mark == .proven
        }
      }
      judge(place, listed, offerings.contains { !seats.isPlanned($0) }, isCovered)
    }
  }

  private mutating func judge(
    _ place: Int, _ listed: [Int], _ isOutsidePlan: Bool, _ isCovered: Bool
  ) {
    var machine = machines[place]
    let standings = listed.map { products[$0].standing }
    machine.switched = standings.count { $0 == .stated || $0 == .proven }
    machine.state = Self.state(standings, switched: machine.switched)
    let known = machine.people.filter { $0.user != nil }
    let seated = machine.people.count(where: \.isSeated)
    machine.isOpen = !known.isEmpty && isCovered && seated == machine.people.count
    let isDone = !listed.isEmpty && machine.switched == listed.count
    var warnings: Set<ComputerWarning> = []
    if listed.contains(where: { products[$0].isUsedAfter }) { warnings.insert(.usedAfter) }
    if listed.contains(where: { products[$0].isFailed }) { warnings.insert(.failed) }
    if listed.contains(where: { products[$0].isUnanswered }) { warnings.insert(.noAnswer) }
    if known.isEmpty {
      if !isDone { warnings.insert(.noPerson) }
    } else if !listed.isEmpty, !isCovered || seated < machine.people.count {
      warnings.insert(
        isDone ? .switchedWithoutSeat : seated == 0 ? .noSeat : .someWithoutSeat)
    }
    if !isDone {
      if isOutsidePlan { warnings.insert(.notInPlan) }
      if listed.contains(where: { isOld(products[$0]) }) { warnings.insert(.oldRelease) }
      if listed.contains(where: { products[$0].method == .cannot }) { warnings.insert(.cannot) }
    }
    machine.warnings = ComputerWarning.allCases.filter { warnings.contains($0) }
    machines[place] = machine
  }

  /// A subscription gives the present release and the five before it.
  private func isOld(_ product: Product) -> Bool {
    product.year.map { $0 < today.parts.year - 5 } ?? false
  }

  private static func state(_ standings: [Standing], switched: Int) -> ComputerState {
    if standings.isEmpty { return .empty }
    if standings.contains(.failed) { return .failed }
    if switched < standings.count { return .left }
    return standings.allSatisfy { $0 == .proven } ? .proven : .stated
  }

  // MARK: Computers

  /// The places of a query's computers, in its order.
  mutating func answer(_ query: ComputerQuery) -> [Int] {
    if let lastComputers, lastComputers.query == query { return lastComputers.places }
    let hits = hits(query.filter)
    var found = order(query.order).filter { place in
      let machine = machines[place]
      let isMeant =
        switch query.part {
        case .all: true
        case .left: machine.state == .left || machine.state == .failed
        case .open: machine.isOpen && (machine.state == .left || machine.state == .failed)
        case .warned: !machine.warnings.isEmpty
        case .failed: machine.state == .failed
        case .empty: machine.state == .empty
        }
      return isMeant && hits.allSatisfy { $0[place] }
    }
    if query.isDescending { found.reverse() }
    lastComputers = (query, found)
    return found
  }

  private mutating func hits(_ filter: String) -> [[Bool]] {
    let words = RowIndex.words(filter)
    guard !words.isEmpty else { return [] }
    let texts = machineTexts ?? makeMachineTexts()
    machineTexts = texts
    return words.map { texts.hits($0) }
  }

  private func makeMachineTexts() -> RankedTexts {
    var texts = RankedTexts()
    for machine in machines {
      let people = machine.people.map { "\($0.name) \($0.login)" }
      let names = machine.products.map { products[$0].name }
      let text =
        [String(decoding: machine.nameKey, as: UTF8.self)] + people + names
        + [String(decoding: machine.group, as: UTF8.self), machine.system.name]
      texts.append(Folding.search.bytes(of: text.joined(separator: " ")))
    }
    return texts
  }

  /// All places in ascending order of a column; the machines themselves are in the order of their names.
  private mutating func order(_ column: ComputerColumn) -> [Int] {
    if let known = orders[column] { return known }
    func sorted(_ key: (Machine) -> [UInt8]) -> [Int] {
      let keys = machines.map(key)
      return machines.indices.sorted {
        keys[$0] == keys[$1] ? $0 < $1 : keys[$0].lexicographicallyPrecedes(keys[$1])
      }
    }
    let made: [Int] =
      switch column {
      case .computer: Array(machines.indices)
      case .people:
        sorted { machine in
          let first = machine.people.first.map { $0.name.isEmpty ? $0.login : $0.name }
          return first.map { [0] + Folding.search.bytes(of: $0) } ?? [1]
        }
      case .products:
        sorted { machine in
          machine.products.first.map { [0] + Folding.search.bytes(of: products[$0].name) } ?? [1]
        }
      case .state: sorted { [UInt8($0.state.rawValue)] }
      case .group:
        sorted { $0.group.isEmpty ? [1] : [0] + Folding.search.bytes(of: Self.text($0.group)) }
      case .system: sorted { [UInt8($0.system.rawValue)] }
      }
    orders[column] = made
    return made
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The place of the computer with a number.
  func place(of id: Int64) -> Int? { places[id] }

  /// A computer as a list shows it.
  func computer(_ place: Int, _ connection: Connection) throws -> Computer? {
    let machine = machines[place]
    guard let values = try TrackedTable.computer.values(machine.id, connection) else { return nil }
    let row = ComputerRow(values)
    let listed = machine.products.map { products[$0] }.filter(\.isListed)
    var computer = Computer(
      id: ComputerID(machine.id),
      details: ComputerDetails(
        name: row.name, system: row.system, group: row.group,
        people: try Self.logins(at: machine.id, connection)),
      people: machine.people, products: listed.map(\.name), switched: machine.switched,
      state: machine.state, warnings: machine.warnings,
      isOpen: machine.isOpen)
    let left = listed.filter { $0.standing != .stated && $0.standing != .proven }
    computer.oldReleases = left.filter(isOld).map { InstallationID($0.id) }
    computer.networkOnly = left.filter { $0.method == .cannot }.map { InstallationID($0.id) }
    computer.listedAt = row.listedAt.map { Moment(minutes: $0) }
    computer.helperAt = row.helperAt.map { Moment(minutes: $0) }
    computer.resultAt = row.resultAt.map { Moment(minutes: $0) }
    return computer
  }

  /// The name of a computer as first written.
  func name(of place: Int, _ connection: Connection) throws -> String {
    try TrackedTable.computer.values(machines[place].id, connection).map { ComputerRow($0).name }
      ?? ""
  }

  /// All logins at a computer, those of one person too: whoever fills in others keeps these.
  private static func logins(at computer: Int64, _ connection: Connection) throws -> [String] {
    let reading = try connection.statement(
      "SELECT login FROM computer_person WHERE computer = ? ORDER BY id")
    reading.bind(1, computer)
    defer { reading.reset() }
    var logins: [String] = []
    while try reading.step() { logins.append(reading.text(0)) }
    return logins
  }

  // MARK: Products

  /// The numbers of a query's products, by computer, then product.
  mutating func answer(_ query: InstallationQuery) -> [Int64] {
    if let lastProducts, lastProducts.query == query {
      return lastProducts.places.map { products[$0].id }
    }
    let words = RowIndex.words(query.filter)
    if !words.isEmpty, productTexts == nil { productTexts = makeProductTexts() }
    let hits = words.map { productTexts?.hits($0) ?? [] }
    let places = query.computer.map { id in self.places[id.number] ?? -1 }
    let found = products.indices.filter { place in
      let product = products[place]
      let isMeant =
        switch query.part {
        case .all: product.isListed
        case .left:
          product.isListed && product.standing != .stated && product.standing != .proven
        case .usedAfter: product.isListed && product.isUsedAfter
        case .failed: product.isListed && product.isFailed
        case .unanswered: product.isListed && product.isUnanswered
        case .found: !product.isListed
        case .missing: product.isListed && product.isMissing
        case .proven: product.isListed && product.standing == .proven
        }
      return isMeant && (places.map { $0 == product.machine } ?? true)
        && hits.allSatisfy { $0[place] }
    }
    lastProducts = (query, Array(found))
    return found.map { products[$0].id }
  }

  private func makeProductTexts() -> RankedTexts {
    var texts = RankedTexts()
    for product in products {
      let machine = machines[product.machine]
      let text =
        "\(Self.text(machine.nameKey)) \(product.name) \(product.login) "
        + logins.name(of: product.login)
      texts.append(Folding.search.bytes(of: text))
    }
    return texts
  }

  /// The row with a number.
  func installation(_ id: Int64, _ connection: Connection) throws -> Installation? {
    guard let values = try TrackedTable.installation.values(id, connection) else { return nil }
    let row = InstallationRow(values)
    return Installation(id, row, userName: logins.name(of: row.details.login))
  }
}
