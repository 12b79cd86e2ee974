import ArgumentParser
import Documents
import Glibc
import ScreenTexts
import Wizard

/// How a command ended, as the shell sees it. Source: sysexits.h, for 64 and above.
enum ExitStatus: Int32 {
  /// Done, nothing to tell.
  case done = 0
  /// Done, with findings.
  case findings = 1
  /// The call's words are off.
  case usage = 64
  /// A file is damaged or of the wrong kind.
  case badData = 65
  /// There is no such file.
  case noFile = 66
  /// Something cannot be written.
  case cannotWrite = 73
  /// Another process holds the session.
  case locked = 75

  /// What the argument parser ends the program with; nil for a plain end.
  var code: ExitCode { ExitCode(rawValue) }

  /// The graver of two.
  func orWorse(_ other: ExitStatus) -> ExitStatus { rawValue >= other.rawValue ? self : other }
}

/// Lines to standard output and standard error, and the words of the command line.
enum Output {
  /// The language that the call asked for; nil for the environment's.
  @TaskLocal static var language: Language?

  /// The words in the language of whoever calls.
  static var words: Words {
    Words(
      EmbeddedScreens.catalogue.texts(in: language ?? SpokenLanguage.fromEnvironment()),
      screen: "command-line")
  }

  /// Whether the command tells what it has to tell as lines of JSON: its errors have one then as well.
  @TaskLocal static var tellsJSON = false

  /// Writes bytes to standard output; a reader that went away is no error.
  static func write(_ bytes: [UInt8]) { send(bytes, to: STDOUT_FILENO) }

  /// Writes text as a line to standard output, or several lines; nothing in it can steer a terminal.
  static func line(_ text: String) {
    send(Array((PrintedText.cleanLines(text) + "\n").utf8), to: STDOUT_FILENO)
  }

  /// Writes text as a line to standard error, or several lines; nothing in it can steer a terminal.
  static func problemLine(_ text: String) {
    send(Array((PrintedText.cleanLines(text) + "\n").utf8), to: STDERR_FILENO)
  }

  /// Writes named figures as one line of JSON.
  static func json(_ fields: [(String, FigureValue)]) {
    var bytes: [UInt8] = []
    FigureValue.appendRecord(fields, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    write(bytes)
  }

  /// Says what went wrong, in a sentence of the command line's words.
  static func problem(_ key: String, _ arguments: [String: String] = [:]) {
    problemLine("overstap: " + words("messages.\(key)", arguments.mapValues(PrintedText.clean)))
  }

  /// A sentence that the screens have too.
  static func screenSentence(_ key: String, _ arguments: [String: String]) -> String {
    words.of("messages")("messages.\(key)", arguments.mapValues(PrintedText.clean))
  }

  /// Says why nothing can be made of something, in a sentence that the screens have too; and as a line
  /// of JSON as well, where that was asked for: `file` is what it is about then.
  static func failure(
    _ key: String, _ arguments: [String: String], kind: String? = nil, file: String?
  ) {
    if let file {
      json(
        [("file", .text(file))] + (kind.map { [("kind", .text($0))] } ?? [])
          + [("error", .text(key)), ("message", .text(screenSentence(key, arguments)))])
    }
    screenProblem(key, arguments)
  }

  /// Says what went wrong, in a sentence that the screens have too.
  static func screenProblem(_ key: String, _ arguments: [String: String]) {
    problemLine(
      "overstap: "
        + words.of("messages")("messages.\(key)", arguments.mapValues(PrintedText.clean)))
  }

  private static func send(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
