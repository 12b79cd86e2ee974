import Migration

/// Who has a seat, how far each computer is, and what wants a look.
extension DeviceIndex {
  /// Says of each login whose it is. One user with two logins is one person.
  mutating func findPeople() {
    for place in machines.indices { machines[place].people = [] }
    machinesOf = [:]
    for person in persons {
      let found = logins.person(person.key)
      let place = person.machine
      if let user = found?.user, machines[place].people.contains(where: { $0.user == user }) {
        continue
      }
      if let user = found?.user { machinesOf[user, default: []].append(place) }
      machines[place].people.append(
        ComputerPerson(login: person.login, user: found?.user, name: found?.name ?? ""))
    }
  }

  /// Judges all computers.
  mutating func judge() {
    for place in machines.indices { judge(place) }
  }

  /// Judges a computer.
  mutating func judge(_ place: Int) {
    let offerings = machines[place].offerings
    // A switch of a product for which nobody there has a seat locks them out of that one.
    var covered = 0
    for person in machines[place].people.indices { machines[place].people[person].isSeated = false }
    for offering in offerings {
      var isCovered = false
      for person in machines[place].people.indices {
        let mark = seats.mark(of: machines[place].people[person].user, for: offering)
        guard mark == .stated || mark == .proven else { continue }
        isCovered = true
        machines[place].people[person].isSeated = true
      }
      if isCovered { covered += 1 }
    }
    judge(
      place, machines[place].products.filter { products[$0].isListed },
      offerings.contains { !seats.isPlanned($0) }, covered == offerings.count)
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
  func isOld(_ product: Product) -> Bool {
    product.year.map { $0 < today.parts.year - 5 } ?? false
  }

  private static func state(_ standings: [Standing], switched: Int) -> ComputerState {
    if standings.isEmpty { return .empty }
    if standings.contains(.failed) { return .failed }
    if switched < standings.count { return .left }
    return standings.allSatisfy { $0 == .proven } ? .proven : .stated
  }
}
