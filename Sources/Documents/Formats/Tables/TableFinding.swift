/// Something in a table that its format does not allow, and where it stands.
package struct TableFinding: Hashable, Sendable {
  /// What it is.
  package enum Kind: String, CaseIterable, Sendable {
    /// A quote within a field that does not begin with one; it is read as a character.
    case strayQuote = "stray-quote"
    /// Text behind the quote that closes a field; it is read as part of the field.
    case textAfterQuote = "text-after-quote"
    /// A quote that nothing closes: the field goes on to the end of the file.
    case unclosedQuote = "unclosed-quote"
  }

  /// What it is.
  package var kind: Kind
  /// The record, from 1.
  package var row: Int
  /// The line of the file, from 1.
  package var line: Int
  /// The field within the record, from 1.
  package var column: Int

  /// Whether the record can still be trusted.
  package var isReadable: Bool { kind == .strayQuote }
}
