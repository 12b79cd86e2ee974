import ArgumentParser
import Documents
import Glibc
import Migration
import SessionFile
import Wizard

/// A session for the length of one command.
enum CommandSession {
  /// Reads a session; needs no lock. Ends the command with a sentence where it cannot be read.
  static func read<Result>(_ path: String, _ body: (SessionFile) throws -> Result) throws -> Result
  {
    do {
      return try body(try SessionFile.open(path: path, access: .readOnly))
    } catch let error as SessionOpenError {
      throw ending(error, path)
    } catch let error as SessionReadError {
      Output.sessionFailure("not-read", path)
      Output.problem("not-read", ["path": path, "reason": error.reason])
      throw ExitStatus.badData.code
    }
  }

  /// Writes into a session under its lock, for which it waits at most so many seconds; makes it where
  /// there is none.
  static func write(
    _ path: String, within seconds: Int = 0, _ body: (SessionFile) throws -> Void
  ) throws {
    do {
      try SessionFile.demandSession(at: path)
      let lock = try SessionLock.take(of: path, at: WallClock.moment(), within: seconds) { holder in
        Output.problem(
          isNamed(holder) ? "waiting" : "waiting-unknown",
          arguments(of: holder, path).merging(["seconds": String(seconds)]) { $1 })
      }
      let file = try SessionFile.open(path: path, access: .readWrite)
      guard file.writability == .writable else {
        let isNewer = if case .readOnlyNewer = file.writability { true } else { false }
        Output.screenProblem(isNewer ? "session-newer" : "session-not-writable", [:])
        throw ExitStatus.cannotWrite.code
      }
      if let unfinished = OutgoingWriter.settle(on: file, at: WallClock.moment()) {
        let notice = Notice.of(unfinished)
        Output.screenProblem(notice.key, notice.arguments)
      }
      try body(file)
      _ = consume lock
    } catch let refusal as SessionLock.Refusal {
      throw ending(refusal, path)
    } catch let error as SessionOpenError {
      throw ending(error, path)
    }
  }

  /// Runs under the session's lock, without opening it. Ends the command with a sentence where that
  /// does not work.
  static func underLock(_ path: String, _ body: () throws -> Void) throws {
    do {
      try SessionFile.demandSession(at: path)
      let lock = try SessionLock.take(of: path, at: WallClock.moment())
      try body()
      _ = consume lock
    } catch let refusal as SessionLock.Refusal {
      throw ending(refusal, path)
    } catch let error as SessionOpenError {
      throw ending(error, path)
    }
  }

  private static func isNamed(_ holder: SessionLock.Holder) -> Bool { holder.process > 0 }

  private static func arguments(
    of holder: SessionLock.Holder, _ path: String
  ) -> [String: String] {
    [
      "path": path, "process": String(holder.process), "host": holder.host,
      "since": holder.since.map { "\($0.day.iso) \($0.clock)" } ?? "?",
    ]
  }

  private static func ending(_ refusal: SessionLock.Refusal, _ path: String) -> ExitCode {
    switch refusal {
    case .held(let holder):
      let arguments = arguments(of: holder, path)
      let key = isNamed(holder) ? "held" : "held-unknown"
      Output.sessionFailure(
        "held", path,
        message: Output.words("messages.\(key)", arguments.mapValues(PrintedText.clean)))
      Output.problem(key, arguments)
      return ExitStatus.locked.code
    case .notLockable(let reason):
      Output.sessionFailure("not-written", path)
      Output.screenProblem("not-written", ["path": path, "reason": reason])
      return ExitStatus.cannotWrite.code
    }
  }

  private static func ending(_ error: SessionOpenError, _ path: String) -> ExitCode {
    let (key, reason) = OpenFailure.told(error)
    Output.sessionFailure(
      key, path, message: Output.screenSentence(key, ["path": path, "reason": reason]))
    OpenFailure.say(error, path: path)
    return ExitStatus(error).code
  }
}

extension SessionReadError {
  /// Why, as the sentences of the screens say it.
  var reason: String {
    switch self {
    case .busy: SystemReason.text(EBUSY)
    case .damaged: SystemReason.damaged
    case .notReadable(let reason): reason
    }
  }
}

extension ExitStatus {
  /// How a command ends that could not open its session.
  init(_ error: SessionOpenError) {
    self =
      switch error {
      case .notFound: .noFile
      case .notASession, .damaged, .notReadable, .strayJournal: .badData
      case .busy: .locked
      case .diskFull, .notWritable, .notBackedUp: .cannotWrite
      }
  }

  /// How a command ends whose change was not made.
  init(_ refusal: ChangeRefusal) {
    self =
      switch refusal {
      case .busy: .locked
      case .readOnly, .diskFull, .notWritable, .fileGone, .fileReplaced: .cannotWrite
      default: .badData
      }
  }

  /// How a command ends that could not read a file.
  init(_ failure: FileFailure) {
    self = failure.reason == .missing ? .noFile : .badData
  }
}

extension Output {
  /// A line of JSON that says why a session could not be used, where the command tells JSON.
  static func sessionFailure(
    _ key: String, _ path: String, message: String? = nil
  ) {
    guard tellsJSON else { return }
    var fields: [(String, FigureValue)] = [("session", .text(path)), ("error", .text(key))]
    if let message { fields.append(("message", .text(message))) }
    json(fields)
  }

  /// Says why a file could not be read.
  static func problem(_ failure: FileFailure) {
    screenProblem(failure.unreadKey, ["path": failure.path, "reason": failure.words])
  }

  /// Says why a change was not made.
  static func problem(_ refusal: ChangeRefusal) {
    let notice = Notice.of(refusal)
    screenProblem(notice.key, notice.arguments)
  }
}
