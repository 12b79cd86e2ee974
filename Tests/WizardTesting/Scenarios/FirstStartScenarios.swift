/// The first day: from nothing to a file for the portal.
package enum FirstStartScenarios {
  /// The stories.
  package static let all = [firstStart, notYet, missingName]

  static let firstStart = Scenario(
    "An admin starts, adds one person and hands her over to the portal as a file",
    start: .firstStart, isForTerminals: true
  ) { admin in
    try admin.expect(screen: "0.1")
    try admin.expect(focus: "New migration")
    try admin.press(.enter)

    try admin.expect(screen: "0.2")
    try admin.expect(focus: "Organisation")
    try admin.fill("Brugman Ingenieurs")
    try admin.fill("Brugman Ingenieurs - 4417")
    try admin.type("1-1-2025")
    try admin.expect(see: "31 January 2025")
    try admin.press(.function(10))

    try admin.expect(screen: "0")
    try admin.expect(see: "overstap · Brugman Ingenieurs")
    try admin.expect(see: "There are no users yet")
    try admin.expect(total: 0)
    try admin.press(.enter)
    try admin.expect(screen: "1")
    try admin.expect(focus: "Prepare")
    try admin.press(.enter)
    try admin.expect(screen: "1.1")
    try admin.expect(focus: "Invite users")
    try admin.press(.enter)

    try admin.expect(screen: "1.2")
    try admin.expect(focus: "First name")
    try admin.fill("Ann")
    try admin.fill("de Vries, ing.")
    try admin.type("ann.devries@example.com")
    try admin.press(.function(10))
    try admin.expect(see: "Added.")
    try admin.expect(focus: "First name")
    try admin.expect(total: 1)
    try admin.press(.escape)

    try admin.expect(screen: "1.1")
    try admin.expect(see: "Ann de Vries, ing.")
    try admin.press(.tab)
    try admin.expect(focus: "Hand-over: 1")
    try admin.press(.enter)
    try admin.expect(screen: "1.8")
    try admin.expect(focus: "Folder for the files")
    try admin.press(.control("u"))
    try admin.type(admin.folder)
    try admin.press(.enter)

    try admin.expect(screen: "1.9")
    try admin.expect(see: "Hand-over no. 1")
    try admin.press(.backTab)
    try admin.expect(focus: "Done")
    try admin.expect(total: 1, stated: 0)
    let file = try admin.text(ofFile: "overstap-hand-over-1/01-invite-1.csv")
    let rows = file.split(separator: "\r\n", omittingEmptySubsequences: false)
    try admin.expect("a header and one quoted row in the file: \(rows)") { _ in
      rows.count == 3 && rows[1].contains(#""de Vries, ing.""#)
        && rows[1].contains("ann.devries@example.com") && rows[2].isEmpty
    }
    try admin.press(.enter)
    try admin.expect(see: "1 person stated as done.")
    try admin.expect(total: 1, stated: 1)
  }

  static let notYet = Scenario(
    "Before the start date the overview says from when a step is open", start: .firstStart
  ) { admin in
    try admin.press(.enter)
    try admin.fill("Brugman Ingenieurs")
    try admin.fill("Brugman Ingenieurs - 4417")
    try admin.type("2098-05-04")
    try admin.press(.function(10))
    try admin.expect(screen: "0")
    try admin.expect(see: "from 4 May 2098")
    try admin.press(.enter)
    try admin.expect(see: "4 May 2098, the start date")
    try admin.expect(focus: "Prepare")
  }

  static let missingName = Scenario(
    "A question that has to be answered is named, and going back is never held up",
    start: .firstStart
  ) { admin in
    try admin.press(.enter)
    try admin.expect(screen: "0.2")
    try admin.press(.function(10))
    try admin.expect(screen: "0.2")
    try admin.expect(see: "Fill in the name of the organisation.")
    try admin.expect(focus: "Organisation")
    try admin.press(.escape)
    try admin.expect(screen: "0.1")
  }
}
