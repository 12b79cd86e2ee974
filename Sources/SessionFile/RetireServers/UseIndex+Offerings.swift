import Migration

extension UseIndex {
  /// A person: a user by number, else a login by the negative of its number.
  func person(_ login: UInt32) -> Int64 {
    logins[Int(login)].user?.id.number ?? -Int64(login) - 1
  }

  /// Distinct people by offering, set aside left out, the most used first.
  func offeringUse() -> [OfferingUse] {
    struct Key: Hashable {
      let offering: UInt32
      let person: Int64
    }
    var people: [Key: (used: UseDays, end: Day, isStill: Bool, isWithout: Bool)] = [:]
    for slot in slots where Self.isWithin(slot, NetworkUse.needsSeat) {
      let login = logins[Int(slot.login)]
      guard login.setAside.isEmpty else { continue }
      let key = Key(offering: slot.offering, person: person(slot.login))
      var sum = people[key] ?? (UseDays(), Day(number: 0), false, false)
      sum.used.formUnion(slot.used)
      sum.end = max(sum.end, slot.end ?? sum.end)
      sum.isStill = sum.isStill || Self.isWithin(slot, NetworkUse.stillUses)
      sum.isWithout = sum.isWithout || Self.isWithoutSeat(slot, login)
      people[key] = sum
    }
    var uses: [UInt32: OfferingUse] = [:]
    for (key, sum) in people {
      var use =
        uses[key.offering]
        ?? OfferingUse(
          offering: offerings.text(key.offering), people: 0, seldom: 0, stillUsing: 0)
      use.people += 1
      if sum.used.count(inLast: NetworkUse.needsSeat, upTo: sum.end) < 3 { use.seldom += 1 }
      if sum.isStill { use.stillUsing += 1 }
      if sum.isWithout { use.withoutSeat += 1 }
      uses[key.offering] = use
    }
    return uses.values.sorted { left, right in
      left.people != right.people
        ? left.people > right.people : left.offering < right.offering
    }
  }

  /// What the use of one offering within 90 days asks of step 2.
  func seatProposal(for offering: String) -> SeatProposal {
    let meant = slots.filter {
      Self.isWithin($0, NetworkUse.needsSeat) && offerings.text($0.offering) == offering
    }
    return seatProposals(meant).first ?? SeatProposal(offering: offering, users: [])
  }

  /// What some rows ask of step 2, by the name of the offering; set aside left out, users in the order
  /// of their numbers.
  func seatProposals(of ids: [Int64]) -> [SeatProposal] {
    seatProposals(ids.compactMap { slot(of: $0) })
  }

  private func seatProposals(_ slots: [Slot]) -> [SeatProposal] {
    var users: [UInt32: Set<UserID>] = [:]
    var nobodys: [UInt32: Set<UInt32>] = [:]
    for slot in slots {
      let login = logins[Int(slot.login)]
      guard login.setAside.isEmpty else { continue }
      if users[slot.offering] == nil { users[slot.offering] = [] }
      if let user = login.user {
        if !slot.isAssigned { users[slot.offering, default: []].insert(user.id) }
      } else {
        nobodys[slot.offering, default: []].insert(slot.login)
      }
    }
    return users.map { offering, users in
      SeatProposal(
        offering: offerings.text(offering), users: users.sorted(),
        nobodys: nobodys[offering]?.count ?? 0)
    }
    .sorted { $0.offering < $1.offering }
  }

  /// The products on computers that some rows show, each once with the login that used it last, by
  /// computer; and how many of the rows name no computer. Set aside left out.
  func installations(of ids: [Int64]) -> (seen: [InstallationDetails], nameless: Int) {
    var nameless = 0
    var latest: [[UInt8]: Slot] = [:]
    let products = foldedProducts
    let computers = foldedComputers
    for slot in ids.compactMap({ slot(of: $0) }) where logins[Int(slot.login)].setAside.isEmpty {
      let computer = computers[Int(slot.computer)]
      guard !computer.isEmpty else {
        nameless += 1
        continue
      }
      let key = computer + [UseRow.separator] + products[Int(slot.product)]
      if let known = latest[key], known.lastUsed >= slot.lastUsed { continue }
      latest[key] = slot
    }
    let sorted = latest.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    return (
      sorted.map { _, slot in
        InstallationDetails(
          computer: self.computers.text(slot.computer), product: self.products.text(slot.product),
          offering: offerings.text(slot.offering), login: logins[Int(slot.login)].written,
          lastUsed: slot.lastUsed == .min ? nil : Moment(minutes: slot.lastUsed))
      }, nameless
    )
  }
}
