/// All that documents say of one licence server, in whatever order they were added: what is out,
/// borrowed and waited for now, how far its log goes, what it last answered.
///
/// Every figure is worked out of the set of documents, never out of the figure before, so the same
/// documents give the same figures however they came. The parts of a log follow each other by their
/// moments, and each carries what it makes of what was out before it. An answer tells everything at
/// its moment; after it only the lines of a log tell what became of it. A log tells no borrowed
/// licence from another, so that one stays borrowed until an answer without it. The computers of a
/// redundant set write a log each, and what one of them says ends nothing of what another does.
package struct ServerEvidence: Sendable {
  /// A login, a computer and a feature, without regard to case.
  package typealias Key = [UInt8]

  /// A document with what it says of each use. What a log leaves as it was before it is left out.
  package struct Said: Sendable {
    /// The document.
    package var document: ServerDocument
    /// What it says.
    package var holdings: [Key: Holding]
    /// Makes one.
    package init(_ document: ServerDocument, _ holdings: [Key: Holding] = [:]) {
      self.document = document
      self.holdings = holdings
    }
  }

  /// The documents that still tell something, in an order of their own.
  package private(set) var said: [Said]

  /// Makes the evidence of documents.
  package init(_ said: [Said] = []) {
    self.said = said
    settle()
  }

  /// Adds a document; the same one again adds nothing.
  package mutating func add(_ added: Said) {
    if let known = said.firstIndex(where: { $0.document == added.document }) {
      said[known].holdings.merge(added.holdings) { $0.united(with: $1) }
    } else {
      said.append(added)
    }
    settle()
  }

  /// Drops what other documents say better: a log within another, an answer before another. Of those
  /// only what they alone say of the server is kept.
  private mutating func settle() {
    let sorted = said.sorted { $0.document.precedes($1.document) }
    let told = sorted.compactMap { $0.document.toldAt }.max()
    let answered = sorted.compactMap { $0.document.answer?.moment }.max()
    var kept: [Said] = []
    for one in sorted {
      let document = one.document
      let isCurrent =
        switch document.kind {
        case .log:
          !sorted.contains { other in
            other.document != document && other.document.host == document.host
              && other.document.covers(document)
          }
        case .answer: document.toldAt.map { $0 == told } ?? (document.answer?.moment == answered)
        case .names: true
        }
      let isAlone = !kept.contains {
        $0.document.kind == document.kind && $0.document.details == document.details
      }
      guard isCurrent || isAlone else { continue }
      kept.append(isCurrent ? one : Said(document))
    }
    said = kept
  }

  // MARK: The server

  /// What is known of the server: of two that disagree the one counts that knows more of it, and of
  /// two of a kind the newer one.
  package var details: ServerDetails {
    var details = said.reduce(into: ServerDetails()) { $0.fill(from: $1.document.details) }
    // Only what names all of a redundant set tells their order.
    let whole = said.map(\.document.details).first { $0.setUp == .redundant && $0.hosts.count > 1 }
    if let whole { details.hosts = whole.hosts }
    return details
  }

  /// What its logs span; nil without any.
  package var log: LogSpan? {
    let parts = parts
    guard var span = parts.first?.said.document.log else { return nil }
    var shutDowns: [String: Moment?] = [:]
    for part in parts {
      guard let log = part.said.document.log else { continue }
      span.first = min(span.first, log.first)
      span.end = max(span.end, log.end)
      span.lastOut = [span.lastOut, log.lastOut].compactMap { $0 }.max()
      let before = shutDowns[part.computer].flatMap { $0 }
      let after = log.shutDown ?? (part.said.document.goesOn ? nil : before)
      shutDowns.updateValue(after, forKey: part.computer)
    }
    span.outs = parts.reduce(0) { $0 + ($1.said.document.log?.outs ?? 0) }
    // A set is off when each of its computers is.
    let ends = shutDowns.values.compactMap { $0 }
    span.shutDown = ends.count == shutDowns.count ? ends.max() : nil
    return span
  }

  /// What it last answered, silence included; of one minute the answer that tells most.
  package var answer: ServerAnswer? {
    let answers = said.compactMap(\.document.answer)
    guard let moment = answers.map(\.moment).max() else { return nil }
    let last = answers.filter { $0.moment == moment }
    let states: [ServerAnswer.State] = [.up, .bare, .silent]
    guard let state = states.first(where: { state in last.contains { $0.state == state } }) else {
      return nil
    }
    let unclear = last.filter { $0.state == state }.map(\.unclear).max() ?? 0
    return ServerAnswer(state, at: moment, unclear: unclear)
  }

  /// When it last said who holds what; nil where it never did.
  package var toldAt: Moment? { said.compactMap { $0.document.toldAt }.max() }

  // MARK: What is out

  /// What is out, borrowed and waited for, by the uses of which any document says something.
  package struct Now: Sendable {
    /// The parts of the log in their order.
    fileprivate var parts: [Part]
    fileprivate var toldAt: Moment?
    fileprivate var told: [Key: Holding]

    /// The uses of which a document says something.
    package var keys: Set<Key> {
      parts.reduce(into: Set(told.keys)) { $0.formUnion($1.said.holdings.keys) }
    }

    /// The licences out now. `lastLine` is the last line of any log about it.
    package func open(_ key: Key, lastLine: Moment?) -> Int {
      let lines =
        parts.compactMap { $0.said.holdings[key]?.lastLine } + [lastLine].compactMap { $0 }
      let line = lines.max()
      var count = Count()
      var isHeard = toldAt == nil
      for part in parts {
        guard let log = part.said.document.log else { continue }
        if !isHeard, let toldAt, log.first >= toldAt {
          count.turn(to: heard(key, line, count), on: part.computer)
          isHeard = true
        }
        count.pass(part, log, key)
      }
      return isHeard ? count.open : heard(key, line, count)
    }

    /// The last day of a borrowed licence; nil for none.
    package func borrowedUntil(_ key: Key) -> Day? { told[key]?.borrowedUntil }

    /// Requests that wait; none is left once a licence was taken. `lastUsed` is the last moment at
    /// which one was.
    package func queued(_ key: Key, lastUsed: Moment?) -> Int {
      if let toldAt, let lastUsed, lastUsed > toldAt { return 0 }
      return told[key]?.queued ?? 0
    }

    /// What the answer makes of what the log says up to a part that goes on after it: the log knows
    /// better what it has a later line of, and what ended with a later start of the daemon.
    private func heard(_ key: Key, _ line: Moment?, _ count: Count) -> Int {
      let answered = told[key]?.open ?? 0
      guard let toldAt, let end = count.end, end > toldAt else { return answered }
      if let start = count.restartedAt, start > toldAt { return count.open }
      guard let line, line >= toldAt else { return answered }
      return line > toldAt ? count.open : max(count.open, answered)
    }
  }

  /// A part of a log, and the computer that wrote it.
  fileprivate struct Part {
    var said: Said
    var computer: String
  }

  /// What is out by the parts of the logs that were passed.
  private struct Count {
    /// What one computer's log says.
    struct Log {
      var open = 0
      var lastOut: Moment?
      var end: Moment?
    }

    var logs: [String: Log] = [:]
    var end: Moment?
    var restartedAt: Moment?

    /// One person on one computer takes one licence of the set, whichever of its computers logged it.
    var open: Int { logs.values.map(\.open).max() ?? 0 }

    /// Begins anew with what an answer told.
    mutating func turn(to open: Int, on computer: String) {
      for name in logs.keys { logs[name]?.open = 0 }
      logs[computer, default: Log()].open = open
    }

    mutating func pass(_ part: Part, _ span: LogSpan, _ key: Key) {
      let holding = part.said.holdings[key]
      var log = logs[part.computer] ?? Log()
      // Two processes that write at once may be a minute apart in the log.
      let isOverlapping = log.end.map { $0.minutes > span.first.minutes + 1 } ?? false
      if let start = part.said.document.restartedAt {
        restartedAt = max(restartedAt ?? start, start)
        log.open = holding?.open ?? 0
      } else if isOverlapping, let lastOut = log.lastOut, lastOut >= span.first {
        // The line that took it is in this part as well, which so tells all that became of it.
        log.open = holding?.open ?? 0
      } else {
        log.open = max(log.open + (holding?.change ?? 0), holding?.open ?? 0)
      }
      log.lastOut = [log.lastOut, holding?.lastOut].compactMap { $0 }.max()
      log.end = max(log.end ?? span.end, span.end)
      end = max(end ?? span.end, span.end)
      logs[part.computer] = log
    }
  }

  /// What is out now.
  package var now: Now {
    var told: [Key: Holding] = [:]
    for one in said where one.document.toldAt != nil {
      told.merge(one.holdings) { $0.united(with: $1) }
    }
    return Now(parts: parts, toldAt: toldAt, told: told)
  }

  /// The logs that are not within another, in the order of their lines. A part that does not say which
  /// computer wrote it is of the only one that is known.
  private var parts: [Part] {
    let logs = said.filter { $0.document.kind == .log }
    let computers = Set(logs.compactMap(\.document.host))
    let only = computers.count == 1 ? computers.first : nil
    let all = logs.map { Part(said: $0, computer: $0.document.host ?? only ?? "") }
    return all.filter { one in
      !all.contains { other in
        other.said.document != one.said.document && other.computer == one.computer
          && other.said.document.covers(one.said.document)
      }
    }.sorted { left, right in
      let (left, right) = (left.said.document, right.said.document)
      guard let mine = left.log, let others = right.log else { return false }
      if (mine.first, mine.end) != (others.first, others.end) {
        return (mine.first, mine.end) < (others.first, others.end)
      }
      return left.precedes(right)
    }
  }
}

extension ServerDocument {
  /// The moment at which the server said who holds what; nil where it did not.
  fileprivate var toldAt: Moment? { answer?.state == .up ? answer?.moment : nil }
}
