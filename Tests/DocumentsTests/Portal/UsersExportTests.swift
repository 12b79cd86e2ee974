import Migration
import Seeds
import Testing

@testable import Documents

private func read(_ text: String) throws -> UsersExport {
  try #require(try UsersExport.read(Array(text.utf8)))
}

@Suite("An export of the portal's users")
struct UsersExportTests {
  private static let usageHeader =
    "hashed_autodesk_id,first_name,last_name,email,autodesk_id,team_alias,group,offering_name,"
    + "version,seat_assignment,assigned_date,unassigned_date,user_activity,days_inactive,"
    + "access_option,days_used,monthly_average,tokens_used,last_accessed\n"

  @Test("has one person once, and one row for each offering")
  func users() throws {
    let export = try read(
      """
      first_name,last_name,email,autodesk_id,team_alias,role,account_status,offering_name,product_name
      Ann,de Vries,ann@example.com,A1,harrypotter switch - 9231,User,Active,Maya,Maya
      Ann,de Vries,ANN@example.com,A1,harrypotter switch - 9231,User,Active,AutoCAD,AutoCAD
      Bas,Oud,bas@example.com,B1,harrypotter switch - 9231,User,Pending,Maya,Maya
      Cor,Bakker,cor@example.com,C1,harrypotter switch - 9231,User,Invited,,
      Eva,Mol,eva@example.com,E1,Other,User,Verified,Maya,Maya

      """)
    #expect(export.kind == .users)
    #expect(
      export.figures
        == .init(rows: 5, users: 4, offerings: 2, masked: 0, assigned: 4, unassigned: 0))
    #expect(export.invitations == [.accepted, .pending, .pending, .accepted])
    #expect(export.offerings == ["Maya", "AutoCAD"])
    #expect(export.teams == ["harrypotter switch - 9231", "Other"])
    #expect(export.personTeams == [0, 0, 0, 1])
    #expect(
      export.assignments.map { [$0.person, $0.offering] } == [[0, 0], [0, 1], [1, 0], [3, 0]])
    #expect(export.people.text(export.people.rows[0].lastName) == "de Vries")
  }

  @Test("has the seats of each team for that team, and counts a person's offering once")
  func twoTeams() throws {
    let export = try read(
      """
      first_name,last_name,email,team_alias,role,account_status,offering_name
      Ann,Bos,ann@example.com,One,User,Active,Maya
      Ann,Bos,ann@example.com,Two,User,Active,Maya
      Ann,Bos,ann@example.com,Two,User,Active,AutoCAD

      """)
    #expect(export.figures.assigned == 2)
    #expect(export.teams == ["One", "Two"])
    #expect(
      export.assignments.map { [$0.offering, $0.team] } == [[0, 0], [0, 1], [1, 1]])
    #expect(export.portalPeople(team: 1).count == 1)
  }

  @Test("is read under its later names too, in any order")
  func renamed() throws {
    let export = try read(
      """
      Email;Product;Account status;Team;First name;Last name;Feature
      ann@example.com;Maya;Verified;T;Ann;Bos;Maya
      bas@example.com;;in afwachting;T;Bas;Oud;

      """)
    #expect(export.kind == .users)
    #expect(
      export.figures
        == .init(rows: 2, users: 2, offerings: 1, masked: 0, assigned: 1, unassigned: 0))
    #expect(export.invitations == [.accepted, .pending])
  }

  @Test("as a usage report tells seats, dates and use")
  func usage() throws {
    let export = try read(
      Self.usageHeader
        + "h1,Ann,Bos,Ann@Example.com,A1,T,,Maya,2026,unassigned,2024-05-10T21:20:32Z,"
        + "2025-01-02T00:00:00Z,inactive,90,Subscription,3,\"1,5\",,\n"
        + "h1,Ann,Bos,ann@example.com,A1,T,,Maya,2027,assigned,2026-06-01T08:00:00Z,,active,1,"
        + "Subscription,3,1.5,,2026-07-29\n"
        + "h2,Bas,Oud,bas@example.com,B1,T,,Maya,2026,unassigned,,,inactive,,Subscription,,,,\n")
    #expect(export.kind == .usage)
    #expect(
      export.figures
        == .init(rows: 3, users: 2, offerings: 1, masked: 0, assigned: 1, unassigned: 1))
    let ann = export.assignments[0]
    #expect(ann.seat == .assigned)
    #expect(ann.assignedOn?.iso == "2026-06-01")
    #expect(ann.unassignedOn?.iso == "2025-01-02")
    #expect(ann.lastUsedOn?.iso == "2026-07-29")
    #expect(export.assignments[1].seat == .unassigned)
    #expect(export.invitations == [.accepted, .unknown])
  }

  @Test("with personal data switched off says so")
  func masked() throws {
    let export = try read(
      Self.usageHeader
        + "h1,*****,*****,*****,*****,T,,Maya,2026,assigned,,,active,1,Subscription,3,1,,\n"
        + "h1,*****,*****,*****,*****,T,,AutoCAD,2026,assigned,,,active,1,Subscription,3,1,,\n"
        + "h2,*****,*****,*****,*****,T,,Maya,2026,assigned,,,active,1,Subscription,3,1,,\n")
    #expect(export.isMasked)
    #expect(
      export.figures
        == .init(rows: 3, users: 2, offerings: 2, masked: 3, assigned: 0, unassigned: 0))
    #expect(export.people.rows.isEmpty)
  }

  @Test("in a workbook stands on the second sheet, dates as numbers")
  func workbook() throws {
    let bytes = WorkbookMaker(sheets: [
      .init("Filter", [["Team", "T"], ["Product", "All"], ["Email", "All"]]),
      .init(
        "Nutzung",
        [
          [
            "First name", "Last name", "Email", "Team", "Product", "Seat assignment",
            "Last accessed",
          ],
          ["Ann", "Bos", "ann@example.com", "T", "Maya", "assigned", "46232"],
          ["Bas", "Oud", "bas@example.com", "T", "Maya", "unassigned"],
        ]),
    ]).bytes()
    #expect(try UsersExport.recognises(TableFile(bytes)) == .usage)
    #expect(try !PeopleListReader.recognises(TableFile(bytes)))
    let export = try #require(try UsersExport.read(bytes))
    #expect(
      export.figures
        == .init(rows: 2, users: 2, offerings: 1, masked: 0, assigned: 1, unassigned: 1))
    #expect(export.assignments[0].lastUsedOn?.iso == "2026-07-29")
  }

  @Test("is told apart from lists and other exports")
  func kinds() throws {
    func kind(_ text: String) -> UsersExport.Kind? {
      UsersExport.recognises(Table.sample(of: Array(text.utf8).span))
    }
    #expect(kind(Self.usageHeader) == .usage)
    #expect(kind("First name,Last name,Email address\nAnn,Bos,ann@example.com\n") == nil)
    #expect(kind("Vorname;Nachname;Email;Account status\n") == nil)
    #expect(kind("team_alias,offering_name,version,day_used,email\n") == nil)
    #expect(kind("{}") == nil)
    #expect(try UsersExport.read(Array("a,b\n1,2\n".utf8)) == nil)
  }

  @Test("may hold anything behind its header", arguments: 0..<200)
  func anything(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet = Array("ab@@..,,,,*\"\n\n\u{202E}é2026-".utf8) + [0xFF]
    let header = Array("email,offering_name,seat_assignment,team_alias,last_accessed\n".utf8)
    let export = try #require(
      try UsersExport.read(header + random.bytes(of: alphabet, upTo: 300)))
    #expect(export.invitations.count == export.people.rows.count)
    #expect(export.personTeams.allSatisfy { export.teams.indices.contains($0) })
    for assignment in export.assignments {
      #expect(export.people.rows.indices.contains(assignment.person))
      #expect(export.offerings.indices.contains(assignment.offering))
      #expect(export.teams.indices.contains(assignment.team))
    }
    let pairs = Set(export.assignments.map { [$0.person, $0.offering] })
    #expect(pairs.count == export.assignments.count)
  }
}

@Suite("A number of seats")
struct SeatNumberTests {
  @Test(
    "is read as people and sheets write it, and is unknown otherwise",
    arguments: [
      ("5", 5), ("5.0", 5), ("1,250", 1_250), ("1.250", 1_250), ("1 250", 1_250), ("", nil),
      ("unlimited", nil), ("1,25", nil), ("-4", nil), ("12.345.6", nil),
    ] as [(String, Int?)])
  func count(text: String, expected: Int?) {
    #expect(PortalValue.count(text) == expected)
  }
}

@Suite("An export of the portal's subscriptions")
struct SubscriptionsExportTests {
  @Test("tells products and seats")
  func read() throws {
    let text = """
      team_alias,offering_name,contract_number,subscription_id,term,start_date,end_date,\
      autorenew_date,subscription_status,seat_quantity,reseller_email,reseller_name
      T,Maya,110,570,Annual,2027-01-01,2027-12-31,,Active,4,,
      T,Maya,110,571,Annual,2027-01-01,2027-12-31,,Active,2,,
      T,AEC Collection,111,572,Annual,2027-01-01,,,Active,90,,

      """
    let bytes = Array(text.utf8)
    let kinds = (
      SubscriptionsExport.recognises(Table.sample(of: bytes.span)),
      UsersExport.recognises(Table.sample(of: bytes.span)),
      PeopleListReader.recognises(Table.sample(of: bytes.span))
    )
    #expect(kinds == (true, nil, false))
    let export = try #require(try SubscriptionsExport.read(bytes))
    #expect(export.figures == .init(products: 2, seats: 96))
    #expect(export.subscriptions[0].startsOn?.iso == "2027-01-01")
    #expect(export.subscriptions[2].endsOn == nil)
    #expect(try SubscriptionsExport.read(Array("a,b\n".utf8)) == nil)
  }
}
