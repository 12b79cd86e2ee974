import Migration

/// The refused rows of a list as a file to repair and to bring in again.
package enum RepairFile {
  /// Makes the file: the columns of the list as they were, behind line and reason.
  ///
  /// UTF-8 with a mark (a spreadsheet has to see it) and the list's own delimiter. What a spreadsheet
  /// would run as a formula gets an apostrophe in front, and what would steer a terminal is replaced.
  /// `lineName` and `reasonName` head the first two columns, `reason` says what is wrong with the row at
  /// a place of the batch. `leftOut` are places of rows that were read well and are not wanted: their
  /// values stand as they were understood. `corrected` are places of refused rows that were put right on
  /// the screen and are not in the file. O(bytes).
  package static func make(
    _ list: PeopleList, leftOut: Set<Int> = [], corrected: Set<Int> = [], lineName: String,
    reasonName: String, reason: (Int) -> String
  ) -> [UInt8] {
    var writer = DelimitedWriter(delimiter: list.facts.delimiter)
    writer.markUTF8()
    writer.add(lineName.utf8)
    writer.add(reasonName.utf8)
    for name in names(list.facts) { writer.add(name.utf8, neutralising: true) }
    writer.endRow()
    var record = 0
    for (place, row) in list.batch.rows.enumerated() {
      guard row.verdict == .refused || leftOut.contains(place) else { continue }
      if corrected.contains(place) {
        record += row.verdict == .refused ? 1 : 0
        continue
      }
      writer.add(String(row.line).utf8)
      writer.add(reason(place).utf8, neutralising: true)
      if row.verdict == .refused {
        for field in list.refused[record] { writer.add(field, neutralising: true) }
        record += 1
      } else {
        let details = list.batch.details(of: row)
        for column in list.facts.columns {
          writer.add(details.text(of: column).utf8, neutralising: true)
        }
      }
      writer.endRow()
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
      case .accountOn: "Enabled"
      case .accountOff: "Disabled"
      case .ignored: "Column \(place + 1)"
      }
    }
  }
}

extension UserDetails {
  /// What stands in a column of a list; the particles stand with the last name.
  fileprivate func text(of column: PeopleColumn) -> String {
    switch column {
    case .firstName: firstName
    case .lastName: lastName
    case .displayName: "\(firstName) \(lastName)"
    case .address: address
    case .login: login
    case .group: group
    case .language: language
    case .particle, .accountOn, .accountOff, .ignored: ""
    }
  }
}
