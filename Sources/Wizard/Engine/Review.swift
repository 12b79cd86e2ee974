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

  /// Makes a review; `kinds` has one for each row of the batch.
  package init(
    source: UserSource, path: String = "", encoding: String = "", delimiter: String = "",
    hasHeader: Bool = false, columns: [Column] = [], batch: PeopleBatch, kinds: [Kind]
  ) {
    self.source = source
    self.path = path
    self.encoding = encoding
    self.delimiter = delimiter
    self.hasHeader = hasHeader
    self.columns = columns
    self.batch = batch
    self.kinds = kinds
    places = Array(repeating: [], count: Kind.allCases.count)
    for (place, kind) in kinds.enumerated() { places[kind.rawValue].append(place) }
  }

  /// How many rows are of a kind.
  package func count(_ kind: Kind) -> Int { places[kind.rawValue].count }

  /// Decides a doubtful row: taken over as new, or left out as refused.
  package mutating func decide(place: Int, takeOver: Bool) {
    guard kinds.indices.contains(place), kinds[place] == .doubtful else { return }
    kinds[place] = takeOver ? .new : .refused
    batch.rows[place].isAccepted = takeOver
    for kind in Kind.allCases {
      places[kind.rawValue] = kinds.indices.filter { kinds[$0] == kind }
    }
  }
}
