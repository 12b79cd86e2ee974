/// What is known of the switch of a product on a computer, each with its moment: the newest wins, both
/// ways.
package struct SwitchProof: Hashable, Sendable {
  /// The admin said that it is done.
  package var stated: Moment?
  /// Its user's own licence was read back.
  package var proven: Moment?
  /// Another method was read back.
  package var refuted: Moment?
  /// A script says that it could not.
  package var failed: Moment?
  /// It took or held a network licence.
  package var used: Moment?

  /// Makes what is known; by itself nothing is.
  package init(
    stated: Moment? = nil, proven: Moment? = nil, refuted: Moment? = nil,
    failed: Moment? = nil, used: Moment? = nil
  ) {
    self.stated = stated
    self.proven = proven
    self.refuted = refuted
    self.failed = failed
    self.used = used
  }

  /// How far it is, and since when. What is read back speaks against a statement from the statement's
  /// own minute on, use only after it.
  package var standing: (standing: Standing, since: Moment?) {
    let readBack = Self.latest(refuted, failed)
    if let proven, (readBack ?? proven) <= proven, (used ?? proven) <= proven {
      return (.proven, proven)
    }
    if let stated, readBack.map({ $0 < stated }) ?? true, (used ?? stated) <= stated {
      return (.stated, stated)
    }
    guard stated != nil || proven != nil || failed != nil else { return (.planned, nil) }
    return (.failed, Self.latest(readBack, used))
  }

  /// Whether it is use on the network that took it back.
  package var isUsedAfter: Bool {
    guard standing.standing == .failed, let used else { return false }
    return Self.latest(refuted, failed).map { used > $0 } ?? true
  }

  /// The later of two moments.
  package static func latest(_ one: Moment?, _ other: Moment?) -> Moment? {
    guard let one, let other else { return one ?? other }
    return max(one, other)
  }

  /// A moment further ahead than a clock may be off is no evidence: a wrong clock, or a wrong date.
  package static func isAhead(_ moment: Moment, _ now: Moment) -> Bool {
    moment.minutes - now.minutes > 1_440
  }
}
