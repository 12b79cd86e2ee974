import Migration

/// What the pages about products on computers ask to be carried out; all of it is immediate.
package enum SwitchingEffect: Sendable {
  /// Read rows.
  case readInstallations(InstallationQuery, Range<Int>)
  /// Read the numbers of all rows that a query has.
  case readInstallationIDs(InstallationQuery)
  /// Read what rows of network use show; nil for all that a query has.
  case readProposed([Int64]?, UseQuery)
}

/// What came of what the pages about products on computers asked.
package enum SwitchingAnswer: Sendable {
  /// Rows, with the question that they answer.
  case installations(InstallationQuery, RowWindow<Installation>)
  /// The numbers of all rows that a query has.
  case installationIDs(InstallationQuery, [InstallationID])
  /// What rows of network use show.
  case proposed(ProposedInstallations)
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

/// What the pages about products on computers show.
package struct SwitchingState: Sendable {
  /// The question that the rows answer.
  package var query = InstallationQuery()
  /// The rows near the visible ones.
  package var window = RowWindow<Installation>()
  /// What is looked through before it comes into the list; nil before it is read.
  package var proposed: ProposedInstallations?
  /// Makes the state of a start.
  package init() {}
}

/// Answers about products on computers, put where they belong.
enum SwitchingAnswering {
  static func take(_ answer: SwitchingAnswer, _ state: inout State) {
    switch answer {
    case .installations(let query, let window):
      guard query == state.switching.query, window.revision >= state.summary.revision else {
        return
      }
      state.switching.window = window
    case .installationIDs: break
    case .proposed(let proposed): state.switching.proposed = proposed
    }
  }
}
