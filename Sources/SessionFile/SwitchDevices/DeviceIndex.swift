import Migration

/// Computers, their people and what is on them, as far as lists, counts and warnings need them.
///
/// What changes touch little of is brought in line with them: whoever edits a user waits for no reading of
/// all products. The text that a filter looks through is made when one is first asked for.
struct DeviceIndex {
  /// A computer.
  struct Machine {
    var id: Int64
    var nameKey: [UInt8]
    var group: [UInt8] = []
    var system = ComputerSystem.unknown
    var people: [ComputerPerson] = []
    /// What is bought for its products in our list, each once.
    var offerings: [String] = []
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

  /// Somebody at a computer as the file has it: whose login it is changes with the users.
  struct Login {
    var machine: Int
    var key: [UInt8]
    var login: String
  }

  var revision: Int64
  let today: Day
  var machines: [Machine] = []
  var products: [Product] = []
  var logins: PeopleByLogin
  var seats: SeatMarks
  /// The computers at which each user works.
  var machinesOf: [UserID: [Int]] = [:]
  private(set) var persons: [Login] = []
  private var asked: [Int: Asked] = [:]
  private var named: [String: Bool] = [:]
  var places: [Int64: Int] = [:]
  var productPlaces: [Int64: Int]?
  var machineTexts: RankedTexts?
  var productTexts: RankedTexts?
  var orders: [ComputerColumn: [Int]] = [:]
  var lastComputers: (query: ComputerQuery, places: [Int])?
  var lastProducts: (query: InstallationQuery, places: [Int])?
  var counted: DevicesSummary?

  /// Builds it as of a day; O(computers + products + users + seats).
  init(_ revision: Int64, today: Day, _ connection: Connection) throws {
    self.revision = revision
    self.today = today
    logins = try PeopleByLogin(connection)
    seats = try SeatMarks(connection)
    asked = try Self.handOvers(connection)
    try readMachines(connection)
    try readPersons(connection)
    try readProducts(connection)
    findPeople()
    judge()
  }

  // MARK: Reading

  private mutating func readMachines(_ connection: Connection) throws {
    let reading = try connection.once(
      """
      SELECT id, name_key, system, group_name FROM computer ORDER BY name_key
      """)
    while try reading.step() {
      places[reading.integer(0)] = machines.count
      machines.append(
        Machine(
          id: reading.integer(0), nameKey: Array(reading.bytes(1)), group: Array(reading.bytes(3)),
          system: ComputerSystem(rawValue: reading.int(2)) ?? .unknown))
    }
  }

  private mutating func readPersons(_ connection: Connection) throws {
    let reading = try connection.once(
      "SELECT computer, login_key, login FROM computer_person ORDER BY id")
    while try reading.step() {
      guard let place = places[reading.integer(0)] else { continue }
      persons.append(
        Login(machine: place, key: Array(reading.bytes(1)), login: reading.text(2)))
    }
  }

  private mutating func readProducts(_ connection: Connection) throws {
    let reading = try connection.once(
      "SELECT \(Self.productColumns) FROM installation ORDER BY install_key")
    while try reading.step() {
      guard let product = product(reading) else { continue }
      let machine = product.machine
      if product.isListed, !machines[machine].offerings.contains(product.offering) {
        machines[machine].offerings.append(product.offering)
      }
      machines[machine].products.append(products.count)
      products.append(product)
    }
  }

  static let productColumns = """
    id, computer_id, product, offering, login, standing, since, method, product_key, version,
    hand_over, max(ifnull(helper_at, -1), ifnull(result_at, -1)), used_at, listed, missing, stated_at,
    answered
    """

  /// The product of a row; nil where it is on no computer.
  mutating func product(_ reading: SQLStatement) -> Product? {
    guard let machine = places[reading.integer(1)] else { return nil }
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
    if let asked = product.handOver.flatMap({ asked[$0] }), asked.way == .script {
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
    return product
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
}
