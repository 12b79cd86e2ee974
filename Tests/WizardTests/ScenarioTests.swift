import Foundation
import Testing
import WizardTesting

@Suite("Stories, without a terminal")
struct ScenarioTests {
  @Test("goes as it is told", arguments: Scenario.all)
  func play(_ scenario: Scenario) throws {
    // The one copy: a second one would hold the session open after a restart.
    var driver: any ScenarioDriver = try HeadlessDriver(scenario)
    let folder = driver.folder
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try scenario.play(&driver)
  }

  @Test("a handful of stories is for real terminals too")
  func handful() {
    #expect((3...8).contains(Scenario.all.count { $0.isForTerminals }))
    #expect(Set(Scenario.all.map(\.description)).count == Scenario.all.count)
  }
}
