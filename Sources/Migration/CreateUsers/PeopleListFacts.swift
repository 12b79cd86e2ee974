/// How a list of people was read.
package struct PeopleListFacts: Hashable, Sendable {
  /// How the text writes its characters.
  package let encoding: TextEncoding
  /// Whether the encoding is a guess that other letters would go with as well.
  package let isEncodingGuessed: Bool
  /// The byte between two fields.
  package let delimiter: UInt8
  /// The sheet of a workbook; nil for text, for which alone encoding and delimiter mean something.
  package let sheet: String?
  /// Whether the list names its columns.
  package let hasHeader: Bool
  /// The columns' names as they stand there; empty without a header.
  package let header: [String]
  /// What each column is taken as.
  package let columns: [PeopleColumn]
  /// The first row's fields, to show what becomes of them.
  package let example: [String]
  /// The line of the example, from 1; 0 when there is no row.
  package let exampleLine: Int
  /// Rows without header and blank lines.
  package let records: Int

  /// The delimiter as a character.
  package var delimiterText: String { String(UnicodeScalar(delimiter)) }

  /// Makes facts.
  package init(
    encoding: TextEncoding, isEncodingGuessed: Bool = false, delimiter: UInt8,
    sheet: String? = nil, hasHeader: Bool,
    header: [String], columns: [PeopleColumn], example: [String], exampleLine: Int, records: Int
  ) {
    self.encoding = encoding
    self.isEncodingGuessed = isEncodingGuessed
    self.delimiter = delimiter
    self.sheet = sheet
    self.hasHeader = hasHeader
    self.header = header
    self.columns = columns
    self.example = example
    self.exampleLine = exampleLine
    self.records = records
  }
}
