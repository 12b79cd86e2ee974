/// A user story that any driver can play.
package struct Scenario: Sendable, CustomStringConvertible {
  /// What there is before it begins.
  package enum Start: Sendable {
    /// No session on this machine; the program is started without a file.
    case firstStart
    /// The small organisation (`Fixtures.fillSmallOrganisation`) in a session file that is opened.
    case organisation
    /// A session file with the setup alone, opened.
    case emptyOrganisation
  }

  /// The story in one sentence; also its name in a report.
  package let description: String
  /// What there is before it begins.
  package let start: Start
  /// The language in which it is played (`nl`, `en`).
  package let language: String
  /// Whether it is worth the time of a real terminal; without one all are played.
  package let isForTerminals: Bool
  /// What happens.
  package let play: @Sendable (inout any ScenarioDriver) throws -> Void

  /// Writes a story down.
  package init(
    _ description: String, start: Start, language: String = "en", isForTerminals: Bool = false,
    play: @escaping @Sendable (inout any ScenarioDriver) throws -> Void
  ) {
    self.description = description
    self.start = start
    self.language = language
    self.isForTerminals = isForTerminals
    self.play = play
  }

  /// All stories.
  package static let all: [Scenario] =
    FirstStartScenarios.all + PeopleScenarios.all + ResumeScenarios.all + EverywhereScenarios.all
    + ListScenarios.all + HandOverScenarios.all + ProofScenarios.all
    + AssignProductsScenarios.all + RetireServersScenarios.all
}
