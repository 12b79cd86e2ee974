import Canvas

/// What documents of the portal prove: from the file to the mark in the table.
package enum ProofScenarios {
  /// The stories.
  package static let all = [
    export, takenBack, portalOnly, otherTeam, masked, resend, anywhere, usageReport,
  ]

  private static let header =
    "first_name,last_name,email,autodesk_id,team_alias,role,account_status,offering_name,"
    + "product_name\n"
  private static let team = "Brugman Ingenieurs - 4417"
  private static let harry = "Harry,Potter,HPOTTER@example.com,A1,\(team),User,Active,Maya,Maya\n"
  private static let ron = "Ron,Weasley,rweasley@example.com,A3,\(team),User,Pending,,\n"

  /// Reads a file from anywhere, and stands on the page that looks at it.
  private static func read(
    _ text: String, as name: String, _ admin: inout any ScenarioDriver
  ) throws {
    let path = try admin.put(text, as: name)
    try admin.press(.character("b"))
    try admin.expect(screen: "0.6")
    try admin.press(.control("u"))
    try admin.type(path)
    try admin.press(.enter)
  }

  /// Says of which day the export is and that it is of the whole team, and takes it up.
  private static func takeUp(_ day: String, _ admin: inout any ScenarioDriver) throws {
    try fillIn(day, &admin)
    try admin.press(.function(10))
    try passSeats(&admin)
    try admin.expect(screen: "1.10")
  }

  /// Passes the seats of a product that is not here yet.
  private static func passSeats(_ admin: inout any ScenarioDriver) throws {
    try admin.expect(screen: "2.17")
    try admin.expect(see: "Maya")
    try admin.expect(see: "which product?")
    try admin.press(.function(10))
  }

  private static func fillIn(_ day: String, _ admin: inout any ScenarioDriver) throws {
    try admin.expect(screen: "1.11")
    try admin.expect(focus: "Is this export of the whole team, unfiltered?")
    try admin.press(.right, .right)
    try admin.press(.up)
    try admin.expect(focus: "Day of the export")
    try admin.press(.control("u"))
    try admin.type(day)
  }

  static let export = Scenario(
    "A Users export proves who is in it, pending and accepted apart", start: .organisation
  ) { admin in
    try read(header + harry + ron, as: "users.csv", &admin)
    try admin.expect(see: "2 people · 2 of them in your list · 2 newly proven")
    try admin.expect(see: "1 pending · 1 accepted")
    try admin.expect(total: 11, stated: 4)
    try takeUp("2027-01-12", &admin)
    try admin.expect(total: 11, stated: 4, proven: 2)
    try admin.expect(see: "Newly proven: 2")
    try admin.go(to: "1.1")
    try admin.expect(see: "● 12 Jan   accepted")
    try admin.expect(see: "● 12 Jan   pending")
    try admin.press(.character("u"))
    try admin.expect(total: 11, stated: 4)
    try admin.press(.character("U"))
    try admin.expect(total: 11, stated: 4, proven: 2)
  }

  static let takenBack = Scenario(
    "A newer export of the whole team without somebody takes the proof back", start: .organisation
  ) { admin in
    try read(header + harry + ron, as: "users-8.csv", &admin)
    try takeUp("2027-01-08", &admin)
    try read(header + harry, as: "users-12.csv", &admin)
    try fillIn("2027-01-12", &admin)
    try admin.expect(see: "Proof taken back   1 person")
    try admin.press(.function(10))
    try passSeats(&admin)
    try admin.expect(total: 11, stated: 3, proven: 1, failed: 1)
    try admin.expect(see: "taken back: 1")
    try admin.press(.escape, .escape)
    try admin.expect(screen: "0")
    try admin.expect(see: "1 user gone from the portal")
    try admin.expect(see: "2 stated, not in the portal")
    try admin.go(to: "1.1")
    try admin.expect(see: "× 12 Jan")
  }

  static let portalOnly = Scenario(
    "Somebody who is in the portal and not in the list is taken over with one key",
    start: .organisation
  ) { admin in
    try read(
      header + harry + "Draco,Malfidus,draco@example.com,A9,\(team),User,Verified,,\n",
      as: "users.csv", &admin)
    try admin.expect(see: "Not in your list   1 person")
    try takeUp("2027-01-12", &admin)
    try admin.press(.up, .right)
    try admin.expect(see: "Draco Malfidus")
    try admin.press(.down)
    try admin.press(.character("t"))
    try admin.expect(notSee: "Draco Malfidus")
    try admin.expect(total: 12, stated: 5, proven: 2)
    try admin.press(.character("u"))
    try admin.expect(see: "Draco Malfidus")
    try admin.expect(total: 11, stated: 4, proven: 1)
  }

  static let otherTeam = Scenario(
    "An export of another team proves nothing until the admin says that it is the right one",
    start: .organisation
  ) { admin in
    try read(
      header + "Harry,Potter,hpotter@example.com,A1,Zweinstein - 1,User,Active,,\n",
      as: "users.csv", &admin)
    try admin.expect(see: "None of these is Brugman Ingenieurs - 4417")
    try admin.press(.function(10))
    try admin.expect(see: "Say first which team is yours.")
    try admin.expect(focus: "Which team is yours?")
    try admin.press(.escape)
    try admin.expect(total: 11, stated: 4)
  }

  static let masked = Scenario(
    "An export with hidden names says what to do in the portal", start: .organisation
  ) { admin in
    try read(
      header + "*****,*****,*****,*****,\(team),User,Active,Maya,Maya\n", as: "users.csv", &admin)
    try admin.expect(see: "Names and addresses are hidden in this export")
    try admin.press(.enter)
    try admin.expect(screen: "0.6")
  }

  static let resend = Scenario(
    "What was sent again today is no work any more", start: .organisation
  ) { admin in
    try admin.expect(screen: "0")
    try admin.press(.tab, .tab)
    try admin.expect(focus: "4 invitations open for 7 days or more")
    try admin.press(.enter)
    try admin.expect(screen: "1.10")
    try admin.expect(see: "! 4 Jan, 10 days")
    try admin.press(.tab)
    try admin.expect(focus: "Sent again: 4")
    try admin.press(.enter)
    try admin.expect(see: "Sent again today: 4.")
    try admin.press(.escape)
    try admin.expect(screen: "0")
    try admin.expect(notSee: "invitations open for 7 days")
  }

  static let anywhere = Scenario(
    "A list of people added from anywhere leads to the check of step 1", start: .organisation
  ) { admin in
    try read(
      "Voornaam;Achternaam;E-mail\nDraco;Malfidus;draco@example.com\n", as: "lijst.csv", &admin)
    try admin.expect(screen: "1.5")
    try admin.expect(see: "Take over 1 new")
  }

  static let usageReport = Scenario(
    "A usage report proves who is in it, and takes nobody's proof back", start: .organisation,
    isForTerminals: true
  ) { admin in
    try read(
      "first_name,last_name,email,team_alias,offering_name,seat_assignment,last_accessed\n"
        + "Harry,Potter,hpotter@example.com,\(team),Maya,assigned,2027-01-12\n",
      as: "usage.csv", &admin)
    try admin.expect(screen: "1.11")
    try admin.expect(see: "A usage report names only people with a product.")
    try admin.press(.function(10))
    try passSeats(&admin)
    try admin.expect(screen: "1.10")
    try admin.expect(total: 11, stated: 4, proven: 1)
  }
}
