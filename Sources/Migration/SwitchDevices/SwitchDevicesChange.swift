/// What can be written about products on computers.
package enum SwitchDevicesChange: Sendable {
  /// Products on computers into our list; those that are there stay as they are.
  case add([InstallationDetails])
  /// Products on computers out of our list.
  case remove([InstallationID])
  /// The admin says that these use their user's own licence from now on; false takes it back.
  case state([InstallationID], isSwitched: Bool)
  /// The same of all products on computers.
  case stateComputers([ComputerID], isSwitched: Bool)
  /// What files tell of computers, merged with what is known.
  case take(DeviceBatch)
  /// A computer's own details, new for nil.
  case saveComputer(ComputerID?, ComputerDetails)
  /// Computers into a group; empty takes them out of theirs.
  case groupComputers([ComputerID], String)
  /// Computers out of our list, with what is on them.
  case removeComputers([ComputerID])
  /// What was found on computers into our list.
  case list([InstallationID])
  /// A hand-over of products on computers, whose files are written.
  case handOver(HandOver, [InstallationID], SwitchTerms)

  /// What its changes are called.
  package enum Name: String, CaseIterable, Sendable {
    case addComputers = "add-computers"
    case removeInstallations = "remove-computers"
    case stateSwitched = "state-switched"
    case unstateSwitched = "unstate-switched"
    case takeDevices = "take-devices"
    case saveComputer = "save-computer"
    case groupComputers = "group-computers"
    case removeComputers = "delete-computers"
    case listInstallations = "list-installations"
    case handOverDevices = "hand-over-devices"
    /// With computers at which somebody has no seat.
    case handOverLockedOut = "hand-over-locked-out"
  }

  /// Its name in the journal and in the words of the screens.
  package var name: Name {
    switch self {
    case .add: .addComputers
    case .remove: .removeInstallations
    case .state(_, let isSwitched), .stateComputers(_, let isSwitched):
      isSwitched ? .stateSwitched : .unstateSwitched
    case .take: .takeDevices
    case .saveComputer: .saveComputer
    case .groupComputers: .groupComputers
    case .removeComputers: .removeComputers
    case .list: .listInstallations
    case .handOver(_, _, let terms): terms.lockedOut ? .handOverLockedOut : .handOverDevices
    }
  }

  /// How many rows somebody chose for it.
  var size: Int {
    switch self {
    case .add(let installations): installations.count
    case .remove(let ids), .state(let ids, _), .list(let ids): ids.count
    case .stateComputers(let ids, _), .groupComputers(let ids, _), .removeComputers(let ids):
      ids.count
    case .take, .saveComputer, .handOver: 0
    }
  }
}

/// Why a change of computers was not made.
package enum SwitchDevicesRefusal: Hashable, Sendable {
  /// Another computer has the name already.
  case computerTaken(String)
  /// The computer is not in the list (any more).
  case computerGone

  /// The reasons without what they are about.
  package enum Kind: String, CaseIterable, Sendable {
    case computerTaken = "computer-taken"
    case computerGone = "computer-gone"
  }

  /// Which reason it is.
  package var kind: Kind {
    switch self {
    case .computerTaken: .computerTaken
    case .computerGone: .computerGone
    }
  }
}
