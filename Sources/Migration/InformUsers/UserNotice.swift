/// A message to a person: one for each kind, however often it goes.
package struct UserNotice: Hashable, Sendable {
  /// How far it is.
  package enum Standing: Int, CaseIterable, Sendable {
    /// Nobody wrote it.
    case none = 0
    /// It is in a hand-over of which nobody said that it went.
    case written = 1
    /// It went, as the admin or the mail program says.
    case stated = 2
    /// The person signed in since.
    case proven = 3
    /// It came back.
    case failed = 4

    /// Its name in files and in the words of the screens.
    package var name: String {
      switch self {
      case .none: "none"
      case .written: "written"
      case .stated: "stated"
      case .proven: "proven"
      case .failed: "failed"
      }
    }
  }

  /// How far it is.
  package var standing: Standing
  /// The day of the statement, of the sign-in or of what came back; nil before.
  package var since: Day?
  /// Why it came back; empty for nothing that was said.
  package var reason: String

  /// Makes a notice.
  package init(_ standing: Standing = .none, since: Day? = nil, reason: String = "") {
    self.standing = standing
    self.since = since
    self.reason = reason
  }
}

/// A person with the messages to that person.
package struct InformedPerson: Hashable, Sendable {
  /// The person.
  package var person: MessagePerson
  /// The messages by kind; those that nobody wrote are left out.
  package var notices: [MessageKind: UserNotice] = [:]
  /// The last day on which the person is known to have used a product or to have accepted; nil for none.
  package var signedIn: Day?
  /// Whether all that is known of the person's products on computers went over; true where nothing is.
  package var isSwitched = true

  /// Makes a person.
  package init(_ person: MessagePerson) { self.person = person }

  /// The message of a kind; proven where the person signed in since it went.
  package func notice(_ kind: MessageKind) -> UserNotice {
    guard var notice = notices[kind] else { return UserNotice() }
    if notice.standing == .stated, let signedIn, let since = notice.since, signedIn >= since {
      notice = UserNotice(.proven, since: signedIn)
    }
    return notice
  }

  /// Days after which somebody who was told and has not signed in is reminded.
  package static let patience = 5

  /// Whether the person was told of the switch so many days ago, the products went over, and nobody
  /// signed in since.
  package func isToChase(today: Day, after days: Int = patience) -> Bool {
    let told = notice(.switchOver)
    guard told.standing == .stated, isSwitched, let since = told.since else { return false }
    return today - since >= days
  }
}

/// What is said of messages in a summary.
package struct MessagesSummary: Hashable, Sendable {
  /// Messages that are written, and of which nobody said that they went.
  package var written = 0
  /// People whose message came back.
  package var failed = 0
  /// People with a seat who were not told of the switch.
  package var untold = 0
  /// People to remind today.
  package var toChase = 0

  /// Nothing.
  package init() {}

  /// What waits of step 4.
  package var toDo: [ToDo] {
    [
      ToDo(.failedMessages, step: .informUsers, count: failed, isUrgent: true),
      ToDo(.chaseUsers, step: .informUsers, count: toChase),
      ToDo(.confirmMessages, step: .informUsers, count: written),
      ToDo(.tellUsers, step: .informUsers, count: untold),
    ].filter { $0.count > 0 }
  }
}

/// What a hand-over of messages is beside its people.
package struct MessageTerms: Hashable, Sendable {
  /// What they are about.
  package var kind: MessageKind
  /// The day that they tell; nil for none.
  package var day: Day?
  /// Whom they are from: an address, or a name and the address in angle brackets; empty while the mail
  /// program fills that in.
  package var sender: String
  /// Where answers go; empty for the sender.
  package var replyTo: String

  /// Makes terms.
  package init(_ kind: MessageKind, day: Day? = nil, sender: String = "", replyTo: String = "") {
    self.kind = kind
    self.day = day
    self.sender = sender
    self.replyTo = replyTo
  }
}

/// A text that the admin changed.
package struct OwnMessageText: Hashable, Sendable {
  /// What it is about.
  package var kind: MessageKind
  /// The language, by its code.
  package var language: String
  /// The text.
  package var text: MessageText

  /// Makes a text.
  package init(kind: MessageKind, language: String, text: MessageText) {
    self.kind = kind
    self.language = language
    self.text = text
  }
}
