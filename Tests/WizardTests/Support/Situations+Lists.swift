import Migration
import Widgets
import WizardTesting

@testable import Wizard

/// Looking a list through: single rows, other readings, decisions.
extension Situations {
  static let lists = [
    Situation("review-row") { try row($0, "3").state },
    Situation("review-row", "that is new") { try row($0, "0").state },
    Situation("review-row", "that is doubtful") { try row($0, "4").state },
    Situation("review-row", "of somebody under another address") { try row($0, "5").state },
    Situation("review-row", "that is refused") { try row($0, "6").state },
    Situation("review-row", "tried with an error") { language in
      var wizard = try row(language, "6")
      try wizard.press(.function(10))
      return wizard.state
    },
    Situation("review-row", "of a paste") { language in
      var wizard = try pasted(language)
      try wizard.focus("rows")
      try wizard.press(.enter)
      return wizard.state
    },
    Situation("review-row", "that is gone") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("review-row", "7")
      return wizard.state
    },
    Situation("review-users", "of a paste, with how each was understood") { language in
      try pasted(language).state
    },
    Situation("review-users", "with decisions") { language in
      var wizard = try reviewing(language)
      try wizard.focus("rows")
      try wizard.press(.character("t"), .character("w"))
      try wizard.focus("kind-changed")
      try wizard.press(.enter)
      try wizard.focus("rows")
      try wizard.press(.character("t"))
      return wizard.state
    },
    Situation("review-users", "decided by kind") { language in
      var wizard = try reviewing(language)
      try wizard.focus("rows")
      try wizard.press(.character("W"))
      return wizard.state
    },
    Situation("read-list") { try readingList($0).state },
    Situation("read-list", "with another column chosen") { language in
      var wizard = try readingList(language)
      try wizard.press(.end, .enter)
      try wizard.focus("column-login")
      try wizard.press(.enter)
      return wizard.state
    },
    Situation("read-list", "that is gone") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("read-list")
      return wizard.state
    },
    Situation("map-column") { language in
      var wizard = try readingList(language)
      try wizard.press(.enter)
      return wizard.state
    },
    Situation("map-column", "that is gone") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("map-column", "7")
      return wizard.state
    },
    Situation("user-page", "with another address of somebody in the portal") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("user-page", "1")
      try wizard.fill("address", "harry@example.com")
      try wizard.press(.function(10))
      return wizard.state
    },
  ]

  private static func row(_ language: String, _ place: String) throws -> Rehearsal {
    var wizard = try reviewing(language)
    try wizard.perform(Navigation.follow("row", about: place, &wizard.state))
    _ = reduce(&wizard.state, .moment(wizard.state.moment))
    return wizard
  }

  private static func readingList(_ language: String) throws -> Rehearsal {
    var wizard = try reviewing(language)
    try wizard.focus("rows")
    try wizard.press(.character("h"))
    return wizard
  }

  private static func pasted(_ language: String) throws -> Rehearsal {
    var wizard = try Rehearsal.small(language)
    try wizard.jump("invite-multiple")
    try wizard.take(
      .paste(
        "Anna Jansen <a.jansen@example.com>; \"Oud, Bas\" <b.oud@example.com>\n"
          + "Luna, de Wit, luna@example.com\ni.post@example.com\n"))
    try wizard.press(.function(10))
    return wizard
  }
}
