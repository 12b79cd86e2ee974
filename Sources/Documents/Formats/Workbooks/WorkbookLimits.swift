/// What a workbook may unpack to: far beyond any list of users, far below what hurts a machine.
package struct WorkbookLimits: Hashable, Sendable {
  /// Files in the archive.
  package var entries = 4_096
  /// Sheets that are looked at; those behind them are passed over.
  package var sheets = 100
  /// Unpacked bytes of one file.
  package var entryBytes = 256 << 20
  /// Unpacked bytes of all files that are read.
  package var totalBytes = 512 << 20
  /// Unpacked bytes for each packed one, once a file passes `ratioFrom`; repeated text deflates to
  /// about a hundredth, a bomb to a thousandth.
  package var ratio = 400
  /// The unpacked size from which the ratio counts.
  package var ratioFrom = 4 << 20
  /// Texts in the table of texts.
  package var texts = 4_000_000
  /// Filled cells of a sheet.
  package var cells = 8_000_000

  /// The usual limits.
  package init() {}
}
