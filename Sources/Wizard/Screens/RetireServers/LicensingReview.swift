import Migration

/// Documents of licence servers that are being looked through before anything is taken over.
package struct LicensingReview: Sendable {
  /// What they say.
  package let batch: LicensingBatch
  /// People and licences out of each of its servers.
  package let counts: [(people: Int, out: Int)]
  /// Lines that were read; 0 where that says nothing.
  package var lines: Int
  /// Files that could not be read.
  package var failures: [UnreadFile]
  /// The server that a document without a name is about; nil while that is not asked.
  package var server: ServerID?

  /// Makes a review.
  package init(
    _ batch: LicensingBatch, lines: Int = 0, failures: [UnreadFile] = [],
    server: ServerID? = nil
  ) {
    self.batch = batch
    counts = batch.servers.map { server in
      (
        Set(server.uses.map { $0.login.lowercased() }).count,
        server.uses.reduce(0) { $0 + $1.open }
      )
    }
    self.lines = lines
    self.failures = failures
    self.server = server
  }

  /// The review with a name for what does not say whose it is.
  func named(_ details: ServerDetails) -> LicensingReview {
    var batch = batch
    for place in batch.servers.indices where batch.servers[place].details.hosts.isEmpty {
      batch.servers[place].details.fill(from: details)
    }
    return LicensingReview(batch, lines: lines, failures: failures)
  }
}

/// What came of trying one port.
package struct DoorTrial: Hashable, Sendable {
  /// How it ended.
  package enum Outcome: String, CaseIterable, Sendable {
    /// Somebody answers: it still runs.
    case open
    /// The computer answers and says that nobody listens: the only proof.
    case refused
    /// Nothing came back in time: the computer may be off, or a firewall may hide it.
    case silent
    /// The name is not known here.
    case unresolvable
  }

  /// The server.
  package var server: ServerID
  /// The port.
  package var door: ServerDoor
  /// How it ended.
  package var outcome: Outcome
  /// When it was tried.
  package var moment: Moment

  /// Makes a trial.
  package init(server: ServerID, door: ServerDoor, outcome: Outcome, moment: Moment) {
    self.server = server
    self.door = door
    self.outcome = outcome
    self.moment = moment
  }
}
