/// Why a file cannot be read as a table.
package enum TableFailure: Error, Hashable, Sendable {
  /// A workbook of Excel 97 to 2003 (`.xls`): it has to be saved as `.xlsx` or CSV.
  case oldWorkbook
  /// A workbook with a password: it has to be saved without one.
  case protectedWorkbook
  /// A workbook that cannot be read: cut off, altered, or not one.
  case damagedWorkbook
  /// A workbook that unpacks to more than it may; the name of the limit that it passed.
  case workbookTooLarge(Limit)

  /// What a workbook may not have too much of.
  package enum Limit: String, CaseIterable, Sendable {
    /// Files in the archive.
    case entries
    /// Unpacked bytes, of one file or of all that are read.
    case bytes
    /// Unpacked bytes beside packed ones.
    case ratio
    /// Texts in the table of texts.
    case texts
    /// Filled cells of a sheet.
    case cells
  }
}
