/// What can be written about who was told of the change.
package enum InformUsersChange: Sendable {
  /// The admin says that everyone was informed by a day; nil takes it back.
  case stateInformed(Day?)
  /// A message has another text in a language; nil brings back the one of the program.
  case saveText(MessageKind, language: String, MessageText?)
  /// A hand-over of messages whose files are written.
  case handOver(HandOver, [UserID], MessageTerms)

  /// Messages came back.
  case takeBounces([Bounce])

  /// What its changes are called.
  package enum Name: String, CaseIterable, Sendable {
    case stateInformed = "state-informed"
    case unstateInformed = "unstate-informed"
    case saveMessage = "save-message"
    case resetMessage = "reset-message"
    case handOverMessages = "hand-over-messages"
    case takeBounces = "take-bounces"
  }

  /// Its name in the journal and in the words of the screens.
  package var name: Name {
    switch self {
    case .stateInformed(let day): day == nil ? .unstateInformed : .stateInformed
    case .saveText(_, _, let text): text == nil ? .resetMessage : .saveMessage
    case .handOver: .handOverMessages
    case .takeBounces: .takeBounces
    }
  }
}
