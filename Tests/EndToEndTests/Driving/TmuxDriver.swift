import Canvas
import Glibc
import Subprocess
import SystemPackage

/// The built program in a real terminal: tmux on a socket of its own, without anybody's configuration.
///
/// Nothing waits for a fixed time: what a test expects is looked for on the present screen until it is
/// there, or a limit has passed; then the screen is in the error.
final class TmuxDriver: Sendable {
  /// What a test awaits may take so long on a busy machine.
  static let patience = Duration.seconds(20)
  /// At least so often the screen is looked at, however slow the machine is.
  static let leastLooks = 60

  let place: Workplace
  private let socket: String
  private let server: Int32

  /// Starts a program (the built one, unless another is given) in a new terminal.
  static func start(
    _ arguments: [String] = [], program: String? = nil, in place: Workplace,
    size: Size = Size(width: 80, height: 24), terminal: String = "tmux-256color"
  ) async throws -> TmuxDriver {
    let socket = "terminal-\(UInt32.random(in: 0 ... .max))"
    let program = try program ?? Workplace.program()
    let variables = place.environment.merging(["TERM": terminal]) { $1 }
    let pairs = variables.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
    let started = try await place.run(
      "tmux",
      [
        "-u", "-S", socket, "-f", "/dev/null", "start-server", ";", "set-option", "-g",
        "remain-on-exit", "on", ";", "set-option", "-g", "remain-on-exit-format", "", ";",
        "set-option", "-g", "status", "off", ";", "new-session", "-d", "-x", String(size.width),
        "-y", String(size.height), "-P", "-F", "#{pid}", "-c", place.folder, "--", "env", "-i",
      ] + pairs + [program] + arguments)
    guard let server = Int32(started.lines.last ?? "") else {
      throw Failure("tmux did not start: \(started.problem)")
    }
    return TmuxDriver(place: place, socket: socket, server: server)
  }

  private init(place: Workplace, socket: String, server: Int32) {
    self.place = place
    self.socket = socket
    self.server = server
  }

  deinit { kill(server, SIGTERM) }

  // MARK: What a person does

  /// Types text.
  func type(_ text: String) async throws {
    // A semicolon at the end of an argument parts commands of tmux.
    let argument = text.hasSuffix(";") ? text.dropLast() + "\\;" : text[...]
    try await tmux("send-keys", "-l", "--", String(argument))
  }

  /// Presses keys.
  func press(_ keys: Key...) async throws {
    for key in keys {
      if case .character(let scalar) = key {
        try await type(String(Character(scalar)))
      } else {
        try await tmux("send-keys", Self.name(of: key))
      }
    }
  }

  /// Pastes text, in brackets when the program asked for them.
  func paste(_ text: String) async throws {
    let loaded = try await place.run(
      "tmux", ["-u", "-S", socket, "load-buffer", "-"], input: Array(text.utf8))
    guard loaded.status == 0 else { throw Failure("tmux: \(loaded.problem)") }
    try await tmux("paste-buffer", "-p", "-d")
  }

  /// Gives the terminal another size.
  func resize(_ size: Size) async throws {
    try await tmux("resize-window", "-x", String(size.width), "-y", String(size.height))
  }

  /// Closes the terminal, as a window that is closed or a connection that breaks does.
  func close() async throws { try await tmux("kill-server") }

  // MARK: What a person sees

  /// The screen at this moment.
  func screen() async throws -> Screen {
    let shown = try await tmux(
      "capture-pane", "-p", ";", "display-message", "-p",
      "#{cursor_y} #{cursor_x} #{pane_pid} #{pane_dead} #{pane_dead_status} #{pane_dead_signal}")
    var rows = shown.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    rows.removeLast()
    let numbers = (rows.popLast() ?? "")
      .split(separator: " ", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 6, let row = numbers[0], let column = numbers[1] else {
      throw Failure("tmux tells no cursor: \(shown.text)")
    }
    let ended = numbers[3] == 1 ? numbers[4] ?? numbers[5].map { 128 + $0 } : nil
    // A pane is dead before tmux hears how its process ended, and tmux 3.3 may miss that it did.
    if numbers[3] == 1, ended == nil { kill(server, SIGCHLD) }
    return Screen(
      rows: rows, row: row, column: column, process: Int32(numbers[2] ?? 0), ended: ended)
  }

  /// The screen with the sequences that colour it.
  func colouredScreen() async throws -> String { try await tmux("capture-pane", "-p", "-e").text }

  /// Which program has the terminal.
  func programInFront() async throws -> String {
    try await tmux("display-message", "-p", "#{pane_current_command}").lines.first ?? ""
  }

  /// Waits until the screen is as expected, and gives it; `what` says it in words.
  @discardableResult
  func see(_ what: String, where isAsExpected: (Screen) -> Bool) async throws -> Screen {
    let clock = ContinuousClock()
    let end = clock.now + Self.patience
    var looks = 0
    while true {
      let screen = try await screen()
      if isAsExpected(screen) { return screen }
      looks += 1
      if clock.now > end, looks >= Self.leastLooks || screen.ended != nil {
        throw Failure("not seen: \(what)\n\(screen)")
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// Waits until all these texts stand on the screen.
  @discardableResult
  func see(_ texts: String...) async throws -> Screen {
    try await see(texts.joined(separator: ", ")) { screen in
      texts.allSatisfy { screen.contains($0) }
    }
  }

  /// Waits until one of these texts stands on the screen.
  @discardableResult
  func seeOne(of texts: String...) async throws -> Screen {
    try await see("one of " + texts.joined(separator: ", ")) { screen in
      texts.contains { screen.contains($0) }
    }
  }

  /// Waits until this text stands nowhere on the screen.
  @discardableResult
  func seeNo(_ text: String) async throws -> Screen {
    try await see("no \(text)") { !$0.contains(text) }
  }

  /// Waits until the cursor stands right behind this text.
  @discardableResult
  func seeCursor(behind text: String) async throws -> Screen {
    try await see("the cursor behind \(text)") { $0.beforeCursor.hasSuffix(text) }
  }

  /// Waits until the program has ended, and gives the screen that it left.
  @discardableResult
  func seeEnd() async throws -> Screen {
    try await see("the program's end") { $0.ended != nil }
  }

  /// Waits until the process with this number is gone, whether somebody asked how it ended or not.
  func seeGone(_ process: Int32) async throws {
    let clock = ContinuousClock()
    let end = clock.now + Self.patience
    while try await place.run("cat", ["/proc/\(process)/stat"]).text.contains(/\) [^ZX]/) {
      guard clock.now < end else { throw Failure("process \(process) goes on") }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  // MARK: tmux

  @discardableResult
  private func tmux(_ arguments: String...) async throws -> Outcome {
    let outcome = try await place.run("tmux", ["-u", "-S", socket] + arguments)
    guard outcome.status == 0 else { throw Failure("tmux \(arguments): \(outcome.problem)") }
    return outcome
  }

  private static func name(of key: Key) -> String {
    switch key {
    case .character(let scalar): String(Character(scalar))
    case .control(let scalar): "C-\(Character(scalar))"
    case .alt(let scalar): "M-\(Character(scalar))"
    case .function(let number): "F\(number)"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "BTab"
    case .escape: "Escape"
    case .backspace: "BSpace"
    case .delete: "DC"
    case .insert: "IC"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PPage"
    case .pageDown: "NPage"
    }
  }
}
