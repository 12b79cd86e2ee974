/// What a message to users is about.
package enum MessageKind: Int, CaseIterable, Sendable {
  /// What is going to change; may go before the new subscription begins.
  case announcement = 1
  /// That a person's products are about to ask for a sign-in, and how that goes.
  case switchOver = 2
  /// That somebody who was told, and whose products went over, has not signed in yet.
  case reminder = 3

  /// Its name in files, on the command line and in the words of the screens.
  package var name: String {
    switch self {
    case .announcement: "announcement"
    case .switchOver: "switch-over"
    case .reminder: "reminder"
    }
  }

  /// The kind of that name; nil for none.
  package init?(name: some StringProtocol) {
    guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = kind
  }
}
