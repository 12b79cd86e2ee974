import Canvas
import Foundation
import Migration
import ScreenTexts
import SessionFile
import Wizard
import WizardTesting

@testable import overstap

/// Plays stories without a terminal: every key settles at once, so there is nothing to wait for.
struct HeadlessDriver: ScenarioDriver {
  let folder: String
  private let language: String
  private var path: String?
  private var rehearsal: Rehearsal

  /// Starts the wizard in a folder of its own, as the story begins.
  init(_ scenario: Scenario) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    self.folder = folder.path(percentEncoded: false)
    language = scenario.language
    switch scenario.start {
    case .firstStart: path = nil
    case .organisation:
      path = self.folder + "/brugman.overstap"
      try HeadlessDriver.make(self.folder + "/brugman.overstap") { file throws(ChangeRefusal) in
        try Fixtures.fillSmallOrganisation(file, language: scenario.language)
      }
    case .emptyOrganisation:
      path = self.folder + "/brugman.overstap"
      try HeadlessDriver.make(self.folder + "/brugman.overstap") { file throws(ChangeRefusal) in
        try Fixtures.fillEmptyOrganisation(file, language: scenario.language)
      }
    }
    rehearsal = try HeadlessDriver.start(path, folder: self.folder, language: language)
  }

  private static func make(
    _ path: String, _ fill: (SessionFile) throws(ChangeRefusal) -> Void
  ) throws {
    try fill(try SessionFile.open(path: path, access: .readWrite))
  }

  private static func start(
    _ path: String?, folder: String, language: String
  ) throws -> Rehearsal {
    try Rehearsal(
      session: try path.map { try OpenSession.open(path: $0, at: Fixtures.now) },
      language: language, sessionsFolder: folder + "/sessions")
  }

  // MARK: What a person does

  mutating func press(_ keys: [Key]) throws {
    for key in keys { try rehearsal.take(.key(key)) }
  }

  mutating func type(_ text: String) throws { try rehearsal.type(text) }

  mutating func paste(_ text: String) throws { try rehearsal.take(.paste(text)) }

  mutating func resize(_ size: Size) throws { try rehearsal.take(.resized(size)) }

  mutating func restart() throws {
    let size = rehearsal.state.size
    let file = sessionPath
    // The old wizard goes first, and its lock with it.
    rehearsal = try HeadlessDriver.start(nil, folder: folder, language: language)
    rehearsal = try HeadlessDriver.start(file, folder: folder, language: language)
    try rehearsal.take(.resized(size))
  }

  // MARK: What a person sees

  mutating func look(until isWanted: (SeenScreen) -> Bool) throws -> SeenScreen {
    let frame = render(rehearsal.state)
    let rows = frame.text.split(separator: "\n", omittingEmptySubsequences: false)
    return SeenScreen(rows: rows.map(String.init), cursor: frame.cursor ?? Point(row: 0, column: 0))
  }

  mutating func hasEnded() throws -> Bool { rehearsal.hasEnded }

  mutating func summary() throws -> Summary? {
    guard let sessionPath else { return nil }
    return try SessionFile.open(path: sessionPath, access: .readOnly).summary()
  }

  private var sessionPath: String? {
    path ?? SessionListing.cards(in: folder + "/sessions").first?.path
  }
}
