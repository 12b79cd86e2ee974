/// Closing the lid at any moment and going on where one was.
package enum ResumeScenarios {
  /// The stories.
  package static let all = [
    halfTypedField, sameRow, undoAfterRestart, pasted, leftWithText, leftAndAdded,
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
    try admin.press(.tab)
    try admin.press(.enter)
    try admin.expect(screen: "1.1")
    try admin.restart()
    try admin.go(to: "1.2")
    try admin.expect(notSee: "[Willem")
    try admin.go(to: "1.3")
    try admin.expect(notSee: "bas@example.com")
  }
}
