import Glibc
import Subprocess
import Synchronization
import SystemPackage

/// What another program prints, which is ended at once, with all that it started, when the task is
/// cancelled.
///
/// Subprocess ends a program of a cancelled task from another task, some time later: who leaves before
/// that would leave the program running.
enum ProgramAnswer {
  /// The output of a program, at most so many bytes; nil where it could not be run or was ended.
  static func of(_ program: String, _ arguments: [String], mostBytes: Int) async -> [UInt8]? {
    // In a group of its own, so that what it starts can be ended with it.
    var options = PlatformOptions()
    options.processGroupID = 0
    let group = ProcessGroup()
    return await withTaskCancellationHandler {
      try? await Subprocess.run(
        .path(FilePath(program)), arguments: Arguments(arguments), platformOptions: options,
        input: .none, output: .bytes(limit: mostBytes), error: .discarded
      ) { group.began($0.processIdentifier.value) }.standardOutput
    } onCancel: {
      group.end()
    }
  }

  /// The group of processes that a program leads, as far as it is known.
  private final class ProcessGroup: Sendable {
    private let state = Mutex((leader: pid_t(0), isEnded: false))

    func began(_ leader: pid_t) {
      state.withLock {
        $0.leader = leader
        if $0.isEnded { kill(-leader, SIGKILL) }
      }
    }

    func end() {
      state.withLock {
        $0.isEnded = true
        if $0.leader > 0 { kill(-$0.leader, SIGKILL) }
      }
    }
  }
}
