import Migration
import Seeds
import SessionFile
import Testing

@Suite("Any order of changes, undo and redo")
struct AnyOrderTests {
  @Test(
    "Counts equal a recount, no address is there twice, undo and redo give back just what was",
    arguments: 1...12)
  func anyOrder(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var story = try Story()
    for _ in 0..<70 { try story.step(&random) }
    try story.undoEverything()
  }
}

/// One migration with what it has to look like after each undo and redo.
private struct Story {
  private struct Look: Equatable {
    var users: [User]
    var setup: Setup?
    var evidence: [Evidence]
    var strangers: [PortalPerson]
  }

  private let folder: Folder
  private var file: SessionFile
  private var looks: [Look]
  private var undone: [Look] = []
  private var day = 20_000
  private var handOverNumber = 0

  init() throws {
    folder = try Folder()
    file = try folder.open()
    looks = [Look(users: [], setup: nil, evidence: [], strangers: [])]
  }

  private var moment: Moment { Moment(day: Day(number: day)) }

  private func look() throws -> Look {
    Look(
      users: try file.users(UserQuery(), places: 0..<10_000).rows,
      setup: try file.summary().setup, evidence: try file.summary().evidence,
      strangers: try file.strangers(places: 0..<1_000).rows)
  }

  mutating func step(_ random: inout SeededGenerator) throws {
    day += 1
    switch Int.random(in: 0..<14, using: &random) {
    case 0...2: try undo()
    case 3...4: try redo()
    case 5: file = try folder.open()
    case 6: try file.prepareIndex()
    default: try change(&random)
    }
    try check()
  }

  private mutating func change(_ random: inout SeededGenerator) throws {
    let before = try file.summary()
    do {
      let outcome = try file.apply(try anyChange(&random), at: moment)
      guard outcome.revision > before.revision else { return }
      looks.append(try look())
      undone = []
    } catch let refusal as ChangeRefusal {
      // Refused: nothing of it is kept.
      switch refusal {
      case .createUsers, .noSuchHandOver, .invalid: break
      default: Issue.record("\(refusal)")
      }
      #expect(try file.summary() == before)
    }
  }

  private mutating func undo() throws {
    guard looks.count > 1 else {
      #expect(throws: ChangeRefusal.nothingToUndo) { try file.undo(at: moment) }
      return
    }
    _ = try file.undo(at: moment)
    undone.append(looks.removeLast())
    #expect(try look() == looks.last)
  }

  private mutating func redo() throws {
    guard let next = undone.popLast() else {
      #expect(throws: ChangeRefusal.nothingToUndo) { try file.redo(at: moment) }
      return
    }
    _ = try file.redo(at: moment)
    looks.append(next)
    #expect(try look() == next)
  }

  mutating func undoEverything() throws {
    while looks.count > 1 { try undo() }
    let summary = try file.summary()
    #expect(summary.users.isEmpty)
    #expect(summary.groups.isEmpty)
    #expect(summary.openInvitations.isEmpty)
    #expect(summary.usersNotHandedOver == 0)
    #expect(summary.evidence.isEmpty)
    #expect(summary.invitations.isEmpty)
    #expect(summary.setup == nil)
    #expect(summary.undoable == nil)
    #expect(summary.handOvers.allSatisfy { $0.stage == .withdrawn })
    #expect(try file.recount() == Recount())
  }

  private func check() throws {
    #expect(try file.recount() == Recount(file.summary()))
    let addresses = try look().users.map { Folding.caseBlind.bytes(of: $0.details.address) }
    #expect(Set(addresses).count == addresses.count)
  }

  private func prove(_ random: inout SeededGenerator) -> Change {
    let first = Int.random(in: 0...30, using: &random)
    let people = People.many(Int.random(in: 0...30, using: &random), from: first).map {
      ($0, Invitation.allCases.randomElement(using: &random) ?? .unknown)
    }
    return .createUsers(
      .proveUsers(
        Evidence(
          kind: Bool.random(using: &random) ? .usersExport : .usageReport, file: "export.csv",
          day: Day(number: day - Int.random(in: 0...9, using: &random)), team: "T",
          isWhole: Bool.random(using: &random),
          digest: Bool.random(using: &random) ? "\(people.count)" : "", rowCount: people.count,
          personCount: people.count), People.portal(people)))
  }

  private mutating func anyChange(_ random: inout SeededGenerator) throws -> Change {
    let ids = try file.userIDs(UserQuery()) + [UserID(9_999)]
    let some = ids.shuffled(using: &random).prefix(Int.random(in: 1...6, using: &random))
    let one = ids.randomElement(using: &random) ?? UserID(1)
    var person = People.many(40).randomElement(using: &random) ?? People.ann
    switch Int.random(in: 0..<17, using: &random) {
    case 0:
      return .setUp(Setup(organisation: "Hogwarts \(Int.random(in: 0...3, using: &random))"))
    case 1: return .createUsers(.addUser(person, .typed))
    case 2: return .createUsers(.addUser(UserDetails(firstName: "X", address: ""), .typed))
    case 3: return .createUsers(.editUser(one, person))
    case 4:
      person = try file.user(one)?.details ?? person
      person.group = ["", "Pilot", "Wave 1"].randomElement(using: &random) ?? ""
      person.lastName += Bool.random(using: &random) ? "x" : ""
      return .createUsers(.editUser(one, person))
    case 5: return .createUsers(.removeUsers(Array(some)))
    case 6: return .createUsers(.groupUsers(Array(some), "Pilot"))
    case 7, 8:
      let first = Int.random(in: 0...40, using: &random)
      let count = Int.random(in: 1...30, using: &random)
      var people = People.many(count, from: first)
      for index in people.indices where Bool.random(using: &random) {
        people[index].firstName += "y"
        people[index].address = people[index].address.uppercased()
      }
      return .createUsers(
        .importUsers(
          People.batch(people), .imported, Bool.random(using: &random) ? .keep : .update))
    case 9:
      handOverNumber += Bool.random(using: &random) ? 1 : 0
      return .createUsers(
        .handOver(
          HandOver(
            number: handOverNumber, step: .createUsers, writtenOn: Day(number: day),
            rowCount: some.count),
          Array(some)))
    case 10: return .stateHandOver(Int.random(in: 0...4, using: &random), Day(number: day))
    case 11, 12: return prove(&random)
    case 13:
      let strangers = try file.strangers(places: 0..<1_000).rows.map(\.id)
      return .createUsers(.takeOverFromPortal(Array(strangers.shuffled(using: &random).prefix(3))))
    case 14: return .createUsers(.resendInvitations(.these(Array(some)), Day(number: day)))
    case 15: return .createUsers(.planUsersAgain(.these(Array(some))))
    default: return .withdrawHandOver(Int.random(in: 0...4, using: &random))
    }
  }
}
