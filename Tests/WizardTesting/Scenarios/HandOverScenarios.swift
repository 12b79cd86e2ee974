import Canvas

/// Hand-overs of step 1: who is in them, as what they leave, and what the portal made of them.
package enum HandOverScenarios {
  /// The stories.
  package static let all = [selection, asText, found, forAnother, calendar, pilotDay]

  /// Fills the folder for the files and writes them.
  private static func write(_ admin: inout any ScenarioDriver) throws {
    try admin.expect(screen: "1.8")
    try admin.press(.tab)
    try admin.expect(focus: "Folder for the files")
    try admin.press(.control("u"))
    try admin.type(admin.folder)
    try admin.press(.enter)
    try admin.expect(screen: "1.9")
  }

  static let selection = Scenario(
    "A hand-over of chosen people holds those of them who are in none yet", start: .organisation
  ) { admin in
    try admin.go(to: "1.1")
    try admin.expect(focus: "Zoë Ćosić")
    try admin.press(.character(" "), .character(" "))
    // One who is in a hand-over already.
    try admin.press(.down, .down, .character(" "))
    try admin.expect(see: "3 chosen")
    try admin.press(.character("o"))
    try admin.expect(see: "(●) the 3 chosen people")
    try write(&admin)
    try admin.expect(see: "2 people")
    let list = try admin.text(ofFile: "overstap-hand-over-4/01-invite-1.csv")
    try admin.expect("the two in the file: \(list)") { _ in
      list.contains("zcosic@") && list.contains("kdeboer@") && !list.contains("hgranger@")
    }
    try admin.press(.escape)
    try admin.expect(notSee: "chosen people")
  }

  static let asText = Scenario(
    "The text for Invite Multiple lies beside the file in both spellings", start: .organisation
  ) { admin in
    try admin.go(to: "1.8")
    try write(&admin)
    let folder = "overstap-hand-over-4"
    let text = try admin.text(ofFile: "\(folder)/01-invite-multiple.txt")
    let old = try admin.text(ofFile: "\(folder)/01-invite-multiple-2018.txt")
    try admin.expect("both spellings: \(text) \(old)") { _ in
      text.contains("Zoë Ćosić <zcosic@example.com>")
        && text.contains("; Karel de Boer <kdeboer@example.com>") == true
        && old.contains("Zoë, Ćosić, zcosic@example.com")
    }
    try admin.press(.tab)
    try admin.expect(focus: "Copy as text for Invite Multiple")
    try admin.press(.enter)
    try admin.press(.down)
    try admin.expect(focus: "Copy in the spelling of the box before 2020")
  }

  static let found = Scenario(
    "What the portal found is compared with what was handed over", start: .organisation
  ) { admin in
    try admin.go(to: "1.8")
    try admin.press(.tab, .tab, .tab)
    try admin.press(.enter)
    try admin.expect(screen: "1.9")
    try admin.press(.tab, .tab, .tab)
    try admin.expect(focus: "How many users did the portal find?")
    try admin.type("1")
    try admin.press(.function(10))
    try admin.expect(see: "The portal found 1, the file has 2.")
    try admin.expect(total: 11, stated: 4)
    try admin.press(.function(10))
    try admin.expect(see: "the portal found 1 of 2")
    try admin.expect(total: 11, stated: 6)
  }

  static let forAnother = Scenario(
    "A system administrator gets a message for the primary admin, and states what that person says",
    start: .organisation
  ) { admin in
    try admin.go(to: "0.2")
    try admin.press(.down, .down, .down, .down, .down)
    try admin.expect(focus: "Your role in the portal")
    try admin.press(.right, .right)
    try admin.press(.function(10))
    try admin.go(to: "1.8")
    try admin.expect(see: "Your role cannot invite.")
    try write(&admin)
    try admin.press(.tab)
    try admin.expect(focus: "Write a message to the primary admin, with these files")
    try admin.press(.enter)
    try admin.expect(focus: "Email address of the primary admin")
    try admin.type("kantoor@example.com")
    try admin.press(.up, .up, .up)
    try admin.press(.enter)
    try admin.expect(see: "message.eml")
    let folder = "overstap-hand-over-4"
    let draft = try admin.text(ofFile: "\(folder)/message.eml")
    let text = try admin.text(ofFile: "\(folder)/message.txt")
    try admin.expect("a draft with the file: \(draft.prefix(200))") { _ in
      draft.hasPrefix("To: kantoor@example.com\r\n") && draft.contains("01-invite-1.csv")
        && text.contains("Pick the team Brugman Ingenieurs - 4417.")
    }
    try admin.press(.function(10))
    try admin.expect(see: "stated as done")
  }

  static let calendar = Scenario(
    "The days to come go into the calendar, without a name in them", start: .organisation
  ) { admin in
    try admin.go(to: "1.8")
    try admin.press(.tab)
    try admin.press(.control("u"))
    try admin.type(admin.folder)
    try admin.press(.escape)
    try admin.go(to: "1.10")
    try admin.press(.up, .up, .left, .left, .left)
    try admin.expect(see: "Calendar (.ics)")
    try admin.press(.tab, .tab, .tab, .tab)
    try admin.expect(focus: "Calendar (.ics)")
    try admin.press(.enter)
    try admin.expect(see: ".ics")
    let file = try admin.text(ofFile: "brugman-ingenieurs-4417.ics")
    try admin.expect("days and no names: \(file)") { _ in
      file.contains("BEGIN:VEVENT") && file.contains("DTSTART;VALUE=DATE:20270114")
        && file.contains("DTSTART;VALUE=DATE:20270404") && !file.contains("Potter")
        && !file.contains("@example.com")
    }
  }

  static let pilotDay = Scenario(
    "A day of work: HR's list, login names of the directory, the pilot handed over, the export read",
    start: .emptyOrganisation
  ) { admin in
    let people = try admin.put(
      """
      Roepnaam;Tussenvoegsel;Achternaam;E-mail werk;Vestiging
      Willem;van der;Meer;w.vandermeer@example.com;Pilot
      Zoë;;Ćosić;z.cosic@example.com;Zwolle

      """, as: "hr.csv")
    let directory = try admin.put(
      """
      #TYPE Selected.Microsoft.ActiveDirectory.Management.ADUser
      "GivenName","Surname","mail","SamAccountName"
      "Willem","van der Meer","W.vanderMeer@example.com","wmeer"
      "Zoë","Ćosić","z.cosic@example.com","zcosic"

      """, as: "ad.csv")
    let export = try admin.put(
      "first_name,last_name,email,autodesk_id,team_alias,role,account_status,offering_name,"
        + "product_name\nWillem,van der Meer,w.vandermeer@example.com,A1,"
        + "Brugman Ingenieurs - 4417,User,Pending,,\n", as: "users.csv")

    for (path, button) in [(people, "Take over 2 new"), (directory, "Take over and update: 2")] {
      try admin.press(.character("b"))
      try admin.expect(screen: "0.6")
      try admin.press(.control("u"))
      try admin.type(path)
      try admin.press(.enter)
      try admin.expect(screen: "1.5")
      try admin.expect(see: button)
      if path == directory { try admin.press(.character("T")) }
      try admin.press(.function(10))
      try admin.expect(screen: "1.1")
    }
    try admin.expect(total: 2)
    try admin.press(.character("/"))
    try admin.type("wmeer")
    try admin.expect(see: "1 of 2")
    try admin.press(.escape)

    try admin.press(.character("o"))
    try admin.expect(screen: "1.8")
    try admin.expect(focus: "Who")
    try admin.press(.right)
    try write(&admin)
    try admin.expect(see: "1 person")
    try admin.press(.function(10))
    try admin.expect(total: 2, stated: 1)

    try admin.press(.character("b"))
    try admin.press(.control("u"))
    try admin.type(export)
    try admin.press(.enter)
    try admin.expect(screen: "1.11")
    try admin.press(.up)
    try admin.press(.control("u"))
    try admin.type("2027-01-14")
    try admin.press(.tab)
    try admin.press(.right)
    try admin.press(.function(10))
    try admin.expect(screen: "1.10")
    try admin.expect(total: 2, stated: 1, proven: 1)
    try admin.expect(see: "1 pending · 0 accepted")
  }
}
