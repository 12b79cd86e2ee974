/// What can be written about products on computers.
package enum SwitchDevicesChange: Sendable {
  /// Products on computers into our list; those that are there stay as they are.
  case add([InstallationDetails])
  /// Products on computers out of our list.
  case remove([InstallationID])
  /// The admin says that these use their user's own licence from now on; false takes it back.
  case state([InstallationID], isSwitched: Bool)

  /// What its changes are called.
  package enum Name: String, CaseIterable, Sendable {
    case addComputers = "add-computers"
    case removeComputers = "remove-computers"
    case stateSwitched = "state-switched"
    case unstateSwitched = "unstate-switched"
  }

  /// Its name in the journal and in the words of the screens.
  package var name: Name {
    switch self {
    case .add: .addComputers
    case .remove: .removeComputers
    case .state(_, let isSwitched): isSwitched ? .stateSwitched : .unstateSwitched
    }
  }

  /// How many rows somebody chose for it.
  var size: Int {
    switch self {
    case .add(let installations): installations.count
    case .remove(let ids), .state(let ids, _): ids.count
    }
  }
}
