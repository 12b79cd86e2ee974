import Migration
import SessionFile

/// What shows how far the little organisation is: a Users export of the portal, and the log of its
/// licence server.
extension Demonstration {
  /// An export of the team, three days old: most who were invited have accepted, some wait, and one
  /// is in the portal only.
  static func fillPortal(
    _ file: SessionFile, people: [UserDetails], at moment: Moment
  ) throws(ChangeRefusal) {
    let day = moment.day - 3
    var builder = PeopleBatchBuilder(reservingRows: people.count)
    for (place, person) in people.enumerated() { builder.add(line: place + 2, person) }
    let invitations = people.indices.map { $0 % 3 == 2 ? Invitation.pending : .accepted }
    let portal = PortalPeople(people: builder.batch, invitations: invitations)
    let evidence = Evidence(
      kind: .usersExport, file: "users-export.csv", day: day, team: team, isWhole: false,
      digest: "", rowCount: people.count, personCount: people.count)
    _ = try file.apply(
      .createUsers(.proveUsers(evidence, portal)), at: Moment(day: day, minute: 15 * 60 + 20))
  }

  /// A licence server whose log of this morning tells who still takes a network licence.
  static func fillServer(_ file: SessionFile, at moment: Moment) throws(ChangeRefusal) {
    var server = LicensingBatch.Server(
      details: ServerDetails(
        hosts: ["licsrv01"], lmgrdPort: 27_000, vendorPort: 2_080, daemon: "adskflex",
        licenceFile: "C:\\Autodesk\\LicenseManager\\licence.lic", system: .windows))
    let today = moment.day
    server.log = LogSpan(
      first: Moment(day: today - 120, minute: 300), end: Moment(day: today, minute: 480),
      outs: 1_204, lastOut: Moment(day: today - 1, minute: 1_010))
    server.uses = [
      use("hpotter", "WS-0142", "ACD", 2024, on: today - 1, minute: 1_010, days: 48),
      use("hgranger", "LT-0031", "RVT", 2024, on: today - 2, minute: 934, days: 40),
      use("nlongbottom", "WS-0077", "MAYA", 2025, on: today - 6, minute: 610, days: 21),
      use("dmalfoy", "WS-0093", "ACD", 2023, on: today - 4, minute: 845, days: 12),
      use("tekenkamer", "WS-BALIE", "ACD", 2024, on: today - 9, minute: 700, days: 55),
    ]
    _ = try file.apply(
      .retireServers(.take(LicensingBatch(.debugLog, servers: [server]), nil)),
      at: Moment(day: today, minute: 485))
  }

  private static func use(
    _ login: String, _ computer: String, _ code: String, _ year: Int, on day: Day, minute: Int,
    days: Int
  ) -> LicensingBatch.Use {
    let name = ProductName.of(code: code)
    var use = LicensingBatch.Use(
      login: login, computer: computer, feature: "64300\(code)_F", offering: name,
      product: "\(name) \(year)")
    use.lastUsed = Moment(day: day, minute: minute)
    for back in 0..<days { use.days.insert(day - back) }
    return use
  }
}

extension PeopleBatchBuilder {
  /// Adds a person whose details are known.
  fileprivate mutating func add(line: Int, _ details: UserDetails) {
    let (first, last, address) = (
      Array(details.firstName.utf8), Array(details.lastName.utf8), Array(details.address.utf8)
    )
    first.withUnsafeBufferPointer { first in
      last.withUnsafeBufferPointer { last in
        address.withUnsafeBufferPointer { address in
          var person = Person()
          person.first = first
          person.last = last
          person.address = address
          add(line: line, person)
        }
      }
    }
  }
}
