import Canvas
import Migration
import Testing
import WizardTesting

@testable import Wizard

@Suite("Computers from both sides")
struct ComputersTests {
  private func texts(_ wizard: Rehearsal) -> [String] {
    render(wizard.state).nodes.map { "\($0.name) \($0.value) \($0.remark)" }
  }

  private func names(_ wizard: Rehearsal) -> [String] {
    wizard.state.switchDevices.computers.window.rows.map(\.details.name)
  }

  /// The page of a computer with a product of two releases, one of them too old.
  private func twoReleases() throws -> Rehearsal {
    var wizard = try Rehearsal.organisation("en") { file throws(ChangeRefusal) in
      try Fixtures.fillSmallOrganisation(file, language: "en")
      _ = try file.apply(
        .assignProducts(.addProduct(ProductDetails(named: "AutoCAD", seats: 5))),
        at: Rehearsal.now)
      let installed = ["AutoCAD 2019", "Wonder 2025"].map { name in
        InstallationDetails(
          computer: "PC1", product: name, offering: String(name.dropLast(5)), login: "ann")
      }
      _ = try file.apply(.switchDevices(.add(installed)), at: Rehearsal.now)
    }
    try wizard.jump("computers")
    try wizard.press(.enter)
    return wizard
  }

  @Test("A new computer with two people, in a group, taken out and brought back")
  func new() throws {
    var wizard = try Situations.computers("en", "computers")
    let before = wizard.state.summary.devices
    try wizard.press(.character("n"))
    try wizard.fill("computer-name", "WS-0300")
    try wizard.fill("computer-people", "hpotter; wmeer ,")
    try wizard.fill("computer-group", "Pilot")
    try wizard.press(.function(10))
    #expect(wizard.state.visit.screen == "computers")
    let made = try #require(
      wizard.state.switchDevices.computers.window.rows.first { $0.details.name == "WS-0300" })
    #expect(made.details.people == ["hpotter", "wmeer"])
    #expect(made.people.first?.name == "Harry Potter")
    #expect(wizard.state.summary.devices.computers == before.computers + 1)

    try wizard.press(.character("/"))
    try wizard.type("0300")
    #expect(names(wizard) == ["WS-0300"])
    try wizard.press(.enter, .character("a"), .character("d"))
    #expect(names(wizard) == [])
    try wizard.press(.character("u"))
    #expect(names(wizard) == ["WS-0300"])
    #expect(
      wizard.state.switchDevices.computers.window.rows.first?.details.people
        == ["hpotter", "wmeer"])
  }

  @Test("A name that another computer has is refused, and the focus is on it")
  func taken() throws {
    var wizard = try Situations.computers("nl", "computers", keys: [.character("n")])
    try wizard.fill("computer-name", "ws-0142")
    try wizard.press(.function(10))
    #expect(wizard.state.visit.screen == "computer-form")
    #expect(wizard.state.memory.focus == "computer-name")
  }

  @Test("Chosen computers get a group, and one undo takes it back")
  func group() throws {
    var wizard = try Situations.computers("en", "computers")
    try wizard.press(.character("a"), .character("g"))
    #expect(wizard.state.visit.screen == "group-computers")
    try wizard.fill("computer-group", "Wave 1")
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "computers")
    let count = wizard.state.summary.devices.computers
    #expect(wizard.state.summary.devices.groups.map(\.name) == ["Wave 1"])
    #expect(wizard.state.summary.devices.groups.map(\.count) == [count])
    try wizard.press(.character("u"))
    #expect(wizard.state.summary.devices.groups.map(\.name) == ["Pilot"])
  }

  @Test("A computer without a product is not counted among those that may switch, and can go")
  func empty() throws {
    var wizard = try Situations.computers("en", "computers")
    let devices = wizard.state.summary.devices
    #expect(devices.empty == 1)
    let gate = wizard.state.summary.gate(of: .switchDevices, today: wizard.state.moment.day)
    #expect(gate.total == devices.computers - 1 || !gate.isOpen)
    #expect(texts(wizard).contains { $0.contains("1 without a product: not counted") })
    for _ in 0..<ComputerPart.empty.rawValue { try wizard.press(.character("z")) }
    #expect(names(wizard) == ["LT-0200"])
    #expect(texts(wizard).contains { $0.contains("With d it leaves the list") })
    try wizard.press(.character("a"), .character("d"))
    #expect(wizard.state.summary.devices.empty == 0)
    #expect(wizard.state.summary.devices.computers == devices.computers - 1)
  }

  @Test("The tabs show the same from both sides, and a product leads to its computer")
  func tabs() throws {
    var wizard = try Situations.computers("en", "computers")
    try wizard.focus("tab-computer")
    try wizard.press(.right)
    #expect(wizard.state.visit.screen == "installations")
    #expect(!wizard.state.switchDevices.installations.window.rows.isEmpty)
    try wizard.focus("installations")
    let row = try #require(wizard.state.switchDevices.installations.window[0])
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "computer-page")
    #expect(wizard.state.switchDevices.computer?.id == row.computer)
    try wizard.press(.escape)
    #expect(wizard.state.visit.screen == "installations")
  }

  @Test(
    "Each warning of a computer has a line, and Enter leads to what mends it",
    arguments: [
      ("no-person", "computer-form"), ("no-seat", "user-products"),
      ("used-after", "network-use"),
    ])
  func mend(_ warning: String, _ screen: String) throws {
    var wizard = try Situations.computers("en", "computers")
    let rows = wizard.state.switchDevices.computers.window.rows
    let place = try #require(
      rows.firstIndex { $0.warnings.map(\.rawValue).contains(warning) }, "none warns of it")
    for _ in 0..<place { try wizard.press(.down) }
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "computer-page")
    try wizard.focus("mend-\(warning)")
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == screen)
    try wizard.press(.escape)
    #expect(wizard.state.visit.screen == "computer-page")
  }

  @Test("A product of a release that is too old leaves our list from its warning, and comes back")
  func old() throws {
    var wizard = try twoReleases()
    try wizard.focus("mend-not-in-plan")
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "by-product")
    try wizard.press(.escape)
    try wizard.focus("mend-old-release")
    try wizard.press(.enter)
    #expect(wizard.state.switchDevices.computer?.products == ["Wonder 2025"])
    #expect(!texts(wizard).contains { $0.contains("too old") })
    try wizard.press(.character("u"))
    #expect(wizard.state.switchDevices.computer?.products.count == 2)
  }

  @Test("Of several products only the chosen ones are stated, and what the button says it does")
  func stateSome() throws {
    var wizard = try twoReleases()
    #expect(texts(wizard).contains { $0.contains("State as switched: 2") })
    try wizard.focus("installations")
    try wizard.press(.character(" "))
    #expect(texts(wizard).contains { $0.contains("State as switched: 1") })
    try wizard.focus("switched")
    try wizard.press(.enter)
    #expect(wizard.state.switchDevices.computer?.switched == 1)
  }
}
