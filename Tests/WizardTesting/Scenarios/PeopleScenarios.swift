/// People in: typed, pasted, imported; looked for, put in groups, taken out.
package enum PeopleScenarios {
  /// The stories.
  package static let all = [
    paste, importing, addressTwice, errorsAfterTheFirstTry, filter, outAndBack, group, edit,
    handOverGroup,
  ]

  static let paste = Scenario(
    "Pasted people are looked through before they are taken over", start: .emptyOrganisation
  ) { admin in
    try admin.go(to: "1.3")
    try admin.expect(focus: "People, one on each line")
    try admin.paste("Ann de Vries <ann@example.com>\nBas, Oud, bas@example.com\nno address here\n")
    try admin.press(.tab)
    try admin.expect(focus: "Look them through")
    try admin.expect(total: 0)
    try admin.press(.enter)
    try admin.expect(screen: "1.5")
    try admin.expect(see: "nothing is taken over yet")
    try admin.expect(total: 0)
    try admin.press(.function(10))
    try admin.expect(screen: "1.1")
    try admin.expect(see: "Ann de Vries")
    try admin.expect(see: "Bas Oud")
    try admin.expect(total: 2)
  }

  static let importing = Scenario(
    "A list of HR is looked through, taken over, and taken back in one go",
    start: .emptyOrganisation
  ) { admin in
    let path = try admin.put(
      """
      Roepnaam;Tussenvoegsel;Achternaam;E-mail werk;Afdeling
      Willem;van der;Meer;w.vandermeer@example.com;Zwolle
      Zoë;;Ćosić;z.cosic@example.com;Ede
      ;;Balk;j.balk@example.com;Ede
      Zoë;;Ćosić;z.cosic@example.com;Ede

      """, as: "medewerkers.csv")
    try admin.go(to: "1.4")
    try admin.expect(focus: "File with people")
    try admin.type(path)
    try admin.press(.enter)
    try admin.expect(screen: "1.5")
    try admin.expect(see: "refused 1")
    try admin.expect(see: "double 1")
    try admin.expect(see: "Take over 2 new")
    try admin.expect(total: 0)
    try admin.press(.function(10))
    try admin.expect(screen: "1.1")
    try admin.expect(see: "Willem van der")
    try admin.expect(total: 2)
    try admin.press(.character("u"))
    try admin.expect(total: 0)
    try admin.press(.character("U"))
    try admin.expect(total: 2)
  }

  static let addressTwice = Scenario(
    "One person per address: a second one with the same address is refused in words",
    start: .organisation
  ) { admin in
    try admin.go(to: "1.2")
    try admin.fill("Another")
    try admin.fill("Potter")
    try admin.type("HPOTTER@example.com")
    try admin.press(.function(10))
    try admin.expect(see: "This address is in the list already.")
    try admin.expect(focus: "Email address")
    try admin.expect(see: "Another")
  }

  static let errorsAfterTheFirstTry = Scenario(
    "Errors stand beside the fields after the first try, and not before", start: .organisation
  ) { admin in
    try admin.go(to: "1.2")
    try admin.press(.tab, .tab)
    try admin.expect(notSee: "Fill in a first name.")
    try admin.press(.function(10))
    try admin.expect(see: "Fill in a first name.")
    try admin.expect(focus: "First name")
    try admin.fill("=Ann")
    try admin.expect(see: "A name cannot begin with = + - @")
    try admin.press(.escape)
    try admin.expect(notSee: "A name cannot begin")
  }

  static let filter = Scenario(
    "Letters filter the table as they are typed, and Esc takes the filter away first",
    start: .organisation
  ) { admin in
    try admin.go(to: "1.1")
    try admin.expect(see: "Luna Lovegood")
    try admin.press(.character("/"))
    try admin.expect(focus: "Filter")
    try admin.type("wea")
    try admin.expect(see: "Ginny Weasley")
    try admin.expect(notSee: "Luna Lovegood")
    try admin.press(.escape)
    try admin.expect(screen: "1.1")
    try admin.expect(see: "Luna Lovegood")
    try admin.press(.escape)
    try admin.expect(notSee: "Luna Lovegood")
  }

  static let outAndBack = Scenario(
    "Somebody who is taken out of the list comes back with u", start: .organisation
  ) { admin in
    try admin.go(to: "1.1")
    try admin.expect(focus: "Zoë Ćosić")
    try admin.press(.character("d"))
    try admin.expect(notSee: "Zoë Ćosić")
    try admin.expect(see: "1 person out of the list.")
    try admin.press(.character("u"))
    try admin.expect(see: "Zoë Ćosić")
  }

  static let group = Scenario(
    "Several chosen people get one group", start: .organisation
  ) { admin in
    try admin.go(to: "1.1")
    try admin.press(.character(" "), .character(" "))
    try admin.expect(see: "2 chosen")
    try admin.press(.character("g"))
    try admin.expect(screen: "1.7")
    try admin.expect(focus: "Group")
    try admin.type("Wave 2")
    try admin.press(.enter)
    try admin.expect(screen: "1.1")
    try admin.expect(see: "Wave 2")
  }

  static let edit = Scenario(
    "A corrected name is seen in the table", start: .organisation
  ) { admin in
    try admin.go(to: "1.1")
    try admin.press(.enter)
    try admin.expect(screen: "1.6")
    try admin.expect(focus: "First name")
    try admin.press(.control("u"))
    try admin.type("Zoe")
    try admin.press(.function(10))
    try admin.expect(screen: "1.1")
    try admin.expect(see: "Zoe Ćosić")
  }

  static let handOverGroup = Scenario(
    "A hand-over of one group holds only people of that group", start: .organisation
  ) { admin in
    try admin.go(to: "1.8")
    try admin.expect(focus: "Who")
    try admin.press(.right)
    try admin.press(.tab)
    try admin.expect(focus: "Folder for the files")
    try admin.press(.control("u"))
    try admin.type(admin.folder)
    try admin.press(.enter)
    try admin.expect(screen: "1.9")
    let summary = try admin.summary()
    let last = summary?.handOvers.max { $0.number < $1.number }
    try admin.expect("a hand-over of a group: \(String(describing: last))") { _ in
      last.map { !$0.group.isEmpty && $0.rowCount > 0 } ?? false
    }
  }
}
