import Canvas
import Migration

/// Step 2: products, seats, who has one, and what the portal should show.
package enum AssignProductsScenarios {
  /// The stories.
  package static let all = [
    maya, shortage, fromTheOtherSide, importToAssign, anyFile, proof, early,
  ]

  static let maya = Scenario(
    "Maya shows 3 of 4: one is assigned, unassigned, handed over, and proven at a glance",
    start: .organisation
  ) { admin in
    try addProduct("Maya", seats: "4", &admin)
    try admin.expect(see: "4 of 4")
    try admin.press(.enter)
    try admin.expect(screen: "2.2")
    try admin.expect(focus: "Assign users")

    // The buyer's automatic seat.
    try admin.press(.enter)
    try admin.expect(screen: "2.4")
    try admin.type("dumbledore")
    try admin.press(.tab, .tab)
    try admin.expect(focus: "Which seat")
    try admin.press(.right)
    try admin.press(.function(10))
    try admin.expect(see: "The buyer's seat is recorded.")
    try admin.expect(see: "3 of 4 seats available")

    // One is assigned, and unassigned while nothing is handed over.
    try admin.type("lovegood")
    try admin.press(.enter)
    try admin.expect(see: "Planned: 1")
    try admin.press(.escape)
    try admin.expect(screen: "2.2")
    try admin.expect(see: "3 of 4 seats available")
    try admin.expect(see: "2 in your plan")
    try admin.press(.backTab, .home, .down)
    try admin.expect(focus: "Luna Lovegood")
    try admin.press(.character("r"))
    try admin.expect(see: "Unassigned: 1")
    try admin.expect(notSee: "Luna Lovegood")
    try admin.press(.character("u"))
    try admin.expect(see: "Luna Lovegood")

    // The file for the portal holds her alone, and invites her too.
    try handOver(&admin)
    let file = try admin.text(ofFile: "overstap-hand-over-4/02-assign-maya-1.csv")
    try admin.expect("a header and Luna in the file: \(file)") { _ in
      file
        == "First name,Last name,Email address\r\nLuna,Lovegood,llovegood@example.com\r\n"
    }
    try admin.press(.enter)
    try admin.expect(see: "1 person stated as done.")
    try admin.expect(seats: SeatCounts(stated: 2), of: "Maya")

    // A look at the portal: 2 of 4.
    try admin.go(to: "2.1")
    try admin.expect(see: "2 of 4 seats available")
    try admin.press(.tab)
    try admin.expect(focus: "Right")
    try admin.press(.enter)
    try admin.expect(see: "Right. Proven at a glance: 2.")
    try admin.expect(seats: SeatCounts(proven: 2), of: "Maya")
    try admin.expect(see: "right on 14 Jan")
  }

  static let shortage = Scenario(
    "More people than seats are planned, ordered for, and handed over in two goes",
    start: .organisation
  ) { admin in
    try addProduct("AEC Collection", seats: "2", &admin)
    try admin.press(.enter)
    try admin.expect(screen: "2.2")
    try admin.press(.enter)
    try admin.expect(screen: "2.4")
    try admin.press(.backTab, .right)
    try admin.expect(screen: "2.5")
    try admin.press(.tab, .tab)
    try admin.press(.character("a"))
    try admin.expect(see: "Assign 11 users")
    try admin.press(.tab)
    try admin.press(.enter)
    try admin.expect(screen: "2.2")
    try admin.expect(see: "9 short")
    try admin.expect(seats: SeatCounts(planned: 11), of: "AEC Collection")

    // Who waits can be changed.
    try admin.press(.tab, .tab)
    try admin.expect(focus: "Order: 11")
    try admin.press(.enter)
    try admin.expect(screen: "2.8")
    try admin.expect(see: "2 get a seat · 9 wait")
    try admin.press(.end, .character("+"))
    try admin.expect(see: "The order is changed.")
    try admin.press(.escape)

    // The file never holds more than two.
    try handOver(&admin)
    let first = try admin.text(ofFile: "overstap-hand-over-4/02-assign-aec-collection-1.csv")
    try admin.expect("two people in the file: \(first)") { _ in
      first.split(separator: "\r\n").count == 3
    }
    try admin.press(.enter)
    try admin.expect(seats: SeatCounts(planned: 9, stated: 2), of: "AEC Collection")

    // Nine more are bought.
    try admin.go(to: "2.1")
    try admin.expect(see: "9 people wait.")
    try admin.press(.character("e"))
    try admin.expect(screen: "2.3")
    try admin.expect(focus: "Seats bought")
    try admin.press(.control("u"))
    try admin.type("11")
    try admin.press(.function(10))
    try admin.expect(screen: "2.1")
    try admin.expect(see: "0 free")
    try handOver(&admin)
    let second = try admin.text(ofFile: "overstap-hand-over-5/02-assign-aec-collection-1.csv")
    try admin.expect("the nine others in the file: \(second)") { _ in
      let rows = Set(second.split(separator: "\r\n").dropFirst())
      return rows.count == 9 && rows.isDisjoint(with: first.split(separator: "\r\n").dropFirst())
    }
  }

  static let fromTheOtherSide = Scenario(
    "A user's page shows and changes the user's products", start: .organisation
  ) { admin in
    try addProduct("Maya", seats: "4", &admin)
    try admin.expect(see: "Without a product: 11")
    // One key shows what nobody has, and who has nothing, from either side.
    try admin.press(.character("z"))
    try admin.expect(see: "1 that nobody has")
    try admin.press(.escape)
    try admin.expect(screen: "2.1")
    try admin.go(to: "1.1")
    try admin.press(.character("z"))
    try admin.expect(see: "11 users · without a product")
    try admin.press(.escape)
    try admin.expect(screen: "1.1")
    try admin.press(.enter)
    try admin.expect(screen: "1.6")
    try admin.press(.backTab, .backTab, .backTab)
    try admin.expect(focus: "Products")
    try admin.press(.enter)
    try admin.expect(screen: "2.10")
    try admin.expect(see: "none")
    try admin.press(.character(" "))
    try admin.expect(see: "Planned: 1")
    try admin.expect(see: "· planned")
    try admin.expect(seats: SeatCounts(planned: 1), of: "Maya")
    try admin.press(.character(" "))
    try admin.expect(seats: SeatCounts(), of: "Maya")
    try admin.go(to: "2.11")
    try admin.expect(see: "11 users")
    try admin.press(.enter)
    try admin.expect(screen: "2.10")
  }

  static let importToAssign = Scenario(
    "A list is imported to assign: new people are added and assigned, and it is one undo",
    start: .organisation
  ) { admin in
    let path = try admin.put(
      """
      First name,Last name,Email
      Anna,Jansen,a.jansen@example.com
      Luna,Lovegood,llovegood@example.com
      Teken,Kamer,tekenkamer@example.com

      """, as: "maya.csv")
    try addProduct("Maya", seats: "4", &admin)
    try admin.press(.enter, .enter)
    try admin.expect(screen: "2.4")
    try admin.press(.backTab, .left)
    try admin.expect(screen: "2.6")
    try admin.press(.tab)
    try admin.type(path)
    try admin.press(.enter)
    try admin.expect(screen: "2.7")
    try admin.expect(see: "Assign 2 people")

    // Doubtful rows are decided here, with their seats.
    try admin.expect(see: "doubtful 1")
    try admin.press(.character("t"))
    try admin.expect(see: "Assign 3 people")
    try admin.press(.function(10))
    try admin.expect(screen: "2.2")
    try admin.expect(see: "Anna Jansen")
    try admin.expect(see: "Teken Kamer")
    try admin.expect(seats: SeatCounts(planned: 3), of: "Maya")
    try admin.press(.character("u"))
    try admin.expect(seats: SeatCounts(), of: "Maya")
    try admin.expect(notSee: "Anna Jansen")
  }

  static let anyFile = Scenario(
    "A list that is added anywhere gets seats too, and a file to assign lands at its product",
    start: .organisation
  ) { admin in
    try addProduct("Maya", seats: "4", &admin)
    let people = "First name,Last name,Email\nAnna,Jansen,a.jansen@example.com\n"
    let list = try admin.put(people, as: "people.csv")
    try admin.press(.character("b"))
    try admin.type(list)
    try admin.press(.enter)
    try admin.expect(screen: "1.5")
    try admin.press(.character("y"))
    try admin.expect(screen: "2.19")
    try admin.press(.enter)
    try admin.expect(screen: "2.7")
    try admin.press(.function(10))
    try admin.expect(screen: "2.2")
    try admin.expect(seats: SeatCounts(planned: 1), of: "Maya")
    try admin.press(.character("u"))
    try admin.expect(seats: SeatCounts(), of: "Maya")

    let file = try admin.put(people, as: "02-assign-maya-1.csv")
    try admin.press(.character("b"))
    try admin.type(file)
    try admin.press(.enter)
    try admin.expect(screen: "2.7")
    try admin.expect(see: "Assign 1 person")
    try admin.press(.escape)
    let bought = try admin.put(
      "offering_name,seat_quantity,subscription_id\nRevit,3,1\n", as: "subscriptions.csv")
    try admin.press(.control("u"))
    try admin.type(bought)
    try admin.press(.enter)
    try admin.expect(screen: "2.13")
    try admin.expect(see: "Revit")
  }

  static let proof = Scenario(
    "An export proves, takes back and differs; a name that is not known is mapped once",
    start: .organisation
  ) { admin in
    try addProduct("Maya", seats: "4", &admin)
    try admin.press(.enter, .enter)
    try admin.type("lovegood")
    try admin.press(.enter)
    try admin.expect(see: "Planned: 1")
    let path = try admin.put(
      """
      first_name,last_name,email,team_alias,role,account_status,offering_name
      Luna,Lovegood,LLovegood@example.com,Brugman Ingenieurs - 4417,user,Verified,Autodesk Maya
      Harry,Potter,hpotter@example.com,Brugman Ingenieurs - 4417,user,Verified,Media Thing
      Xenia,Vos,x.vos@example.com,Brugman Ingenieurs - 4417,user,Invited,Maya

      """, as: "users.csv")
    try admin.go(to: "2.16")
    try admin.type(path)
    try admin.press(.function(10))

    // Of which team and day it is, and whether it is whole, is asked where it is asked for users.
    try admin.expect(screen: "1.11")
    try admin.expect(focus: "Is this export of the whole team")
    try admin.press(.right)
    try admin.press(.function(10))
    try admin.expect(screen: "2.17")
    try admin.expect(see: "Take over: 1 proven")
    try admin.expect(see: "Media Thing")
    try admin.press(.backTab)
    try admin.expect(focus: "Media Thing")
    try admin.press(.enter)
    try admin.expect(screen: "2.18")
    try admin.press(.enter)
    try admin.expect(screen: "2.17")
    try admin.expect(see: "extra 1")

    // One key takes over somebody who is only in the portal, as person and as assignment.
    try admin.press(.backTab, .right, .right)
    try admin.expect(see: "x.vos@example.com")
    try admin.press(.tab)
    try admin.expect(focus: "x.vos@example.com")
    try admin.press(.character("t"))
    try admin.expect(see: "Take over: 2 proven")
    try admin.press(.function(10))
    try admin.expect(screen: "2.1")
    try admin.expect(see: "Newly proven: 3 people, 2 seats")
    try admin.expect(seats: SeatCounts(proven: 2), of: "Maya")
    try admin.expect(see: "Without a product: 10")
    try admin.press(.character("u"))
    try admin.expect(seats: SeatCounts(planned: 1), of: "Maya")
    try admin.go(to: "1.1")
    try admin.expect(notSee: "Xenia Vos")
  }

  static let early = Scenario(
    "Before the start date seats are planned, and handed over only when that is chosen",
    start: .firstStart, isForTerminals: true
  ) { admin in
    try admin.press(.enter)
    try admin.fill("Brugman Ingenieurs")
    try admin.fill("Brugman Ingenieurs - 4417")
    try admin.type("2098-05-04")
    try admin.press(.function(10))
    try admin.expect(screen: "0")
    try addProduct("Maya", seats: "4", &admin)
    try admin.press(.enter, .enter)
    try admin.expect(screen: "2.4")
    try admin.type("ann@example.com")
    try admin.press(.enter)
    try admin.expect(focus: "First name")
    try admin.fill("Ann")
    try admin.type("de Vries")
    try admin.press(.function(10))
    try admin.expect(see: "Planned.")
    try admin.expect(total: 1)
    try admin.go(to: "2.14")
    try admin.press(.function(10))
    try admin.expect(screen: "2.14")
    try admin.expect(see: "Not before the start date")
    try admin.press(.right)
    try admin.press(.tab)
    try admin.press(.control("u"))
    try admin.type(admin.folder)
    try admin.press(.function(10))
    try admin.expect(screen: "2.15")
    try admin.press(.character("J"))
    try admin.expect(see: "seats: 1, early")
  }

  // MARK: Steps of several stories

  private static func addProduct(
    _ name: String, seats: String, _ admin: inout any ScenarioDriver
  ) throws {
    try admin.go(to: "2.1")
    try admin.expect(focus: "New")
    try admin.press(.enter)
    try admin.expect(screen: "2.3")
    try admin.fill(name)
    try admin.expect(focus: "Seats bought")
    try admin.type(seats)
    try admin.press(.function(10))
    try admin.expect(screen: "2.1")
    try admin.expect(see: "Added.")
    try admin.expect(focus: name)
  }

  /// Writes the next hand-over into the folder of the run.
  private static func handOver(_ admin: inout any ScenarioDriver) throws {
    try admin.go(to: "2.14")
    try admin.press(.backTab)
    try admin.expect(focus: "Folder for the files")
    try admin.press(.control("u"))
    try admin.type(admin.folder)
    try admin.press(.function(10))
    try admin.expect(screen: "2.15")
    try admin.press(.backTab)
    try admin.expect(focus: "Done")
  }
}

extension ScenarioDriver {
  /// The session file holds so many seats of a product in these stages.
  package mutating func expect(seats counts: SeatCounts, of name: String) throws {
    let found = try summary()?.products.first { $0.details.name == name }?.counts
    guard found == counts else {
      throw ScenarioFailure(
        expected: "\(counts) in the file, and it holds \(String(describing: found))",
        seen: try screen())
    }
  }
}
