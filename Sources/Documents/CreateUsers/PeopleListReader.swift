import Migration

/// Reads lists of people: the portal's import file, HR's lists, exports of a directory.
package enum PeopleListReader {
  /// How to read a list; what is nil is found out.
  package struct Reading: Hashable, Sendable {
    /// How to read the table.
    package var table: Table.Reading
    /// Whether the first record names the columns.
    package var hasHeader: Bool?
    /// What each column is taken as.
    package var columns: [PeopleColumn]?
    /// The day by which a day of leaving is past; nil where none is to be.
    package var today: Day?
    /// Makes a reading; by itself everything is found out.
    package init(
      table: Table.Reading = Table.Reading(), hasHeader: Bool? = nil,
      columns: [PeopleColumn]? = nil, today: Day? = nil
    ) {
      self.today = today
      self.table = table
      self.hasHeader = hasHeader
      self.columns = columns
    }
  }

  /// Reads a list through: every row normalised, checked, and compared with the rows before it.
  ///
  /// Text in any encoding, or the first sheet of a workbook that holds people. Empty cells too many or
  /// too few at a row's end are none; with others too many, or a needed one missing, it is refused.
  /// Blank lines are no rows; of several rows with one address
  /// (case-folded) the first that is not refused has it. O(bytes).
  package static func read(
    _ bytes: [UInt8], reading: Reading = Reading()
  ) throws(TableFailure) -> PeopleList {
    let file = try TableFile(bytes, reading: reading.table)
    if let table = try file.table(where: recognises) { return read(table, reading) }
    return read(try file.firstTable(), reading)
  }

  /// Whether a file holds a list of people: a text, or a sheet of a workbook.
  package static func recognises(_ file: TableFile) throws(TableFailure) -> Bool {
    try file.contains(where: recognises)
  }

  /// Whether a table that begins like this is a list of people, and no portal export or prose.
  static func recognises(_ sample: [Table.Row]) -> Bool {
    if sample.isEmpty { return false }
    let found = PeopleColumns(sample: sample)
    let likeliest = sample.first { !$0.fields.contains(where: PeopleColumnGuess.isAddress) }
    if let likeliest,
      DeviceColumn.isOfComputers(likeliest.fields, isOfPeople: isOfPeople(likeliest.fields))
    {
      return false
    }
    if let header = found.header {
      let names = sample[header].fields
      let keys = names.map { HeaderKey.of($0) }
      let isOfPeople = isOfPeople(names)
      if DeviceColumn.isOfComputers(names, isOfPeople: isOfPeople)
        || keys.contains(where: { serials.contains($0) })
      {
        return false
      }
      if UsersExport.kind(sample) != nil { return false }
      // A list of people may tell one thing of these about each; an export has several, or no names.
      let exported = keys.count { exports.contains($0) }
      if exported > (isOfPeople ? 1 : 0) { return false }
      if isOfPeople { return true }
      if names.count <= 2, PeopleColumnGuess.byName(names).contains(.address) { return true }
    }
    let rows = sample.dropFirst(found.header.map { $0 + 1 } ?? 0).filter { row in
      row.fields.contains { !$0.isEmpty }
    }
    guard !rows.isEmpty, let place = found.columns.firstIndex(of: .address) else { return false }
    let people = rows.count { row in
      row.fields.indices.contains(place) && PeopleColumnGuess.isAddress(row.fields[place])
    }
    return people * 2 >= rows.count
  }

  /// Whether names of columns are those of people with their addresses.
  private static func isOfPeople(_ names: [String]) -> Bool {
    let columns = PeopleColumnGuess.byName(names)
    return columns.contains(.address)
      && (columns.contains(.firstName) || columns.contains(.lastName)
        || columns.contains(.displayName) || columns.contains(.lastNameFirst))
  }

  /// Names of columns of the portal's exports, of which a list of people has one at the most.
  private static let exports: Set<String> = [
    "offeringname", "productname", "teamalias", "seatassignment", "accountstatus", "usageactivity",
    "useractivity", "assigneddate", "lastaccessed", "accessoption", "subscriptionid",
    "contractnumber",
    "hashedautodeskid", "autodeskid",
  ]

  /// Columns of the numbers that computers have and people do not.
  private static let serials: Set<String> = [
    "serialnumber", "serienummer", "seriennummer", "numerodeserie",
  ]

  private static func read(_ table: Table, _ reading: Reading) -> PeopleList {
    var found = PeopleColumns(sample: table.sample, hasHeader: reading.hasHeader)
    if let columns = reading.columns { found.columns = columns }
    let rows = table.likelyRecords
    var builder = PeopleBatchBuilder(
      reservingRows: rows + rows / 16, bytes: table.likelyBytes + table.likelyBytes / 16)
    let header = found.header ?? -1
    let names = found.header.map { table.sample[$0].fields } ?? []
    let row = PeopleRow(found.columns, names: names, today: reading.today)
    var number = 0
    let fieldCount = found.fieldCount
    table.forEachRecord { record in
      number += 1
      if number - 1 <= header || record.isBlank { return true }
      var cause: PersonFinding?
      if let finding = record.finding, !finding.isReadable {
        cause = .rowNotReadable
      } else if record.fieldCount > fieldCount, record.hasContent(from: fieldCount) {
        cause = .rowWithTooManyFields
      }
      row.read(record, refusal: cause, isGuessed: table.isEncodingGuessed) { person, cause in
        builder.add(line: record.line, person, cause: cause)
      }
      return true
    }
    let example = table.sample.dropFirst(header + 1).first
    return PeopleList(
      batch: builder.batch,
      facts: PeopleListFacts(
        encoding: table.encoding, isEncodingGuessed: table.isEncodingGuessed,
        delimiter: table.delimiter, sheet: table.sheetName,
        hasHeader: found.header != nil,
        header: found.header.map { table.sample[$0].fields } ?? [], columns: found.columns,
        example: example?.fields ?? [], exampleLine: example?.line ?? 0,
        records: builder.batch.rows.count),
      table: table, headerLine: found.header.map { table.sample[$0].line })
  }
}
