import Migration

/// A list of people that is being looked through before anything of it is taken over.
package struct Review: Sendable {
  /// What becomes of a row, as the tabs of the review show it.
  package enum Kind: Int, CaseIterable, Sendable {
    case new = 0
    case changed
    case same
    case doubtful
    case refused
    case double

    /// Its name in the words of the screens.
    package var name: String {
      switch self {
      case .new: "new"
      case .changed: "changed"
      case .same: "same"
      case .doubtful: "doubtful"
      case .refused: "refused"
      case .double: "double"
      }
    }
  }

  /// What the admin said about a doubtful or a changed row.
  package enum Decision: UInt8, Sendable {
    /// Nothing yet.
    case open = 0
    /// Taken over: a doubtful row as a new person, a changed one over what is there.
    case take
    /// Left out: a doubtful row is not taken over, a changed one leaves what is there.
    case leave
  }

  /// Where the people came from.
  package var source: UserSource
  /// The file's path as the admin knows it; empty for a paste.
  package var path: String
  /// How the list was read; nil for a paste.
  package var facts: PeopleListFacts?
  /// How a paste was understood; nil for a list.
  package var pasted: PastedPeople?
  /// The people.
  package private(set) var batch: PeopleBatch
  /// Each row beside the people who are there.
  package private(set) var comparison: BatchComparison
  /// What the admin said about each row.
  package private(set) var decisions: [Decision]
  /// What becomes of each row of the batch.
  package private(set) var kinds: [Kind] = []
  /// The rows of each kind, as places in the batch.
  package private(set) var places: [[Int]] = []

  /// Makes a review; the comparison has one value for each row of the batch.
  package init(
    source: UserSource, path: String = "", facts: PeopleListFacts? = nil,
    pasted: PastedPeople? = nil, batch: PeopleBatch, comparison: BatchComparison,
    decisions: [Decision]? = nil
  ) {
    self.source = source
    self.path = path
    self.facts = facts
    self.pasted = pasted
    self.batch = batch
    self.comparison = comparison
    self.decisions = decisions ?? Array(repeating: .open, count: batch.rows.count)
    sort()
  }

  /// How many rows are of a kind.
  package func count(_ kind: Kind) -> Int { places[kind.rawValue].count }

  /// How many changed rows the admin wants taken over.
  package var updateCount: Int {
    places[Kind.changed.rawValue].count { decisions[$0] == .take }
  }

  /// How many rows cannot be taken over, those left out by the admin not among them.
  package var refusedCount: Int {
    places[Kind.refused.rawValue].count { batch.rows[$0].verdict == .refused }
  }

  /// The same list with other people in it: after a row was corrected.
  package func with(_ batch: PeopleBatch, _ comparison: BatchComparison) -> Review {
    Review(
      source: source, path: path, facts: facts, pasted: pasted, batch: batch,
      comparison: comparison, decisions: decisions)
  }

  // MARK: Deciding

  /// Whether something can be decided about a row.
  package func isOpen(place: Int) -> Bool {
    let kind = found(place)
    return kind == .doubtful || kind == .changed
  }

  /// Decides a doubtful or a changed row.
  package mutating func decide(place: Int, _ decision: Decision) {
    guard kinds.indices.contains(place), isOpen(place: place) else { return }
    decisions[place] = decision
    sort()
  }

  /// Decides all rows that are open for the same reason as this one; returns how many.
  @discardableResult
  package mutating func decideAll(like place: Int, _ decision: Decision) -> Int {
    guard kinds.indices.contains(place), isOpen(place: place) else { return 0 }
    var count = 0
    for other in kinds.indices where kinds[other] == kinds[place] && isLike(other, place) {
      decisions[other] = decision
      count += 1
    }
    sort()
    return count
  }

  /// Whether two rows are open for the same reason.
  private func isLike(_ other: Int, _ place: Int) -> Bool {
    guard isOpen(place: other) else { return false }
    if case .changed(let fields) = comparison.rows[place] {
      return comparison.rows[other] == .changed(fields)
    }
    return batch.rows[other].cause == batch.rows[place].cause
  }

  // MARK: Taking over

  /// The people as an import takes them: with what was decided, and with the rows that are left out
  /// marked so.
  package func batch(for existing: Change.Existing) -> PeopleBatch {
    let isUpdating = existing == .update || updateCount > 0
    guard isUpdating || decisions.contains(.take) else { return batch }
    var taken = batch
    for place in kinds.indices {
      switch kinds[place] {
      case .new: taken.rows[place].isAccepted = true
      case .changed where isUpdating:
        let isTaken =
          decisions[place] == .take || (existing == .update && decisions[place] == .open)
        taken.rows[place].isAccepted = isTaken
        if !isTaken { taken.rows[place].verdict = .refused }
      default: break
      }
    }
    return taken
  }

  /// What an import does with people who are there already.
  package func existing(asked existing: Change.Existing) -> Change.Existing {
    updateCount > 0 ? .update : existing
  }

  // MARK: Kinds

  /// What a row was found to be, before anything was decided.
  private func found(_ place: Int) -> Kind {
    switch (batch.rows[place].verdict, comparison.rows[place]) {
    case (.refused, _): .refused
    case (.duplicate, _): .double
    case (_, .changed): .changed
    case (_, .same): .same
    case (.doubtful, _), (_, .conflict): .doubtful
    case (.valid, .new), (.valid, .left): .new
    }
  }

  private mutating func sort() {
    places = Array(repeating: [], count: Kind.allCases.count)
    kinds = batch.rows.indices.map { place in
      let kind = found(place)
      guard kind == .doubtful else { return kind }
      switch decisions[place] {
      case .open: return .doubtful
      case .take: return .new
      case .leave: return .refused
      }
    }
    for (place, kind) in kinds.enumerated() { places[kind.rawValue].append(place) }
  }
}
