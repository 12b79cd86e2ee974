extension LmstatOutput {
  /// The figures in the order in which they are reported.
  package var figures: [(name: String, value: FigureValue)] {
    var counted = 0
    var uncounted = 0
    var failed = 0
    var inUseFeatures = 0
    var issuedSum = 0
    var inUseSum = 0
    for feature in features {
      switch feature.header {
      case .counted(let issued, let inUse):
        counted += 1
        issuedSum += issued
        inUseSum += inUse
        if inUse > 0 { inUseFeatures += 1 }
      case .uncounted: uncounted += 1
      case .failed: failed += 1
      case .unknown: break
      }
    }
    struct Pair: Hashable { let user, host: String }
    let holders = checkouts.map(\.holder)
    let servers = blocks.flatMap(\.servers)
    let daemons = blocks.flatMap(\.daemons)
    return [
      ("features", .number(features.count)),
      ("featuresCounted", .number(counted)),
      ("featuresUncounted", .number(uncounted)),
      ("featuresError", .number(failed)),
      ("featuresInUse", .number(inUseFeatures)),
      ("issued", .number(issuedSum)),
      ("inUse", .number(inUseSum)),
      ("checkoutLines", .number(checkouts.count)),
      ("seatsOnLines", .number(checkouts.reduce(0) { $0 + $1.licences })),
      ("queuedLines", .number(queued.count)),
      ("reservationLines", .number(reservations.count)),
      ("reserved", .number(reservations.reduce(0) { $0 + $1.licences })),
      ("lingerLines", .number(checkouts.count { $0.linger != nil })),
      ("distinctFeatureNames", .number(Set(features.map(\.name)).count)),
      ("uniqueUsers", .number(Set(holders.map(\.user)).count)),
      ("uniqueUserHosts", .number(Set(holders.map { Pair(user: $0.user, host: $0.host) }).count)),
      ("serversUp", .number(servers.count { $0.state == .up })),
      ("serversDown", .number(servers.count { $0.state == .down })),
      ("masters", .number(servers.count(where: \.isMaster))),
      ("vendorsUp", .texts(daemons.filter { $0.state == .up }.map(\.name))),
      ("vendorsDown", .texts(daemons.filter { $0.state == .down }.map(\.name))),
      ("answers", .number(max(1, answers.count))),
      ("answeredAt", moment.map { .text("\($0.day.iso)T\($0.clock)") } ?? .absent),
      ("errorCodes", .numbers(Set(failures.compactMap(\.code)).sorted(by: >))),
    ]
  }
}
