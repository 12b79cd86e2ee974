import Migration
import SessionFile

extension Workplace {
  /// The name of the session file of a test.
  static let session = "brugman.overstap"
  /// The start date of a test's migration: long ago, so that what is open stays open.
  static let startDate = Day(number: 20_089)  // 1 January 2025

  /// Makes a session file in which the first questions are answered and so many people wait.
  func makeMigration(
    people: Int = 0, startDate: Day = startDate, name: String = session
  ) throws {
    let file = try SessionFile.open(path: path(name), access: .readWrite)
    let moment = Moment(day: Self.startDate, minute: 600)
    let setup = Setup(
      organisation: "Brugman Ingenieurs", team: "harrypotter switch - 9231",
      startDate: startDate, language: "en")
    _ = try file.apply(.setUp(setup), at: moment)
    for number in 0..<people {
      let fields = People.row(number).split(separator: ",").map(String.init)
      let details = UserDetails(firstName: fields[0], lastName: fields[1], address: fields[2])
      _ = try file.apply(.createUsers(.addUser(details, .typed)), at: moment)
    }
  }

  /// Where somebody was when it was last kept in a session file, by name.
  func keptPlace(name: String = session) throws -> [String: String] {
    let place = try SessionFile.open(path: path(name), access: .readOnly).place()
    return Dictionary(place.entries.map { ($0.name, $0.text) }) { $1 }
  }
}
