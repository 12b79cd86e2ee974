/// What documents of licence servers say, ready to be taken into the migration in one go.
package struct LicensingBatch: Sendable {
  /// What kind of document it was.
  package enum Source: String, CaseIterable, Sendable {
    case debugLog = "debug-log"
    case lmstat
    case licenceFile = "licence-file"
    /// A value of `ADSKFLEX_LICENSE_FILE` or `LM_LICENSE_FILE`.
    case pathValue = "path-value"
  }

  /// A person on a computer with one licence of one server.
  package struct Use: Hashable, Sendable {
    /// The login name.
    package var login: String
    /// The computer; empty where it is left out.
    package var computer: String
    /// The package's feature, or the release's where it was taken without one.
    package var feature: String
    /// What is bought for it.
    package var offering: String
    /// What runs.
    package var product: String
    /// The last time that it was taken or seen out.
    package var lastUsed: Moment?
    /// The last line of a log that takes it or gives it back; nil for an answer.
    package var lastLine: Moment?
    /// The days of use.
    package var days = UseDays()
    /// Licences out at the end.
    package var open = 0
    /// What the document makes of what was open before it: added, `open` at least; nil forgets it.
    package var openChange: Int?
    /// The last day of a borrowed licence.
    package var borrowedUntil: Day?
    /// Requests that wait.
    package var queued = 0

    /// Makes a use of which no moment is known.
    package init(
      login: String, computer: String, feature: String, offering: String, product: String
    ) {
      self.login = login
      self.computer = computer
      self.feature = feature
      self.offering = offering
      self.product = product
    }
  }

  /// One server of the documents.
  package struct Server: Sendable {
    /// What they say of it; empty where they do not.
    package var details: ServerDetails
    /// What the debug logs span; nil for other documents and for a log without dates.
    package var log: LogSpan?
    /// When Autodesk's daemon last started within the log, which ends what was open before; nil where
    /// it did not.
    package var restartedAt: Moment?
    /// What it answered; nil where it was not asked.
    package var answer: ServerAnswer?
    /// Who used it.
    package var uses: [Use] = []
    /// What part of a log gives back without a line that takes it: taken in a part before.
    package var returns: [Use] = []
    /// Other vendors' people, who are none of the migration's: how many.
    package var otherPeople = 0

    /// Makes a server of which nobody's use is known.
    package init(details: ServerDetails) { self.details = details }
  }

  /// What kind of document it was.
  package var source: Source
  /// The servers.
  package var servers: [Server]
  /// The files' paths as the admin knows them; empty for a paste or a live answer.
  package var files: [String] = []

  /// Makes a batch.
  package init(_ source: Source, servers: [Server] = []) {
    self.source = source
    self.servers = servers
  }

  /// Rows of use in all.
  package var useCount: Int { servers.reduce(0) { $0 + $1.uses.count } }
}
