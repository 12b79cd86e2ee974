import Migration

extension UseIndex {
  /// A person: a user by number, else a login by the negative of its number.
  private func person(_ login: UInt32) -> Int64 {
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

  /// The users, set aside left out, who use an offering within 90 days and have no seat for it, in the
  /// order of their numbers.
  func usersWithoutSeat(for offering: String) -> [UserID] {
    var users: Set<UserID> = []
    for slot in slots
    where Self.isWithin(slot, NetworkUse.needsSeat) && offerings.text(slot.offering) == offering {
      let login = logins[Int(slot.login)]
      guard login.setAside.isEmpty, let user = login.user else { continue }
      if slot.seat != .stated, slot.seat != .proven { users.insert(user.id) }
    }
    return users.sorted()
  }
}
