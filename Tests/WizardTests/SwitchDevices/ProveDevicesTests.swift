import Canvas
import Foundation
import Migration
import Testing
import WizardTesting

@testable import Wizard
@testable import overstap

@Suite("What the computers give back")
struct ProveDevicesTests {
  /// A folder for results, and what computers bring into it.
  private struct Results {
    let folder: String

    init() throws {
      let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
      folder = path.path(percentEncoded: false)
    }

    func bring(
      _ computer: String, _ key: String = "001P1", method: Int = 4, reason: String = "",
      order: Int = 1, day: String = "2027-01-14", time: String = "08:00:00"
    ) throws {
      let outcome = reason.isEmpty ? "switched" : "failed"
      let call = #"{"arguments": ["change"], "exit": 5, "answer": "administrator rights"}"#
      let text = """
        {"overstap": 1, "action": "switch", "order": \(order), "host": "\(computer)", "user": "root",
         "day": "\(day)", "time": "\(time)", "helper": "/opt/helper",
         "products": [{"key": "\(key)", "version": "2024.0.0.F", "outcome": "\(outcome)",
           "reason": "\(reason)", "before": {"method": 1}, "after": {"method": \(method)},
           "calls": [\(reason.isEmpty ? "" : call)]}], "calls": []}
        """
      try write(text, "overstap-\(order)-\(computer).json")
    }

    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// On the page, with AutoCAD 2024 on so many computers, all handed over by script.
  private func proving(_ count: Int, _ results: Results) throws -> Rehearsal {
    var wizard = try Rehearsal.organisation("en") { file throws(ChangeRefusal) in
      try Fixtures.fillSmallOrganisation(file, language: "en")
      let told = (1...count).map { number in
        DeviceBatch.Told(
          ComputerDetails(name: "PC\(number)", group: number == 1 ? "Pilot" : "Office"),
          .helperList, at: Moment(day: Fixtures.now.day - 2, minute: 1),
          products: [.init(key: "001P1", version: "2024.0.0.F", method: .network)])
      }
      _ = try file.apply(.switchDevices(.take(DeviceBatch(told))), at: Fixtures.now)
    }
    let before = Moment(day: Fixtures.now.day - 1, minute: 1)
    wizard.state.moment = before
    let all = (1...count).map { InstallationID(Int64($0)) }
    let written = HandOver(
      number: 9, step: .switchDevices, writtenOn: before.day, rowCount: count,
      files: ["/tmp/9/switch.sh"], digest: "00ff")
    try wizard.perform([
      .apply(.switchDevices(.handOver(written, all, SwitchTerms(results: results.folder))))
    ])
    wizard.state.moment = Fixtures.now
    try wizard.jump("prove-devices")
    return wizard
  }

  /// What the program does every few seconds while nobody types.
  private func look(_ wizard: inout Rehearsal) throws {
    let watched = try #require(Flow.screen(wizard.state.visit.screen).watch(wizard.state))
    try wizard.perform([watched])
  }

  private func texts(_ wizard: Rehearsal) -> String {
    render(wizard.state).nodes.map { "\($0.name) \($0.value)" }.joined(separator: "\n")
  }

  @Test("Read from the folder of the hand-over, which is watched from then on, each time one undo")
  func watched() throws {
    let results = try Results()
    defer { results.remove() }
    try results.bring("PC1", order: 9)
    try results.bring("PC2", method: 1, reason: "refused", order: 9)
    var wizard = try proving(4, results)
    #expect(Flow.screen("prove-devices").watch(wizard.state) == nil, "nobody asked for it yet")
    #expect(wizard.state.memory.text("results") == results.folder)
    try wizard.press(.function(10))
    let devices = wizard.state.summary
    #expect(devices.funnel(of: .switchDevices).proven == 1)
    #expect(devices.devices.failed == 1)
    #expect(texts(wizard).contains("Watched: 2 files read"))

    let revision = wizard.state.summary.revision
    try look(&wizard)
    #expect(wizard.state.summary.revision == revision, "nothing new, nothing written")
    try results.bring("PC3", order: 9)
    try results.write("{\"overstap\": 1, \"host\"", "overstap-9-PC4.json")
    try look(&wizard)
    #expect(wizard.state.summary.funnel(of: .switchDevices).proven == 2)
    #expect(texts(wizard).contains("1 could not be read (overstap-9-PC4.json)"))
    try results.bring("PC4", order: 9)
    try look(&wizard)
    #expect(wizard.state.summary.funnel(of: .switchDevices).proven == 3)
    #expect(!texts(wizard).contains("could not be read"))

    try wizard.press(.character("u"))
    #expect(wizard.state.summary.funnel(of: .switchDevices).proven == 2)
    try look(&wizard)
    #expect(
      wizard.state.summary.funnel(of: .switchDevices).proven == 2, "what was undone stays undone")
    try wizard.press(.escape)
    #expect(Flow.screen(wizard.state.visit.screen).watch(wizard.state) == nil)
  }

  @Test("A folder that is not there is said once, and not looked for again and again")
  func gone() throws {
    let results = try Results()
    var wizard = try proving(1, results)
    results.remove()
    try wizard.press(.function(10))
    #expect(wizard.state.notice?.key == "file-missing")
    #expect(Flow.screen("prove-devices").watch(wizard.state) == nil)
  }

  @Test("A row says why it failed and what the helper answered; names hidden it says no answer")
  func why() throws {
    let results = try Results()
    defer { results.remove() }
    try results.bring("PC1", method: 1, reason: "refused", order: 9)
    var wizard = try proving(1, results)
    try wizard.press(.function(10))
    try wizard.focus("tab-failed")
    try wizard.press(.down)
    try wizard.focus("installations")
    #expect(texts(wizard).contains("The licensing helper refused. The helper says: administrator"))
    try wizard.press(.character("m"))
    #expect(texts(wizard).contains("The licensing helper refused."))
    #expect(!texts(wizard).contains("administrator"))
  }

  @Test("Once more is a hand-over of exactly what failed or kept silent")
  func again() throws {
    let results = try Results()
    defer { results.remove() }
    try results.bring("PC1", order: 9)
    try results.bring("PC2", method: 1, reason: "timeout", order: 9)
    var wizard = try proving(3, results)
    wizard.state.moment = Moment(day: Fixtures.now.day + 5, minute: 1)
    try wizard.press(.function(10))
    #expect(texts(wizard).contains("Once more: 2"))
    #expect(texts(wizard).contains("No answer 1"))
    try wizard.focus("again")
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "hand-over-devices")
    try wizard.focus("locked-out")
    try wizard.press(.right)
    wizard.state.memory.setText("folder", results.folder + "/made")
    try wizard.press(.function(10))
    let made = try #require(wizard.state.summary.handOvers.first)
    #expect(made.step == .switchDevices && made.rowCount == 2)
    let path = try #require(made.files.first { $0.hasSuffix("/switch.sh") })
    let script = try String(contentsOfFile: path, encoding: .utf8)
    #expect(script.contains("pc2") && script.contains("pc3") && !script.contains("pc1"))
    #expect(wizard.state.summary.devices.again == 0)
    try results.bring("PC2", order: made.number, day: "2027-01-19")
    try wizard.jump("prove-devices")
    wizard.state.memory.setText("results", results.folder)
    try wizard.press(.function(10))
    #expect(wizard.state.summary.funnel(of: .switchDevices).proven == 2)
  }

  @Test("When the pilot is proven the next group is offered")
  func next() throws {
    let results = try Results()
    defer { results.remove() }
    try results.bring("PC1", order: 9)
    var wizard = try proving(3, results)
    try wizard.press(.function(10))
    wizard.state.summary.devices.nextGroup = .init(name: "Office", count: 2)
    #expect(texts(wizard).contains("Next: Office, 2 computers"))
    try wizard.focus("next")
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "hand-over-devices")
    #expect(HandOverDevices.who(wizard.state) == .group("Office"))
  }

  @Test("What was found comes into our list, and what is gone leaves it: one, or all of them")
  func differences() throws {
    let results = try Results()
    defer { results.remove() }
    for computer in ["PC1", "PC2", "PC3"] { try results.bring(computer, "829P1", order: 9) }
    var wizard = try proving(3, results)
    try wizard.press(.function(10))
    #expect(wizard.state.summary.devices.found == 3)
    let total = wizard.state.summary.funnel(of: .switchDevices).total
    try wizard.focus("tab-failed")
    for _ in 0..<3 { try wizard.press(.right) }
    #expect(texts(wizard).contains("Into our list: 3"))
    try wizard.focus("installations")
    try wizard.press(.down, .character("t"))
    #expect(wizard.state.summary.devices.found == 2)
    try wizard.focus("list")
    try wizard.press(.enter)
    #expect(wizard.state.summary.devices.found == 0)
    #expect(wizard.state.summary.funnel(of: .switchDevices).total == total + 3)
    try wizard.press(.character("u"), .character("u"))
    #expect(wizard.state.summary.funnel(of: .switchDevices).total == total)
  }

  @Test(
    "200 results that come in while the page is open are each read once, whatever is half there")
  func many() throws {
    let results = try Results()
    defer { results.remove() }
    var wizard = try proving(200, results)
    try wizard.press(.function(10))
    #expect(texts(wizard).contains("Watched: 0 files read"))
    for batch in 0..<8 {
      for number in (batch * 25 + 1)...(batch * 25 + 25) {
        try results.bring("PC\(number)", order: 9)
        try results.write("{", "overstap-9-PC\(number + 1).json.part")
      }
      try results.write("{\"overstap\"", "overstap-9-next.json")
      try look(&wizard)
      #expect(wizard.state.summary.funnel(of: .switchDevices).proven == batch * 25 + 25)
    }
    try FileManager.default.removeItem(atPath: results.folder + "/overstap-9-next.json")
    #expect(wizard.state.switchDevices.results?.told == 25)
    #expect(wizard.state.summary.devices.failed == 0)
    for _ in 0..<8 { try wizard.press(.character("u")) }
    #expect(wizard.state.summary.funnel(of: .switchDevices).proven == 0)
  }
}
