/// The number of a computer within one migration; never used again for another.
package struct ComputerID: Hashable, Comparable, Sendable {
  /// The row in the session file.
  package let number: Int64
  /// Names the computer with this number.
  package init(_ number: Int64) { self.number = number }
  /// The one that was added first comes first.
  package static func < (left: ComputerID, right: ComputerID) -> Bool {
    left.number < right.number
  }
}

/// What is filled in about a computer.
package struct ComputerDetails: Hashable, Sendable {
  /// Its name as first written.
  package var name: String
  /// What runs on it.
  package var system: ComputerSystem
  /// Its group, such as the pilot's; empty for none.
  package var group: String
  /// The login names or addresses of its people, in the order in which they were told.
  package var people: [String]

  /// Makes details.
  package init(
    name: String = "", system: ComputerSystem = .unknown, group: String = "", people: [String] = []
  ) {
    self.name = name
    self.system = system
    self.group = group
    self.people = people
  }
}

/// Why a computer wants a look before it goes over, or after.
package enum ComputerWarning: String, CaseIterable, Sendable {
  /// What went over used the network licence after that.
  case usedAfter = "used-after"
  /// A script could not switch a product, and says why.
  case failed
  /// It went over, and somebody who works at it has no seat: they are locked out.
  case switchedWithoutSeat = "switched-without-seat"
  /// It is in a hand-over of some days ago, and nothing came back.
  case noAnswer = "no-answer"
  /// Nobody is known who works at it.
  case noPerson = "no-person"
  /// None of its people has a seat yet: a switch locks them out.
  case noSeat = "no-seat"
  /// Not all of its people have a seat yet.
  case someWithoutSeat = "some-without-seat"
  /// A product is in nobody's plan.
  case notInPlan = "not-in-plan"
  /// A release is older than what a subscription gives: the present one and the five before it.
  case oldRelease = "old-release"
  /// A product has no single-user licence to go over to.
  case cannot

  /// Whether it is mended by a seat for somebody there.
  package var isAboutSeats: Bool {
    switch self {
    case .switchedWithoutSeat, .noSeat, .someWithoutSeat: true
    case .usedAfter, .failed, .noAnswer, .noPerson, .notInPlan, .oldRelease, .cannot: false
    }
  }
}

/// How far a computer is with all its products.
package enum ComputerState: Int, CaseIterable, Comparable, Sendable {
  /// Something failed, or was used on the network afterwards.
  case failed = 0
  /// None or not all of its products are stated.
  case left
  /// All are stated, not all are proven.
  case stated
  /// All are proven.
  case proven
  /// No product of it is known.
  case empty

  /// Its name in files and in the words of the screens.
  package var name: String {
    switch self {
    case .failed: "failed"
    case .left: "left"
    case .stated: "stated"
    case .proven: "proven"
    case .empty: "empty"
    }
  }

  /// The one that needs somebody most comes first.
  package static func < (left: ComputerState, right: ComputerState) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// Somebody who works at a computer.
package struct ComputerPerson: Hashable, Sendable {
  /// The login name or address by which a source tells who it is.
  package var login: String
  /// The user to whom it belongs; nil for nobody.
  package var user: UserID?
  /// The user's name; empty for nobody.
  package var name: String
  /// Whether the user has a seat, stated at least, of something that is on the computer.
  package var isSeated: Bool

  /// Makes a person.
  package init(login: String, user: UserID? = nil, name: String = "", isSeated: Bool = false) {
    self.login = login
    self.user = user
    self.name = name
    self.isSeated = isSeated
  }
}

/// A computer with what is on it, as a list of computers shows it.
package struct Computer: Hashable, Sendable {
  /// Its number.
  package var id: ComputerID
  /// What is filled in, and what sources told.
  package var details: ComputerDetails
  /// Who works at it, by name.
  package var people: [ComputerPerson]
  /// The names of its products in our list, by name.
  package var products: [String]
  /// Products that are stated or proven.
  package var switched: Int
  /// How far it is.
  package var state: ComputerState
  /// What wants a look, the gravest first.
  package var warnings: [ComputerWarning]
  /// Whether it may go over: its people are known and have their seats, stated at least.
  package var isOpen: Bool
  /// Its products of a release that no subscription gives any more.
  package var oldReleases: [InstallationID] = []
  /// Its products that have no single-user licence.
  package var networkOnly: [InstallationID] = []
  /// When a device list told of it; nil for never.
  package var listedAt: Moment?
  /// When its licensing helper's list was made last; nil for never.
  package var helperAt: Moment?
  /// When a script's result was made on it last; nil for never.
  package var resultAt: Moment?

  /// Makes a computer.
  package init(
    id: ComputerID, details: ComputerDetails, people: [ComputerPerson] = [],
    products: [String] = [], switched: Int = 0, state: ComputerState = .empty,
    warnings: [ComputerWarning] = [], isOpen: Bool = false
  ) {
    self.id = id
    self.details = details
    self.people = people
    self.products = products
    self.switched = switched
    self.state = state
    self.warnings = warnings
    self.isOpen = isOpen
  }
}

/// A column by which computers are sorted.
package enum ComputerColumn: String, CaseIterable, Sendable {
  case computer, people, products, state, group, system
}

/// Which part of the computers is meant.
package enum ComputerPart: Int, CaseIterable, Sendable {
  case all = 0
  /// Only those that are not stated as switched with all their products.
  case left
  /// Only those that may go over and have not.
  case open
  /// Only those that want a look.
  case warned
  /// Only those with a failure, or used on the network afterwards.
  case failed
  /// Only those without a product in our list.
  case empty

  /// Its name in the words of the screens.
  package var name: String {
    switch self {
    case .all: "all"
    case .left: "left"
    case .open: "open"
    case .warned: "warned"
    case .failed: "failed"
    case .empty: "empty"
    }
  }
}

/// Which computers, in which order.
package struct ComputerQuery: Hashable, Sendable {
  /// What every row has to contain somewhere, case-blind; empty for all.
  package var filter: String
  /// The column that orders them; ties by name.
  package var order: ComputerColumn
  /// Whether the order is turned round.
  package var isDescending: Bool
  /// Which part.
  package var part: ComputerPart

  /// Makes a query.
  package init(
    filter: String = "", order: ComputerColumn = .computer, isDescending: Bool = false,
    part: ComputerPart = .all
  ) {
    self.filter = filter
    self.order = order
    self.isDescending = isDescending
    self.part = part
  }
}
