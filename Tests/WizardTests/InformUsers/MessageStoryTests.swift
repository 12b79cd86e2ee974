import Canvas
import Documents
import Foundation
import Migration
import Testing
import WizardTesting

@testable import Wizard
@testable import overstap

/// Step 4 from beginning to end, with the files really written and read.
@Suite("The story of step 4")
struct MessageStoryTests {
  private let folder: String

  init() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    folder = path.path(percentEncoded: false)
  }

  private func press(_ id: String, _ wizard: inout Rehearsal) throws {
    try wizard.focus(id)
    try wizard.press(.enter)
  }

  /// Makes a hand-over of the kind that is chosen and says that it went; gives the folder of its mails.
  private func send(_ wizard: inout Rehearsal) throws -> String {
    try wizard.fill("folder", folder)
    try press("write", &wizard)
    #expect(wizard.state.visit.screen == "message-hand-over")
    let number = try #require(wizard.state.summary.handOvers.first?.number)
    try press("done", &wizard)
    return "\(folder)/overstap-hand-over-\(number)/messages"
  }

  private func mails(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test("Announced, told of the switch, one message back, two signed in, one to chase and reminded")
  func story() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var wizard = try Rehearsal.organisation("en") { file throws(ChangeRefusal) in
      try Fixtures.fillSmallOrganisation(file, language: "en")
      try Fixtures.fillProducts(file)
    }
    try wizard.jump("hand-over-messages")
    let announced = try send(&wizard)
    #expect(try mails(announced).count == wizard.state.summary.handOvers[0].rowCount)

    // The switch-over message goes to who has a seat: three people.
    try wizard.jump("hand-over-messages")
    try wizard.focus("message-kind")
    try wizard.press(.right)
    let told = try send(&wizard)
    let names = try mails(told)
    #expect(names.count == 3)
    #expect(wizard.state.summary.funnel(of: .informUsers).stated == 3)

    // The first one comes back: what the mail system sends quotes the message.
    let mail = String(
      decoding: try Data(contentsOf: URL(filePath: "\(told)/\(names[0])")), as: UTF8.self)
    let bounce = "Return-Path: <>\nFrom: MAILER-DAEMON@example.com\n\nNo such user.\n\n" + mail
    let path = "\(folder)/bounce.eml"
    try Data(bounce.utf8).write(to: URL(filePath: path))
    wizard.state.moment = Moment(day: Fixtures.now.day + 1, minute: 600)
    try wizard.jump("prove-messages")
    try wizard.fill("bounces", path)
    try press("read", &wizard)
    #expect(wizard.state.summary.messages.failed == 1)
    #expect(wizard.state.summary.funnel(of: .informUsers) == Funnel(total: 3, stated: 2, failed: 1))

    // A usage report shows that one of the others used a product after that.
    let address = String(names[1].dropLast(4))
    let used = (Fixtures.now.day + 2).iso
    let report = """
      first_name,last_name,email,team_alias,offering_name,seat_assignment,last_accessed
      A,B,\(address),Brugman Ingenieurs - 4417,AutoCAD,assigned,\(used)

      """
    let export = try #require(try UsersExport.read(Array(report.utf8)))
    wizard.state.moment = Moment(day: Fixtures.now.day + 6, minute: 600)
    try wizard.perform([
      .createUsers(
        .prove(
          Evidence(
            kind: .usageReport, file: "usage.csv", day: Fixtures.now.day + 6,
            team: "Brugman Ingenieurs - 4417", isWhole: false, digest: "1", rowCount: 1,
            personCount: 1), export.portalPeople(team: 0)))
    ])
    try wizard.jump("prove-messages")
    #expect(wizard.state.summary.funnel(of: .informUsers).proven == 1)
    #expect(wizard.state.summary.messages.toChase == 1)

    // One key makes the reminder's hand-over, and it goes to the third alone.
    try press("remind", &wizard)
    #expect(wizard.state.visit.screen == "hand-over-messages")
    #expect(try mails(try send(&wizard)) == [names[2]])
    #expect(wizard.state.summary.messages.toChase == 0)
  }
}
