import Migration

/// People and lists for tests.
enum People {
  static let ann = UserDetails(
    firstName: "Ann", lastName: "de Vries", address: "ann@example.com", login: "avries",
    group: "Pilot")
  static let bram = UserDetails(
    firstName: "Bram", lastName: "Jansen", address: "bram@example.com", group: "Wave 1")
  static let chloe = UserDetails(
    firstName: "Chloé", lastName: "Özdemir", address: "Chloe@Example.com", login: "cozdemir")

  /// A list with these people, all valid.
  static func batch(_ people: [UserDetails]) -> PeopleBatch {
    var batch = PeopleBatch()
    for (index, person) in people.enumerated() {
      var row = PeopleBatch.Row(line: UInt32(index + 2))
      row.firstName = batch.add(person.firstName)
      row.lastName = batch.add(person.lastName)
      row.address = batch.add(person.address)
      row.login = batch.add(person.login)
      row.group = batch.add(person.group)
      row.language = batch.add(person.language)
      batch.rows.append(row)
    }
    return batch
  }

  /// People as a document of the portal names them.
  static func portal(_ people: [(UserDetails, Invitation)]) -> PortalPeople {
    PortalPeople(people: batch(people.map(\.0)), invitations: people.map(\.1))
  }

  /// So many different people.
  static func many(_ count: Int, from first: Int = 0) -> [UserDetails] {
    let firstNames = ["Ann", "Bram", "Chloé", "Daan", "Eva", "Finn", "Gül", "Hans", "Iris", "Jörg"]
    let lastNames = [
      "de Vries", "Jansen", "van der Meer", "Øster", "Özdemir", "Bakker", "Visser", "Smit",
    ]
    return (first..<first + count).map { number in
      UserDetails(
        firstName: firstNames[number % firstNames.count],
        lastName: lastNames[number / 3 % lastNames.count],
        address: "user\(number)@example.com", login: number % 4 == 0 ? "u\(number)" : "",
        group: number % 5 == 0 ? "" : "Wave \(number % 5)")
    }
  }
}

extension PeopleBatch {
  fileprivate mutating func add(_ text: String) -> Extent {
    let extent = Extent(offset: UInt32(bytes.count), length: UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
    return extent
  }
}
