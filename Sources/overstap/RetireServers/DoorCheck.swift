import Glibc
import Migration
import Wizard

/// Tries the ports of licence servers: one connection to each, all at the same time, closed at once.
enum DoorCheck {
  /// Milliseconds after which a port counts as silent.
  static let limit = 4_000
  /// Milliseconds after which a name counts as unknown.
  static let nameLimit = 8_000

  /// A connection to one of the addresses of a computer; -1 where it could not begin.
  private struct Attempt {
    var descriptor: Int32
    var place: Int
    var outcome: DoorTrial.Outcome?
  }

  /// What came of each port, in order; nil when it was called off. `isWanted` is told how many are
  /// done. A port is open where one address of the computer answers, and refused only where all of
  /// them refuse.
  static func tryAll(
    _ doors: [ServerDoor], isWanted: @escaping (Int) -> Bool
  ) -> [DoorTrial.Outcome]? {
    var outcomes = [DoorTrial.Outcome?](repeating: nil, count: doors.count)
    var attempts: [Attempt] = []
    defer { for attempt in attempts where attempt.descriptor >= 0 { close(attempt.descriptor) } }
    var addresses: [String: [SocketAddress]] = [:]
    for (place, door) in doors.enumerated() {
      if addresses[door.host] == nil {
        let host = door.host
        var isCalledOff = false
        let found = TimedWork.run(
          limit: nameLimit,
          isWanted: {
            let goesOn = isWanted(0)
            isCalledOff = isCalledOff || !goesOn
            return goesOn
          }, { await HostAddresses.find(host) })
        if isCalledOff { return nil }
        addresses[door.host] = found ?? []
      }
      let found = addresses[door.host] ?? []
      if found.isEmpty { outcomes[place] = .unresolvable }
      for address in found {
        switch begin(address, port: door.port) {
        case .success(let descriptor):
          attempts.append(Attempt(descriptor: descriptor, place: place))
        case .failure(let failure):
          attempts.append(Attempt(descriptor: -1, place: place, outcome: failure.outcome))
        }
      }
    }
    settle(attempts, &outcomes)
    let start = WallClock.milliseconds()
    while outcomes.contains(where: { $0 == nil }) {
      guard WallClock.milliseconds() - start < limit else { break }
      guard isWanted(outcomes.count { $0 != nil }) else { return nil }
      look(&attempts)
      settle(attempts, &outcomes)
    }
    return outcomes.map { $0 ?? .silent }
  }

  private struct Failure: Error { var outcome: DoorTrial.Outcome }

  private static func begin(
    _ address: SocketAddress, port: Int
  ) -> Result<Int32, Failure> {
    let kind =
      Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
      | Int32(SOCK_CLOEXEC.rawValue)
    let descriptor = socket(address.family, kind, 0)
    guard descriptor >= 0 else { return .failure(Failure(outcome: .silent)) }
    if address.connect(descriptor, port: port) == 0 || errno == EINPROGRESS {
      return .success(descriptor)
    }
    let code = errno
    close(descriptor)
    return .failure(Failure(outcome: outcome(code)))
  }

  /// Looks which connections are made or refused, for at most a twentieth of a second.
  private static func look(_ attempts: inout [Attempt]) {
    let waiting = attempts.indices.filter { attempts[$0].outcome == nil }
    var polled = waiting.map {
      pollfd(fd: attempts[$0].descriptor, events: Int16(POLLOUT), revents: 0)
    }
    guard poll(&polled, nfds_t(polled.count), 50) > 0 else { return }
    for (index, state) in zip(waiting, polled) where state.revents != 0 {
      var code: Int32 = 0
      var length = socklen_t(MemoryLayout<Int32>.size)
      getsockopt(attempts[index].descriptor, SOL_SOCKET, SO_ERROR, &code, &length)
      attempts[index].outcome = code == 0 ? .open : outcome(code)
    }
  }

  /// What is known of each port by what came of the addresses.
  private static func settle(_ attempts: [Attempt], _ outcomes: inout [DoorTrial.Outcome?]) {
    for place in outcomes.indices where outcomes[place] == nil {
      let own = attempts.filter { $0.place == place }.map(\.outcome)
      if own.contains(.open) {
        outcomes[place] = .open
      } else if !own.contains(nil) {
        outcomes[place] = own.allSatisfy { $0 == .refused } ? .refused : .silent
      }
    }
  }

  /// Only a reset from the computer itself says that nobody listens; every other failure may come
  /// from something in between.
  private static func outcome(_ code: Int32) -> DoorTrial.Outcome {
    code == ECONNREFUSED ? .refused : .silent
  }
}
