import Migration

extension LmstatOutput {
  /// What the last answer of each server says, out of several in the order of a text.
  init(lastOf answers: [LmstatOutput]) {
    self.init()
    self.answers = answers
    // A failure that names nobody is one of the only server that is asked in the text.
    let named = answers.map(\.hosts).filter { !$0.isEmpty }
    let only = named.first.flatMap { first in named.allSatisfy { $0 == first } ? first : nil }
    var seen: Set<String> = []
    var last: [LmstatOutput] = []
    // What states no moment is of the place where it stands.
    for (_, answer) in answers.enumerated().sorted(by: Self.isLater) {
      let hosts = answer.hosts.isEmpty ? only ?? [] : answer.hosts
      guard !hosts.isEmpty || last.isEmpty else { continue }
      guard hosts.isEmpty || !hosts.isSubset(of: seen) else { continue }
      seen.formUnion(hosts)
      last.append(answer)
    }
    for answer in last.reversed() { append(answer) }
    let newest = last.compactMap(\.moment).max()
    day = newest.map { LogDay(number: Int32(clamping: $0.day.number)) }
    minuteOfDay = newest?.minute
    banner = last.first?.banner
    command = last.first?.command
  }

  private static func isLater(
    _ left: (offset: Int, element: LmstatOutput), _ right: (offset: Int, element: LmstatOutput)
  ) -> Bool {
    if let mine = left.element.moment, let others = right.element.moment, mine != others {
      return mine > others
    }
    return left.offset > right.offset
  }

  /// The servers that were asked, or that answered, in small letters.
  private var hosts: Set<String> {
    let names = blocks.flatMap { block in
      block.addresses.isEmpty ? block.servers.map(\.host) : block.addresses.map(\.host)
    }
    return Set(names.map { $0.lowercased() })
  }

  /// Adds all of another answer behind what is there.
  private mutating func append(_ other: LmstatOutput) {
    let (firstBlock, firstFeature) = (blocks.count, features.count)
    blocks += other.blocks
    features += other.features.map { feature in
      var feature = feature
      feature.block = feature.block.map { $0 + firstBlock }
      return feature
    }
    checkouts += other.checkouts.map { checkout in
      var checkout = checkout
      checkout.feature = checkout.feature.map { $0 + firstFeature }
      return checkout
    }
    queued += other.queued.map { request in
      var request = request
      request.feature = request.feature.map { $0 + firstFeature }
      return request
    }
    reservations += other.reservations.map { reservation in
      var reservation = reservation
      reservation.feature = reservation.feature.map { $0 + firstFeature }
      return reservation
    }
    failures += other.failures
  }
}
