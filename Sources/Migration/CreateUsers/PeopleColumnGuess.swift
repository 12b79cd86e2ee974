/// What the columns of a list of people are, by their names or by what stands in them.
package enum PeopleColumnGuess {
  /// The columns that names say; what no name says is ignored.
  ///
  /// Several columns may be the same thing: where the better one is empty in a row, the next one counts
  /// there. `places` puts them in order.
  package static func byName(_ names: [String]) -> [PeopleColumn] {
    let meanings = names.map { PeopleColumn.meaning(of: $0) }
    var columns = meanings.map { $0?.column ?? .ignored }
    func has(_ column: PeopleColumn) -> Bool { columns.contains(column) }
    func ignore(_ column: PeopleColumn, where isMeant: (Int) -> Bool = { _ in true }) {
      for place in columns.indices where columns[place] == column && isMeant(place) {
        columns[place] = .ignored
      }
    }
    func isLoose(_ place: Int) -> Bool {
      PeopleColumn.looseNames.contains(HeaderKey.of(names[place]))
    }
    // A name that only has mail in it is an address where no other is, and then the first one.
    let addresses = columns.indices.filter { columns[$0] == .address }
    let isKnown = addresses.contains { meanings[$0]?.rank != PeopleColumn.containsMail }
    ignore(.address) { place in
      meanings[place]?.rank == PeopleColumn.containsMail && (isKnown || place != addresses.first)
    }
    // "Naam" beside "Voornaam" is a last name, alone it is a whole one.
    if has(.firstName), !has(.lastName) {
      for place in columns.indices where columns[place] == .displayName && isLoose(place) {
        columns[place] = .lastName
      }
    }
    if has(.firstName), has(.lastName) {
      // A name that says little of itself, such as Employee, may be a number beside real names.
      ignore(.displayName) { (meanings[$0]?.rank ?? 0) > 4 }
    } else if has(.displayName) || has(.lastNameFirst) {
      for column in [PeopleColumn.firstName, .lastName, .particle] { ignore(column) }
    }
    return columns
  }

  /// The places of a column, the one with the best name first. `names` are the header's; empty
  /// without one.
  package static func places(
    of column: PeopleColumn, in columns: [PeopleColumn], names: [String]
  ) -> [Int] {
    func rank(_ place: Int) -> Int {
      guard names.indices.contains(place), let known = PeopleColumn.meaning(of: names[place]),
        known.column == column || PeopleColumn.looseNames.contains(HeaderKey.of(names[place]))
      else { return Int.max }
      return known.rank
    }
    return columns.indices.filter { columns[$0] == column }
      .map { (rank: rank($0), place: $0) }.sorted { $0 < $1 }.map(\.place)
  }

  /// The columns of a list without names: where the addresses are, and the names around them.
  ///
  /// Names are looked for before the address first, in columns that hold words; a column of nothing
  /// but particles belongs to the last name behind it. The rest is not taken over.
  package static func byPosition(_ rows: [[String]], fieldCount: Int) -> [PeopleColumn] {
    var columns = [PeopleColumn](repeating: .ignored, count: max(1, fieldCount))
    let place = addressPlace(rows, fieldCount: fieldCount) ?? min(2, columns.count - 1)
    columns[place] = .address
    let words = columns.indices.filter { $0 != place && holdsWords(rows, $0) }
    let before = words.filter { $0 < place }
    var others = before.isEmpty ? words : before
    if others.isEmpty { others = columns.indices.filter { $0 != place } }
    if others.count == 1 {
      columns[others[0]] = .displayName
      return columns
    }
    if let particle = others.dropFirst().dropLast().first(where: { holdsParticles(rows, $0) }) {
      columns[particle] = .particle
      others.removeAll { $0 == particle }
    }
    if others.count >= 2 { (columns[others[0]], columns[others[1]]) = (.firstName, .lastName) }
    return columns
  }

  /// The column in which most addresses stand; nil when there are none.
  package static func addressPlace(
    _ rows: [[String]], fieldCount: Int, except: Set<Int> = []
  ) -> Int? {
    var counts = [Int](repeating: 0, count: max(1, fieldCount))
    for row in rows {
      for (place, field) in row.enumerated().prefix(counts.count)
      where !except.contains(place) && isAddress(field) {
        counts[place] += 1
      }
    }
    guard let most = counts.max(), most > 0 else { return nil }
    return counts.firstIndex(of: most)
  }

  /// Whether a field is an address, whatever else there is to say about it.
  package static func isAddress(_ field: String) -> Bool {
    var address = PersonRules.normaliseAddress(field)
    return address.withUTF8 { PersonRules.addressFinding($0)?.isRefusal != true }
  }

  private static func holdsParticles(_ rows: [[String]], _ column: Int) -> Bool {
    let fields = rows.lazy.filter { $0.count > column }.map { $0[column] }
    return fields.contains { !$0.isEmpty }
      && fields.allSatisfy { field in
        field.split(separator: " ").allSatisfy { PersonName.isParticle(String($0)) }
      }
  }

  /// Whether a column holds words in most rows that have something there: no numbers, no dates.
  private static func holdsWords(_ rows: [[String]], _ column: Int) -> Bool {
    let fields = rows.lazy.filter { $0.count > column && !$0[column].isEmpty }.map { $0[column] }
    let words = fields.count { field in !field.utf8.contains { $0 &- 0x30 < 10 || $0 == 0x40 } }
    return words * 2 > fields.count
  }
}
