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
    features += moved(other.features, \.block, by: firstBlock)
    checkouts += moved(other.checkouts, \.feature, by: firstFeature)
    queued += moved(other.queued, \.feature, by: firstFeature)
    reservations += moved(other.reservations, \.feature, by: firstFeature)
    failures += other.failures
  }

  /// Things that point at a place of a list, which lies further back in a longer one.
  private func moved<Thing>(
    _ things: [Thing], _ place: WritableKeyPath<Thing, Int?>, by count: Int
  ) -> [Thing] {
    things.map { thing in
      var thing = thing
      thing[keyPath: place] = thing[keyPath: place].map { $0 + count }
      return thing
    }
  }
}
