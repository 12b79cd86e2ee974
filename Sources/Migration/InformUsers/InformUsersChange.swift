/// What can be written about who was told of the change.
package enum InformUsersChange: Sendable {
  /// The admin says that everyone was informed by a day; nil takes it back.
  case stateInformed(Day?)

  /// What its changes are called.
  package enum Name: String, CaseIterable, Sendable {
    case stateInformed = "state-informed"
    case unstateInformed = "unstate-informed"
  }

  /// Its name in the journal and in the words of the screens.
  package var name: Name {
    switch self {
    case .stateInformed(let day): day == nil ? .unstateInformed : .stateInformed
    }
  }
}
