import Canvas
import Migration
import SessionFile
import WizardTesting

@testable import Wizard

extension Situations {
  /// The pages of step 4.
  static let informUsers = [
    Situation("message-list") { try informing($0, "message-list").state },
    Situation("message-list", "with a text of our own") { language in
      try informing(language, "message-list", own: true).state
    },
    Situation("edit-message") { language in
      try informing(language, "message-list", keys: [.down, .down, .enter], own: true).state
    },
    Situation("edit-message", "of none") { language in
      var wizard = try informing(language, "message-list")
      wizard.state.visits.append(Visit("edit-message", "nothing/nl"))
      wizard.state.memory.focus = "cancel"
      return wizard.state
    },
    Situation("message-people") { language in
      var wizard = try informing(language, "message-people")
      try wizard.focus("message-kind")
      try wizard.press(.right)
      return wizard.state
    },
    Situation("preview-message") { try previewed($0, nil).state },
    Situation("preview-message", "as HTML") { language in
      var wizard = try previewed(language, nil)
      try wizard.focus("mail-part")
      try wizard.press(.right)
      return wizard.state
    },
    Situation("preview-message", "with a fault") { language in
      try previewed(language, .emptyValue(.day)).state
    },
    Situation("preview-message", "of none") { language in
      var wizard = try informing(language, "message-list")
      wizard.state.visits.append(Visit("preview-message", "nothing/1"))
      wizard.state.memory.focus = "cancel"
      return wizard.state
    },
    Situation("hand-over-messages") { try informing($0, "hand-over-messages").state },
    Situation("hand-over-messages", "with nobody") { language in
      var wizard = try informing(language, "hand-over-messages")
      try wizard.focus("message-kind")
      try wizard.press(.right)
      return wizard.state
    },
    Situation("message-hand-over") { language in
      var wizard = try informing(language, "hand-over-messages")
      try wizard.focus("hand-overs")
      try wizard.press(.enter)
      return wizard.state
    },
    Situation("message-hand-over", "that is gone") { language in
      var wizard = try informing(language, "hand-over-messages")
      try wizard.focus("hand-overs")
      try wizard.press(.enter)
      wizard.state.summary.handOvers = []
      wizard.state.memory.focus = "cancel"
      return wizard.state
    },
    Situation("prove-messages") { try informing($0, "prove-messages").state },
    Situation("prove-messages", "with the bare word, to chase") { language in
      var wizard = try informing(language, "prove-messages")
      try wizard.perform([.apply(.informUsers(.stateInformed(Fixtures.now.day)))])
      wizard.state.notice = nil
      try wizard.press(.character("z"))
      return wizard.state
    },
  ]

  /// A message as the first person gets it.
  private static func previewed(_ language: String, _ fault: MessageFault?) throws -> Rehearsal {
    var wizard = try informing(language, "message-people", keys: [.enter])
    let person = MessagePerson(
      id: UserID(1), details: Fixtures.people[0], products: ["AutoCAD"], computers: ["LT-0031"])
    let (kind, name) = (MessageKind.announcement, person.details.firstName)
    wizard.state.visits[wizard.state.visits.count - 1] = Visit("preview-message", "\(kind.name)/1")
    try wizard.answer(
      .informUsers(
        .preview(
          MessagePreview(
            kind: kind, person: person, subject: "AutoCAD",
            text: "\(name),\n\n1  Sign in: hpotter@example.com, NEXT.\n2  Welcome: SIGN IN.\n",
            html: "<p>\(name),</p>\n<ol>\n<li>Sign in</li>\n</ol>\n", fault: fault))))
    return wizard
  }

  /// The small organisation with seats that are stated, one announcement that went to all of them, and a
  /// switch-over message to the pilot of a week ago.
  static func informing(
    _ language: String, _ screen: String, keys: [Key] = [], own: Bool = false
  ) throws -> Rehearsal {
    var wizard = try Rehearsal.organisation(language) { file throws(ChangeRefusal) in
      try Fixtures.fillSmallOrganisation(file, language: language)
      try Fixtures.fillMessages(file)
      if own {
        let text = MessageText(subject: "{products}", body: "{first-name}\n\n{sign-in}\n")
        _ = try file.apply(
          .informUsers(.saveText(.switchOver, language: "en", text)), at: Fixtures.now)
      }
    }
    try wizard.jump(screen)
    for key in keys { try wizard.press(key) }
    return wizard
  }
}
