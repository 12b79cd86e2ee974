import Migration

/// The orders of the columns: ties by last name, first name and number.
extension RowIndex {
  /// The live slots in ascending order of a column.
  mutating func order(_ column: UserColumn) -> [UInt32] {
    if let known = orders[column] { return known }
    let made = sorted(by: column)
    orders[column] = made
    return made
  }

  private var live: [UInt32] {
    (0..<UInt32(slots.count)).filter { !slots[Int($0)].isDead }
  }

  func sortedByName() -> [UInt32] {
    text.withUnsafeBufferPointer { text in
      live.map { (prefix: prefix($0, .name, text), slot: $0) }
        .sorted { left, right in
          left.prefix == right.prefix
            ? isBefore(left.slot, right.slot, .name, text) : left.prefix < right.prefix
        }
        .map(\.slot)
    }
  }

  private func sorted(by column: UserColumn) -> [UInt32] {
    let byName = orders[.name] ?? sortedByName()
    return text.withUnsafeBufferPointer { text in
      byName.enumerated()
        .map { rank, slot in (prefix: prefix(slot, column, text), slot: slot, rank: rank) }
        .sorted { left, right in
          if left.prefix != right.prefix { return left.prefix < right.prefix }
          let order = compareKeys(left.slot, right.slot, column, text)
          return order == 0 ? left.rank < right.rank : order < 0
        }
        .map(\.slot)
    }
  }

  /// Whether a slot comes before another in the order of a column; total.
  func isBefore(_ left: UInt32, _ right: UInt32, _ column: UserColumn) -> Bool {
    text.withUnsafeBufferPointer { isBefore(left, right, column, $0) }
  }

  private func isBefore(
    _ left: UInt32, _ right: UInt32, _ column: UserColumn, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var order = column == .name ? 0 : compareKeys(left, right, column, text)
    if order == 0 { order = Self.compare(lastName(left), lastName(right), text) }
    if order == 0 { order = Self.compare(firstName(left), firstName(right), text) }
    return order == 0 ? slots[Int(left)].id < slots[Int(right)].id : order < 0
  }

  /// Below 0 when the left slot's value of a column comes first; rows without a value come last.
  private func compareKeys(
    _ left: UInt32, _ right: UInt32, _ column: UserColumn, _ text: UnsafeBufferPointer<UInt8>
  ) -> Int {
    switch column {
    case .standing: return Int(slots[Int(left)].standing) - Int(slots[Int(right)].standing)
    case .source: return Int(slots[Int(left)].source) - Int(slots[Int(right)].source)
    case .invitation: return Int(invitationRank(left)) - Int(invitationRank(right))
    case .name, .address, .login, .group:
      let (one, other) = (key(left, column), key(right, column))
      if one.isEmpty != other.isEmpty { return one.isEmpty ? 1 : -1 }
      return Self.compare(one, other, text)
    }
  }

  /// A number that orders slots as the first bytes of their values do; no value comes last.
  private func prefix(
    _ slot: UInt32, _ column: UserColumn, _ text: UnsafeBufferPointer<UInt8>
  ) -> UInt64 {
    switch column {
    case .standing: return UInt64(slots[Int(slot)].standing)
    case .source: return UInt64(slots[Int(slot)].source)
    case .invitation: return UInt64(invitationRank(slot))
    case .name: return Self.prefix(lastName(slot), text)
    case .address, .login, .group:
      let key = key(slot, column)
      return key.isEmpty ? .max : Self.prefix(key, text)
    }
  }

  /// Open invitations by day, the oldest first; then who has none, and last who has accepted.
  private func invitationRank(_ slot: UInt32) -> UInt32 {
    let values = slots[Int(slot)]
    if values.openInvitation != Self.noDay { return UInt32(max(0, values.openInvitation)) }
    return values.invitation == Invitation.accepted.rawValue
      ? UInt32(Self.noDay) : UInt32(Self.noDay) - 1
  }

  private static func prefix(_ key: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    for place in 0..<8 {
      prefix = prefix << 8 | (place < key.count ? UInt64(text[key.lowerBound + place]) : 0)
    }
    return prefix
  }

  private static func compare(
    _ left: Range<Int>, _ right: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let count = min(left.count, right.count)
    for place in 0..<count {
      let one = text[left.lowerBound + place]
      let other = text[right.lowerBound + place]
      if one != other { return Int(one) - Int(other) }
    }
    return left.count - right.count
  }

  // MARK: Where a slot's text has what

  private func firstName(_ slot: UInt32) -> Range<Int> {
    let start = Int(starts[Int(slot)])
    return start..<start + Int(slots[Int(slot)].first)
  }

  private func lastName(_ slot: UInt32) -> Range<Int> {
    let start = firstName(slot).upperBound + 1
    return start..<start + Int(slots[Int(slot)].last)
  }

  private func key(_ slot: UInt32, _ column: UserColumn) -> Range<Int> {
    let values = slots[Int(slot)]
    let address = lastName(slot).upperBound + 1
    let login = address + Int(values.address) + 1
    let group = login + Int(values.login) + 1
    switch column {
    case .name, .standing, .source, .invitation: return lastName(slot)
    case .address: return address..<address + Int(values.address)
    case .login: return login..<login + Int(values.login)
    case .group: return group..<Int(starts[Int(slot) + 1]) - 1
    }
  }
}
