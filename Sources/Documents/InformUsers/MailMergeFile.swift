import Migration

/// The list from which Word or Excel makes mails: a row a person. With a mark of UTF-8 and semicolons,
/// which a Dutch Excel reads as it is; nothing in it is run as a formula.
package struct MailMergeFile: Sendable {
  private var writer = DelimitedWriter(delimiter: UInt8(ascii: ";"))

  /// Begins with the header.
  package init() {
    writer.markUTF8()
    for name in ["subject", "language"] + MessageValue.allCases.map(\.rawValue) {
      writer.add(Array(name.utf8))
    }
    writer.endRow()
  }

  /// Adds a person.
  package mutating func add(subject: String, language: String, _ values: MessageValues) {
    writer.add(Array(subject.utf8), neutralising: true)
    writer.add(Array(language.utf8), neutralising: true)
    for value in MessageValue.allCases { writer.add(values[value], neutralising: true) }
    writer.endRow()
  }

  /// The file.
  package var bytes: [UInt8] { writer.bytes }
}
