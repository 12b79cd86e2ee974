import Testing
import WizardTesting

extension EndToEnd {
  @Suite("Stories, in a real terminal")
  struct ScenarioTests {
    @Test("goes as it is told", arguments: Scenario.all.filter(\.isForTerminals))
    func play(_ scenario: Scenario) async throws {
      try await ScenarioTerminal.play(scenario)
    }
  }
}
