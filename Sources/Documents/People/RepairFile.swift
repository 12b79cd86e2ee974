import Migration

/// The refused rows of a list as a file to repair and to bring in again.
package enum RepairFile {
  /// Makes the file: the columns of the list as they were, behind line and reason.
  ///
  /// UTF-8 with a mark (a spreadsheet has to see it) and the list's own delimiter. What a spreadsheet
  /// would run as a formula gets an apostrophe in front. `lineName` and `reasonName` head the first two
  /// columns, `isLeft` says of a row by its place whether it is refused still, `reason` what is wrong
  /// with it. Gives the bytes and how many rows they hold. O(bytes).
  package static func make(
    _ list: PeopleList, lineName: String, reasonName: String,
    isLeft: (Int) -> Bool = { _ in true }, reason: (PeopleBatch.Row) -> String
  ) -> (bytes: [UInt8], rows: Int) {
    var writer = DelimitedWriter(delimiter: list.facts.delimiter)
    writer.markUTF8()
    writer.add(lineName.utf8)
    writer.add(reasonName.utf8)
    for name in names(list.facts) { writer.add(name.utf8, neutralising: true) }
    writer.endRow()
    var record = 0
    var rows = 0
    for (place, row) in list.batch.rows.enumerated() where row.verdict == .refused {
      defer { record += 1 }
      guard isLeft(place) else { continue }
      rows += 1
      writer.add(String(row.line).utf8)
      writer.add(reason(row).utf8, neutralising: true)
      for field in list.refused[record] { writer.add(field, neutralising: true) }
      writer.endRow()
    }
    return (writer.bytes, rows)
  }

  /// The list's own names, or names by which a list without a header is read again.
  private static func names(_ facts: PeopleListFacts) -> [String] {
    if facts.hasHeader { return facts.header }
    return facts.columns.enumerated().map { place, column in
      switch column {
      case .firstName: "First name"
      case .particle: "Tussenvoegsel"
      case .lastName: "Last name"
      case .displayName: "Name"
      case .address: "Email address"
      case .login: "Login"
      case .group: "Group"
      case .language: "Language"
      case .ignored: "Column \(place + 1)"
      }
    }
  }
}
