import Migration

/// What the pages about products on computers show.
package struct SwitchDevicesState: Sendable {
  /// The rows of the list near the visible ones.
  package var installations = HeldRows<InstallationQuery, Installation>(InstallationQuery())
  /// What is looked through before it comes into the list; nil before it is read.
  package var proposed: ProposedInstallations?
  /// What files tell of computers, while it is looked through.
  package var review: DevicesReview?
  /// Makes the state of a start.
  package init() {}
}

/// What the pages about products on computers ask to be carried out.
package enum SwitchDevicesEffect: Sendable {
  /// Read rows.
  case readInstallations(InstallationQuery, Range<Int>)
  /// Read the numbers of all rows that a query has.
  case readInstallationIDs(InstallationQuery)
  /// Read what rows of network use show.
  case readProposed(UseChoice)
  /// Take over what files tell.
  case take(DeviceBatch)

  /// How it is carried out.
  var nature: Effect.Nature {
    switch self {
    case .readInstallations, .readInstallationIDs, .readProposed: .immediate
    case .take(let batch):
      .long(LongWork(.switchDevices(.takingDevices), total: batch.told.count), writes: true)
    }
  }
}

/// What came of what the pages about products on computers asked.
package enum SwitchDevicesAnswer: Sendable {
  /// Rows, with the question that they answer.
  case installations(InstallationQuery, RowWindow<Installation>)
  /// The numbers of all rows that a query has.
  case installationIDs(InstallationQuery, [InstallationID])
  /// What rows of network use show.
  case proposed(ProposedInstallations)
  /// What files tell of computers.
  case devices(DevicesReview)

  /// Puts it where it belongs.
  func reduce(_ state: inout State) -> [Effect] {
    switch self {
    case .installations(let query, let window):
      _ = state.switchDevices.installations.take(query, window, after: state.summary.revision)
    case .installationIDs: break
    case .proposed(let proposed): state.switchDevices.proposed = proposed
    case .devices(let review):
      state.work = nil
      state.switchDevices.review = review
      // Wherever a file was added, it lands where it is looked through.
      return Navigation.follow("devices", &state)
    }
    return []
  }
}

/// Products on computers that the network use shows, to be looked through.
package struct ProposedInstallations: Sendable {
  /// Those that our list does not have, by computer.
  package var new: [InstallationDetails]
  /// How many it has already.
  package var known: Int
  /// Rows of use that name no computer.
  package var nameless: Int

  /// Makes a proposal.
  package init(new: [InstallationDetails], known: Int, nameless: Int) {
    self.new = new
    self.known = known
    self.nameless = nameless
  }
}

extension LongWork.Kind {
  /// What step 3 does at length; it can be stopped.
  package enum SwitchDevices: String, CaseIterable, Sendable {
    case takingDevices = "taking-devices"
  }
}

extension SwitchDevicesRefusal {
  /// What its sentence tells of it.
  var arguments: [String: String] {
    switch self {
    case .computerTaken(let name): ["name": name]
    case .computerGone: [:]
    }
  }
}
