import Glibc
import Migration

/// Asks licence servers with `lmutil lmstat -a`, each with a time limit.
enum LmutilQuestion {
  /// Milliseconds that one server may take. FlexNet's tools try ten ports where none is named.
  static let limit = 30_000
  /// The most bytes of one answer.
  private static let mostBytes = 256 << 20

  /// The program: the given path, else the first `lmutil` on the path; nil where there is none.
  static func program(_ given: String) -> String? {
    if !given.isEmpty {
      let path = AdminPath.system(given)
      return access(path, X_OK) == 0 ? path : nil
    }
    return AdminPath.program("lmutil")
  }

  /// What a server answers; empty when it does not within the limit, nil when it was called off.
  static func ask(
    _ server: ServerDetails, with program: String, within limit: Int = limit,
    isWanted: () -> Bool
  ) -> [UInt8]? {
    let address = server.address
    var isCalledOff = false
    let output = TimedWork.run(
      limit: limit,
      isWanted: {
        let goesOn = isWanted()
        isCalledOff = isCalledOff || !goesOn
        return goesOn
      },
      {
        await answer(program, address)
      })
    if isCalledOff { return nil }
    return output ?? []
  }

  private static func answer(_ program: String, _ address: String) async -> [UInt8] {
    // lmutil says what failed in its output, and its exit status is not documented.
    await ProgramAnswer.of(program, ["lmstat", "-a", "-c", address], mostBytes: mostBytes) ?? []
  }
}
