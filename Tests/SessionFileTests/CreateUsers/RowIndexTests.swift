import Migration
import Seeds
import Testing

@testable import SessionFile

private let moment = Moment(day: Day(number: 20_000))

@Suite("Filter and sort: the same rows as a plain look at each one")
struct RowIndexTests {
  private let file: SessionFile

  init() throws { file = try SessionFile.inMemory() }

  /// Every row looked at in turn.
  private func plain(_ query: UserQuery) throws -> [UserID] {
    var users: [User] = []
    try file.forEachUser(file.userIDs(UserQuery())) {
      users.append($0)
      return true
    }
    func fold(_ text: String) -> String {
      String(decoding: Folding.search.bytes(of: text), as: UTF8.self)
    }
    let words = query.filter.split(separator: " ").map { fold(String($0)) }
    let found = users.filter { user in
      let details = user.details
      let texts = [
        fold(details.firstName + " " + details.lastName), fold(details.address),
        fold(details.login), fold(details.group),
      ]
      return words.allSatisfy { word in texts.contains { $0.has(word) } }
        && (query.group == nil || details.group == query.group)
        && (query.standing == nil || user.standing == query.standing)
        && (!query.onlyNotHandedOver || (user.standing == .planned && user.handOver == nil))
        && Self.belongs(user, to: query.part)
    }
    func key(_ user: User) -> [String] {
      let name = [fold(user.details.lastName), fold(user.details.firstName)]
      func last(_ text: String) -> [String] { [text.isEmpty ? "1" : "0", fold(text)] + name }
      switch query.order {
      case .name: return name
      case .address: return last(user.details.address)
      case .login: return last(user.details.login)
      case .group: return last(user.details.group)
      case .standing: return [String(user.standing.rawValue)] + name
      case .source: return [String(user.source.rawValue)] + name
      case .invitation:
        if let day = Self.openInvitation(user) {
          return ["0", String(day.number + 100_000)] + name
        }
        return [user.invitation == .accepted ? "2" : "1", ""] + name
      }
    }
    let sorted = found.map { (key($0), $0.id) }.sorted { left, right in
      for (one, other) in zip(left.0, right.0) where one != other {
        return one.utf8.lexicographicallyPrecedes(other.utf8)
      }
      return left.1 < right.1
    }.map(\.1)
    return query.isDescending ? sorted.reversed() : sorted
  }

  private static func openInvitation(_ user: User) -> Day? {
    let isIn = user.standing == .stated || user.standing == .proven
    return isIn && user.invitation != .accepted && user.invitation != .absent
      ? user.invitedOn : nil
  }

  private static func belongs(_ user: User, to part: UserPart) -> Bool {
    switch part {
    case .everyone: true
    case .notProven: user.standing != .proven && user.standing != .setAside
    case .notThere:
      user.standing == .failed || (user.standing == .stated && user.invitation == .absent)
    case .notAccepted(let from, let upTo):
      openInvitation(user).map { $0 >= from ?? $0 && $0 <= upTo ?? $0 } ?? false
    }
  }

  @Test("Every filter, order and condition, also while single rows change", arguments: 1...4)
  func likePlain(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    _ = try file.apply(
      .createUsers(.importUsers(People.batch(People.many(120)), .imported, .keep)), at: moment)
    let ids = try file.userIDs(UserQuery())
    let written = HandOver(number: 1, step: .createUsers, writtenOn: Day(number: 1), rowCount: 20)
    _ = try file.apply(.createUsers(.handOver(written, Array(ids[10..<30]))), at: moment)
    _ = try file.apply(.stateHandOver(1, Day(number: 2)), at: moment)
    let portal = People.many(120).prefix(25).enumerated().map { place, person in
      (person, place % 3 == 0 ? Invitation.accepted : .pending)
    }
    let evidence = Evidence(
      kind: .usersExport, file: "users.csv", day: Day(number: 5), team: "", isWhole: false,
      digest: "", rowCount: 25, personCount: 25)
    _ = try file.apply(.createUsers(.proveUsers(evidence, People.portal(portal))), at: moment)
    let filters = [
      "", "a", "e", "de v", "vries de", "OSTER", "öz", "user1", "user12", "user123", "wave 3 gul",
      "example", "@", "u4", "xyz", "  ", "mmm", "1", "chloe wave", "jorg bakker", ".com",
    ]
    for round in 0..<60 {
      var query = UserQuery()
      query.filter = filters.randomElement(using: &random) ?? ""
      query.order = UserColumn.allCases.randomElement(using: &random) ?? .name
      query.isDescending = Bool.random(using: &random)
      if Int.random(in: 0..<4, using: &random) == 0 { query.group = "Wave 2" }
      query.part =
        [
          .everyone, .everyone, .notProven, .notAccepted(from: nil, upTo: Day(number: 3)),
          .notAccepted(from: Day(number: 3), upTo: nil),
        ].randomElement(using: &random) ?? .everyone
      if Int.random(in: 0..<6, using: &random) == 0 { query.group = "" }
      if Int.random(in: 0..<4, using: &random) == 0 { query.standing = .stated }
      if Int.random(in: 0..<4, using: &random) == 0 { query.onlyNotHandedOver = true }
      let expected = try plain(query)
      #expect(try file.userIDs(query) == expected, "\(query)")
      let window = try file.users(query, places: 3..<9)
      #expect(window.rows.map(\.id) == Array(expected.dropFirst(3).prefix(6)))
      if round % 3 == 0 { try change(&random) }
    }
    #expect(try file.recount() == Recount(file.summary()))
  }

  private func change(_ random: inout SeededGenerator) throws {
    let ids = try file.userIDs(UserQuery())
    guard let id = ids.randomElement(using: &random), var details = try file.user(id)?.details
    else { return }
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      details.firstName = ["Zoë", "Mmm", "Ann"].randomElement(using: &random) ?? ""
      _ = try file.apply(.createUsers(.editUser(id, details)), at: moment)
    case 1:
      details.login = ""
      details.group = "Wave 2"
      _ = try file.apply(.createUsers(.editUser(id, details)), at: moment)
    case 2: _ = try file.apply(.createUsers(.removeUsers([id])), at: moment)
    case 3:
      details.address = "new\(UInt16.random(in: 0...9_999, using: &random))@example.com"
      _ = try? file.apply(.createUsers(.addUser(details, .typed)), at: moment)
    default: _ = try file.undo(at: moment)
    }
  }

  @Test("Everyone by name is the same before and after the index is there")
  func beforeIndex() throws {
    var people = People.many(500)
    people.append(UserDetails(address: "nameless@example.com"))
    _ = try file.apply(
      .createUsers(.importUsers(People.batch(people), .imported, .keep)), at: moment)
    for isDescending in [false, true] {
      let query = UserQuery(isDescending: isDescending)
      file.index = nil
      let before = try file.users(query, places: 0..<600)
      #expect(!file.isIndexReady)
      try file.prepareIndex()
      #expect(file.isIndexReady)
      let after = try file.users(query, places: 0..<600)
      #expect(before.rows.map(\.id) == after.rows.map(\.id))
      #expect(before.total == after.total)
      #expect(before.total == 501)
    }
  }

  @Test("A single change keeps the index, a change in bulk lets it be built anew")
  func upkeep() throws {
    _ = try file.apply(
      .createUsers(.importUsers(People.batch(People.many(200)), .imported, .keep)), at: moment)
    try file.prepareIndex()
    _ = try file.apply(.createUsers(.addUser(People.ann, .typed)), at: moment)
    #expect(file.isIndexReady)
    #expect(try file.users(UserQuery(filter: "ann@"), places: 0..<9).total == 1)
    _ = try file.undo(at: moment)
    #expect(file.isIndexReady)
    #expect(try file.users(UserQuery(filter: "ann@"), places: 0..<9).total == 0)
    _ = try file.undo(at: moment)
    #expect(!file.isIndexReady)
    #expect(try file.users(UserQuery(), places: 0..<9).total == 0)
  }

  @Test("A window beyond the end is empty and knows the total")
  func beyondTheEnd() throws {
    _ = try file.apply(.createUsers(.addUser(People.ann, .typed)), at: moment)
    for query in [UserQuery(), UserQuery(filter: "ann")] {
      let window = try file.users(query, places: 40..<80)
      #expect(window.rows.isEmpty)
      #expect(window.total == 1)
    }
  }
}

extension String {
  /// Whether a text stands somewhere in this one, byte by byte.
  fileprivate func has(_ other: String) -> Bool {
    let bytes = Array(utf8)
    let wanted = Array(other.utf8)
    guard wanted.count <= bytes.count else { return false }
    return (0...bytes.count - wanted.count).contains { bytes[$0...].starts(with: wanted) }
  }
}
