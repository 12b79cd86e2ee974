import Glibc
import Subprocess
import Testing

/// The probe in a real terminal: one tmux server of its own, fixed size, no configuration.
///
/// Every check waits until the present screen, or the probe's report, is as expected.
final class Tmux {
  private let folder: String
  private var socket: String { folder + "/socket" }
  private var report: String { folder + "/report" }

  static let isInstalled = access("/usr/bin/tmux", X_OK) == 0

  /// Starts a command in a terminal; `PROBE` and `REPORT` in it stand for the two paths.
  init(_ command: String, width: Int = 80, height: Int = 24) async throws {
    var template = Array("/tmp/terminal-tests-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw TmuxFailure(screen: "no temporary folder") }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    try await tmux("new-session", "-d", "-x", "\(width)", "-y", "\(height)", filled(command))
  }

  private func filled(_ command: String) -> String {
    command.replacing("PROBE", with: Self.probe).replacing("REPORT", with: report)
  }

  /// The probe that was built beside the tests.
  private static var probe: String {
    var path = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &path, path.count - 1)
    let own = String(decoding: path[0..<max(0, length)].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return own.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/TerminalProbe"
  }

  /// Ends the server, and with it the terminal.
  func end() async {
    _ = try? await tmux("kill-server")
    for name in [socket, report] { unlink(name) }
    rmdir(folder)
  }

  /// Closes the terminal under the program and leaves its report.
  func closeTerminal() async throws { try await tmux("kill-server") }

  /// Presses keys by tmux's names.
  func press(_ keys: String...) async throws { try await tmux(["send-keys", "-t", ":"] + keys) }

  /// Types text; `PROBE` and `REPORT` as in `init`.
  func type(_ text: String) async throws {
    try await tmux("send-keys", "-t", ":", "-l", filled(text))
  }

  /// Pastes text between the marks of bracketed paste.
  func paste(_ text: String) async throws {
    let file = folder + "/paste"
    guard let stream = fopen(file, "w") else { throw TmuxFailure(screen: "no file to paste") }
    fputs(text, stream)
    fclose(stream)
    try await tmux("load-buffer", file)
    unlink(file)
    try await tmux("paste-buffer", "-p", "-t", ":")
  }

  /// Sends the program bytes as they are.
  func send(_ bytes: [UInt8]) async throws {
    try await tmux(["send-keys", "-t", ":", "-H"] + bytes.map { String($0, radix: 16) })
  }

  func resize(width: Int, height: Int) async throws {
    try await tmux("resize-window", "-t", ":", "-x", "\(width)", "-y", "\(height)")
  }

  /// Waits until the screen is as expected.
  func waitForScreen(
    _ what: Comment, sourceLocation: SourceLocation = #_sourceLocation,
    _ isExpected: (String) -> Bool
  ) async throws {
    try await wait(what, sourceLocation, isExpected) {
      try await self.tmux("capture-pane", "-p", "-t", ":")
    }
  }

  /// Waits until the cursor stands at a row and column.
  func waitForCursor(
    row: Int, column: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await wait("the cursor stands at \(row), \(column)", sourceLocation) {
      $0 == "\(row),\(column)\n"
    } look: {
      try await self.tmux("display-message", "-p", "-t", ":", "#{cursor_y},#{cursor_x}")
    }
  }

  /// Waits until the probe has reported lines, in this order and with nothing between them.
  func waitForReport(
    _ lines: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await wait("the probe reports \(lines)", sourceLocation) {
      ("\n" + $0).contains("\n" + lines.joined(separator: "\n") + "\n")
    } look: {
      // A call of tmux gives the probe its turn, also when the server has ended.
      _ = try await self.tmux("list-sessions")
      return self.reported()
    }
  }

  /// Waits for two lines of the report, and gives what stands between them.
  func waitForReport(
    from first: String, to last: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    var between = ""
    try await wait("the probe reports up to \(last)", sourceLocation) { report in
      guard let start = report.firstRange(of: first + "\n"),
        let end = report.firstRange(of: "\n" + last + "\n")
      else { return false }
      between = String(report[start.upperBound..<end.lowerBound])
      return true
    } look: {
      _ = try await self.tmux("list-sessions")
      return self.reported()
    }
    return between
  }

  /// Sends the probe a signal.
  func signal(_ signal: Int32) throws {
    let line = reported().split(separator: "\n").first { $0.hasPrefix("pid ") }
    guard let number = line?.dropFirst(4), let pid = pid_t(number) else {
      throw TmuxFailure(screen: reported())
    }
    kill(pid, signal)
  }

  /// What the probe has reported so far.
  func reported() -> String {
    guard let file = fopen(report, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&part, 1, part.count, file), count > 0 { bytes += part[0..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func wait(
    _ what: Comment, _ sourceLocation: SourceLocation, _ isExpected: (String) -> Bool,
    look: () async throws -> String
  ) async throws {
    var seen = ""
    for _ in 0..<2_000 {
      seen = try await look()
      if isExpected(seen) { return }
    }
    Issue.record("\(what); seen:\n\(seen)", sourceLocation: sourceLocation)
    throw TmuxFailure(screen: seen)
  }

  @discardableResult
  private func tmux(_ arguments: String...) async throws -> String { try await tmux(arguments) }

  @discardableResult
  private func tmux(_ arguments: [String]) async throws -> String {
    let result = try await run(
      .name("tmux"), arguments: Arguments(["-S", socket, "-f", "/dev/null"] + arguments),
      environment: .inherit.updating(["LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "NO_COLOR": nil]),
      output: .string(limit: 1_000_000), error: .discarded)
    return result.standardOutput
  }
}

/// The terminal never became as expected.
struct TmuxFailure: Error {
  let screen: String
}
