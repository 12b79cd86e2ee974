import Canvas
import Foundation
import Migration
import Seeds
import Testing
import WizardTesting

@testable import Wizard
@testable import overstap

/// Step 3 from beginning to end, with the scripts really run against a stand-in for the licensing helper.
@Suite("The story of step 3")
struct SwitchStoryTests {
  private let folder: String

  init() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    folder = path.path(percentEncoded: false)
  }

  /// A stand-in for the helper of a computer, with AutoCAD 2024 on the network licence.
  private func standIn(_ computer: String) throws -> StandInHelper {
    try StandInHelper(
      in: "\(folder)/\(computer)",
      products: "ACD|001P1|2024.0.0.F|001P1|2024.0.0.F|1|1|2080@lic01.example.com|1,2,4\n")
  }

  /// Runs a script of a hand-over on a computer, whose clock says the day of the story.
  private func run(
    _ script: String, on computer: String, _ helper: StandInHelper
  ) throws -> (lines: [String], status: Int32) {
    try helper.run(
      script, ["--host", computer, "--results", "\(folder)/results"], day: "2027-01-14",
      time: "08:00:00")
  }

  private func press(_ id: String, _ wizard: inout Rehearsal) throws {
    try wizard.focus(id)
    try wizard.press(.enter)
  }

  private func switched(_ wizard: inout Rehearsal) throws -> RetireCondition.Verdict? {
    wizard.state.summary.retireVerdict(now: wizard.state.moment).conditions
      .first { $0.kind == .switched }?.verdict
  }

  @Test(
    "From a log and three helper lists to a pilot of two, one failure, its retry, and all switched")
  func story() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var wizard = try Rehearsal.organisation("en") { file throws(ChangeRefusal) in
      try Fixtures.fillSmallOrganisation(file, language: "en")
      // What the licence log told: three computers, of which the helper's lists tell the products.
      let seen = ["PC1", "PC2", "PC3"].map {
        InstallationDetails(
          computer: $0, product: "AutoCAD 2024", offering: "AutoCAD", login: "hpotter",
          lastUsed: Moment(day: Fixtures.now.day - 9, minute: 1))
      }
      _ = try file.apply(.switchDevices(.add(seen)), at: Fixtures.now)
    }
    let helpers = try ["PC1", "PC2", "PC3"].map { ($0, try standIn($0)) }
    // Three lists, each called as its computer.
    for (computer, helper) in helpers {
      let list = "\(folder)/\(computer).json"
      try Data(try helper.list().utf8).write(to: URL(filePath: list))
      let before = Date(timeIntervalSince1970: TimeInterval((Fixtures.now.minutes - 2_000) * 60))
      try FileManager.default.setAttributes([.modificationDate: before], ofItemAtPath: list)
      try wizard.jump("add-file")
      try wizard.fill("path", list)
      try wizard.press(.enter)
      #expect(wizard.state.visit.screen == "review-devices")
      try press("take", &wizard)
    }
    #expect(wizard.state.summary.funnel(of: .switchDevices).total == 3)
    #expect(try switched(&wizard) == .open)

    // A pilot of two.
    try wizard.jump("computers")
    try wizard.press(.character(" "), .character(" "), .character("g"))
    try wizard.fill("computer-group", "Pilot")
    try wizard.press(.enter)
    try wizard.jump("hand-over-devices")
    try wizard.focus("group")
    try wizard.press(.right)
    if wizard.state.switchDevices.counted?.count.closed ?? 0 > 0 {
      try wizard.focus("locked-out")
      try wizard.press(.right)
    }
    wizard.state.memory.setText("folder", folder)
    try wizard.fill("results-folder", "\(folder)/results")
    try wizard.press(.function(10))
    let pilot = try #require(wizard.state.summary.handOvers.first)
    #expect(pilot.step == .switchDevices && pilot.group == "Pilot" && pilot.rowCount == 2)
    let script = try #require(pilot.files.first { $0.hasSuffix("/switch.sh") })

    // Its script, really run: one goes over, one helper refuses, and a third is not in the order.
    try FileManager.default.createDirectory(
      atPath: "\(folder)/results", withIntermediateDirectories: true)
    try helpers[1].1.trouble("refuse")
    #expect(try run(script, on: "PC1", helpers[0].1).status == 0)
    #expect(try run(script, on: "PC2", helpers[1].1).status == 1)
    #expect(try run(script, on: "PC3", helpers[2].1).status == 3)
    try wizard.press(.function(10))
    #expect(wizard.state.summary.funnel(of: .switchDevices).stated == 2)

    // Read back.
    try press("prove", &wizard)
    #expect(wizard.state.memory.text("results") == "\(folder)/results")
    try wizard.press(.function(10))
    var funnel = wizard.state.summary.funnel(of: .switchDevices)
    #expect(funnel.proven == 1 && funnel.failed == 1)
    #expect(wizard.state.summary.devices.again == 1)

    // The retry of exactly that one, with the helper in order again.
    try press("again", &wizard)
    if wizard.state.switchDevices.counted?.count.closed ?? 0 > 0 {
      try wizard.focus("locked-out")
      try wizard.press(.right)
    }
    try wizard.press(.function(10))
    let retry = try #require(wizard.state.summary.handOvers.first)
    #expect(retry.number > pilot.number && retry.rowCount == 1)
    try helpers[1].1.trouble("")
    let again = try #require(retry.files.first { $0.hasSuffix("/switch.sh") })
    #expect(try run(again, on: "PC1", helpers[0].1).status == 3, "it is in no retry")
    #expect(try run(again, on: "PC2", helpers[1].1).status == 0)
    try wizard.jump("prove-devices")
    try wizard.press(.function(10))
    funnel = wizard.state.summary.funnel(of: .switchDevices)
    #expect(funnel.proven == 2 && funnel.failed == 0)
    #expect(try switched(&wizard) == .open)

    // The rest, and then everything is switched.
    try wizard.jump("hand-over-devices")
    if wizard.state.switchDevices.counted?.count.closed ?? 0 > 0 {
      try wizard.focus("locked-out")
      try wizard.press(.right)
    }
    try wizard.press(.function(10))
    let rest = try #require(wizard.state.summary.handOvers.first)
    #expect(rest.number > retry.number && rest.rowCount == 1)
    let last = try #require(rest.files.first { $0.hasSuffix("/switch.sh") })
    #expect(try run(last, on: "PC3", helpers[2].1).status == 0)
    try wizard.jump("prove-devices")
    try wizard.press(.function(10))
    #expect(wizard.state.summary.funnel(of: .switchDevices).proven == 3)
    #expect(try switched(&wizard) == .met)
    try wizard.jump("ready-to-retire")
    #expect(wizard.state.visit.screen == "ready-to-retire")
  }
}
