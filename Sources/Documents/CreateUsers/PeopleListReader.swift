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
    /// Makes a reading; by itself everything is found out.
    package init(
      table: Table.Reading = Table.Reading(), hasHeader: Bool? = nil, columns: [PeopleColumn]? = nil
    ) {
      self.table = table
      self.hasHeader = hasHeader
      self.columns = columns
    }
  }

  /// Reads a list through: every row normalised, checked, and compared with the rows before it.
  ///
  /// Text in any encoding, or the first sheet of a workbook that holds people. A row with more or fewer
  /// fields than the header is refused; blank lines are no rows; of several rows with one address
  /// (case-folded) the first that is not refused has it. O(bytes).
  package static func read(
    _ bytes: [UInt8], reading: Reading = Reading()
  ) throws(TableFailure) -> PeopleList {
    let file = try TableFile(bytes, reading: reading.table)
    if let table = try file.table(where: recognises) { return read(table, reading) }
    return read(try file.firstTable(), reading)
  }

  /// Whether a text that begins like this is a list of people, and no log, licence file, portal export
  /// or prose. Workbooks have to be asked as a whole.
  package static func recognises(_ head: Span<UInt8>) -> Bool {
    let bytes = head.withUnsafeBufferPointer { Array($0.prefix(32_768)) }
    guard Table.mayBeText(bytes) else { return false }
    return recognises(Table(bytes, isWhole: false).sample)
  }

  /// Whether a file holds a list of people: a text, or a sheet of a workbook.
  package static func recognises(_ file: TableFile) throws(TableFailure) -> Bool {
    try file.contains(where: recognises)
  }

  static func recognises(_ sample: [Table.Row]) -> Bool {
    let found = PeopleColumns(sample: sample)
    if let header = found.header {
      let names = sample[header].fields
      let keys = names.map { HeaderKey.of($0) }
      if keys.contains(where: { computers.contains($0) }) { return false }
      if UsersExport.kind(sample) != nil { return false }
      let columns = PeopleColumnGuess.byName(names)
      let hasName =
        columns.contains(.firstName) || columns.contains(.lastName)
        || columns.contains(.displayName)
      // A list of people may tell one thing of these about each; an export has several, or no names.
      let exported = keys.count { exports.contains($0) }
      if exported > (hasName && columns.contains(.address) ? 1 : 0) { return false }
      if columns.contains(.address), hasName || names.count <= 2 { return true }
    }
    let rows = sample.dropFirst(found.header.map { $0 + 1 } ?? 0).filter { row in
      row.fields.contains { !$0.isEmpty }
    }
    guard !rows.isEmpty, let place = found.columns.firstIndex(of: .address) else { return false }
    let people = rows.count { row in
      row.fields.count == found.fieldCount && PeopleColumnGuess.isAddress(row.fields[place])
    }
    return people * 2 >= rows.count
  }

  /// Names of columns of the portal's exports, of which a list of people has one at the most.
  private static let exports: Set<String> = [
    "offeringname", "productname", "teamalias", "seatassignment", "accountstatus", "usageactivity",
    "useractivity", "assigneddate", "lastaccessed", "accessoption", "subscriptionid",
    "contractnumber",
    "hashedautodeskid", "autodeskid",
  ]

  /// Names of columns of lists of computers, which a list of people does not have.
  private static let computers: Set<String> = [
    "computer", "computername", "hostname", "devicename",
    "computernaam", "toestel", "apparaat", "serialnumber", "serienummer",
  ]

  private static func read(_ table: Table, _ reading: Reading) -> PeopleList {
    var found = PeopleColumns(sample: table.sample, hasHeader: reading.hasHeader)
    if let columns = reading.columns { found.columns = columns }
    let rows = table.likelyRecords
    var builder = PeopleBatchBuilder(
      reservingRows: rows + rows / 16, bytes: table.likelyBytes + table.likelyBytes / 16)
    let places = Places(found.columns)
    var number = 0
    let header = found.header ?? -1
    let fieldCount = found.fieldCount
    table.forEachRecord { record in
      number += 1
      if number - 1 <= header || record.isBlank { return true }
      var cause: PersonFinding?
      if let finding = record.finding, !finding.isReadable {
        cause = .rowNotReadable
      } else if record.fieldCount != fieldCount {
        cause = record.fieldCount < fieldCount ? .rowWithTooFewFields : .rowWithTooManyFields
      }
      _ = places.withPerson(of: record, isProposing: cause == nil) { person, proposed in
        builder.add(line: record.line, person, cause: cause ?? (proposed ? .nameProposed : nil))
      }
      return true
    }
    let example = table.sample.dropFirst(header + 1).first
    return PeopleList(
      batch: builder.batch,
      facts: PeopleListFacts(
        encoding: table.encoding, delimiter: table.delimiter, sheet: table.sheetName,
        hasHeader: found.header != nil,
        header: found.header.map { table.sample[$0].fields } ?? [], columns: found.columns,
        example: example?.fields ?? [], exampleLine: example?.line ?? 0,
        records: builder.batch.rows.count),
      table: table, headerLine: found.header.map { table.sample[$0].line })
  }

  /// Where each part of a person stands in a record.
  private struct Places {
    var first: Int?
    var particle: Int?
    var last: Int?
    var display: Int?
    var address: Int?
    var login: Int?
    var group: Int?
    var language: Int?
    var isOn: Int?
    var isOff: Int?

    init(_ columns: [PeopleColumn]) {
      first = columns.firstIndex(of: .firstName)
      particle = columns.firstIndex(of: .particle)
      last = columns.firstIndex(of: .lastName)
      display = columns.firstIndex(of: .displayName)
      address = columns.firstIndex(of: .address)
      login = columns.firstIndex(of: .login)
      group = columns.firstIndex(of: .group)
      language = columns.firstIndex(of: .language)
      isOn = columns.firstIndex(of: .accountOn)
      isOff = columns.firstIndex(of: .accountOff)
    }

    /// The person of a record; the second argument tells that the names are made from the address.
    @inline(__always)
    func withPerson(
      of record: TableRecord, isProposing: Bool,
      _ body: (PeopleBatchBuilder.Person, Bool) -> PeopleBatch.Verdict
    ) -> PeopleBatch.Verdict {
      var person = PeopleBatchBuilder.Person()
      if let address { person.address = record.field(address) }
      if let login { person.login = record.field(login) }
      if let group { person.group = record.field(group) }
      if let language { person.language = record.field(language) }
      if let isOn { person.isOn = record.field(isOn) }
      if let isOff { person.isOff = record.field(isOff) }
      if let first { person.first = record.field(first) }
      if let particle { person.particle = record.field(particle) }
      if let last { person.last = record.field(last) }
      if first != nil || last != nil { return body(person, false) }
      // One column of whole names, or addresses alone.
      let written = record.field(display ?? Int.max)
      // Some programs write the address once more where the name should be.
      let isProposed = (display == nil || written.contains(0x40)) && isProposing
      let name =
        isProposed
        ? PersonName(proposedFrom: person.address) : PersonName(written: written)
      return name.first.withUnsafeBufferPointer { first in
        name.last.withUnsafeBufferPointer { last in
          person.first = first
          person.last = last
          return body(person, isProposed)
        }
      }
    }
  }
}
