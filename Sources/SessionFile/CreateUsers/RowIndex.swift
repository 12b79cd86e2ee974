import Migration

/// What filter and sort work on: one folded blob of text for all users, and the users in the order
/// of each column that was asked for.
///
/// A user is a slot; a user that changes gets a new slot at the end, and the old one is dead. Text
/// of a slot: first name, blank, last name, then address, login name and group, with a byte between
/// them that no filter holds.
struct RowIndex {
  /// What is known of a slot besides its text.
  struct Slot {
    var id: Int64
    /// Bytes of first and last name, address and login name; the group has the rest.
    var first: UInt32
    var last: UInt32
    var address: UInt32
    var login: UInt32
    /// The group by its number in `groups`; 0 is none.
    var group: UInt32
    var standing: UInt8
    var source: UInt8
    var invitation: UInt8
    /// The day of an invitation that is not accepted; `noDay` for none.
    var openInvitation: Int32
    var isFree: Bool
    var isDead: Bool
  }

  /// Stands for no day, behind all days.
  static let noDay = Int32.max

  /// The revision that it holds.
  var revision: Int64
  private(set) var slots: [Slot] = []
  /// Where each slot's text begins, and where the last one ends.
  private(set) var starts: [UInt32] = [0]
  /// The text, and behind it room that a search may read.
  private(set) var text: [UInt8] = []
  private var groups: [[UInt8]] = [[]]
  /// How often each byte stands in a sample of the text.
  private var counts = [UInt32](repeating: 0, count: 256)
  /// Slots that were there when it was built, in the order of their ids.
  private var builtCount = 0
  var orders: [UserColumn: [UInt32]] = [:]
  /// Who has the seats that the last query for seats asked about.
  private(set) var members: SeatMembers?
  private var last: Answer?

  /// More slots than this that came later make it worth building anew.
  private static let mostLater = 2_000

  /// What a query gave.
  private struct Answer {
    var query: UserQuery
    var words: [[UInt8]]
    /// Slots that have the words, in slot order; nil for all.
    var hits: [UInt32]?
    /// Slots of the query in ascending order of its column.
    var slots: [UInt32]
  }

  init(revision: Int64) { self.revision = revision }

  /// Whether so many single changes came that it should be built anew when there is time.
  var isWorn: Bool { slots.count - builtCount > Self.mostLater }

  // MARK: Filling

  /// Makes room for so many users.
  mutating func reserve(_ count: Int) {
    slots.reserveCapacity(count + 64)
    starts.reserveCapacity(count + 65)
    text = [UInt8](repeating: 0, count: count * 88 + 4_096)
  }

  /// The columns of a row that it is filled from.
  static let columns = """
    id, first_name, last_name, address, login, group_name, standing, source, hand_over IS NULL, \
    since, invitation, invited_on
    """

  /// Adds a user from a row of `columns`.
  mutating func append(_ row: SQLStatement) {
    let fields = (
      row.bytes(1), row.bytes(2), row.bytes(3), row.bytes(4), row.bytes(5)
    )
    let start = Int(starts[starts.count - 1])
    let length =
      fields.0.count + fields.1.count + fields.2.count + fields.3.count + fields.4.count
    let needed = start + length * Folding.growth + 5 + ByteSearch.padding
    if text.count < needed {
      text += [UInt8](repeating: 0, count: max(needed - text.count, text.count / 2))
    }
    var slot = Slot(
      id: row.integer(0), first: 0, last: 0, address: 0, login: 0, group: group(fields.4),
      standing: UInt8(truncatingIfNeeded: row.int(6)),
      source: UInt8(truncatingIfNeeded: row.int(7)),
      invitation: UInt8(truncatingIfNeeded: row.int(10)),
      openInvitation: Self.openInvitation(row),
      isFree: row.int(6) == 0 && row.int(8) != 0, isDead: false)
    let end: Int = text.withUnsafeMutableBufferPointer { text in
      guard let base = text.baseAddress else { return start }
      var place = start
      func put(_ field: UnsafeBufferPointer<UInt8>, _ separator: UInt8) -> UInt32 {
        let count = Folding.search.fold(field, into: base + place)
        base[place + count] = separator
        place += count + 1
        return UInt32(count)
      }
      slot.first = put(fields.0, 0x20)
      slot.last = put(fields.1, UserKeys.separator)
      slot.address = put(fields.2, UserKeys.separator)
      slot.login = put(fields.3, UserKeys.separator)
      _ = put(fields.4, 0x0A)
      return place
    }
    slots.append(slot)
    starts.append(UInt32(end))
  }

  /// The day of an invitation that is not accepted, from a row of `columns`.
  private static func openInvitation(_ row: SQLStatement) -> Int32 {
    let invitation = Invitation(rawValue: UInt8(truncatingIfNeeded: row.int(10))) ?? .unknown
    let day = Standing(rawValue: row.int(6)).flatMap {
      invitation.openDay($0, invitedOn: row.intOrNil(11), since: row.intOrNil(9))
    }
    return day.map { Int32(clamping: $0) } ?? noDay
  }

  private mutating func group(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if name.isEmpty { return 0 }
    // Most neighbours are in the same few groups.
    if let last = slots.last, last.group != 0, groups[Int(last.group)].elementsEqual(name) {
      return last.group
    }
    if let known = groupNumber(name) { return known }
    groups.append(Array(name))
    groupNumbers.set(name, Int64(groups.count - 1))
    return UInt32(groups.count - 1)
  }

  private var groupNumbers = ByteTable(expecting: 64)

  private func groupNumber(_ name: UnsafeBufferPointer<UInt8>) -> UInt32? {
    groupNumbers.value(name).map { UInt32($0) }
  }

  /// Ends the filling.
  mutating func finish() {
    builtCount = slots.count
    let end = Int(starts[starts.count - 1])
    for place in 0..<min(end, 65_536) { counts[Int(text[place])] += 1 }
    orders[.name] = sortedByName()
  }

  // MARK: Single changes

  /// Takes a user out, where it is in.
  mutating func remove(_ id: Int64) {
    guard let slot = liveSlot(of: id) else { return }
    for column in Array(orders.keys) {
      let place = self.place(of: slot, in: column)
      if let order = orders[column], place < order.count, order[place] == slot {
        orders[column]?.remove(at: place)
      }
    }
    slots[Int(slot)].isDead = true
    last = nil
  }

  /// Puts the user that was appended last at its place in every order.
  mutating func placeLast() {
    let slot = UInt32(slots.count - 1)
    for column in Array(orders.keys) {
      let place = place(of: slot, in: column)
      orders[column]?.insert(slot, at: place)
    }
    last = nil
  }

  private func liveSlot(of id: Int64) -> UInt32? {
    for slot in stride(from: slots.count - 1, through: builtCount, by: -1)
    where slots[slot].id == id && !slots[slot].isDead { return UInt32(slot) }
    var low = 0
    var high = builtCount
    while low < high {
      let middle = (low + high) / 2
      if slots[middle].id < id { low = middle + 1 } else { high = middle }
    }
    guard low < builtCount, slots[low].id == id, !slots[low].isDead else { return nil }
    return UInt32(low)
  }

  /// The first place in an order whose slot does not come before this one.
  private func place(of slot: UInt32, in column: UserColumn) -> Int {
    guard let order = orders[column] else { return 0 }
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(order[middle], slot, column) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Queries

  /// The ids of a query at some places, and how many the query has in all.
  mutating func ids(_ query: UserQuery, places: Range<Int>) -> (ids: [Int64], total: Int) {
    let found = answer(query)
    let total = found.count
    let wanted = places.clamped(to: 0..<total)
    return (
      wanted.map { slots[Int(found[query.isDescending ? total - 1 - $0 : $0])].id }, total
    )
  }

  private mutating func answer(_ query: UserQuery) -> [UInt32] {
    if let last, last.query.isSame(as: query) { return last.slots }
    let words = Self.words(query.filter)
    let hits = self.hits(words)
    var found = order(query.order)
    if let hits { found = Self.kept(hits, of: found, among: slots.count) }
    let group: UInt32? = query.group.map { name in
      var name = name
      return name.withUTF8 { $0.isEmpty ? 0 : groupNumber($0) ?? .max }
    }
    let standing = query.standing.map { UInt8($0.rawValue) }
    let members = query.seats.flatMap { seats in
      self.members.flatMap { $0.query == seats ? $0 : nil }
    }
    if group != nil || standing != nil || query.onlyNotHandedOver || members != nil
      || query.part != .everyone
    {
      found = found.filter { number in
        let slot = slots[Int(number)]
        if let members, !members.contains(slot.id) { return false }
        return (group ?? slot.group) == slot.group && (standing ?? slot.standing) == slot.standing
          && (!query.onlyNotHandedOver || slot.isFree) && slot.belongs(to: query.part)
      }
    }
    last = Answer(query: query, words: words, hits: hits, slots: found)
    return found
  }

  /// The slots of an order that are among the hits. What else is known of them is not looked at, which
  /// lies all over the memory; and no step depends on whether one is a hit, which nobody can foretell.
  private static func kept(
    _ hits: [UInt32], of order: [UInt32], among count: Int
  ) -> [UInt32] {
    var marks = [UInt8](repeating: 0, count: count)
    for slot in hits { marks[Int(slot)] = 1 }
    return [UInt32](unsafeUninitializedCapacity: order.count) { kept, filled in
      for slot in order {
        kept[filled] = slot
        filled += Int(marks[Int(slot)])
      }
    }
  }

  /// Says who has the seats that a query asks about.
  mutating func set(_ members: SeatMembers) {
    self.members = members
    if last?.query.seats != nil { last = nil }
  }

  /// Forgets who has which seats, after a change of them.
  mutating func forgetMembers() {
    members = nil
    if last?.query.seats != nil { last = nil }
  }

  /// The words of a filter, folded; every row has to hold all of them.
  static func words(_ filter: String) -> [[UInt8]] {
    Folding.search.bytes(of: filter).split { $0 <= 0x20 }.map { Array($0) }
  }

  /// Slots that hold all words, in slot order; nil when there are no words.
  private func hits(_ words: [[UInt8]]) -> [UInt32]? {
    // The longest word leaves the fewest rows for the others.
    let sorted = words.sorted { $0.count > $1.count }
    guard let longest = sorted.first else { return nil }
    let searches = sorted.map { ByteSearch($0, counts: counts) }
    if let last, let hits = last.hits, hits.count < slots.count / 8,
      last.words.allSatisfy({ old in words.contains { $0.contains(old) } })
    {
      return narrow(hits, searches[...])
    }
    let hits = scan(searches[0], length: longest.count)
    return searches.count == 1 ? hits : narrow(hits, searches[1...])
  }

  private func scan(_ search: ByteSearch, length: Int) -> [UInt32] {
    var hits: [UInt32] = []
    text.withUnsafeBufferPointer { text in
      starts.withUnsafeBufferPointer { starts in
        guard let base = text.baseAddress else { return }
        let end = Int(starts[starts.count - 1])
        var slot = 0
        var place = 0
        while place < end {
          place = search.find(base, from: place, to: end)
          if place < 0 { return }
          while Int(starts[slot + 1]) <= place { slot += 1 }
          if !slots[slot].isDead { hits.append(UInt32(slot)) }
          slot += 1
          place = Int(starts[slot])
        }
      }
    }
    return hits
  }

  private func narrow(_ hits: [UInt32], _ searches: ArraySlice<ByteSearch>) -> [UInt32] {
    text.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return [] }
      return hits.filter { slot in
        let start = Int(starts[Int(slot)])
        let end = Int(starts[Int(slot) + 1])
        return searches.allSatisfy { $0.find(base, from: start, to: end) >= 0 }
      }
    }
  }
}

extension RowIndex.Slot {
  /// Whether the user belongs to a part of the users.
  fileprivate func belongs(to part: UserPart) -> Bool {
    switch part {
    case .everyone: true
    case .notProven:
      standing != Standing.proven.rawValue && standing != Standing.setAside.rawValue
    case .notThere:
      standing == Standing.failed.rawValue
        || (standing == Standing.stated.rawValue && invitation == Invitation.absent.rawValue)
    case .notAccepted(let first, let last):
      openInvitation != RowIndex.noDay
        && Int(openInvitation) >= first?.number ?? Int(Int32.min)
        && Int(openInvitation) <= last?.number ?? Int(RowIndex.noDay)
    }
  }
}

extension UserQuery {
  /// Whether another query has the same rows, in the same order or the other way round.
  fileprivate func isSame(as other: UserQuery) -> Bool {
    var turned = other
    turned.isDescending = isDescending
    return self == turned
  }
}

extension [UInt8] {
  /// Whether a run of bytes stands somewhere in these.
  fileprivate func contains(_ other: [UInt8]) -> Bool {
    guard other.count <= count else { return false }
    return (0...count - other.count).contains { self[$0...].starts(with: other) }
  }
}
