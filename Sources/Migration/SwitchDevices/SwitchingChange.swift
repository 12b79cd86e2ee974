/// What can be written about products on computers, and about who was informed of them.
package enum SwitchingChange: Sendable {
  /// Products on computers into our list; those that are there stay as they are.
  case add([InstallationDetails])
  /// Products on computers out of our list.
  case remove([InstallationID])
  /// The admin says that these use their user's own licence from now on; false takes it back.
  case state([InstallationID], isSwitched: Bool)
  /// The admin says that everyone was informed by a day; nil takes it back.
  case stateInformed(Day?)

  /// The change's name in the journal and in the words of the screens.
  package var name: String {
    switch self {
    case .add: "add-computers"
    case .remove: "remove-computers"
    case .state(_, let isSwitched): isSwitched ? "state-switched" : "unstate-switched"
    case .stateInformed(let day): day == nil ? "unstate-informed" : "state-informed"
    }
  }
}
