import Glibc
import Migration
import SessionFile
import Subprocess
import Testing

/// A session while its program is killed, and while the disk refuses, at one call after the other.
///
/// This proves what happens when a process dies, not what happens when the power fails.
@Suite(
  "Killed and refused at every call: the file is whole, and what was acknowledged is there",
  .enabled(if: Tools.canTrace, "needs strace, and the right to trace"))
struct CrashTests {
  /// The calls by which SQLite changes what is on the disk.
  private static let calls = ["pwrite64", "fdatasync", "fsync", "unlink"]
  /// Revision and count after each thing that the program does.
  private static let expected = [0: 0, 1: 400, 2: 401, 3: 399, 4: 401]

  @Test("Killed", arguments: calls)
  func killed(call: String) async throws {
    for when in try await places(of: call) {
      try await run(call, "signal=KILL:when=\(when)", mayFinish: false)
    }
  }

  @Test("No room on the disk", arguments: calls)
  func noRoom(call: String) async throws {
    for when in try await places(of: call) {
      try await run(call, "error=ENOSPC:when=\(when)", mayFinish: true)
    }
  }

  /// Some of the times at which the program makes a call: all, when they are few.
  private func places(of call: String) async throws -> [Int] {
    let folder = try Folder()
    let traced = try await Subprocess.run(
      .name("strace"),
      arguments: [
        "-f", "-qq", "-e", "trace=\(call)", "-o", folder.file("trace"), Tools.program, "work",
        folder.session,
      ], output: .string(limit: 10_000))
    #expect(traced.standardOutput.hasSuffix("done\n") == true)
    let total = Outside.text(of: folder.file("trace")).utf8.count { $0 == 10 }
    try #require(total > 0 || call == "fsync")
    let most = call == "pwrite64" ? 8 : 4
    guard total > most else { return total > 0 ? Array(1...total) : [] }
    return (0..<most).map { 1 + $0 * (total - 1) / (most - 1) }
  }

  private func run(_ call: String, _ injection: String, mayFinish: Bool) async throws {
    let folder = try Folder()
    let result = try await Subprocess.run(
      .name("strace"),
      arguments: [
        "-f", "-qq", "-e", "trace=\(call)", "-e", "inject=\(call):\(injection)", "-o",
        folder.file("trace"), Tools.program, "work", folder.session,
      ], output: .string(limit: 10_000))
    let lines = result.standardOutput.split(separator: "\n")
    let acknowledged = lines.filter { $0.hasPrefix("acknowledged") }
      .compactMap { $0.split(separator: " ").dropFirst().first.flatMap { Int($0) } }
    #expect(acknowledged == Array(1...4).prefix(acknowledged.count).map { $0 }, "\(injection)")
    // A disk that refuses once is told, and the second try succeeds.
    #expect(lines.contains("done") == mayFinish, "\(injection): \(lines)")
    if mayFinish {
      #expect(Outside.text(of: folder.file("trace")).contains("(INJECTED)"))
      // Where SQLite fails to synchronise or to delete, it does not say why.
      let refusals = Set(lines.filter { $0.hasPrefix("refused") })
      #expect(
        refusals.isSubset(of: [
          "refused diskFull", "refused notWritable(\"\(SystemReason.text(EIO))\")",
          "refused notReadable(\"\(SystemReason.text(EIO))\")",
        ]), "\(injection): \(lines)")
    }

    let file = try folder.open()
    let summary = try file.summary()
    let last = acknowledged.last ?? 0
    let isLastOrNext = summary.revision == last || (!mayFinish && summary.revision == last + 1)
    #expect(isLastOrNext, "\(injection): \(summary.revision) after \(lines)")
    #expect(summary.users[.planned, default: 0] == Self.expected[Int(summary.revision)])
    #expect(try file.recount() == Recount(summary))
    #expect(try Outside.text("PRAGMA integrity_check", on: folder.session) == "ok")
    let added = try file.apply(
      .createUsers(.addUser(People.ann, .typed)), at: Moment(day: Day(number: 1)))
    #expect(added.count == 1)
  }
}

/// Places that cannot be written, also for root, whom no mode holds back.
@Suite(
  "A read-only mount", .enabled(if: Tools.canMount, "needs a mount name space of its own"))
struct ReadOnlyPlaceTests {
  @Test("A session on a read-only mount is read, and says that it cannot be written")
  func readOnly() async throws {
    let folder = try Folder()
    _ = try folder.open().apply(
      .createUsers(.addUser(People.ann, .typed)), at: Moment(day: Day(number: 20_000)))
    let result = try await Subprocess.run(
      .name("unshare"),
      arguments: [
        "--map-root-user", "--mount", "sh", "-c",
        "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" && exec \"$0\" look \"$2\"",
        Tools.program, folder.path, folder.session,
      ], output: .string(limit: 10_000))
    #expect(
      result.standardOutput == """
        readWrite: readOnlyPlace, 1 users
        readOnly: readOnlyAsked, 1 users
        lock: notLockable("errno-30")

        """)
  }
}

/// What the machine lets a test do.
enum Tools {
  /// The program that is killed; it is built beside the tests.
  static let program: String = {
    var bytes = [CChar](repeating: 0, count: 4_096)
    let count = max(0, readlink("/proc/self/exe", &bytes, bytes.count - 1))
    let path = String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    return folder + "/SessionCrashProgram"
  }()

  static let canTrace = system("strace -qq -e trace=none true 2>/dev/null") == 0

  static let canMount =
    system("unshare --map-root-user --mount mount --bind /tmp /tmp 2>/dev/null") == 0
}
