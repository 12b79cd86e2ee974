import Migration

/// What lists ask of it.
extension DeviceIndex {
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
