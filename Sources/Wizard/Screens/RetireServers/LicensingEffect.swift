import Migration

/// What the pages of step 5 ask to be carried out.
package enum LicensingEffect: Sendable {
  // Immediate.
  /// Read rows of network use.
  case readUses(UseQuery, Range<Int>)
  /// Read the numbers of all rows that a query has.
  case readUseIDs(UseQuery)
  /// Read how many people use what.
  case readOfferings
  /// Read what the use of one offering asks of step 2.
  case readSeatProposal(String)
  /// Read what some rows ask of step 2; nil for all that a query has.
  case readSeatProposals([Int64]?, UseQuery)
  /// Put the logins of some rows aside for a reason; an empty one takes it back.
  case setAside([Int64], String)

  // Long: with progress, and all of them can be cancelled.
  /// Read documents of licence servers.
  case readFiles([String])
  /// Read a pasted document, or values of the variables that name servers.
  case readText(String)
  /// Ask servers with `lmutil lmstat -a`; the program's path, empty where it is looked for.
  case ask([LicenceServer], lmutil: String)
  /// Take over what documents say.
  case take(LicensingReview)
  /// Make people out of the logins of some rows, to be looked through; nil for all that a query has.
  case propose([Int64]?, UseQuery, domain: String)
  /// Write the scripts that clean up clients.
  case writeCleanUp([LicenceServer], folder: String)
  /// Try the ports of servers.
  case tryDoors([LicenceServer])
}

/// What came of what the pages of step 5 asked.
package enum LicensingAnswer: Sendable {
  /// Rows of network use, with the question that they answer.
  case uses(UseQuery, RowWindow<NetworkUse>, UseFigures)
  /// The numbers of all rows that a query has.
  case useIDs(UseQuery, [Int64])
  /// How many people use what.
  case offerings([OfferingUse])
  /// What network use asks of step 2.
  case seatProposals([SeatProposal])
  /// Documents were read.
  case review(LicensingReview)
  /// Ports were tried.
  case tried([DoorTrial])
}

/// Answers of step 5, put where they belong.
enum LicensingAnswering {
  static func take(_ answer: LicensingAnswer, _ state: inout State) -> [Effect] {
    switch answer {
    case .uses(let query, let window, let figures):
      guard query == state.licensing.query, window.revision >= state.summary.revision else {
        return []
      }
      state.licensing.uses = window
      state.licensing.figures = figures
    case .useIDs: break
    case .offerings(let offerings): state.licensing.offerings = offerings
    case .seatProposals(let proposals): state.licensing.proposals = proposals
    case .review(let review):
      state.work = nil
      state.licensing.review = review
      // Wherever a file was added, it lands where it is looked through.
      return Navigation.visit(Visit("review-licences"), &state)
    case .tried(let trials):
      state.work = nil
      state.licensing.trials = trials
    }
    return []
  }
}
