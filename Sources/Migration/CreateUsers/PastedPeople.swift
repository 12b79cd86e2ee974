/// People out of a pasted text, and how each of them was understood.
///
/// Takes what people have: the portal's own text in both spellings, lines of a list with commas or
/// semicolons, cells of a spreadsheet with or without their header, what a mail program copies, and
/// addresses alone. O(bytes).
package struct PastedPeople: Sendable {
  /// How a piece of the text was understood.
  package enum Form: UInt8, CaseIterable, Sendable {
    /// `Ann de Vries <ann@example.com>`.
    case bracketed
    /// `"Vries, Ann de" <ann@example.com>`: the last name in front.
    case bracketedLastNameFirst
    /// `Ann, de Vries, ann@example.com`: fields between commas or semicolons.
    case fields
    /// Cells of a spreadsheet.
    case cells
    /// `Ann de Vries ann@example.com`.
    case words
    /// An address without a name: the name is proposed from it.
    case addressAlone
    /// A name, or anything else, without an address.
    case withoutAddress

    /// The form's name in the words of the screens.
    package var name: String {
      switch self {
      case .bracketed: "bracketed"
      case .bracketedLastNameFirst: "bracketed-last-name-first"
      case .fields: "fields"
      case .cells: "cells"
      case .words: "words"
      case .addressAlone: "address-alone"
      case .withoutAddress: "without-address"
      }
    }
  }

  /// The piece of the text that a row was made from.
  package struct Piece: Hashable, Sendable {
    /// How it was understood.
    package var form: Form
    /// Where it stands in the text.
    package var extent: PeopleBatch.Extent
  }

  /// The rows, checked; addresses that an earlier row has are duplicates.
  package let batch: PeopleBatch
  /// For each row the piece that it was made from.
  package let pieces: [Piece]
  /// Whether the text named its columns; that line is no row.
  package let hasHeader: Bool
  private let text: [UInt8]

  /// Reads a text in UTF-8.
  package init(_ text: [UInt8]) {
    self.text = text
    (batch, pieces, hasHeader) = text.withUnsafeBufferPointer { bytes in
      var reader = PasteReader(bytes)
      reader.read()
      return (reader.builder.batch, reader.pieces, reader.hasHeader)
    }
  }

  /// Reads a text.
  package init(_ text: String) { self.init(Array(text.utf8)) }

  /// The text of a row as it was pasted; O(length).
  package func source(ofRow row: Int) -> String {
    let extent = pieces[row].extent
    let start = Int(extent.offset)
    return String(decoding: text[start..<start + Int(extent.length)], as: UTF8.self)
  }
}
