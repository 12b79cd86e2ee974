/// One record of a table, valid only while it is handed over.
///
/// The fields point into the document or into the reader's own memory: copy what is to stay.
package struct TableRecord {
  /// The record's number from 1; the header counts, empty lines do not.
  package let row: Int
  /// The line of the file on which it begins, from 1; in a workbook the sheet's row.
  package let line: Int
  /// How many fields it has; `fields` holds the first 1,024 at most.
  package let fieldCount: Int
  /// The fields as UTF-8, without their quotes.
  package let fields: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>
  /// The first thing in it that the format does not allow; nil for none.
  package let finding: TableFinding?

  /// A field, empty where the record has fewer.
  @inline(__always)
  package func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    index < fields.count ? fields[index] : UnsafeBufferPointer(start: nil, count: 0)
  }

  /// Whether it holds nothing but blanks: such rows are what a spreadsheet leaves behind.
  package var isBlank: Bool { !hasContent(from: 0) }

  /// Whether anything but blanks stands in the fields from a place on.
  package func hasContent(from place: Int) -> Bool {
    if fieldCount > fields.count { return true }
    var place = place
    while place < fields.count {
      for byte in fields[place]
      where !(byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A) {
        return true
      }
      place += 1
    }
    return false
  }
}
