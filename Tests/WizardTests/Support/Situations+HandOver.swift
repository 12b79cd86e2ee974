import Migration
import Widgets
import WizardTesting

@testable import Wizard

/// Handing over: a selection, what the portal found, and somebody who may not use the portal.
extension Situations {
  static let handingOver = [
    Situation("hand-over-users", "for chosen people") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("user-table")
      try wizard.press(.character(" "), .character(" "), .character("o"))
      return wizard.state
    },
    Situation("hand-over", "with another number found") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("hand-over", "3")
      try wizard.fill("found", "1")
      try wizard.press(.function(10))
      return wizard.state
    },
    Situation("hand-over", "stated with another number found") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("hand-over", "3")
      try wizard.fill("found", "1")
      try wizard.press(.function(10), .function(10))
      return wizard.state
    },
    Situation("hand-over", "with no number found") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("hand-over", "3")
      try wizard.fill("found", "two")
      try wizard.press(.function(10))
      return wizard.state
    },
    Situation("hand-over", "for a system administrator") { language in
      try forAnother(language).state
    },
    Situation("hand-over", "for a system administrator without an address") { language in
      var wizard = try forAnother(language)
      try wizard.focus("message")
      try wizard.press(.enter)
      return wizard.state
    },
    Situation("user-table", "with directory sync") { language in
      var wizard = try Rehearsal.small(language)
      wizard.state.summary.setup?.directory = .sync
      wizard.state.visits = Flow.wayTo(Visit("user-table"))
      _ = reduce(&wizard.state, .moment(wizard.state.moment))
      try wizard.press(.character("o"))
      return wizard.state
    },
  ]

  private static func forAnother(_ language: String) throws -> Rehearsal {
    var wizard = try Rehearsal.organisation(language) { file throws(ChangeRefusal) in
      try Fixtures.fillSmallOrganisation(file, language: language)
      var setup = Fixtures.setup(language: language)
      setup.role = .systemAdministrator
      _ = try file.apply(.setUp(setup), at: Fixtures.now)
    }
    try wizard.jump("hand-over", "3")
    return wizard
  }
}
