import Migration
import SessionFile
import Testing

private let day = Day(number: 20_000)
private let moment = Moment(day: day)

@Suite("What an import would do, before it is done")
struct ComparisonTests {
  private let file: SessionFile

  init() throws { file = try SessionFile.inMemory() }

  @Test("New, changed, the same, and left rows are told apart and add up")
  func kinds() throws {
    let ann = try file.apply(.createUsers(.addUser(People.ann, .typed)), at: moment).user
    let bram = try file.apply(.createUsers(.addUser(People.bram, .typed)), at: moment).user
    var changed = People.ann
    changed.firstName = "Anna"
    changed.group = "Wave 2"
    changed.login = ""
    var batch = People.batch([changed, People.bram, People.chloe, People.many(1)[0]])
    batch.rows[3].verdict = .refused
    let comparison = try file.compare(batch)
    #expect(
      comparison.rows == [.changed([.firstName, .group]), .same, .new, .left])
    #expect(comparison.users == [ann, bram, nil, nil])
    let outcome = try file.apply(.createUsers(.importUsers(batch, .imported, .update)), at: moment)
    #expect((outcome.count, outcome.updated, outcome.unchanged) == (1, 1, 1))
  }

  @Test("The same person under another address, and a login name of another, are conflicts")
  func conflicts() throws {
    let ann = try file.apply(.createUsers(.addUser(People.ann, .typed)), at: moment).user
    let samePerson = UserDetails(
      firstName: "ANN", lastName: "De Vríes", address: "a.devries@example.com")
    let sameLogin = UserDetails(
      firstName: "Arie", lastName: "Vries", address: "arie@example.com", login: "AVRIES")
    var batch = People.batch([samePerson, sameLogin])
    let comparison = try file.compare(batch)
    #expect(
      comparison.rows == [.conflict(.samePersonOtherAddress), .conflict(.loginOfAnother)])
    #expect(comparison.users == [ann, ann])
    batch.doubt(comparison)
    #expect(batch.rows.map(\.verdict) == [.doubtful, .doubtful])
    #expect(
      try file.apply(.createUsers(.importUsers(batch, .imported, .keep)), at: moment).count == 0)
  }
}
