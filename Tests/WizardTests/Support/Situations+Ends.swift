import Migration

@testable import Wizard

/// How a migration ends: closed steps, forgotten people.
extension Situations {
  static let ends = [
    Situation("close-step") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("close-step", Step.informUsers.id)
      return wizard.state
    },
    Situation("close-step", "of a step that is closed") { language in
      var wizard = try ended(language, [.informUsers])
      try wizard.jump("close-step", Step.informUsers.id)
      return wizard.state
    },
    Situation("close-step", "of no step") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("close-step")
      return wizard.state
    },
    Situation("overview", "with a closed step under the cursor") { language in
      var wizard = try ended(language, [.createUsers])
      try wizard.jump("overview")
      return wizard.state
    },
    Situation("overview", "with all steps at their end") { language in
      var wizard = try ended(language, Step.allCases)
      try wizard.jump("overview")
      return wizard.state
    },
    Situation("inform-users", "closed") { language in
      var wizard = try ended(language, [.informUsers])
      try wizard.jump("inform-users")
      return wizard.state
    },
    Situation("forget") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("forget")
      wizard.state.outside = [
        "/home/jan/Downloads/overstap-hand-over-1/01-invite-1.csv",
        "/home/jan/Downloads/overstap-report-2027-01-14.html",
      ]
      return wizard.state
    },
    Situation("forget", "with the people forgotten") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.perform([.forget])
      try wizard.jump("forget")
      return wizard.state
    },
  ]

  private static func ended(_ language: String, _ steps: [Step]) throws -> Rehearsal {
    var wizard = try Rehearsal.small(language)
    let day = wizard.state.moment.day
    for step in steps {
      try wizard.perform([.apply(.closeStep(step, reason: "Elsewhere", on: day))])
    }
    return wizard
  }
}
