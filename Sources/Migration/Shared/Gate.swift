/// Whether a step may be carried out, and for how many.
package struct Gate: Hashable, Sendable {
  /// Why a step may not be carried out yet.
  package enum Reason: String, CaseIterable, Sendable {
    /// The first screen was not answered.
    case noSetup = "no-setup"
    /// The start date is not known.
    case noStartDate = "no-start-date"
    /// The new subscription has not begun.
    case beforeStart = "before-start"
    /// Nobody has a product assigned.
    case nobodyAssigned = "nobody-assigned"
    /// Somebody may still use a network licence.
    case stillUsed = "still-used"
  }

  /// Why not; nil when the step is open.
  package var reason: Reason?
  /// The first day on which it is or will be open; nil when that is no matter of a day.
  package var from: Day?
  /// How many it is open for: computers for step 3 where any with a product are known, users for steps 3 and 4 else,
  /// which open person by person; of the step's own total for the others.
  package var openFor: Int
  /// How many of whom; 0 while it is not open.
  package var total: Int

  /// Whether the step may be carried out at all.
  package var isOpen: Bool { reason == nil }

  /// Makes a gate.
  package init(reason: Reason? = nil, from: Day? = nil, openFor: Int = 0, total: Int? = nil) {
    self.reason = reason
    self.from = from
    self.openFor = openFor
    self.total = total ?? openFor
  }
}

extension Summary {
  /// The counts of a step; steps without rows of their own yet have none.
  package func funnel(of step: Step) -> Funnel {
    if let forgotten { return forgotten.funnels[step] ?? Funnel() }
    return switch step {
    case .createUsers: userFunnel
    case .retireServers: licensing.funnel
    default: funnels[step] ?? Funnel()
    }
  }

  /// Whether a step may be carried out on a day. Preparing is always open.
  ///
  /// Source: the five steps as the helpdesk teaches them: users from the start date or earlier with
  /// single-user licences, products from the start date, switching and informing person by person
  /// once a product is assigned (who has a seat that is stated at least), the servers once nobody uses them.
  package func gate(of step: Step, today: Day) -> Gate {
    guard let setup else { return Gate(reason: .noSetup) }
    let total = funnel(of: step).total
    switch step {
    case .createUsers:
      if setup.hasSingleUserLicences { return Gate(from: nil, openFor: total) }
      return dated(setup.startDate, today: today, openFor: total)
    case .assignProducts: return dated(setup.startDate, today: today, openFor: total)
    case .switchDevices where devices.withProducts > 0:
      return devices.open == 0
        ? Gate(reason: .nobodyAssigned, from: setup.startDate)
        : Gate(from: setup.startDate, openFor: devices.open, total: devices.withProducts)
    case .switchDevices, .informUsers:
      let people = userFunnel.total
      let seated = min(people, usersWithSeat)
      return seated == 0
        ? Gate(reason: .nobodyAssigned, from: setup.startDate)
        : Gate(from: setup.startDate, openFor: seated, total: people)
    case .retireServers: return retireGate(today: today)
    }
  }

  private func dated(_ day: Day?, today: Day, openFor: Int) -> Gate {
    guard let day else { return Gate(reason: .noStartDate) }
    return today < day
      ? Gate(reason: .beforeStart, from: day) : Gate(from: day, openFor: openFor)
  }
}
