import Migration
import SessionFile
import Testing

private let day = Day(number: 20_000)

@Suite("Use in a usage report proves a switch a second way")
struct SingleUseTests {
  private let file: SessionFile
  private let people: [User]

  /// Two people: the first with AutoCAD on one computer, the second with it on two.
  init() throws {
    file = try SessionFile.inMemory()
    _ = try file.apply(
      .createUsers(.importUsers(People.batch(People.many(2)), .imported, .keep)),
      at: Moment(day: day, minute: 1))
    people = try file.userIDs(UserQuery()).sorted().compactMap { [file] in try file.user($0) }
    for (computer, person) in [("PC1", 0), ("PC2", 1), ("PC3", 1)] {
      let seen = InstallationDetails(
        computer: computer, product: "AutoCAD 2024", offering: "AutoCAD",
        login: people[person].details.address)
      _ = try file.apply(.switchDevices(.add([seen])), at: Moment(day: day, minute: 2))
    }
    _ = try file.apply(
      .switchDevices(.state((1...3).map { InstallationID($0) }, isSwitched: true)),
      at: Moment(day: day, minute: 600))
  }

  private func report(_ uses: [(Int, String, Int)], number: Int = 1) throws {
    let document = Evidence(
      kind: .usageReport, file: "usage-\(number).csv", day: day + 9, team: "T", isWhole: false,
      digest: "\(number)", rowCount: uses.count, personCount: people.count)
    let seats = SeatEvidence(
      uses: uses.map { person, offering, later in
        SeatEvidence.Use(
          address: people[person].details.address.uppercased(), offering: offering,
          day: day + later)
      })
    _ = try file.apply(
      .createUsers(
        .proveUsers(
          document, People.portal(people.map { ($0.details, .accepted) }),
          seats: SeatDecisions(seats))), at: Moment(day: day + 9, minute: 1))
  }

  private func standings() throws -> [Standing] {
    try file.installations(InstallationQuery(), places: 0..<9).rows.map(\.standing)
  }

  @Test(
    "on or after the day of the switch, where it can be of that computer alone; undo takes it back")
  func proven() throws {
    try report([(0, "AutoCAD", -1), (1, "AutoCAD", 3)])
    #expect(try standings() == [.stated, .stated, .stated], "before it, or of two computers")
    try report([(0, "Revit", 3)], number: 2)
    #expect(try standings() == [.stated, .stated, .stated], "of another product")
    try report([(0, "Autodesk AutoCAD", 0)], number: 3)
    #expect(try standings() == [.proven, .stated, .stated])
    _ = try file.undo(at: Moment(day: day + 9, minute: 2))
    #expect(try standings() == [.stated, .stated, .stated])
  }

  @Test("and network use after that takes it back, as it takes back any proof")
  func contradicted() throws {
    try report([(0, "AutoCAD", 2)])
    #expect(try standings().first == .proven)
    let told = DeviceBatch.Told(
      ComputerDetails(name: "PC1"), .helperList, at: Moment(day: day + 5, minute: 1),
      products: [.init(key: "001P1", version: "2024.0.0.F", method: .network)])
    _ = try file.apply(
      .switchDevices(.take(DeviceBatch([told]))), at: Moment(day: day + 9, minute: 3))
    #expect(try standings().first == .failed)
  }
}
