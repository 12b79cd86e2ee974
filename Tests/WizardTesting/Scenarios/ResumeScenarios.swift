/// Closing the lid at any moment and going on where one was.
package enum ResumeScenarios {
  /// The stories.
  package static let all = [
    halfTypedField, sameRow, undoAfterRestart, pasted, leftWithText, leftAndAdded, review,
    reviewOfPaste, reviewOfOtherFile,
  ]

  static let halfTypedField = Scenario(
    "A killed program comes back to the same screen and the same half-typed field",
    start: .organisation, isForTerminals: true
  ) { admin in
    try admin.go(to: "1.2")
    try admin.fill("Willem")
    try admin.type("van der Me")
    try admin.expect(see: "van der Me")
    try admin.restart()
    try admin.expect(screen: "1.2")
    try admin.expect(see: "[Willem")
    try admin.expect(focus: "Last name")
    try admin.type("er")
    try admin.expect(see: "[van der Meer")
    try admin.press(.escape)
    try admin.expect(screen: "1.1")
  }

  static let sameRow = Scenario(
    "A killed program comes back to the same row", start: .organisation
  ) { admin in
    try admin.go(to: "1.1")
    try admin.press(.down, times: 3)
    try admin.expect(focus: "Fatima El Idrissi")
    try admin.restart()
    try admin.expect(screen: "1.1")
    try admin.expect(focus: "Fatima El Idrissi")
  }

  static let undoAfterRestart = Scenario(
    "What was done before a kill can be undone after it", start: .organisation
  ) { admin in
    try admin.go(to: "1.1")
    try admin.press(.character("d"))
    try admin.expect(see: "1 person out of the list.")
    try admin.restart()
    try admin.expect(notSee: "Zoë Ćosić")
    try admin.press(.character("u"))
    try admin.expect(see: "Zoë Ćosić")
    try admin.press(.character("U"))
    try admin.expect(notSee: "Zoë Ćosić")
  }

  static let pasted = Scenario(
    "A paste that was not looked through yet is there after a kill", start: .emptyOrganisation
  ) { admin in
    try admin.go(to: "1.3")
    try admin.paste("Ann de Vries <ann@example.com>\nBas Oud <bas@example.com>")
    try admin.restart()
    try admin.expect(screen: "1.3")
    try admin.expect(see: "Ann de Vries <ann@example.com>")
    try admin.expect(see: "Bas Oud <bas@example.com>")
  }

  static let leftWithText = Scenario(
    "What was typed on screens that were left is there after a kill", start: .organisation
  ) { admin in
    try admin.go(to: "1.3")
    try admin.paste("Ann de Vries <ann@example.com>\nBas Oud <bas@example.com>")
    try admin.press(.escape)
    try admin.expect(screen: "1.1")
    try admin.go(to: "1.2")
    try admin.fill("Willem")
    try admin.press(.escape)
    try admin.restart()
    try admin.expect(screen: "1.1")
    try admin.go(to: "1.2")
    try admin.expect(see: "[Willem")
    try admin.go(to: "1.3")
    try admin.expect(see: "Ann de Vries <ann@example.com>")
    try admin.expect(see: "Bas Oud <bas@example.com>")
  }

  static let leftAndAdded = Scenario(
    "What was added or called off does not come back after a kill", start: .organisation
  ) { admin in
    try admin.go(to: "1.2")
    try admin.fill("Willem")
    try admin.fill("Oud")
    try admin.fill("w.oud@example.com")
    try admin.press(.function(10))
    try admin.expect(see: "Added.")
    try admin.go(to: "1.3")
    try admin.paste("Bas Oud <bas@example.com>")
    try admin.press(.tab, .tab)
    try admin.expect(focus: "Cancel")
    try admin.press(.enter)
    try admin.expect(screen: "0.7")
    try admin.press(.tab, .enter)
    try admin.expect(screen: "1.1")
    try admin.restart()
    try admin.go(to: "1.2")
    try admin.expect(notSee: "[Willem")
    try admin.go(to: "1.3")
    try admin.expect(notSee: "bas@example.com")
  }

  /// A list with two doubtful rows.
  private static let list = """
    First name,Last name,Email
    Ann,Vries,ann@example.com
    Karel7,Oud,koud@example.com
    Mies9,Kok,mkok@example.com

    """

  static let review = Scenario(
    "A list that is being looked through comes back with what was decided, after a kill and after Esc",
    start: .organisation
  ) { admin in
    let path = try admin.put(list, as: "list.csv")
    try admin.go(to: "1.4")
    try admin.type(path)
    try admin.press(.enter)
    try admin.expect(screen: "1.5")
    try admin.expect(see: "doubtful 2")
    try admin.press(.backTab)
    try admin.press(.character("w"))
    try admin.expect(see: "doubtful 1")
    try admin.restart()
    try admin.expect(screen: "1.5")
    try admin.expect(see: "doubtful 1")
    try admin.press(.escape)
    try admin.expect(screen: "1.4")
    try admin.restart()
    try admin.expect(screen: "1.4")
    try admin.press(.enter)
    try admin.expect(screen: "1.5")
    try admin.expect(see: "doubtful 1")
    try admin.expect(see: "still stands")
  }

  static let reviewOfPaste = Scenario(
    "A paste that is being looked through comes back with what was decided, after leaving",
    start: .organisation
  ) { admin in
    try admin.go(to: "1.3")
    try admin.paste("Ann de Vries <ann@example.com>\nKarel7 Oud <koud@example.com>")
    try admin.press(.function(10))
    try admin.expect(screen: "1.5")
    try admin.expect(see: "doubtful 1")
    try admin.press(.backTab)
    try admin.press(.character("t"))
    try admin.expect(see: "new 2")
    try admin.press(.control("c"))
    try admin.expect(see: "You come back to this very screen.")
    try admin.press(.control("c"))
    try admin.restart()
    try admin.expect(screen: "1.5")
    try admin.expect(see: "new 2")
  }

  static let reviewOfOtherFile = Scenario(
    "A list that was changed meanwhile has to be read again, and that is said", start: .organisation
  ) { admin in
    let path = try admin.put(list, as: "list.csv")
    try admin.go(to: "1.4")
    try admin.type(path)
    try admin.press(.enter)
    try admin.expect(screen: "1.5")
    try admin.press(.backTab)
    try admin.press(.character("w"))
    try admin.expect(see: "doubtful 1")
    _ = try admin.put(list + "Bas,Oud,bas@example.com\n", as: "list.csv")
    try admin.restart()
    try admin.expect(screen: "1.4")
    try admin.expect(see: "is another file now")
    try admin.press(.enter)
    try admin.expect(screen: "1.5")
    try admin.expect(see: "doubtful 2")
  }
}
