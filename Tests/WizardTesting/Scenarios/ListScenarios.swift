import Canvas

/// Lists of all kinds, looked through, read differently, corrected and decided.
package enum ListScenarios {
  /// The stories.
  package static let all = [
    directory, correction, byKind, oneChange, otherColumn, manyColumns, otherCharacters,
    movedAddress,
    hostile, pastedRow, refusedFile,
  ]

  /// Reads a file on the tab *Import* and stands on the check.
  private static func read(
    _ text: String, as name: String, _ admin: inout any ScenarioDriver
  ) throws {
    let path = try admin.put(text, as: name)
    try admin.go(to: "1.4")
    try admin.press(.control("u"))
    try admin.type(path)
    try admin.press(.enter)
    try admin.expect(screen: "1.5")
  }

  static let directory = Scenario(
    "A directory's export brings the login names of people who are there", start: .organisation
  ) { admin in
    try read(
      """
      #TYPE Selected.Microsoft.ActiveDirectory.Management.ADUser
      "GivenName","Surname","mail","SamAccountName","Department"
      "Harry","Potter","hpotter@example.com","POTTERH","Pilot"
      "Draco","Malfidus","draco@example.com","malfidusd","Ede"

      """, as: "ad.csv", &admin)
    try admin.expect(see: "SamAccountName → Login name")
    try admin.expect(see: "Department → Group")
    try admin.expect(see: "new 1")
    try admin.expect(see: "changed 1")
    try admin.press(.tab)
    try admin.expect(focus: "Take over and update: 2")
    try admin.press(.enter)
    try admin.expect(screen: "1.1")
    try admin.expect(total: 12, stated: 4)
    try admin.press(.character("/"))
    try admin.type("potterh")
    try admin.expect(see: "Harry Potter")
  }

  static let correction = Scenario(
    "A refused row is corrected on the spot and taken over", start: .emptyOrganisation
  ) { admin in
    try read(
      "Voornaam;Achternaam;E-mail\nIna;Post;i.post@example,com\n", as: "lijst.csv", &admin)
    try admin.expect(see: "refused 1")
    try admin.press(.enter)
    try admin.expect(screen: "1.12")
    try admin.expect(see: "There is a comma in this address.")
    try admin.press(.tab, .tab)
    try admin.expect(focus: "Email address")
    try admin.press(.control("u"))
    try admin.type("i.post@example.com")
    try admin.press(.function(10))
    try admin.expect(screen: "1.5")
    try admin.expect(see: "new 1")
    try admin.press(.function(10))
    try admin.expect(total: 1)
  }

  static let byKind = Scenario(
    "Doubtful rows are decided one by one and by kind", start: .emptyOrganisation
  ) { admin in
    try read(
      """
      Voornaam;Achternaam;E-mail
      Teken;Kamer;tekenkamer@example.com
      Recep;Tie;receptie@example.com
      Info;Balie;info@example.com
      Ann;Bos;ann.bos@gmail.com

      """, as: "lijst.csv", &admin)
    try admin.expect(see: "doubtful 4")
    try admin.expect(see: "Take over 0 new")
    try admin.press(.character("t"))
    try admin.expect(see: "new 1")
    try admin.expect(see: "doubtful 3")
    try admin.press(.character("W"))
    try admin.expect(see: "2 rows of the same kind decided.")
    try admin.expect(see: "doubtful 1")
    try admin.expect(see: "Take over 1 new")
    try admin.press(.function(10))
    try admin.expect(total: 1)
    try admin.expect(see: "Teken Kamer")
  }

  static let oneChange = Scenario(
    "Of the changed rows one is taken over and the other stays as it is", start: .organisation
  ) { admin in
    try read(
      """
      Voornaam;Achternaam;E-mail
      Ronald;Weasley;rweasley@example.com
      Virginia;Weasley;gweasley@example.com

      """, as: "lijst.csv", &admin)
    try admin.expect(see: "changed 2")
    try admin.expect(see: "First name")
    try admin.press(.character("t"))
    try admin.expect(see: "● First name")
    try admin.press(.character("w"))
    try admin.expect(see: "Take over 0 new, 1 changed")
    try admin.press(.function(10))
    try admin.expect(screen: "1.1")
    try admin.expect(see: "Ronald Weasley")
    try admin.expect(see: "Ginny Weasley")
    try admin.press(.character("u"))
    try admin.expect(see: "Ron Weasley")
  }

  static let otherColumn = Scenario(
    "A column that was not taken over is chosen, and the choice is remembered",
    start: .emptyOrganisation
  ) { admin in
    let list = "Voornaam;Achternaam;E-mail;Ploeg\nWillem;Smit;w.smit@example.com;Nacht\n"
    try read(list, as: "een.csv", &admin)
    try admin.expect(see: "Ploeg → not taken over")
    try admin.press(.character("h"))
    try admin.expect(screen: "1.13")
    try admin.press(.end, .enter)
    try admin.expect(screen: "1.14")
    try admin.expect(see: "Ploeg")
    try admin.press(.up, .up, .up, .up, .up, .up)
    try admin.expect(focus: "Group")
    try admin.press(.enter)
    try admin.expect(screen: "1.13")
    try admin.press(.function(10))
    try admin.expect(screen: "1.5")
    try admin.expect(see: "Ploeg → Group")
    try admin.press(.escape)
    try read(list.replacing("Willem", with: "Karel"), as: "twee.csv", &admin)
    try admin.expect(see: "Ploeg → Group")
    try admin.press(.function(10))
    try admin.expect(see: "Nacht")
  }

  static let manyColumns = Scenario(
    "A list of 28 columns shows what is taken of it, and its rows", start: .emptyOrganisation
  ) { admin in
    let others = (1...24).map { "Attribute \($0)" }
    let header = ["Attribute 0", "GivenName", "Surname", "Mail"] + others
    let row = ["x", "Willem", "Smit", "w.smit@example.com"] + others.map { _ in "y" }
    let list = [header, row].map { $0.joined(separator: ";") }.joined(separator: "\n")
    try read(list, as: "ad.csv", &admin)
    try admin.expect(see: "GivenName → First name")
    try admin.expect(see: "25 others not taken over")
    try admin.expect(see: "Take over 1 new")
    try admin.expect(see: "w.smit@example.com")
  }

  static let otherCharacters = Scenario(
    "A list without a header is read as one when the admin says so", start: .emptyOrganisation
  ) { admin in
    try read(
      "Ann;de Vries;ann@example.com\nBas;Oud;bas@example.com\n", as: "lijst.csv", &admin)
    try admin.expect(see: "semicolon · no header")
    try admin.expect(see: "Take over 2 new")
    try admin.press(.character("h"))
    try admin.press(.up)
    try admin.expect(focus: "Does the first line name the columns?")
    try admin.press(.right)
    try admin.press(.function(10))
    try admin.expect(screen: "1.5")
    try admin.expect(see: "with a row of names above")
    try admin.expect(see: "Take over 1 new")
  }

  static let movedAddress = Scenario(
    "A changed address of somebody who was handed over warns, in a list and on the page",
    start: .organisation
  ) { admin in
    try read(
      "Voornaam;Achternaam;E-mail\nHarry;Potter;harry@example.com\n", as: "lijst.csv", &admin)
    try admin.expect(see: "a second account?")
    try admin.press(.escape, .escape)
    try admin.go(to: "1.1")
    try admin.press(.character("/"))
    try admin.type("potter")
    try admin.press(.enter, .enter)
    try admin.expect(screen: "1.6")
    try admin.press(.tab, .tab)
    try admin.press(.control("u"))
    try admin.type("harry@example.com")
    try admin.press(.function(10))
    try admin.expect(screen: "1.6")
    try admin.expect(see: "In the portal this makes a second account.")
    try admin.expect(total: 11, stated: 4)
    try admin.press(.function(10))
    try admin.expect(screen: "1.1")
    try admin.expect(total: 11, stated: 3)
  }

  static let hostile = Scenario(
    "Formulas, control characters and turned-round text never get from a file to the list",
    start: .emptyOrganisation
  ) { admin in
    try read(
      "Voornaam;Achternaam;E-mail\n=cmd|' /C calc'!A0;Bos;a@example.com\n"
        + "Ann\u{1B}[2J;Bos;b@example.com\nAnn\u{202E};Bos;c@example.com\n"
        + "Ann;Bos;d@example.com\n", as: "lijst.csv", &admin)
    try admin.expect(see: "refused 3")
    try admin.expect(see: "new 1")
    try admin.expect("no control character on the screen") { seen in
      seen.rows.allSatisfy { row in row.unicodeScalars.allSatisfy { $0.value >= 0x20 } }
    }
    try admin.press(.function(10))
    try admin.expect(total: 1)
  }

  static let pastedRow = Scenario(
    "How a pasted piece was understood is seen and corrected", start: .emptyOrganisation
  ) { admin in
    try admin.go(to: "1.3")
    try admin.paste("\"Vries, Ann de\" <ann@example.com>; Bas Oud <bas@example.com>\n")
    try admin.press(.tab, .enter)
    try admin.expect(screen: "1.5")
    try admin.expect(see: "Last, First <address>")
    try admin.expect(see: "Ann de Vries")
    try admin.press(.backTab)
    try admin.press(.enter)
    try admin.expect(screen: "1.12")
    try admin.expect(see: "\"Vries, Ann de\" <ann@example.com>")
    try admin.expect(see: "the last name in front")
    try admin.press(.control("u"))
    try admin.type("Anna")
    try admin.press(.function(10))
    try admin.expect(screen: "1.5")
    try admin.expect(see: "Anna de Vries")
  }

  static let refusedFile = Scenario(
    "Refused rows are saved with their reasons, repaired and read again", start: .emptyOrganisation
  ) { admin in
    try read(
      "Voornaam;Achternaam;E-mail\nAnn;Bos;ann@example.com\n;Balk;j.balk@example.com\n",
      as: "lijst.csv", &admin)
    try admin.press(.tab)
    try admin.expect(focus: "Save 1 refused")
    try admin.press(.enter)
    try admin.expect(see: "is written.")
    let saved = try admin.text(ofFile: "lijst-refused.csv")
    try admin.expect("the reason in the file: \(saved)") { _ in
      saved.contains("Fill in a first name.") && saved.contains("j.balk@example.com")
        && !saved.contains("ann@example.com")
    }
  }
}
