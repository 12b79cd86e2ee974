import Glibc

/// What the machine lets a test do; a test that needs more is left out, and says so.
enum Machine {
  /// Whether a process can be traced and its calls made to fail.
  static let canTrace = succeeds("strace", "-f", "-qq", "-e", "trace=unlink", "true")
  /// Whether a process can have mounts of its own.
  static let canMount = succeeds(
    "unshare", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt")

  static let needsTrace = "needs strace, and the right to trace"
  static let needsMount = "needs the right to mount in a name space of its own"

  /// Whether a program ends with 0; its output goes nowhere.
  private static func succeeds(_ words: String...) -> Bool {
    var arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var process = pid_t()
    var status: Int32 = 0
    return posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0
      && waitpid(process, &status, 0) == process && status == 0
  }
}
