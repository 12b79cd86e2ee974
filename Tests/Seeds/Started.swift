import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// A program that is run and waited for, as a terminal would start it.
///
/// Foundation's `Process` hands on the signals that the thread of a test has blocked, and a shell
/// that is never told of the end of its child waits for good.
package enum Started {
  /// Why it could not be started.
  package struct NotStarted: Error {
    /// The system's number.
    package let code: Int32
  }

  /// Its lines, errors among them, and how it ended; -1 where a signal ended it.
  package static func run(
    _ arguments: [String], environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> (lines: [String], status: Int32) {
    let pipe = Pipe()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let (reading, writing) = (
      pipe.fileHandleForReading.fileDescriptor, pipe.fileHandleForWriting.fileDescriptor
    )
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, writing, 1)
    posix_spawn_file_actions_adddup2(&actions, writing, 2)
    posix_spawn_file_actions_addclose(&actions, reading)
    posix_spawn_file_actions_addclose(&actions, writing)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + settings { free(text) } }
    var process = pid_t()
    let code = posix_spawn(&process, arguments[0], &actions, &attributes, &words, &settings)
    try pipe.fileHandleForWriting.close()
    guard code == 0 else { throw NotStarted(code: code) }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let isEnded = status & 0x7F == 0
    return (
      String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init),
      isEnded ? (status >> 8) & 0xFF : -1
    )
  }
}
