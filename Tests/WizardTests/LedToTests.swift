import Migration
import Testing

@testable import Wizard

@Suite("A line of what to do")
struct LedToTests {
  @Test("about products that were found opens their list on those, and one Esc leads back")
  func found() throws {
    var wizard = try Situations.found("en")
    try wizard.jump("overview")
    let toDo = wizard.state.summary.toDo(today: wizard.state.moment.day)
    let line = try #require(toDo.firstIndex { $0.kind == .foundProducts })
    var state = wizard.state
    let effects = Flow.screen("overview").handle(.pressed("now.\(line)"), &state)
    #expect(state.visit.screen == "prove-devices")
    #expect(!effects.isEmpty, "the rows are read")
    let page = render(state)
    #expect(
      page.nodes.contains { $0.role == .tab && $0.isChosen && $0.name.hasPrefix("Found") })
    let offers = Flow.screen("prove-devices").offers(Scene(state))
    try #require(offers.allSatisfy { $0.command != .back })
  }
}
