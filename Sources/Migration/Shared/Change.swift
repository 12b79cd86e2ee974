/// Everything that can be written into a migration: one language for screens and command line.
///
/// What belongs to a step is said in that step's own changes. A session file applies a change with its
/// journal entry and its inverse in one transaction.
package enum Change: Sendable {
  /// The answers of the first screen, new or corrected.
  case setUp(Setup)
  /// The admin says that the portal took a hand-over, and how many users the portal found in it; or that
  /// its invitations were sent again on a later day.
  case stateHandOver(Int, Day, found: Int? = nil)
  /// The admin says that a hand-over did not go through.
  case withdrawHandOver(Int)
  /// The admin closes a step though not all of it is proven; an empty reason opens it again.
  case closeStep(Step, reason: String, on: Day)
  /// A change of step 1.
  case createUsers(CreateUsersChange)
  /// A change of step 2.
  case assignProducts(AssignProductsChange)
  /// A change of step 3.
  case switchDevices(SwitchDevicesChange)
  /// A change of step 4.
  case informUsers(InformUsersChange)
  /// A change of step 5.
  case retireServers(RetireServersChange)

  /// What an import does with people who are there already.
  package enum Existing: String, CaseIterable, Sendable {
    /// Leaves them as they are.
    case keep
    /// Takes over the list's values where the list has one.
    case update
  }

  /// How many rows somebody chose for it; 0 for changes that are about one thing, and for those whose
  /// rows come from a file.
  package var size: Int {
    switch self {
    case .setUp, .stateHandOver, .withdrawHandOver, .closeStep: 0
    case .createUsers(let change): change.size
    case .assignProducts(let change): change.size
    case .switchDevices(let change): change.size
    case .informUsers: 0
    case .retireServers(let change): change.size
    }
  }

  /// Its name in the journal and in the words of the screens.
  package var name: Name {
    switch self {
    case .setUp: .setUp
    case .stateHandOver: .stateHandOver
    case .withdrawHandOver: .withdrawHandOver
    case .closeStep(_, let reason, _): reason.isEmpty ? .reopenStep : .closeStep
    case .createUsers(let change): .createUsers(change.name)
    case .assignProducts(let change): .assignProducts(change.name)
    case .switchDevices(let change): .switchDevices(change.name)
    case .informUsers(let change): .informUsers(change.name)
    case .retireServers(let change): .retireServers(change.name)
    }
  }
}

extension Change {
  /// What changes are called. The words of the screens are made up from all of them.
  package enum Name: Hashable, Sendable, CaseIterable {
    /// The answers of the first screen.
    case setUp
    /// A hand-over was done.
    case stateHandOver
    /// A hand-over did not go through.
    case withdrawHandOver
    /// A step was closed with a reason.
    case closeStep
    /// A closed step goes on.
    case reopenStep
    /// A name of step 1.
    case createUsers(CreateUsersChange.Name)
    /// A name of step 2.
    case assignProducts(AssignProductsChange.Name)
    /// A name of step 3.
    case switchDevices(SwitchDevicesChange.Name)
    /// A name of step 4.
    case informUsers(InformUsersChange.Name)
    /// A name of step 5.
    case retireServers(RetireServersChange.Name)

    /// All names, those of no step first.
    package static let allCases: [Name] =
      [.setUp, .stateHandOver, .withdrawHandOver, .closeStep, .reopenStep]
      + CreateUsersChange.Name.allCases.map { .createUsers($0) }
      + AssignProductsChange.Name.allCases.map { .assignProducts($0) }
      + SwitchDevicesChange.Name.allCases.map { .switchDevices($0) }
      + InformUsersChange.Name.allCases.map { .informUsers($0) }
      + RetireServersChange.Name.allCases.map { .retireServers($0) }

    /// The name as a session file keeps it and as the keys of words have it.
    package var text: String {
      switch self {
      case .setUp: "set-up"
      case .stateHandOver: "state-hand-over"
      case .withdrawHandOver: "withdraw-hand-over"
      case .closeStep: "close-step"
      case .reopenStep: "reopen-step"
      case .createUsers(let name): name.rawValue
      case .assignProducts(let name): name.rawValue
      case .switchDevices(let name): name.rawValue
      case .informUsers(let name): name.rawValue
      case .retireServers(let name): name.rawValue
      }
    }

    /// The name that a session file keeps; nil for one of a newer program.
    package init?(text: String) {
      guard let name = Self.byText[text] else { return nil }
      self = name
    }

    private static let byText = Dictionary(
      allCases.map { ($0.text, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// What a change did.
package struct ChangeOutcome: Hashable, Sendable {
  /// The change's name, for the sentence on the screen and in the journal.
  package var name: Change.Name
  /// The user it was about, when it was about one.
  package var user: UserID?
  /// Rows added, taken out, handed over, stated or newly proven.
  package var count: Int
  /// Rows that got other values (an import), or whose proof was taken back (a document).
  package var updated: Int
  /// Rows that were there with the same values, or were kept (an import); that were proven already
  /// (a document); that could not be taken over (people of the portal).
  package var unchanged: Int
  /// The migration's revision after it.
  package var revision: Int64
  /// The product it was about, when it was about one.
  package var product: ProductID?
  /// Seats that are newly proven, and seats that got other values.
  package var seats = 0, otherSeats = 0

  /// Makes an outcome.
  package init(
    name: Change.Name, user: UserID? = nil, count: Int = 1, updated: Int = 0, unchanged: Int = 0,
    revision: Int64 = 0
  ) {
    self.name = name
    self.user = user
    self.count = count
    self.updated = updated
    self.unchanged = unchanged
    self.revision = revision
  }

  /// What the sentence about it may say, by the names that the words use.
  package var arguments: [String: String] {
    [
      "count": String(count), "updated": String(updated), "unchanged": String(unchanged),
      "seats": String(seats), "others": String(otherSeats),
    ]
  }
}
