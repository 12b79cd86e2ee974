import Canvas
import Migration
import SessionFile
import Testing
import WizardTesting

@testable import Wizard

@Suite("What was only said, and whom a step is open for")
struct StatementTests {
  private static let today = Rehearsal.now.day

  /// An organisation of nobody, whose one server was used by 39 logins until three weeks ago, with
  /// everything else said to be done.
  private func quiet() throws -> Rehearsal {
    try Rehearsal.organisation("en") { file throws(ChangeRefusal) in
      try Fixtures.fillEmptyOrganisation(file, language: "en")
      let details = ServerDetails(hosts: ["lic01"], daemon: "adskflex")
      var log = LicensingBatch.Server(details: details)
      log.log = LogSpan(
        first: Moment(day: Self.today - 80), end: Moment(day: Self.today, minute: 600), outs: 400,
        lastOut: Moment(day: Self.today - 21))
      log.uses = (1...39).map { number in
        var use = LicensingBatch.Use(
          login: "user\(number)", computer: "PC\(number)", feature: "64300ACD_F",
          offering: "AutoCAD", product: "AutoCAD 2024")
        use.lastUsed = Moment(day: Self.today - 21)
        return use
      }
      var answer = LicensingBatch.Server(details: details)
      answer.answer = ServerAnswer(.up, at: Moment(day: Self.today, minute: 610))
      let installed = InstallationDetails(
        computer: "PC1", product: "AutoCAD 2024", offering: "AutoCAD", login: "user1")
      let changes: [Change] = [
        .retireServers(.take(LicensingBatch(.debugLog, servers: [log]), nil)),
        .retireServers(.take(LicensingBatch(.lmstat, servers: [answer]), nil)),
        .switchDevices(.add([installed])),
        .switchDevices(.state([InstallationID(1)], isSwitched: true)),
        .informUsers(.stateInformed(Self.today)),
      ]
      for change in changes { _ = try file.apply(change, at: Rehearsal.now) }
    }
  }

  private func text(_ wizard: Rehearsal) -> String { render(wizard.state).text }

  /// The line of a text that has some words.
  private func line(_ words: String, _ wizard: Rehearsal) -> Substring? {
    text(wizard).split(separator: "\n").first { $0.contains(words) }
  }

  @Test("39 logins of nobody stand in the way of a server, though everyone is said to be informed")
  func nobody() throws {
    var wizard = try quiet()
    try wizard.jump("ready-to-retire")
    #expect(text(wizard).contains("No, not yet: 1 open"))
    #expect(line("39 logins of nobody", wizard)?.contains("!") == true)
    #expect(line("All is switched", wizard)?.contains("○") == true, "that was only said")
    #expect(line("Everyone is informed", wizard)?.contains("○") == true, "that was only said")
    #expect(line("Nothing in use", wizard)?.contains("●") == true, "that was seen")
  }

  @Test("With the logins set aside it is yes, and says how much of it was only said")
  func yes() throws {
    var wizard = try quiet()
    try wizard.perform([
      .apply(.retireServers(.setAside((1...39).map { "user\($0)" }, "Render node")))
    ])
    try wizard.jump("ready-to-retire")
    #expect(text(wizard).contains("Yes. 5 conditions are seen, 2 are only stated by you."))
    #expect(wizard.state.summary.gate(of: .retireServers, today: Self.today).isOpen)
  }

  @Test("Enter on the logins goes to those of nobody")
  func logins() throws {
    var wizard = try quiet()
    try wizard.jump("ready-to-retire")
    for _ in 0..<5 { try wizard.press(.down) }
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "network-use")
    #expect(wizard.state.retireServers.uses.window.total == 39)
    #expect(wizard.state.retireServers.uses.query.narrowing == .nobody)
  }

  @Test("With all servers stated off the page says so and leads to the proof")
  func allOff() throws {
    var wizard = try quiet()
    try wizard.perform([
      .apply(.retireServers(.retire(ServerID(1), typed: "lic01", quietDays: 14)))
    ])
    try wizard.jump("ready-to-retire")
    #expect(text(wizard).contains("All servers are stated off."))
    #expect(!text(wizard).contains("unknown"))
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "prove-servers")
    try wizard.jump("retire-server", "1")
    #expect(!text(wizard).contains("No, not yet"))
  }

  // MARK: Steps 3 and 4

  /// Twelve people, of whom three have a seat that is stated or proven.
  private func seated(_ language: String) throws -> Rehearsal {
    try Rehearsal.organisation(language) { file throws(ChangeRefusal) in
      try Fixtures.fillSmallOrganisation(file, language: language)
      try Fixtures.fillProducts(file)
    }
  }

  @Test(
    "Steps 3 and 4 are open for who has a seat, on the overview and on their own pages",
    arguments: [
      ("en", "of", "You may carry this step out now", "Open for"),
      ("nl", "van", "U kunt deze stap nu uitvoeren", "Open voor"),
    ])
  func openFor(_ language: String, _ of: String, _ now: String, _ open: String) throws {
    var wizard = try seated(language)
    let people = wizard.state.summary.userFunnel.total
    try wizard.jump("overview")
    let seen = text(wizard).split(separator: "\n").filter { $0.contains("3 \(of) \(people)") }
    #expect(seen.count == 2)
    for step in [Step.switchDevices, .informUsers] {
      try wizard.jump(step.id)
      #expect(text(wizard).contains("\(open) 3 \(of) \(people)"))
      #expect(!text(wizard).contains(now), "there is no page yet on which to do it")
    }
  }

  @Test("While nobody's seat is stated, steps 3 and 4 are not open, whatever is planned")
  func nobodyYet() throws {
    var wizard = try Rehearsal.small("en")
    let summary = wizard.state.summary
    #expect(summary.gate(of: .informUsers, today: Self.today).reason == .nobodyAssigned)
    try wizard.jump("inform-users")
    #expect(text(wizard).contains("person by person"))
  }
}
