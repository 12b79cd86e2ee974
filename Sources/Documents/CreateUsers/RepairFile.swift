import Migration

/// The refused rows of a list as a file to repair and to bring in again.
package enum RepairFile {
  /// Makes the file: header and lines of the list as they stand there, behind line and reason.
  ///
  /// A text keeps its encoding and its delimiter, and every line byte for byte, so that nothing is lost
  /// that this program had no use for. A sheet leaves as UTF-8 with a mark and commas, all its cells,
  /// with an apostrophe before what a spreadsheet would run. `rows` are places of the batch; `lineName`
  /// and `reasonName` head the first two columns, `reason` says what is wrong with the row at a place.
  /// O(bytes).
  package static func make(
    _ list: PeopleList, rows: Set<Int>, lineName: String, reasonName: String,
    reason: (Int) -> String
  ) -> [UInt8] {
    let first = [lineName, reasonName]
    if list.table.sheetName != nil { return sheet(list, rows, first, reason) }
    let source = SourceLines(list.table)
    let delimiter = list.table.delimiter
    func front(_ fields: [String]) -> [UInt8] {
      source.encoded(row(fields, delimiter) + String(UnicodeScalar(delimiter)))
    }
    let all = list.batch.rows
    var file = Array(source.mark)
    if let line = list.headerLine {
      let header = source.lines(from: line, upTo: all.first.map { Int($0.line) })
      file += front(first) + header
      if !source.isEnded(header) { file += source.encoded("\r\n") }
    } else {
      file += source.encoded(row(first + names(list.facts), delimiter) + "\r\n")
    }
    for place in rows.sorted() where all.indices.contains(place) {
      let next = place + 1 < all.count ? Int(all[place + 1].line) : nil
      let lines = source.lines(from: Int(all[place].line), upTo: next)
      file += front([String(all[place].line), reason(place)]) + lines
      if !source.isEnded(lines) { file += source.encoded("\r\n") }
    }
    return file
  }

  /// Rows of a sheet with all their cells.
  private static func sheet(
    _ list: PeopleList, _ rows: Set<Int>, _ first: [String], _ reason: (Int) -> String
  ) -> [UInt8] {
    var writer = DelimitedWriter(delimiter: list.facts.delimiter)
    writer.markUTF8()
    for name in first + names(list.facts) { writer.add(name.utf8, neutralising: true) }
    writer.endRow()
    var places: [Int: Int] = [:]
    for place in rows where list.batch.rows.indices.contains(place) {
      places[Int(list.batch.rows[place].line)] = place
    }
    list.table.forEachRecord { record in
      guard let place = places[record.line] else { return true }
      writer.add(String(record.line).utf8)
      writer.add(reason(place).utf8, neutralising: true)
      for field in record.fields { writer.add(field, neutralising: true) }
      writer.endRow()
      return true
    }
    return writer.bytes
  }

  /// Fields as a row without its end.
  private static func row(_ fields: [String], _ delimiter: UInt8) -> String {
    var writer = DelimitedWriter(delimiter: delimiter)
    for field in fields { writer.add(field.utf8, neutralising: true) }
    return String(decoding: writer.bytes, as: UTF8.self)
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
      case .lastNameFirst: "Last name, first name"
      case .address: "Email address"
      case .login: "Login"
      case .group: "Group"
      case .language: "Language"
      case .accountOn: "Enabled"
      case .accountOff: "Disabled"
      case .leavingDay: "Leaving date"
      case .accountKind: "Account type"
      case .ignored: "Column \(place + 1)"
      }
    }
  }
}
