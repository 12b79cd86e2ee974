import Foundation
import Glibc
import Subprocess
import SystemPackage

/// A folder of a test's own, with the built program to run in it; gone when the test is over.
final class Workplace: Sendable {
  /// The folder, without a stroke at the end. It is the program's home folder too.
  let folder: String
  /// What the program finds in its environment.
  let environment: [String: String]

  /// Makes a folder; `environment` is added to a plain one, in English and at UTC.
  init(_ environment: [String: String] = [:]) throws {
    var name = Array("/tmp/overstap-test-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else {
      throw Failure("no folder: \(String(cString: strerror(errno)))")
    }
    folder = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var all = [
      "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": folder,
      "LANG": "C.UTF-8", "TZ": "UTC", "HISTFILE": "/dev/null",
    ]
    if let libraries = getenv("LD_LIBRARY_PATH") {
      all["LD_LIBRARY_PATH"] = String(cString: libraries)
    }
    self.environment = all.merging(environment) { $1 }
  }

  deinit {
    // A program whose terminal was just closed may write a last file while the folder is emptied.
    for _ in 0..<100 where access(folder, F_OK) == 0 {
      try? FileManager.default.removeItem(atPath: folder)
    }
  }

  /// The built program, which lies beside the bundle of the tests.
  static func program() throws -> String {
    let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    var folder = FilePath(bundle)
    // The bundle is run by itself, or by a runner of the tool chain's that was told where it is.
    for argument in [bundle] + CommandLine.arguments {
      folder = FilePath(argument).removingLastComponent()
      let program = folder.appending("overstap").string
      if access(program, X_OK) == 0 { return program }
    }
    throw Failure("there is no program overstap beside \(bundle)")
  }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Runs the program in the folder and waits for its end.
  func overstap(_ arguments: String..., input: [UInt8] = []) async throws -> Outcome {
    try await run(Self.program(), arguments, input: input)
  }

  /// Runs any program in the folder, with arguments as they are: no shell reads them.
  func run(_ program: String, _ arguments: [String], input: [UInt8] = []) async throws -> Outcome {
    let executable: Executable = program.contains("/") ? .path(FilePath(program)) : .name(program)
    let variables = environment.map { (Environment.Key(stringLiteral: $0), $1) }
    let result = try await Subprocess.run(
      executable, arguments: Arguments(arguments),
      environment: .custom(Dictionary(uniqueKeysWithValues: variables)),
      workingDirectory: FilePath(folder), input: .array(input), output: .bytes(limit: 1 << 24),
      error: .bytes(limit: 1 << 20))
    return Outcome(
      end: result.terminationStatus, output: result.standardOutput, error: result.standardError)
  }

  // MARK: Files

  /// Writes a file in the folder.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  /// Writes a text in UTF-8 in the folder.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// Reads a file of the folder.
  func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  /// What is in a folder below the folder, by name.
  func names(in name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }

  /// Whether there is such a file or folder.
  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// Who may read and write a file, as in `ls`.
  func mode(of name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }
}

/// Why a test cannot go on.
struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
