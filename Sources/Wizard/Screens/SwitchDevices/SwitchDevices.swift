import Migration

/// What the pages about products on computers show.
package struct SwitchDevicesState: Sendable {
  /// The computers near the visible rows.
  package var computers = HeldRows<ComputerQuery, Computer>(ComputerQuery())
  /// The computer whose page is open; nil when the list has no such computer.
  package var computer: Computer?
  /// The computer that was asked for last, so that a page knows whether `computer` is about it.
  package var computerAsked: ComputerID?
  /// The products on computers near the visible rows.
  package var installations = HeldRows<InstallationQuery, Installation>(InstallationQuery())
  /// What the licensing helper of this computer was asked; nil before it was.
  package var here: HelperHereState?
  /// The folder of results that is watched while the page that proves the switch is open; nil for none.
  package var watched: String?
  /// What came of it so far; nil before it is looked at.
  package var results: ResultsRead?
  /// How much there is of what would be handed over, as asked last; nil before.
  package var counted: CountedScope?
  /// What the hand-over that was asked for last is beside its rows; nil before.
  package var terms: (number: Int, terms: SwitchTerms)?
  /// What is looked through before it comes into the list; nil before it is read.
  package var proposed: ProposedInstallations?
  /// What files tell of computers, while it is looked through.
  package var review: DevicesReview?
  /// Makes the state of a start.
  package init() {}
}

/// What the pages about products on computers ask to be carried out.
package enum SwitchDevicesEffect: Sendable {
  /// Read computers.
  case readComputers(ComputerQuery, Range<Int>)
  /// Read the numbers of all computers that a query has.
  case readComputerIDs(ComputerQuery)
  /// Read one computer.
  case readComputer(ComputerID)
  /// Read products on computers.
  case readInstallations(InstallationQuery, Range<Int>)
  /// Read the numbers of all rows that a query has.
  case readInstallationIDs(InstallationQuery)
  /// Read what rows of network use show.
  case readProposed(UseChoice)
  /// Take over what files tell.
  case take(DeviceBatch)
  /// Look whether a folder has results that were not read yet; anew where all of it is read once more.
  case look(folder: String, anew: Bool = false)
  /// Take over the results of a folder that were not read yet, so many files.
  case readResults(folder: String, count: Int)
  /// Ask the licensing helper of this computer for its list.
  case askHere
  /// Switch products on this computer.
  case switchHere([DeviceBatch.Product])
  /// Put back what was before on this computer.
  case putBackHere([DeviceBatch.Product])
  /// Count a scope.
  case count(SwitchScope)
  /// Read what a hand-over is beside its rows.
  case readTerms(Int)
  /// Write the files of a hand-over and keep it.
  case handOver(DeviceHandOverOrder)

  /// More result files than this have a page that says how far they are.
  static let mostUnseen = 100

  /// How it is carried out.
  var nature: Effect.Nature {
    switch self {
    case .readComputers, .readComputerIDs, .readComputer, .readInstallations,
      .readInstallationIDs, .readProposed, .look, .count, .readTerms:
      .immediate
    // A few results come in while somebody reads or types.
    case .readResults(_, let count):
      Effect.Nature(
        isLong: true, writes: true, staysOnPage: true,
        work: count > Self.mostUnseen
          ? LongWork(.switchDevices(.readingDevices), total: count) : nil)
    case .askHere: .long(LongWork(.switchDevices(.askingHelper)))
    case .switchHere, .putBackHere:
      .long(LongWork(.switchDevices(.switchingHere)), writes: true)
    case .handOver: .long(LongWork(.writingHandOver), writes: true)
    case .take(let batch):
      .long(LongWork(.switchDevices(.takingDevices), total: batch.told.count), writes: true)
    }
  }
}

/// What came of what the pages about products on computers asked.
package enum SwitchDevicesAnswer: Sendable {
  /// Computers, with the question that they answer.
  case computers(ComputerQuery, RowWindow<Computer>)
  /// The numbers of all computers that a query has.
  case computerIDs(ComputerQuery, [ComputerID])
  /// One computer; nil when there is none (any more).
  case computer(Computer?)
  /// Products on computers, with the question that they answer.
  case installations(InstallationQuery, RowWindow<Installation>)
  /// The numbers of all rows that a query has.
  case installationIDs(InstallationQuery, [InstallationID])
  /// What rows of network use show.
  case proposed(ProposedInstallations)
  /// What files tell of computers.
  case devices(DevicesReview)
  /// A folder has results that were not read yet, so many files.
  case fresh(folder: String, count: Int)
  /// Results were taken over; the counts after it.
  case results(ResultsRead, Summary)
  /// What the licensing helper of this computer was asked and answered; the counts after it, where that was
  /// taken over.
  case here(HelperHereState, Summary?)
  /// How much of a scope there is.
  case counted(CountedScope)
  /// What a hand-over is beside its rows; nil where there is no such hand-over.
  case terms(Int, SwitchTerms?)

  /// Puts it where it belongs.
  func reduce(_ state: inout State) -> [Effect] {
    switch self {
    case .installations(let query, let window):
      _ = state.switchDevices.installations.take(query, window, after: state.summary.revision)
    case .computers(let query, let window):
      _ = state.switchDevices.computers.take(query, window, after: state.summary.revision)
    case .computer(let computer): state.switchDevices.computer = computer
    case .installationIDs, .computerIDs: break
    case .fresh(let folder, let count):
      return [.switchDevices(.readResults(folder: folder, count: count))]
    case .results(let read, let summary):
      state.work = nil
      if summary.revision != state.summary.revision {
        state.session.savedAt = state.moment
        state.notice = Notice(.done, "results-read", ["count": String(read.told)])
      }
      state.summary = summary
      state.switchDevices.results = read
    case .here(let here, let summary):
      state.work = nil
      let before = state.switchDevices.here
      state.switchDevices.here = here
      // A script tells of the products that it was for; the others stay as they were listed.
      if summary != nil, let before { state.switchDevices.here?.products = here.within(before) }
      if let summary {
        state.summary = summary
        state.session.savedAt = state.moment
      }
    case .counted(let counted): state.switchDevices.counted = counted
    case .terms(let number, let terms): state.switchDevices.terms = terms.map { (number, $0) }
    case .proposed(let proposed): state.switchDevices.proposed = proposed
    case .devices(let review):
      state.work = nil
      state.switchDevices.review = review
      // Wherever a file was added, it lands where it is looked through.
      return Navigation.follow("devices", &state)
    }
    return []
  }
}

/// Products on computers that the network use shows, to be looked through.
package struct ProposedInstallations: Sendable {
  /// Those that our list does not have, by computer.
  package var new: [InstallationDetails]
  /// How many it has already.
  package var known: Int
  /// Rows of use that name no computer.
  package var nameless: Int

  /// Makes a proposal.
  package init(new: [InstallationDetails], known: Int, nameless: Int) {
    self.new = new
    self.known = known
    self.nameless = nameless
  }
}

extension LongWork.Kind {
  /// What step 3 does at length; it can be stopped.
  package enum SwitchDevices: String, CaseIterable, Sendable {
    case takingDevices = "taking-devices"
    case readingDevices = "reading-devices"
    case askingHelper = "asking-helper"
    case switchingHere = "switching-here"
  }
}

extension SwitchDevicesRefusal {
  /// What its sentence tells of it.
  var arguments: [String: String] {
    switch self {
    case .computerTaken(let name): ["name": name]
    case .computerGone: [:]
    }
  }
}
