import Canvas
import Foundation
import Migration
import Testing
import WizardTesting

@testable import Wizard
@testable import overstap

@Suite("A hand-over of computers")
struct HandOverDevicesTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let file = try TemporaryFile.write("", as: "nothing.txt")
    defer { TemporaryFile.remove(file) }
    try body(String(file.dropLast("/nothing.txt".count)))
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private func texts(_ wizard: Rehearsal) -> String {
    render(wizard.state).nodes.map { "\($0.name) \($0.value)" }.joined(separator: "\n")
  }

  /// On the page that makes them, with an empty folder for the files.
  private func carryingOut(into folder: String, _ keys: Key...) throws -> Rehearsal {
    var wizard = try Situations.computers("en", "computers", keys: keys)
    wizard.state.memory.setText("folder", folder)
    if wizard.state.visit.screen != "hand-over-devices" { try wizard.press(.character("o")) }
    wizard.state.memory.setText("folder", folder)
    return wizard
  }

  @Test(
    "Nobody without a seat is locked out unless that is said, and then it stands in the journal")
  func lockedOut() throws {
    try withFolder { folder in
      var wizard = try carryingOut(into: folder)
      #expect(texts(wizard).contains("computers where somebody has no seat"))
      try wizard.press(.function(10))
      #expect(wizard.state.summary.handOvers.allSatisfy { $0.step != .switchDevices })
      #expect(wizard.state.visit.screen == "hand-over-devices")

      try wizard.focus("locked-out")
      try wizard.press(.right)
      try wizard.press(.function(10))
      #expect(wizard.state.visit.screen == "device-hand-over")
      #expect(texts(wizard).contains("Computers are in it where somebody has no seat"))
      #expect(
        wizard.state.summary.undoable == .switchDevices(.handOverLockedOut),
        "the journal says that they were taken along")
      let made = try #require(wizard.state.summary.handOvers.first { $0.step == .switchDevices })
      let script = try text("\(folder)/overstap-hand-over-\(made.number)/switch.sh")
      #expect(script.contains("order='\(made.number)'") || script.contains("\(made.number)"))
      #expect(script.contains("lt-0031") && script.contains("ws-balie"))
      #expect(
        FileManager.default.fileExists(
          atPath: "\(folder)/overstap-hand-over-\(made.number)/ansible/inventory.yml"))
    }
  }

  @Test("Of the chosen computers only, once; stated, taken back, and undone with files left")
  func chosen() throws {
    try withFolder { folder in
      var wizard = try carryingOut(into: folder, .character(" "), .down, .character(" "))
      #expect(texts(wizard).contains("2 chosen"))
      try wizard.focus("locked-out")
      try wizard.press(.right)
      let ready = try #require(wizard.state.switchDevices.counted).count
      #expect(ready.computers == 2 || ready.computers == 1)
      try wizard.press(.function(10))
      let made = try #require(wizard.state.summary.handOvers.first { $0.step == .switchDevices })
      #expect(made.rowCount == ready.products)
      let before = wizard.state.summary.funnel(of: .switchDevices).stated
      try wizard.press(.function(10))
      #expect(wizard.state.summary.funnel(of: .switchDevices).stated > before)
      try wizard.press(.character("u"))
      #expect(wizard.state.summary.funnel(of: .switchDevices).stated == before)
      try wizard.press(.character("u"))
      #expect(
        wizard.state.summary.handOvers.first { $0.number == made.number }?.stage == .withdrawn)
      #expect(made.files.allSatisfy { FileManager.default.fileExists(atPath: $0) })
    }
  }

  @Test("Leaflets for each person name that person's own products and no others'")
  func leaflets() throws {
    try withFolder { folder in
      var wizard = try carryingOut(into: folder)
      try wizard.focus("locked-out")
      try wizard.press(.right)
      try wizard.focus("way")
      try wizard.press(.right, .right)
      #expect(!texts(wizard).contains("Folder for the results"))
      try wizard.press(.function(10))
      let made = try #require(wizard.state.summary.handOvers.first { $0.step == .switchDevices })
      let harry = try #require(
        made.files.first { $0.contains("jpeters") && $0.hasSuffix(".txt") }
          ?? made.files.first { $0.contains("hermione") && $0.hasSuffix(".txt") })
      let leaflet = try text(harry)
      #expect(leaflet.contains("Civil 3D 2023") || leaflet.contains("AutoCAD"))
      #expect(!leaflet.contains("Navisworks Manage 2024"))
      #expect(!made.files.contains { $0.hasSuffix("switch.sh") })
    }
  }

  @Test("The folder for the results stands in the scripts and in the hand-over")
  func results() throws {
    try withFolder { folder in
      var wizard = try carryingOut(into: folder)
      try wizard.focus("locked-out")
      try wizard.press(.right)
      try wizard.fill("results-folder", "/srv/overstap results")
      try wizard.press(.function(10))
      #expect(texts(wizard).contains("/srv/overstap results"))
      let made = try #require(wizard.state.summary.handOvers.first { $0.step == .switchDevices })
      let path = try #require(made.files.first { $0.hasSuffix("/switch.sh") })
      #expect(try text(path).contains("/srv/overstap results"))
    }
  }

  @Test("It says until when the way back is open, and that it is not any more")
  func wayBack() throws {
    var wizard = try Situations.handedOver("en", "hand-over-devices", keys: [.enter])
    #expect(texts(wizard).contains("undo.* works until"))
    var setup = wizard.state.setup
    setup.startDate = wizard.state.moment.day - 60
    wizard.state.summary.setup = setup
    #expect(texts(wizard).contains("there is no way back"))
  }
}
