/// All that documents say of one licence server, in whatever order they were added: what is out,
/// borrowed and waited for now, how far its log goes, what it last answered.
///
/// Every figure is worked out of the set of documents, never out of the figure before, so the same
/// documents give the same figures however they came. The parts of a log follow each other by their
/// moments, and each carries what it makes of what was out before it. An answer tells everything at
/// its moment; after it only the lines of a log tell what became of it. A log tells no borrowed
/// licence from another, so that one stays borrowed until an answer without it.
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
        case .log: !sorted.contains { $0.document != document && $0.document.covers(document) }
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
    said.reduce(into: ServerDetails()) { $0.fill(from: $1.document.details) }
  }

  /// What its logs span; nil without any.
  package var log: LogSpan? {
    let parts = parts
    guard var span = parts.first?.document.log else { return nil }
    for part in parts.dropFirst() {
      guard let log = part.document.log else { continue }
      span.first = min(span.first, log.first)
      span.end = max(span.end, log.end)
      span.outs += log.outs
      span.lastOut = [span.lastOut, log.lastOut].compactMap { $0 }.max()
      span.shutDown = log.shutDown ?? (part.document.goesOn ? nil : span.shutDown)
    }
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
    fileprivate var parts: [Said]
    fileprivate var toldAt: Moment?
    fileprivate var told: [Key: Holding]

    /// The uses of which a document says something.
    package var keys: Set<Key> {
      parts.reduce(into: Set(told.keys)) { $0.formUnion($1.holdings.keys) }
    }

    /// The licences out now. `lastLine` is the last line of any log about it.
    package func open(_ key: Key, lastLine: Moment?) -> Int {
      let lines = parts.compactMap { $0.holdings[key]?.lastLine } + [lastLine].compactMap { $0 }
      let line = lines.max()
      var count = Count()
      var isHeard = toldAt == nil
      for part in parts {
        guard let log = part.document.log else { continue }
        if !isHeard, let toldAt, log.first >= toldAt {
          count.open = heard(key, line, count)
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

  /// What is out by the parts of a log that were passed.
  private struct Count {
    var open = 0
    var lastOut: Moment?
    var end: Moment?
    var restartedAt: Moment?

    mutating func pass(_ part: Said, _ log: LogSpan, _ key: Key) {
      let holding = part.holdings[key]
      let isOverlapping = end.map { $0 > log.first } ?? false
      if let start = part.document.restartedAt {
        restartedAt = max(restartedAt ?? start, start)
        open = holding?.open ?? 0
      } else if isOverlapping, let lastOut, lastOut >= log.first {
        // The line that took it is in this part as well, which so tells all that became of it.
        open = holding?.open ?? 0
      } else {
        open = max(open + (holding?.change ?? 0), holding?.open ?? 0)
      }
      lastOut = [lastOut, holding?.lastOut].compactMap { $0 }.max()
      end = max(end ?? log.end, log.end)
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

  /// The logs that are not within another, in the order of their lines.
  private var parts: [Said] {
    let logs = said.filter { $0.document.kind == .log }
    return logs.filter { one in
      !logs.contains { $0.document != one.document && $0.document.covers(one.document) }
    }.sorted { left, right in
      guard let mine = left.document.log, let others = right.document.log else { return false }
      if (mine.first, mine.end) != (others.first, others.end) {
        return (mine.first, mine.end) < (others.first, others.end)
      }
      return left.document.precedes(right.document)
    }
  }
}

extension ServerDocument {
  /// The moment at which the server said who holds what; nil where it did not.
  fileprivate var toldAt: Moment? { answer?.state == .up ? answer?.moment : nil }
}
