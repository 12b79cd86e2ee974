import Migration

/// How the columns of a list of people are taken, and which record is the header.
package struct PeopleColumns: Hashable, Sendable {
  /// One entry a column of the file.
  package var columns: [PeopleColumn]
  /// The place of the header among the records, from 0; nil when the list has none.
  package var header: Int?
  /// How many fields a row has to have.
  package var fieldCount: Int

  /// The header is looked for among the first records: reports put a title above it.
  private static let mostTitles = 10

  /// Finds header and columns from the beginning of a table.
  ///
  /// `hasHeader` overrules what the records look like. A first record that holds an address is a
  /// person, though the portal passes over row 1.
  package init(sample: [Table.Row], hasHeader: Bool? = nil) {
    header = PeopleColumns.findHeader(sample, hasHeader)
    let data = sample.dropFirst(header.map { $0 + 1 } ?? 0).map(\.fields)
    if let header {
      let names = sample[header].fields
      fieldCount = names.count
      columns = PeopleColumnGuess.byName(names)
      if !columns.contains(.address) {
        // Names that are known count, whatever the column with the addresses is called.
        let isNamed =
          columns.contains(.firstName) && columns.contains(.lastName)
          || columns.contains(.displayName) || columns.contains(.lastNameFirst)
        if isNamed {
          let others = names.indices.filter { PeopleColumn.isNoAddress(names[$0]) }
          let place = PeopleColumnGuess.addressPlace(
            data, fieldCount: fieldCount, except: Set(others))
          if let place { columns[place] = .address }
        } else {
          columns = PeopleColumnGuess.byPosition(data, fieldCount: fieldCount)
        }
      }
    } else {
      let counts = data.map(\.count)
      let frequent = Delimiter.mostFrequent(counts.filter { $0 > 1 })
      fieldCount = frequent > 1 ? frequent : counts.first ?? 3
      columns = PeopleColumnGuess.byPosition(data, fieldCount: fieldCount)
    }
  }

  private static func findHeader(_ sample: [Table.Row], _ hasHeader: Bool?) -> Int? {
    if hasHeader == false || sample.isEmpty { return nil }
    for (place, row) in sample.prefix(mostTitles).enumerated() {
      // A title may name somebody to ask; a person's row has more than an address.
      let filled = row.fields.count { !$0.isEmpty }
      if filled > 1 || place > 0, row.fields.contains(where: PeopleColumnGuess.isAddress) {
        if filled > 1 { break }
        continue
      }
      let columns = PeopleColumnGuess.byName(row.fields)
      let known = columns.count { $0 != .ignored }
      if columns.contains(.address), known > 1 || row.fields.count == 1 { return place }
      if columns.contains(.firstName), columns.contains(.lastName) { return place }
    }
    if hasHeader == true { return 0 }
    return looksLikeNames(sample) ? 0 : nil
  }

  /// Whether the first record holds words where all others hold addresses.
  private static func looksLikeNames(_ sample: [Table.Row]) -> Bool {
    let rest = sample.dropFirst().map(\.fields)
    guard let first = sample.first?.fields, !first.contains(where: PeopleColumnGuess.isAddress),
      let place = PeopleColumnGuess.addressPlace(rest, fieldCount: first.count),
      place < first.count
    else { return false }
    let people = rest.count { $0.count > place && PeopleColumnGuess.isAddress($0[place]) }
    if people * 2 < rest.count { return false }
    // A person whose address is wrong is no header: that has letters only.
    let name = first[place]
    return !name.isEmpty && name.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" || $0 == "_" }
      && first.allSatisfy { !$0.isEmpty }
  }
}
