/// A document that proves something, as it was taken up: which file, of what date, about which team.
package struct Evidence: Hashable, Sendable {
  /// What kind of document it is.
  package enum Kind: String, CaseIterable, Sendable {
    /// By User > Export: everybody in the team.
    case usersExport = "users-export"
    /// Reporting > Usage report: those who have or had a product.
    case usageReport = "usage-report"

    /// Whether somebody whom the document does not name is not in the team. A usage report names
    /// only people with a product, so that its silence says nothing.
    package var namesEverybody: Bool { self == .usersExport }
  }

  /// Its number within the migration, from 1; 0 before it is taken up.
  package var number: Int
  /// What kind of document it is.
  package var kind: Kind
  /// The file's name without its folder.
  package var file: String
  /// The day that the document tells about.
  package var day: Day
  /// The team that it tells about, as the document names it; empty when it names none.
  package var team: String
  /// Whether the admin says that it is of the whole team, unfiltered.
  package var isWhole: Bool
  /// A digest of the file's bytes, by which the same file is known again.
  package var digest: String
  /// Rows in the document.
  package var rowCount: Int
  /// People of the team in it.
  package var personCount: Int

  /// Makes evidence.
  package init(
    number: Int = 0, kind: Kind, file: String, day: Day, team: String, isWhole: Bool,
    digest: String, rowCount: Int, personCount: Int
  ) {
    self.number = number
    self.kind = kind
    self.file = file
    self.day = day
    self.team = team
    self.isWhole = isWhole
    self.digest = digest
    self.rowCount = rowCount
    self.personCount = personCount
  }

  /// Whether a document could tell of absence: it names everybody of a team that it names, and hides
  /// nobody, who might be the one that is missed.
  package static func canTellOfAbsence(_ kind: Kind, team: String, hiddenRows: Int) -> Bool {
    kind.namesEverybody && !team.isEmpty && hiddenRows == 0
  }

  /// Whether somebody who is not in it is not in the portal (any more).
  package var tellsOfAbsence: Bool { isWhole && kind.namesEverybody }
}
