import Canvas
import Migration
import SessionFile
import Terminal
import Testing
import WizardTesting

@testable import Wizard
@testable import overstap

@Suite("Keys that are pressed faster than they are done")
struct TypedAheadTests {
  private static let u: TerminalInput = .key(.character("u"))

  /// What the program's own loop makes of bursts of keys, on the user table of a session.
  private func run(
    on session: OpenSession, _ script: [[TerminalInput]]
  ) -> [Frame] {
    let frames = Frames()
    var runtime = Runtime(
      state: Rehearsal.firstState(language: "en"),
      device: WatchedDevice(RecordedDevice(script: script), frames),
      runner: EffectRunner(session: session))
    runtime.run()
    return frames.all
  }

  private func session(people: Int) throws -> OpenSession {
    let session = try OpenSession.demonstration()
    try Fixtures.fillEmptyOrganisation(session.file, language: "en")
    guard people > 0 else { return session }
    let lines = (0..<people).map { "Ann Oud <ann\($0)@example.com>" }.joined(separator: "\n")
    _ = try session.file.apply(
      .createUsers(.importUsers(PastedPeople(lines).batch, .imported, .keep)), at: Fixtures.now)
    #expect(try session.file.summary().userFunnel.total == people)
    return session
  }

  @Test("undo as often as it was asked for")
  func undo() throws {
    let session = try session(people: 0)
    for number in 0..<20 {
      let details = UserDetails(
        firstName: "Ann", lastName: "Oud", address: "ann\(number)@example.com")
      _ = try session.file.apply(.createUsers(.addUser(details, .typed)), at: Fixtures.now)
    }
    _ = run(on: session, [Array(repeating: Self.u, count: 15)])
    #expect(try session.file.summary().userFunnel.total == 5)
  }

  @Test("undo a change of many rows, say that it goes on, and still hear what undoes more")
  func undoOfMany() throws {
    let session = try session(people: 600)
    let ids = try session.file.userIDs(UserQuery())
    _ = try session.file.apply(.createUsers(.groupUsers(ids, "Pilot")), at: Fixtures.now)
    _ = try session.file.apply(.createUsers(.removeUsers(ids)), at: Fixtures.now)
    let shown = run(
      on: session, [[Self.u, .key(.character("q")), .key(.enter), Self.u, .key(.down), Self.u]])
    // The removal, the group, and the import: nothing was pressed that stood between.
    #expect(try session.file.summary().userFunnel.total == 0)
    #expect(try session.file.summary().redoable?.text == "import-users")
    #expect(shown.contains { $0.subject == "work" })
  }

  @Test("press nothing on the page behind a list that is taken over")
  func takenOver() {
    for key in [Key.enter, .character("u"), .character("d"), .down, .escape] {
      #expect(!TypedAhead.isMeant(.key(key), behind: .createUsers(.readPaste(""))))
    }
    #expect(TypedAhead.isMeant(.terminate, behind: .createUsers(.readPaste(""))))
    #expect(TypedAhead.isMeant(Self.u, behind: .undo))
    #expect(!TypedAhead.isMeant(.key(.enter), behind: .undo))
  }
}

/// The frames that a device was given.
private final class Frames {
  var all: [Frame] = []
}

/// A device without a terminal whose frames can still be looked at when it is gone.
private struct WatchedDevice: TerminalDevice {
  private var device: RecordedDevice
  private let frames: Frames

  init(_ device: RecordedDevice, _ frames: Frames) {
    self.device = device
    self.frames = frames
  }

  var size: Size { device.size }
  var capabilities: Capabilities { device.capabilities }
  mutating func paint(_ frame: Frame) { frames.all.append(frame) }
  mutating func inputs(within milliseconds: Int?) -> [TerminalInput] {
    device.inputs(within: milliseconds)
  }
  mutating func typedAhead() -> [TerminalInput] { [] }
  mutating func redraw() { device.redraw() }
  mutating func bell() { device.bell() }
  mutating func copy(_ text: String, base64: String) -> Bool {
    device.copy(text, base64: base64)
  }
  mutating func suspend() -> Bool { device.suspend() }
  mutating func close() { device.close() }
}
