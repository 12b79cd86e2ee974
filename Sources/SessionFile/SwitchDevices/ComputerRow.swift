import Migration

/// A computer as its table holds it.
struct ComputerRow: Equatable {
  var name: String
  var system = ComputerSystem.unknown
  var group = ""
  /// Minutes since 1970 of what device lists, helper lists and results told last; nil for never.
  var listedAt: Int?
  var helperAt: Int?
  var resultAt: Int?

  init(name: String) { self.name = name }

  /// The values in the order of `TrackedTable.computer.columns`.
  init(_ values: [RecordValue]) {
    func number(_ place: Int) -> Int? { values.indices.contains(place) ? values[place].int : nil }
    name = values.indices.contains(2) ? values[2].text : ""
    system = number(3).flatMap { ComputerSystem(rawValue: $0) } ?? .unknown
    group = values.indices.contains(4) ? values[4].text : ""
    (listedAt, helperAt, resultAt) = (number(5), number(6), number(7))
  }

  /// The values as the table holds them.
  var values: [RecordValue] {
    let key = Self.key(name)
    return [
      .text(key), .text(Self.short(key)), RecordValue(name), RecordValue(system.rawValue),
      RecordValue(group), RecordValue(listedAt), RecordValue(helperAt), RecordValue(resultAt),
    ]
  }

  /// A name without regard to case.
  static func key(_ name: String) -> [UInt8] { Folding.caseBlind.bytes(of: name) }

  /// A folded name without its domain; one that begins with a digit may be an address, and stays whole.
  static func short(_ key: [UInt8]) -> [UInt8] {
    guard let first = key.first, first &- 0x30 >= 10, let dot = key.firstIndex(of: 0x2E), dot > 0
    else { return key }
    return Array(key[..<dot])
  }
}

/// Somebody at a computer as the table holds it.
struct ComputerPersonRow: Equatable {
  var computer: Int64
  var login: String

  init(computer: Int64, login: String) {
    self.computer = computer
    self.login = login
  }

  /// The values in the order of `TrackedTable.computerPerson.columns`.
  var values: [RecordValue] {
    [.integer(computer), .text(Folding.caseBlind.bytes(of: login)), RecordValue(login)]
  }

  /// A login without the domain that Windows writes before it: `EXAMPLE\ann` is `ann`.
  static func login(_ text: String) -> String {
    guard let stroke = text.lastIndex(of: "\\") else { return text }
    return String(text[text.index(after: stroke)...])
  }
}

/// Finds computers by their names: whatever the case, with or without a domain.
struct ComputerFinder {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// The computer with a name; nil where none, or several, could be meant.
  func find(_ name: String) throws -> Int64? {
    let key = ComputerRow.key(name)
    let exact = try connection.statement("SELECT id FROM computer WHERE name_key = ?")
    exact.bind(1, copying: key)
    defer { exact.reset() }
    if try exact.step() { return exact.integer(0) }
    let short = ComputerRow.short(key)
    let near = try connection.statement(
      "SELECT id FROM computer WHERE short_key = ?1 AND (name_key = ?1 OR ?2) LIMIT 2")
    near.bind(1, copying: short)
    near.bind(2, short == key ? 1 : 0)
    defer { near.reset() }
    guard try near.step() else { return nil }
    let found = near.integer(0)
    return try near.step() ? nil : found
  }
}

/// Finds products on computers by both names, the computers' with or without a domain.
struct InstallationFinder {
  private let connection: Connection
  private let computers: ComputerFinder

  init(_ connection: Connection) {
    self.connection = connection
    computers = ComputerFinder(connection)
  }

  /// The number of a product on a computer; nil where there is none.
  func find(_ product: String, on computer: String) throws -> Int64? {
    if let found = try exact(product, on: computer) { return found }
    guard let id = try computers.find(computer),
      let values = try TrackedTable.computer.values(id, connection)
    else { return nil }
    return try exact(product, on: ComputerRow(values).name)
  }

  private func exact(_ product: String, on computer: String) throws -> Int64? {
    let finding = try connection.statement("SELECT id FROM installation WHERE install_key = ?")
    finding.bind(1, copying: InstallationRow.key(computer, product))
    defer { finding.reset() }
    return try finding.step() ? finding.integer(0) : nil
  }
}
