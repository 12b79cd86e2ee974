import Migration

extension ChangeDraft {
  /// Keeps a look at the portal. The right number proves what is stated; another one takes back what
  /// was proven by a look alone.
  mutating func glance(_ id: ProductID, _ isRight: Bool) throws {
    let before = try product(id)
    for row in try assignments("product = ?", id.number) {
      var after = row
      if isRight, row.standing == .stated {
        after.standing = .proven
        after.proof = SeatProof.glance.rawValue
        after.since = moment.day.number
      } else if !isRight, row.standing == .proven, row.proof == SeatProof.glance.rawValue {
        after.standing = .stated
        after.proof = nil
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
    seats.lookedAt.insert(id.number)
    outcome.updated = 1
    outcome.product = id
    subject = before.details.name
  }

  /// Takes an export's word: what it has is proven, what it lacks is gone; where somebody decided so,
  /// the plan follows it.
  mutating func prove(_ evidence: SeatEvidence, take: [SeatKey], leave: [SeatKey]) throws {
    let matching = try SeatMatching(evidence, connection)
    let day = evidence.day.number
    let taken = Set(take)
    for seat in matching.seats where seat.isAssigned {
      if let before = try assignment(seat.user, seat.product) {
        try prove(before, evidence.proof, day)
      } else if taken.contains(
        SeatKey(user: UserID(seat.user), product: ProductID(seat.product)))
      {
        guard try assign(seat.user, seat.product, .portal),
          let added = try assignment(seat.user, seat.product)
        else { continue }
        try prove(added, evidence.proof, day)
        outcome.updated += 1
      }
    }
    let left = Set(leave)
    for before in try matching.gone(evidence, connection) {
      var after = before
      if left.contains(SeatKey(user: UserID(before.user), product: ProductID(before.product))) {
        after.isShelved = true
      } else {
        after.standing = .failed
        after.handOver = nil
        after.since = day
        after.proof = evidence.proof.rawValue
      }
      try change(before, to: after)
      outcome.updated += 1
    }
    subject = evidence.day.iso
  }

  private mutating func prove(_ before: AssignmentRow, _ proof: SeatProof, _ day: Int) throws {
    let isProven = before.standing == .proven && before.proof != SeatProof.glance.rawValue
    // What an older export says of a seat that went away since is no proof.
    let isOlder = before.standing == .failed && before.since.map { day < $0 } ?? false
    guard before.standing != .setAside, !isProven, !isOlder else { return }
    var after = before
    after.standing = .proven
    after.proof = proof.rawValue
    after.since = day
    try change(before, to: after)
    outcome.count += 1
  }
}
