/// What one document says of a licence server as a whole.
package struct ServerDocument: Hashable, Sendable {
  /// What kind of document it is, the one that knows most of its own server first.
  package enum Kind: Int, Sendable {
    /// A debug log, or a part of one.
    case log = 0
    /// What came of asking the server.
    case answer = 1
    /// A licence file, a value of a variable, a log without dates: it names the server.
    case names = 2
  }

  /// What it says of the server.
  package var details: ServerDetails
  /// What a debug log spans; nil for other documents.
  package var log: LogSpan?
  /// When Autodesk's daemon last started within the log; nil where it did not.
  package var restartedAt: Moment?
  /// What the server answered; nil for other documents.
  package var answer: ServerAnswer?

  /// Makes a document.
  package init(
    details: ServerDetails, log: LogSpan? = nil, restartedAt: Moment? = nil,
    answer: ServerAnswer? = nil
  ) {
    self.details = details
    self.log = log
    self.restartedAt = restartedAt
    self.answer = answer
  }

  /// Its kind.
  package var kind: Kind { log != nil ? .log : answer != nil ? .answer : .names }

  /// The computer that wrote a log, without its domain; nil where the log does not say.
  var host: String? {
    details.hosts.first.map { String($0.lowercased().prefix { $0 != "." }) }
  }

  /// Whether the server ran on after an earlier part of its log ended.
  var goesOn: Bool {
    log.map { $0.outs > 0 } ?? false || restartedAt != nil || !details.daemon.isEmpty
  }

  /// Whether all lines of another log of the same computer are this one's too. Parts that touch follow each other: the
  /// minute of the one's end is that of the other's start.
  func covers(_ other: ServerDocument) -> Bool {
    guard let mine = log, let others = other.log, mine.first <= others.first,
      others.end <= mine.end, others.end > mine.first, others.first < mine.end
    else { return false }
    return (mine.first, mine.end) != (others.first, others.end) || precedes(other)
  }

  /// An order of all documents that is the same in whatever order they came: by kind, then the newest
  /// first.
  func precedes(_ other: ServerDocument) -> Bool {
    let (mine, others) = (order, other.order)
    return mine == others
      ? details.written.lexicographicallyPrecedes(other.details.written)
      : mine.lexicographicallyPrecedes(others)
  }

  private var order: [Int] {
    func back(_ moment: Moment?) -> Int { moment.map { -$0.minutes } ?? 0 }
    return [
      kind.rawValue, back(log?.end ?? answer?.moment), log?.first.minutes ?? 0, -(log?.outs ?? 0),
      back(log?.lastOut), back(log?.shutDown), back(restartedAt), answer?.state.rawValue ?? 0,
      answer?.unclear ?? 0,
    ]
  }
}

/// What one document says of what a login has out on a computer with one feature.
package struct Holding: Hashable, Sendable {
  /// Of an answer the licences out. Of a log those that are out at its end, of what it saw taken.
  package var open: Int
  /// What a log adds to what was out before its first line; below 0 where it takes away. What is out
  /// after it is never less than `open`.
  package var change: Int
  /// The last line of a log that takes it or gives it back; nil for an answer.
  package var lastLine: Moment?
  /// The last line of a log that takes it; nil for none, and for an answer.
  package var lastOut: Moment?
  /// The last day of a borrowed licence; nil for a log, which does not tell one from another.
  package var borrowedUntil: Day?
  /// Requests that wait, by an answer.
  package var queued: Int

  /// Makes a holding.
  package init(
    open: Int = 0, change: Int = 0, lastLine: Moment? = nil, lastOut: Moment? = nil,
    borrowedUntil: Day? = nil, queued: Int = 0
  ) {
    self.open = open
    self.change = change
    self.lastLine = lastLine
    self.lastOut = lastOut
    self.borrowedUntil = borrowedUntil
    self.queued = queued
  }

  /// What a log says of a use; nil where it leaves what was out before as it was.
  package static func log(_ use: LicensingBatch.Use, restarted: Bool) -> Holding? {
    let change = restarted ? 0 : use.openChange ?? 0
    guard use.open > 0 || change != 0 else { return nil }
    return Holding(
      open: use.open, change: change, lastLine: use.lastLine ?? use.lastUsed,
      lastOut: use.lastUsed)
  }

  /// What an answer says of a use.
  package static func answer(_ use: LicensingBatch.Use) -> Holding {
    Holding(open: use.open, borrowedUntil: use.borrowedUntil, queued: use.queued)
  }

  /// Two that speak of the same moment: whatever either shows is so.
  package func united(with other: Holding) -> Holding {
    Holding(
      open: max(open, other.open), change: max(change, other.change),
      lastLine: [lastLine, other.lastLine].compactMap { $0 }.max(),
      lastOut: [lastOut, other.lastOut].compactMap { $0 }.max(),
      borrowedUntil: [borrowedUntil, other.borrowedUntil].compactMap { $0 }.max(),
      queued: max(queued, other.queued))
  }
}
