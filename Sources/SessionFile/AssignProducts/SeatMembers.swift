import Migration

/// The users that a question about seats finds, as one bit for each number of a user.
struct SeatMembers {
  /// The question.
  let query: SeatQuery
  private var words: [UInt64]

  /// Nobody among so many numbers of users.
  init(_ query: SeatQuery, lastUser: Int64) {
    self.query = query
    words = [UInt64](repeating: 0, count: Int(lastUser / 64) + 1)
  }

  /// Whether a user is one of them.
  func contains(_ user: Int64) -> Bool {
    let place = Int(user >> 6)
    return place < words.count && words[place] & (1 << UInt64(user & 63)) != 0
  }

  /// Takes a user in.
  mutating func insert(_ user: Int64) {
    let place = Int(user >> 6)
    if place < words.count { words[place] |= 1 << UInt64(user & 63) }
  }

  /// Takes in those who are out, and out those who are in.
  mutating func invert() {
    for place in words.indices { words[place] = ~words[place] }
  }
}

extension SessionFile {
  /// Reads who has the seats that a query asks about, unless the index knows; O(assignments of the
  /// product), or O(all assignments) for users without any.
  func readMembers(_ seats: SeatQuery?, _ connection: Connection) throws {
    guard let seats, index?.members?.query != seats else { return }
    var members = SeatMembers(seats, lastUser: try Tally.lastUser.read(connection))
    switch seats {
    case .of(let product):
      let reading = try connection.statement(
        "SELECT user FROM assignment WHERE product = ? AND shelved = 0")
      defer { reading.reset() }
      reading.bind(1, product.number)
      while try reading.step() { members.insert(reading.integer(0)) }
    case .none:
      let reading = try connection.statement(
        "SELECT DISTINCT user FROM assignment WHERE shelved = 0")
      defer { reading.reset() }
      while try reading.step() { members.insert(reading.integer(0)) }
      members.invert()
    }
    index?.set(members)
  }
}
