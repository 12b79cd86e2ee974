import Canvas
import Dispatch
import Foundation
import Glibc
import Migration
import SessionFile
import WizardTesting

/// Plays the stories of the wizard with the built program in a real terminal.
struct ScenarioTerminal: ScenarioDriver {
  private let place: Workplace
  private let arguments: [String]
  private var terminal: TmuxDriver

  /// Starts the wizard as a story begins.
  init(_ scenario: Scenario) async throws {
    place = try Workplace(["LANG": scenario.language == "nl" ? "nl_NL.UTF-8" : "en_GB.UTF-8"])
    let path = place.path(Workplace.session)
    switch scenario.start {
    case .firstStart: arguments = []
    case .organisation:
      arguments = [Workplace.session]
      try Fixtures.fillSmallOrganisation(
        SessionFile.open(path: path, access: .readWrite), language: scenario.language)
    case .emptyOrganisation:
      arguments = [Workplace.session]
      try Fixtures.fillEmptyOrganisation(
        SessionFile.open(path: path, access: .readWrite), language: scenario.language)
    }
    terminal = try await TmuxDriver.start(arguments, in: place)
  }

  /// Plays a story; on a thread of its own, since stories wait for the terminal.
  static func play(_ scenario: Scenario) async throws {
    let driver = try await ScenarioTerminal(scenario)
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        var driver: any ScenarioDriver = driver
        continuation.resume(with: Result { try scenario.play(&driver) })
      }
    }
  }

  var folder: String { place.folder }

  // MARK: What a person does

  func press(_ keys: [Key]) throws {
    try waiting { [terminal] in for key in keys { try await terminal.press(key) } }
  }

  func type(_ text: String) throws { try waiting { [terminal] in try await terminal.type(text) } }

  func paste(_ text: String) throws { try waiting { [terminal] in try await terminal.paste(text) } }

  func resize(_ size: Size) throws {
    try waiting { [terminal] in
      try await terminal.resize(size)
      try await terminal.see("the new size") { $0.rows.count == size.height }
    }
  }

  mutating func restart() throws {
    terminal = try waiting { [terminal, place, arguments] in
      let last = try await Self.rest(terminal, place)
      kill(last.process, SIGKILL)
      try await terminal.seeEnd()
      return try await TmuxDriver.start(arguments, in: place)
    }
  }

  /// Waits until the file says the same for some time: then nothing is on its way into it.
  private static func rest(_ terminal: TmuxDriver, _ place: Workplace) async throws -> Screen {
    let clock = ContinuousClock()
    var kept: [String: String]?
    var since = clock.now
    return try await terminal.see("a file at rest") { _ in
      let found = try? place.keptPlace()
      if found == nil || found != kept {
        kept = found
        since = clock.now
      }
      return clock.now - since > .milliseconds(400)
    }
  }

  // MARK: What a person sees

  func look(until isWanted: (SeenScreen) -> Bool) throws -> SeenScreen {
    let clock = ContinuousClock()
    let end = clock.now + TmuxDriver.patience
    while true {
      let screen = try waiting { [terminal] in try await terminal.screen() }
      let seen = SeenScreen(
        rows: screen.rows, cursor: Point(row: screen.row, column: screen.column))
      if isWanted(seen) || clock.now > end { return seen }
    }
  }

  func hasEnded() throws -> Bool {
    try waiting { [terminal] in
      try await terminal.seeEnd()
      return true
    }
  }

  func summary() throws -> Summary? {
    guard let path = sessionPath else { return nil }
    return try SessionFile.open(path: path, access: .readOnly).summary()
  }

  private var sessions: [SessionFolder.Entry] {
    let folder = ".local/share/overstap"
    return SessionFolder.list(place.path(folder), names: (try? place.names(in: folder)) ?? [])
  }

  private var sessionPath: String? {
    arguments.first.map(place.path)
      ?? sessions.first?.path
  }

  // MARK: TimedWork

  /// What became of a work; written once, before the semaphore is raised, and read after it.
  private final class Outcome<Value: Sendable>: @unchecked Sendable {
    var result: Result<Value, any Error>?
  }

  /// Waits on this thread, which is none of those that do the work.
  private func waiting<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) throws -> Value {
    let outcome = Outcome<Value>()
    let semaphore = DispatchSemaphore(value: 0)
    Task.detached {
      do {
        outcome.result = .success(try await work())
      } catch {
        outcome.result = .failure(error)
      }
      semaphore.signal()
    }
    semaphore.wait()
    guard let result = outcome.result else { throw Failure("nothing came of it") }
    return try result.get()
  }
}
