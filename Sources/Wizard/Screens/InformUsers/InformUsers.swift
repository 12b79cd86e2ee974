import Migration

/// What the pages of step 4 show.
package struct InformUsersState: Sendable {
  /// The texts that the admin changed.
  package var texts: [OwnMessageText] = []
  /// Who gets a message, and who does not, as asked last; nil before.
  package var audience: MessageAudience?
  /// The group that it is of; nil for all.
  package var group: String?
  /// A message as somebody gets it; nil before it is asked for.
  package var preview: MessagePreview?
  /// What the hand-over that was asked for last is beside its people; nil before.
  package var terms: (number: Int, terms: MessageTerms)?
  /// People with what they were told; empty before it is asked for.
  package var informed: [InformedPerson] = []
  /// Makes the state of a start.
  package init() {}
}

/// A message as a person gets it.
package struct MessagePreview: Hashable, Sendable {
  /// What it is about.
  package var kind: MessageKind
  /// The person.
  package var person: MessagePerson
  /// The subject.
  package var subject: String
  /// The plain text.
  package var text: String
  /// The same as HTML.
  package var html: String
  /// What is wrong with it, so that it cannot leave; nil for nothing.
  package var fault: MessageFault?

  /// Makes a preview.
  package init(
    kind: MessageKind, person: MessagePerson, subject: String = "", text: String = "",
    html: String = "", fault: MessageFault? = nil
  ) {
    self.kind = kind
    self.person = person
    self.subject = subject
    self.text = text
    self.html = html
    self.fault = fault
  }
}

/// What a hand-over of messages is to hold, and where its files go.
package struct MessageHandOverOrder: Hashable, Sendable {
  /// What they are, and whom they are from.
  package var terms: MessageTerms
  /// The group whose people they go to; nil for all.
  package var group: String?
  /// The folder for the files.
  package var folder: String

  /// Makes an order.
  package init(terms: MessageTerms, group: String?, folder: String) {
    self.terms = terms
    self.group = group
    self.folder = folder
  }
}

/// What the pages of step 4 ask to be carried out.
package enum InformUsersEffect: Sendable {
  /// Read the texts that the admin changed.
  case readTexts
  /// Read who gets a message of a kind, of a group or of all.
  case readAudience(MessageKind, group: String?)
  /// Read people with what they were told.
  case readInformed
  /// Make a message as a person gets it, with the day that it tells.
  case preview(MessageKind, UserID, day: Day?)
  /// Read what a hand-over is beside its people.
  case readTerms(Int)
  /// Read messages that came back, in a file or in a folder of files.
  case readBounces(path: String)
  /// Write the files of a hand-over and keep it.
  case handOver(MessageHandOverOrder)

  /// How it is carried out.
  var nature: Effect.Nature {
    switch self {
    case .readTexts, .readAudience, .readInformed, .preview, .readTerms: .immediate
    case .readBounces: .long(LongWork(.readingFile), writes: true)
    case .handOver: .long(LongWork(.writingHandOver), writes: true)
    }
  }
}

/// What came of what the pages of step 4 asked.
package enum InformUsersAnswer: Sendable {
  /// The texts that the admin changed.
  case texts([OwnMessageText])
  /// Who gets a message, and who does not.
  case audience(MessageAudience, group: String?)
  /// People with what they were told.
  case informed([InformedPerson])
  /// A message as a person gets it.
  case preview(MessagePreview)
  /// What a hand-over is beside its people.
  case terms(Int, MessageTerms)

  /// Puts it where it belongs.
  func reduce(_ state: inout State) -> [Effect] {
    switch self {
    case .texts(let texts): state.informUsers.texts = texts
    case .audience(let audience, let group):
      state.informUsers.audience = audience
      state.informUsers.group = group
    case .informed(let people): state.informUsers.informed = people
    case .preview(let preview): state.informUsers.preview = preview
    case .terms(let number, let terms): state.informUsers.terms = (number, terms)
    }
    return []
  }
}

/// The texts of messages, those of the program and those that the admin changed.
enum MessageTexts {
  /// The text of a kind in a language, and whether the admin changed it.
  static func text(
    _ kind: MessageKind, _ language: String, _ state: State
  ) -> (text: MessageText, isOwn: Bool) {
    let own = state.informUsers.texts.first { $0.kind == kind && $0.language == language }
    if let own { return (own.text, true) }
    return (standard(kind, language, state), false)
  }

  /// The text that the program has.
  static func standard(_ kind: MessageKind, _ language: String, _ state: State) -> MessageText {
    guard let texts = state.languages.first(where: { $0.language.code == language }) else {
      return MessageText(subject: "", body: "")
    }
    let words = Words(texts, screen: kind.name)
    return MessageText(subject: words("title"), body: words("messages.text"))
  }

  /// The day that messages tell where nobody says another: the start date, and for a switch tomorrow
  /// where that is over.
  static func day(_ kind: MessageKind, _ state: State) -> Day? {
    state.setup.startDate.map { kind == .switchOver ? max($0, state.moment.day + 1) : $0 }
  }
}
