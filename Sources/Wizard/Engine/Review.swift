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

  /// One column of the list and what it becomes.
  package struct Column: Equatable, Sendable {
    /// Its title in the list.
    package var title: String
    /// The field that it becomes; nil when it is not taken over.
    package var field: String?
    /// Makes a column.
    package init(title: String, field: String?) {
      self.title = title
      self.field = field
    }
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

  /// Rows that were decided in one go, and what they were before.
  private struct Decision: Sendable {
    var places: [Int]
    var before: [Kind]
    var after: [Kind]
  }

  /// Where the people came from.
  package var source: UserSource
  /// The file's path as the admin knows it; empty for a paste.
  package var path: String
  /// How the bytes were read (`utf-8`, `windows-1252`, …); empty for a paste.
  package var encoding: String
  /// The delimiter's name (`comma`, `semicolon`, `tab`); empty for a paste.
  package var delimiter: String
  /// Whether the first line names the columns.
  package var hasHeader: Bool
  /// The columns in the order of the list.
  package var columns: [Column]
  /// The people.
  package var batch: PeopleBatch
  /// What becomes of each row of the batch.
  package private(set) var kinds: [Kind]
  /// The rows of each kind, as places in the batch.
  package private(set) var places: [[Int]]

  /// How its refused rows are written; nil until somebody asks for them.
  package var repair: Repair?
  /// The rows that would change somebody who is there.
  private let changing: Set<Int>
  private var decisions: [Decision] = []
  private var takenBack: [Decision] = []

  /// Makes a review; `kinds` has one for each row of the batch, `changing` the places of the rows that
  /// would change somebody who is there, doubtful ones too.
  package init(
    source: UserSource, path: String = "", encoding: String = "", delimiter: String = "",
    hasHeader: Bool = false, columns: [Column] = [], batch: PeopleBatch, kinds: [Kind],
    changing: Set<Int> = []
  ) {
    self.source = source
    self.path = path
    self.encoding = encoding
    self.delimiter = delimiter
    self.hasHeader = hasHeader
    self.columns = columns
    self.batch = batch
    self.kinds = kinds
    self.changing = changing
    places = Array(repeating: [], count: Kind.allCases.count)
    for (place, kind) in kinds.enumerated() { places[kind.rawValue].append(place) }
  }

  /// How many rows are of a kind.
  package func count(_ kind: Kind) -> Int { places[kind.rawValue].count }

  /// Whether it is for the admin to say what becomes of a row, also when that was said already.
  package func isForAdmin(_ place: Int) -> Bool {
    batch.rows.indices.contains(place) && batch.rows[place].verdict == .doubtful
      && kinds[place] != .same
  }

  /// Whether a row is taken over as things stand.
  package func isTaken(_ place: Int) -> Bool {
    kinds[place] == .new || kinds[place] == .changed
  }

  /// Whether there is a decision to take back.
  package var canTakeBack: Bool { !decisions.isEmpty }
  /// Whether there is a decision to make again.
  package var canDecideAgain: Bool { !takenBack.isEmpty }

  /// Decides a doubtful row, anew where it was decided: taken over, or left out as refused.
  package mutating func decide(place: Int, takeOver: Bool) {
    decide([place], takeOver: takeOver)
  }

  /// Takes over all doubtful rows that are not decided; O(rows).
  package mutating func takeOverAll() {
    decide(places[Kind.doubtful.rawValue], takeOver: true)
  }

  /// Takes the last decision back; O(rows).
  package mutating func takeBack() {
    guard let last = decisions.popLast() else { return }
    set(last.places, last.before)
    takenBack.append(last)
  }

  /// Makes the decision again that was taken back; O(rows).
  package mutating func decideAgain() {
    guard let last = takenBack.popLast() else { return }
    set(last.places, last.after)
    decisions.append(last)
  }

  private mutating func decide(_ wanted: [Int], takeOver: Bool) {
    let decided = wanted.filter { isForAdmin($0) }
    let before = decided.map { kinds[$0] }
    let after = decided.map { place -> Kind in
      takeOver ? (changing.contains(place) ? .changed : .new) : .refused
    }
    guard before != after else { return }
    set(decided, after)
    decisions.append(Decision(places: decided, before: before, after: after))
    takenBack = []
  }

  private mutating func set(_ decided: [Int], _ after: [Kind]) {
    let old = Set(decided.map { kinds[$0].rawValue })
    for (place, kind) in zip(decided, after) {
      kinds[place] = kind
      batch.rows[place].isAccepted = kind == .new || kind == .changed
    }
    for kind in old.union(after.map(\.rawValue)) {
      places[kind] = kinds.indices.filter { kinds[$0].rawValue == kind }
    }
  }
}
