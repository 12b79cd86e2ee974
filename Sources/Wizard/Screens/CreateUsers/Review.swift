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
    /// Taken over: a row of nobody as a new person, one of somebody who is there over what is there.
    case take
    /// Left out: a doubtful row is not taken over, a changed one leaves what is there.
    case leave
  }

  /// How the file of refused rows is written: words of the present language.
  package struct Repair: Sendable {
    /// The title of the column with the line.
    package var line: String
    /// The title of the column with the reason.
    package var reason: String
    /// What stands behind the list's own name in the name of the file.
    package var ending: String
    /// The reason for a row of a batch, as a sentence.
    package var sentence: @Sendable (PeopleBatch.Row, PeopleBatch) -> String

    /// Makes words.
    package init(
      line: String, reason: String, ending: String,
      sentence: @escaping @Sendable (PeopleBatch.Row, PeopleBatch) -> String
    ) {
      self.line = line
      self.reason = reason
      self.ending = ending
      self.sentence = sentence
    }
  }

  /// Rows that were decided in one go, and what was said of them before.
  private struct Step: Sendable {
    var places: [Int]
    var before: [Decision]
    var after: [Decision]
  }

  /// Where the people came from.
  package var source: UserSource
  /// The file's path as the admin knows it; empty for a paste.
  package var path: String
  /// How the list was read; nil for a paste.
  package var facts: PeopleListFacts?
  /// How a paste was understood; nil for a list.
  package var pasted: PastedPeople?
  /// How the list was asked to be read; nil where all was found out.
  package var reading: PeopleReading?
  /// A digest of the file or the text; empty for people that cannot be read again.
  package var digest = ""
  /// Rows that were corrected, with their values now.
  package private(set) var corrections: [Int: UserDetails] = [:]
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
  /// How its refused rows are written; nil until somebody asks for them.
  package var repair: Repair?

  /// The doubles that were taken, by the place of the row that each of them takes the place of.
  private var replacing: [Int: Int] = [:]
  private var steps: [Step] = []
  private var takenBack: [Step] = []

  /// Makes a review; the comparison has one value for each row of the batch.
  package init(
    source: UserSource, path: String = "", facts: PeopleListFacts? = nil,
    pasted: PastedPeople? = nil, batch: PeopleBatch, comparison: BatchComparison
  ) {
    self.source = source
    self.path = path
    self.facts = facts
    self.pasted = pasted
    self.batch = batch
    self.comparison = comparison
    decisions = Array(repeating: .open, count: batch.rows.count)
    sort()
  }

  /// How many rows are of a kind.
  package func count(_ kind: Kind) -> Int { places[kind.rawValue].count }

  /// How many rows of people who are there the admin wants taken over.
  package var updateCount: Int {
    places[Kind.changed.rawValue].count { decisions[$0] == .take }
  }

  /// The same list with other people in it, after rows were corrected; what was decided stays.
  package func with(
    _ batch: PeopleBatch, _ comparison: BatchComparison, correcting rows: [Int: UserDetails] = [:]
  ) -> Review {
    var review = self
    review.corrections.merge(rows) { $1 }
    review.batch = batch
    review.comparison = comparison
    review.sort()
    return review
  }

  // MARK: Deciding

  /// Whether it is for the admin to say what becomes of a row, also when that was said already.
  package func isForAdmin(_ place: Int) -> Bool {
    guard batch.rows.indices.contains(place) else { return false }
    switch found(place) {
    case .doubtful, .changed: return true
    case .double: return earlier(than: place) != nil
    default: return false
    }
  }

  /// The place of the row that has the address of a double already; O(log rows).
  package func earlier(than place: Int) -> Int? {
    guard batch.rows[place].verdict == .duplicate else { return nil }
    let line = batch.rows[place].earlierLine
    var (low, high) = (0, place)
    while low < high {
      let middle = (low + high) / 2
      if batch.rows[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low < place && batch.rows[low].line == line ? low : nil
  }

  /// Whether a row is taken over as things stand: a new one, or a changed one that was decided so.
  package func isTaken(_ place: Int) -> Bool {
    kinds[place] == .new || (kinds[place] == .changed && decisions[place] == .take)
  }

  /// Whether there is a decision to take back.
  package var canTakeBack: Bool { !steps.isEmpty }
  /// Whether there is a decision to make again.
  package var canDecideAgain: Bool { !takenBack.isEmpty }

  /// Decides a doubtful or a changed row, anew where it was decided.
  package mutating func decide(place: Int, _ decision: Decision) {
    decide([place], decision)
  }

  /// Takes over all doubtful rows that are not decided; O(rows).
  package mutating func takeOverAll() { decide(places[Kind.doubtful.rawValue], .take) }

  /// Decides all rows of a kind that are there for the same reason as one of them; returns how many.
  @discardableResult
  package mutating func decideAll(like place: Int, _ decision: Decision) -> Int {
    guard isForAdmin(place) else { return 0 }
    let alike = places[kinds[place].rawValue].filter { isForAdmin($0) && isLike($0, place) }
    decide(alike, decision)
    return alike.count
  }

  /// Decides as it was decided before, when the list was looked through the last time; O(rows).
  package mutating func decide(as earlier: [Decision]) {
    for (place, decision) in zip(decisions.indices, earlier) { decisions[place] = decision }
    sort()
  }

  /// Takes the last decision back; O(rows).
  package mutating func takeBack() {
    guard let last = steps.popLast() else { return }
    set(last.places, last.before)
    takenBack.append(last)
  }

  /// Makes the decision again that was taken back; O(rows).
  package mutating func decideAgain() {
    guard let last = takenBack.popLast() else { return }
    set(last.places, last.after)
    steps.append(last)
  }

  private mutating func decide(_ wanted: [Int], _ decision: Decision) {
    var decided = wanted.filter { isForAdmin($0) }
    if decision == .take {
      // Of several doubles of one row the first is taken.
      var seen: Set<Int> = []
      decided = decided.filter { place in
        earlier(than: place).map { seen.insert($0).inserted } ?? true
      }
    }
    var after = decided.map { _ in decision }
    // Of several rows with one address one is taken at the most.
    for place in decided where decision == .take {
      guard let earlier = earlier(than: place), let other = replacing[earlier], other != place
      else { continue }
      decided.insert(other, at: 0)
      after.insert(.open, at: 0)
    }
    let before = decided.map { decisions[$0] }
    guard before != after else { return }
    set(decided, after)
    steps.append(Step(places: decided, before: before, after: after))
    takenBack = []
  }

  private mutating func set(_ decided: [Int], _ after: [Decision]) {
    var moved = decided
    for (place, decision) in zip(decided, after) {
      decisions[place] = decision
      guard let earlier = earlier(than: place) else { continue }
      if decision == .take {
        replacing[earlier] = place
      } else if replacing[earlier] == place {
        replacing[earlier] = nil
      }
      moved.append(earlier)
    }
    // A few rows move; a whole kind is sorted anew.
    guard moved.count <= 16 else { return sort() }
    for place in moved { move(place) }
  }

  /// Puts a row among those of the kind that it is now; O(log rows), and the moving of places.
  private mutating func move(_ place: Int) {
    let (old, new) = (kinds[place], kind(of: place))
    guard old != new else { return }
    kinds[place] = new
    places[old.rawValue].remove(at: Self.position(of: place, in: places[old.rawValue]))
    places[new.rawValue].insert(place, at: Self.position(of: place, in: places[new.rawValue]))
  }

  /// Where a place stands, or would stand, among places in order.
  private static func position(of place: Int, in places: [Int]) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether two rows are for the admin to decide for the same reason.
  private func isLike(_ other: Int, _ place: Int) -> Bool {
    if found(place) == .double { return found(other) == .double }
    if found(place) == .changed { return comparison.rows[other] == comparison.rows[place] }
    return batch.rows[other].cause == batch.rows[place].cause
  }

  // MARK: Taking over

  /// The people as an import takes them: with what was decided, and with the rows that are left out
  /// marked so.
  package func batch(for existing: Change.Existing) -> PeopleBatch {
    let isUpdating = existing == .update || updateCount > 0
    guard isUpdating || decisions.contains(.take) else { return batch }
    var taken = batch
    for (earlier, place) in replacing {
      taken.rows[earlier].verdict = .duplicate
      taken.rows[place].verdict = .valid
    }
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

  /// The people who get a seat when the list is taken over to assign: new ones and those who are
  /// there, whatever becomes of their values.
  package var assigned: PeopleBatch {
    var assigned = batch
    for place in kinds.indices {
      switch kinds[place] {
      case .new, .same, .changed: assigned.rows[place].isAccepted = true
      case .doubtful, .refused, .double: assigned.rows[place].verdict = .refused
      }
    }
    return assigned
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
    case (_, .same): .same
    case (.doubtful, _), (_, .conflict): .doubtful
    case (_, .changed): .changed
    case (.valid, .new), (.valid, .left): .new
    }
  }

  /// What becomes of a row, with what was decided.
  private func kind(of place: Int) -> Kind {
    let kind = found(place)
    if replacing[place] != nil { return .double }
    if kind == .double, let earlier = earlier(than: place), replacing[earlier] == place {
      switch comparison.rows[earlier] {
      case .changed, .same: return .changed
      default: return .new
      }
    }
    guard kind == .doubtful else { return kind }
    switch decisions[place] {
    case .open: return .doubtful
    case .take:
      if case .changed = comparison.rows[place] { return .changed }
      return .new
    case .leave: return .refused
    }
  }

  private mutating func sort() {
    replacing = [:]
    for place in decisions.indices where decisions[place] == .take {
      if let earlier = earlier(than: place) { replacing[earlier] = place }
    }
    kinds = batch.rows.indices.map { kind(of: $0) }
    places = Array(repeating: [], count: Kind.allCases.count)
    for (place, kind) in kinds.enumerated() { places[kind.rawValue].append(place) }
  }
}
