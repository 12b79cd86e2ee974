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

  @Test("are not about people who are there already under their own address")
  func known() {
    var batch = PastedPeople("Ann Bos <a@example.com>\nAnn Bos <b@example.com>").batch
    var doubts = PeopleDoubts()
    #expect(doubts.mark(&batch) { $0 == 0 } == 0)
  }
}
