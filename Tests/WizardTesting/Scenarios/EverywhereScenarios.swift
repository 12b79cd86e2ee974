import Canvas

/// What works on every screen.
package enum EverywhereScenarios {
  /// The stories.
  package static let all = [languages, resizeInDialog, mask, help, goTo, leave, stay]

  static let languages = Scenario(
    "Dutch to English and back, on the spot", start: .organisation, language: "nl",
    isForTerminals: true
  ) { admin in
    try admin.expect(see: "scherm 0")
    try admin.expect(see: "Overzicht")
    try admin.press(.character("l"))
    try admin.expect(see: "screen 0")
    try admin.expect(see: "Overview")
    try admin.press(.enter)
    try admin.expect(see: "Create users")
    try admin.press(.character("l"))
    try admin.expect(see: "Gebruikers aanmaken")
  }

  static let resizeInDialog = Scenario(
    "A dialog survives every size with what was typed in it", start: .organisation,
    isForTerminals: true
  ) { admin in
    try admin.go(to: "1.2")
    try admin.fill("Willem")
    try admin.fill("van der Meer")
    try admin.type("w.vandermeer@exam")
    try admin.resize(Size(width: 60, height: 16))
    try admin.expect(see: "w.vandermeer@exam")
    try admin.expect(focus: "Email address")
    try admin.resize(Size(width: 40, height: 10))
    try admin.expect(see: "w.vandermeer@exam")
    try admin.resize(Size(width: 20, height: 4))
    try admin.expect(see: "terminal is too")
    try admin.resize(Size(width: 132, height: 43))
    try admin.expect(see: "[Willem")
    try admin.resize(Size(width: 80, height: 24))
    try admin.type("ple.com")
    try admin.expect(see: "w.vandermeer@example.com")
    try admin.expect(focus: "Email address")
  }

  static let mask = Scenario(
    "With names hidden no name is seen, and the row can still be told", start: .organisation
  ) { admin in
    try admin.go(to: "1.1")
    try admin.expect(see: "Luna Lovegood")
    try admin.press(.character("m"))
    try admin.expect(see: "NAMES HIDDEN")
    try admin.expect(notSee: "Lovegood")
    try admin.expect(notSee: "llovegood@example.com")
    try admin.expect(see: "L•••")
    try admin.press(.character("m"))
    try admin.expect(see: "Luna Lovegood")
  }

  static let help = Scenario(
    "Help says what the screen behind it is for, and goes back to it", start: .organisation
  ) { admin in
    try admin.go(to: "1.1")
    try admin.press(.character("?"))
    try admin.expect(screen: "0.5")
    try admin.expect(see: "screen 1.1")
    try admin.expect(see: "This is the list of everyone who is to be in the team.")
    try admin.press(.escape)
    try admin.expect(screen: "1.1")
  }

  static let goTo = Scenario(
    "A few letters of a screen go there", start: .organisation
  ) { admin in
    try admin.press(.character(":"))
    try admin.expect(screen: "0.4")
    try admin.type("prove")
    try admin.expect(see: "Prove step 1")
    try admin.press(.enter)
    try admin.expect(screen: "1.10")
    try admin.press(.escape)
    try admin.expect(screen: "1")
    try admin.press(.escape)
    try admin.expect(screen: "0")
  }

  static let leave = Scenario(
    "Ctrl-C asks, says that all is saved, and leaves", start: .organisation
  ) { admin in
    try admin.press(.control("c"))
    try admin.expect(screen: "0.9")
    try admin.expect(see: "Everything is saved.")
    try admin.expect(focus: "Leave")
    try admin.press(.enter)
    try admin.expectEnd()
  }

  static let stay = Scenario(
    "Whoever does not want to leave is back where he or she was", start: .organisation
  ) { admin in
    try admin.go(to: "1.2")
    try admin.type("Wil")
    try admin.press(.control("c"))
    try admin.expect(screen: "0.9")
    try admin.press(.escape)
    try admin.expect(screen: "1.2")
    try admin.expect(see: "[Wil")
    try admin.expect(focus: "First name")
  }
}
