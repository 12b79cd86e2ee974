/// How the admin wants a list of people to be read; what is nil is found out.
package struct PeopleReading: Hashable, Sendable {
  /// How the text writes its characters.
  package var encoding: TextEncoding?
  /// The byte between two fields.
  package var delimiter: UInt8?
  /// Whether the first record names the columns.
  package var hasHeader: Bool?
  /// What each column is taken as.
  package var columns: [PeopleColumn]?

  /// Makes a reading; by itself everything is found out.
  package init(
    encoding: TextEncoding? = nil, delimiter: UInt8? = nil, hasHeader: Bool? = nil,
    columns: [PeopleColumn]? = nil
  ) {
    self.encoding = encoding
    self.delimiter = delimiter
    self.hasHeader = hasHeader
    self.columns = columns
  }
}
