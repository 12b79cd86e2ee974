import Migration

extension ChangeDraft {
  // MARK: Finding

  /// The numbers of the products in our list that are on a computer.
  func installed(on computer: Int64) throws -> [InstallationID] {
    let reading = try connection.statement(
      "SELECT id FROM installation WHERE computer_id = ? AND listed = 1 ORDER BY id")
    reading.bind(1, computer)
    defer { reading.reset() }
    var ids: [InstallationID] = []
    while try reading.step() { ids.append(InstallationID(reading.integer(0))) }
    return ids
  }

  /// The computer with a name, made where there is none.
  mutating func computer(
    _ name: String, _ finder: ComputerFinder
  ) throws -> (id: Int64, row: ComputerRow) {
    if let id = try finder.find(name),
      let values = try TrackedTable.computer.values(id, connection)
    {
      return (id, ComputerRow(values))
    }
    let row = ComputerRow(name: name)
    return (try insert(row), row)
  }

  private mutating func insert(_ row: ComputerRow) throws -> Int64 {
    let next = try Tally.lastComputer.read(connection) + 1
    try put(.computer, next, before: nil, after: row.values)
    try Tally.lastComputer.set(next, connection)
    return next
  }

  // MARK: People

  /// Adds somebody to a computer; true where they were not there.
  @discardableResult
  mutating func addPerson(_ login: String, to computer: Int64) throws -> Bool {
    let person = ComputerPersonRow(computer: computer, login: ComputerPersonRow.login(login))
    guard !person.login.isEmpty else { return false }
    let finding = try connection.statement(
      "SELECT 1 FROM computer_person WHERE computer = ? AND login_key = ?")
    finding.bind(1, computer)
    finding.bind(2, copying: Folding.caseBlind.bytes(of: person.login))
    defer { finding.reset() }
    if try finding.step() { return false }
    let next = try Tally.lastComputerPerson.read(connection) + 1
    try put(.computerPerson, next, before: nil, after: person.values)
    try Tally.lastComputerPerson.set(next, connection)
    return true
  }

  private func people(of computer: Int64) throws -> [(id: Int64, login: String)] {
    let reading = try connection.statement(
      "SELECT id, login FROM computer_person WHERE computer = ? ORDER BY id")
    reading.bind(1, computer)
    defer { reading.reset() }
    var people: [(Int64, String)] = []
    while try reading.step() { people.append((reading.integer(0), reading.text(1))) }
    return people
  }

  // MARK: Changes

  /// Keeps what somebody filled in about a computer, new for nil.
  mutating func save(_ id: ComputerID?, _ details: ComputerDetails) throws {
    let finder = ComputerFinder(connection)
    let namesake = try finder.find(details.name)
    if let namesake, namesake != id?.number {
      throw ChangeRefusal.switchDevices(.computerTaken(details.name))
    }
    let number: Int64
    if let id {
      guard let before = try TrackedTable.computer.values(id.number, connection) else {
        throw ChangeRefusal.switchDevices(.computerGone)
      }
      number = id.number
      var row = ComputerRow(before)
      let old = row.name
      (row.name, row.system, row.group) = (details.name, details.system, details.group)
      try put(.computer, number, before: before, after: row.values)
      if old != row.name { try rename(number, row.name) }
    } else {
      var row = ComputerRow(name: details.name)
      (row.system, row.group) = (details.system, details.group)
      number = try insert(row)
    }
    let wanted = details.people.map { ComputerPersonRow.login($0) }
    for person in try people(of: number) where !wanted.contains(person.login) {
      try put(.computerPerson, person.id, nil)
    }
    for person in wanted { try addPerson(person, to: number) }
    outcome.count = 1
    (subject, isPersonal) = (details.name, true)
  }

  /// Its products go with a computer that gets another name.
  private mutating func rename(_ computer: Int64, _ name: String) throws {
    let reading = try connection.statement("SELECT id FROM installation WHERE computer_id = ?")
    reading.bind(1, computer)
    var ids: [Int64] = []
    while try reading.step() { ids.append(reading.integer(0)) }
    reading.reset()
    for id in ids {
      guard let before = try TrackedTable.installation.values(id, connection) else { continue }
      var row = InstallationRow(before)
      row.details.computer = name
      // Its script goes by the old name.
      if row.proof.standing.standing == .planned { row.handOver = nil }
      try put(.installation, id, before: before, after: row.values)
    }
  }

  /// Puts computers in a group.
  mutating func putInGroup(_ ids: [ComputerID], _ group: String) throws {
    for id in ids {
      guard let before = try TrackedTable.computer.values(id.number, connection) else { continue }
      var row = ComputerRow(before)
      guard row.group != group else {
        outcome.unchanged += 1
        continue
      }
      row.group = group
      try put(.computer, id.number, before: before, after: row.values)
      outcome.count += 1
    }
    subject = group
  }

  /// Takes computers out of our list, with their people and what is on them.
  mutating func remove(_ ids: [ComputerID]) throws {
    for id in ids {
      guard let values = try TrackedTable.computer.values(id.number, connection) else { continue }
      let reading = try connection.statement("SELECT id FROM installation WHERE computer_id = ?")
      reading.bind(1, id.number)
      var installed: [Int64] = []
      while try reading.step() { installed.append(reading.integer(0)) }
      reading.reset()
      for row in installed { try put(.installation, row, nil) }
      for person in try people(of: id.number) { try put(.computerPerson, person.id, nil) }
      try put(.computer, id.number, before: values, after: nil)
      outcome.count += 1
      (subject, isPersonal) = (ComputerRow(values).name, true)
    }
    if outcome.count != 1 { (subject, isPersonal) = ("", false) }
  }
}
