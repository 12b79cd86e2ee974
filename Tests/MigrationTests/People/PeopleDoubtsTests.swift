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

  @Test("are also about people who are there already, but not about their own row")
  func known() {
    var batch = PastedPeople("Ann Bos <a.bos@example.com>\nBas Oud <bas@example.com>").batch
    var doubts = PeopleDoubts()
    doubts.remember(UserDetails(firstName: "Ann", lastName: "Bos", address: "ann@example.com"))
    doubts.remember(UserDetails(firstName: "Bas", lastName: "Oud", address: "bas@example.com"))
    doubts.mark(&batch) { $0 == 1 }
    #expect(batch.rows.map(\.cause) == [.samePersonOtherAddress, nil])
  }
}
