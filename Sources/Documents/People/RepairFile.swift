import Migration

/// The refused rows of a list as a file to repair and to bring in again.
package enum RepairFile {
  /// Makes the file: the columns of the list as they were, behind line and reason.
  ///
  /// UTF-8 with a mark (a spreadsheet has to see it) and the list's own delimiter. What a spreadsheet
  /// would run as a formula gets an apostrophe in front. `lineName` and `reasonName` head the first two
  /// columns, `reason` says what is wrong with a row. O(bytes).
  package static func make(
    _ list: PeopleList, lineName: String, reasonName: String,
    reason: (PeopleBatch.Row) -> String
  ) -> [UInt8] {
    var writer = DelimitedWriter(delimiter: list.facts.delimiter)
    writer.markUTF8()
    writer.add(lineName.utf8)
    writer.add(reasonName.utf8)
    for name in names(list.facts) { writer.add(name.utf8, neutralising: true) }
    writer.endRow()
    var place = 0
    for row in list.batch.rows where row.verdict == .refused {
      writer.add(String(row.line).utf8)
      writer.add(reason(row).utf8, neutralising: true)
      for field in list.refused[place] { writer.add(field, neutralising: true) }
      writer.endRow()
      place += 1
    }
    return writer.bytes
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
