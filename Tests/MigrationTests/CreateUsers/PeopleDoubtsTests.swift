import Testing

@testable import Migration

@Suite("Doubts about a list")
struct PeopleDoubtsTests {
  private static let text = """
    First name\tLast name\tEmail\tLogin
    Ann\tBos\tann@example.com\tabos
    ANN\tBOS\tann.bos@example.com\t
    Bas\tOud\tbas@example.com\tabos
    Zoë\tMol\tzoe@example.com\tzmol
    ZOË\tMol\tz.mol@example.com\t
    """

  @Test("the same name under another address, and a login name of two people")
  func marks() {
    var batch = PastedPeople(Self.text).batch
    var doubts = PeopleDoubts()
    #expect(doubts.mark(&batch) == 3)
    #expect(
      batch.rows.map(\.cause) == [
        nil, .samePersonOtherAddress, .loginOfAnother, nil, .samePersonOtherAddress,
      ])
  }

  @Test("a mail domain that has half as many people as the most frequent one, or fewer")
  func domains() {
    func causes(_ addresses: [String], _ domains: [String: Int] = [:]) -> [PersonFinding?] {
      let people = addresses.enumerated().map { "Ann Bos\(["a", "b", "c", "d"][$0]) <\($1)>" }
      var batch = PastedPeople(people.joined(separator: "\n")).batch
      var doubts = PeopleDoubts()
      doubts.mark(&batch, domains: domains)
      return batch.rows.map(\.cause)
    }
    #expect(
      causes(["a@example.com", "b@EXAMPLE.com", "c@example.org"]) == [nil, nil, .otherDomain])
    #expect(causes(["a@example.com", "b@example.org"]) == [nil, nil])
    #expect(causes(["a@example.com", "c@example.org"], ["example.org": 3]) == [.otherDomain, nil])
    #expect(causes(["c@example.org"]) == [nil])
  }

  @Test("a mail domain is no doubt any more when the address is put right")
  func corrected() {
    let text = "Ann Bos <a@example.com>\nBas Oud <b@example.com>\nCor Mol <c@example.org>"
    var batch = PastedPeople(text).batch
    var doubts = PeopleDoubts()
    doubts.mark(&batch)
    #expect(batch.rows[2].cause == .otherDomain)
    var person = batch.details(of: batch.rows[2])
    person.address = "c@example.com"
    batch.correct(2, to: person)
    doubts = PeopleDoubts()
    #expect(doubts.mark(&batch) == 0 && batch.rows[2].verdict == .valid)
  }

  @Test("are not about people who are there already under their own address")
  func known() {
    var batch = PastedPeople("Ann Bos <a@example.com>\nAnn Bos <b@example.com>").batch
    var doubts = PeopleDoubts()
    #expect(doubts.mark(&batch) { $0 == 0 } == 0)
  }
}
