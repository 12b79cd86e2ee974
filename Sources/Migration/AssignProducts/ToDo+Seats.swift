extension Summary {
  /// What step 2 has for the admin on a day.
  func seats(today: Day) -> [ToDo] {
    let step = Step.assignProducts
    let notRight = products.count { $0.glance?.isRight == false }
    let failed = products.reduce(0) { $0 + $1.counts.failed }
    let old = products.reduce(0) { $0 + $1.counts.old }
    let waiting = products.reduce(0) { $0 + $1.seats.waiting }
    let notKnown = products.count { $0.details.seats == nil }
    let handable = products.reduce(0) { $0 + $1.seats.handable }
    let written = handOvers.filter { $0.stage == .written && $0.step == step }
      .reduce(0) { $0 + $1.rowCount }
    var things: [ToDo] = []
    func add(_ kind: ToDo.Kind, _ count: Int, isUrgent: Bool = false) {
      if count > 0 { things.append(ToDo(kind, step: step, count: count, isUrgent: isUrgent)) }
    }
    add(.confirmSeats, written, isUrgent: true)
    add(.seatsNotRight, notRight, isUrgent: true)
    add(.failedSeats, failed, isUrgent: true)
    add(.oldSeats, old, isUrgent: true)
    add(.waitingForSeat, waiting, isUrgent: true)
    add(.seatsNotKnown, notKnown)
    if gate(of: step, today: today).isOpen { add(.handOverSeats, handable) }
    return things
  }

  /// The product with a number; nil for none.
  package func product(_ id: ProductID) -> Product? { products.first { $0.id == id } }
}
