import Migration

extension ChangeDraft {
  /// Keeps a look at the portal. The right number proves what is stated; another one takes back what
  /// was proven by a look alone.
  mutating func glance(_ id: ProductID, _ isRight: Bool) throws {
    let before = try product(id)
    let seats = SeatArithmetic(
      bought: before.details.seats, counts: try SeatCounts.read(id.number, connection))
    // No portal shows more seats taken than there are.
    if isRight, seats.isOvertaken {
      throw ChangeRefusal.assignProducts(.seatsOverwritten(before.details.name))
    }
    for row in try assignments("product = ?", id.number) {
      var after = row
      if isRight, row.standing == .stated {
        after.standing = .proven
        after.proof = SeatProof.glance.rawValue
        after.evidence = nil
        after.since = moment.day.number
      } else if !isRight, row.standing == .proven, row.proof == SeatProof.glance.rawValue {
        after.standing = .stated
        after.proof = nil
        after.evidence = nil
      } else {
        continue
      }
      try change(row, to: after)
      outcome.count += 1
    }
    var after = before
    after.glanceOn = moment.day.number
    after.isGlanceRight = isRight
    try change(before, to: after)
    self.seats.lookedAt.insert(id.number)
    outcome.updated = 1
    outcome.product = id
    subject = before.details.name
  }

  /// Takes a document's word about seats: what it has is proven, what it lacks is gone; where somebody
  /// decided so, the plan follows it. The document is kept, and the people of `strangers` are in the
  /// list, already.
  mutating func prove(_ seats: SeatDecisions, by evidence: Evidence) throws {
    let matching = try SeatMatcher(seats.evidence, connection)
    let proof = SeatDocument(evidence)
    let taken = Set(seats.take)
    for seat in matching.seats where seat.isAssigned {
      if let before = try assignment(seat.user, seat.product) {
        try prove(before, proof)
      } else if taken.contains(SeatKey(user: UserID(seat.user), product: ProductID(seat.product))) {
        try prove(seat.user, seat.product, proof)
        outcome.otherSeats += 1
      }
    }
    for before in try matching.freed(by: evidence, connection) {
      var after = before
      after.oldAddress = nil
      try change(before, to: after)
      outcome.otherSeats += 1
    }
    let left = Set(seats.leave)
    for before in try matching.gone(evidence, connection) {
      var after = before
      if left.contains(SeatKey(user: UserID(before.user), product: ProductID(before.product))) {
        after.isShelved = true
      } else {
        after.standing = .failed
        after.handOver = nil
        after.since = proof.day
        after.proof = proof.proof.rawValue
        after.evidence = proof.number
      }
      try change(before, to: after)
      outcome.otherSeats += 1
    }
    for before in try matching.unconfirmed(evidence, connection)
    where left.contains(SeatKey(user: UserID(before.user), product: ProductID(before.product))) {
      var after = before
      after.fallBack()
      try change(before, to: after)
      outcome.otherSeats += 1
    }
  }

  /// Gives the seats that a document shows of somebody whom it brought into the list.
  mutating func takeSeats(of person: PortalPerson.ID, as user: Int64) throws {
    let asking = try connection.statement(
      """
      SELECT offering, kind, day FROM portal_seat JOIN evidence ON number = evidence
      WHERE evidence = ? AND position = ? ORDER BY offering
      """)
    asking.bind(1, person.evidence)
    asking.bind(2, person.position)
    var found: [(offering: String, document: SeatDocument)] = []
    while try asking.step() {
      let kind = Evidence.Kind(rawValue: asking.text(1)) ?? .usersExport
      found.append(
        (
          asking.text(0),
          SeatDocument(number: person.evidence, proof: kind.seatProof, day: asking.int(2))
        ))
    }
    asking.reset()
    for (offering, document) in found {
      guard case .product(let product) = try SeatMatcher.product(named: offering, connection)
      else { continue }
      try prove(user, product, document)
    }
  }

  /// A seat that only the portal had, proven by what shows it.
  private mutating func prove(_ user: Int64, _ product: Int64, _ proof: SeatDocument) throws {
    guard try assign(user, product, .portal), let added = try assignment(user, product) else {
      return
    }
    try prove(added, proof)
  }

  private mutating func prove(_ before: AssignmentRow, _ proof: SeatDocument) throws {
    let isProven = before.standing == .proven && before.proof != SeatProof.glance.rawValue
    // What an older export says of a seat that went away since is no proof.
    let isOlder = before.standing == .failed && before.since.map { proof.day < $0 } ?? false
    guard before.standing != .setAside, !isOlder else { return }
    // What is proven is proven again by what is no older, so that it says of which day it is known.
    guard !isProven || before.since.map({ proof.day >= $0 }) ?? true else { return }
    var after = before
    after.standing = .proven
    after.proof = proof.proof.rawValue
    after.evidence = proof.number
    after.since = proof.day
    try change(before, to: after)
    if !isProven { outcome.seats += 1 }
  }
}

/// A document as the proof of a seat.
struct SeatDocument {
  /// Its number.
  var number: Int
  /// What kind of proof it is.
  var proof: SeatProof
  /// The day that it tells about, as counted in the file.
  var day: Int

  init(number: Int, proof: SeatProof, day: Int) {
    self.number = number
    self.proof = proof
    self.day = day
  }

  init(_ evidence: Evidence) {
    self.init(
      number: evidence.number, proof: evidence.kind.seatProof, day: evidence.day.number)
  }
}
