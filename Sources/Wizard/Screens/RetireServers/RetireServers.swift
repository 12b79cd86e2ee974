import Migration

/// What the pages of step 5 show.
package struct RetireServersState: Sendable {
  /// The rows of network use near the visible ones.
  package var uses = HeldRows<UseQuery, NetworkUse>(UseQuery())
  /// The counts over the query's window.
  package var figures = UseFigures()
  /// How many people use what, the most used first.
  package var offerings: [OfferingUse] = []
  /// What network use asks of step 2, while it is looked through; nil before it is read.
  package var proposals: [SeatProposal]?
  /// What documents of licence servers say, before it is taken over.
  package var review: LicensingReview?
  /// What came of trying the servers' ports.
  package var trials: [DoorTrial] = []
  /// Makes the state of a start.
  package init() {}
}

/// The commands of step 5's own.
package enum RetireServersCommand: String, CaseIterable, Sendable {
  /// Says whose a login is.
  case couple
  /// Proposes users, seats and computers out of the use of licences.
  case propose
  /// Sets logins aside, or takes that back.
  case setAside = "set-aside"

  /// Its keys; all are there to change the migration.
  var command: Command {
    switch self {
    case .couple: Command(.retireServers(self), [.character("k")], writes: true)
    case .propose: Command(.retireServers(self), [.character("v")], writes: true)
    case .setAside: Command(.retireServers(self), [.character("x")], writes: true)
    }
  }
}

/// What the pages of step 5 ask to be carried out.
package enum RetireServersEffect: Sendable {
  /// Read rows of network use.
  case readUses(UseQuery, Range<Int>)
  /// Read the numbers of all rows that a query has.
  case readUseIDs(UseQuery)
  /// Read how many people use what.
  case readOfferings
  /// Read what the use of one offering asks of step 2.
  case readSeatProposal(String)
  /// Read what some rows ask of step 2.
  case readSeatProposals(UseChoice)
  /// Put the logins of some rows aside for a reason; an empty one takes it back.
  case setAside([Int64], String)
  /// Read documents of licence servers.
  case readFiles([String])
  /// Read a pasted document, or values of the variables that name servers.
  case readText(String)
  /// Ask servers with `lmutil lmstat -a`; the program's path, empty where it is looked for.
  case ask([LicenceServer], lmutil: String)
  /// Take over what documents say.
  case take(LicensingReview)
  /// Make people out of the logins of some rows, to be looked through.
  case propose(UseChoice, domain: String)
  /// Write the scripts that clean up clients.
  case writeCleanUp([LicenceServer], folder: String)
  /// Try the ports of servers.
  case tryDoors([LicenceServer])

  /// How it is carried out.
  var nature: Effect.Nature {
    switch self {
    case .readUses, .readUseIDs, .readOfferings, .readSeatProposal, .readSeatProposals: .immediate
    case .setAside: .change
    case .readFiles, .readText, .propose: .long(LongWork(.retireServers(.readingLog)))
    case .ask(let servers, _):
      .long(LongWork(.retireServers(.askingServers), total: servers.count))
    case .take(let review):
      .long(LongWork(.retireServers(.takingLog), total: review.batch.useCount), writes: true)
    case .tryDoors(let servers):
      .long(
        LongWork(
          .retireServers(.tryingDoors), total: servers.reduce(0) { $0 + $1.details.doors.count }))
    case .writeCleanUp: .long(nil, writes: true)
    }
  }
}

/// What came of what the pages of step 5 asked.
package enum RetireServersAnswer: Sendable {
  /// Rows of network use, with the question that they answer.
  case uses(UseQuery, RowWindow<NetworkUse>, UseFigures)
  /// The numbers of all rows that a query has.
  case useIDs(UseQuery, [Int64])
  /// How many people use what.
  case offerings([OfferingUse])
  /// What network use asks of step 2.
  case seatProposals([SeatProposal])
  /// Documents of licence servers were read.
  case documents(LicensingReview)
  /// Ports were tried.
  case tried([DoorTrial])

  /// Puts it where it belongs.
  func reduce(_ state: inout State) -> [Effect] {
    switch self {
    case .uses(let query, let window, let figures):
      if state.retireServers.uses.take(query, window, after: state.summary.revision) {
        state.retireServers.figures = figures
      }
    case .useIDs: break
    case .offerings(let offerings): state.retireServers.offerings = offerings
    case .seatProposals(let proposals): state.retireServers.proposals = proposals
    case .documents(let review):
      state.work = nil
      ReviewLicences.begin(review, &state)
      // Wherever a file was added, it lands where it is looked through.
      return Navigation.follow("licences", &state)
    case .tried(let trials):
      state.work = nil
      state.retireServers.trials = trials
    }
    return []
  }
}

extension LongWork.Kind {
  /// What step 5 does at length; all of it can be stopped.
  package enum RetireServers: String, CaseIterable, Sendable {
    case readingLog = "reading-log"
    case takingLog = "taking-log"
    case askingServers = "asking-servers"
    case tryingDoors = "trying-doors"
  }
}

extension RetireServersRefusal {
  /// What its sentence tells of it.
  var arguments: [String: String] {
    switch self {
    case .serverGone: [:]
    case .serverTaken(let host): ["name": host]
    case .nameNotTyped(let name): ["name": name]
    }
  }
}
