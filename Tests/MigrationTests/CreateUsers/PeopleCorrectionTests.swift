import Seeds
import Testing

@testable import Migration

@Suite("A corrected row")
struct PeopleCorrectionTests {
  private func batch() -> PeopleBatch {
    PastedPeople(
      """
      Ann, Bos, ann@example.com
      Bas, Oud, ANN@example.com
      Cor, Mol, cor@example,com
      Info, Balie, info@example.com

      """
    ).batch
  }

  private func person(_ first: String, _ last: String, _ address: String) -> UserDetails {
    UserDetails(firstName: first, lastName: last, address: address)
  }

  @Test("is decided anew, and so are rows that had its address")
  func duplicates() {
    var batch = batch()
    #expect(batch.rows.map(\.verdict) == [.valid, .duplicate, .refused, .doubtful])
    batch.correct(0, to: person("Ann", "Bos", " ann.bos@example.com "))
    #expect(batch.rows.map(\.verdict) == [.valid, .valid, .refused, .doubtful])
    #expect(batch.details(of: batch.rows[0]).address == "ann.bos@example.com")
    batch.correct(2, to: person("Cor", "Mol", "Ann.Bos@example.com"))
    #expect(batch.rows.map(\.verdict) == [.valid, .valid, .duplicate, .doubtful])
    #expect(batch.rows[2].earlierLine == 1)
    batch.correct(0, to: person("", "Bos", "ann.bos@example.com"))
    #expect(batch.rows.map(\.verdict) == [.refused, .valid, .valid, .doubtful])
    #expect(batch.rows[0].cause == .firstNameMissing)
  }

  @Test("keeps its line, and lets go of what was said about other people")
  func doubts() {
    var batch = batch()
    batch.rows[0].verdict = .doubtful
    batch.rows[0].cause = .samePersonOtherAddress
    batch.correct(3, to: person("Ida", "Balk", "ida@example.com"))
    #expect(batch.rows.map(\.verdict) == [.valid, .duplicate, .refused, .valid])
    #expect(batch.rows[3].line == 4)
    batch.correct(99, to: person("Ida", "Balk", "ida@example.com"))
  }

  @Test("whatever is corrected, no address is taken twice", arguments: 1...20)
  func anything(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var batch = PastedPeople(
      (0..<30).map { "Ann, Bos, a\($0 % 11)@example.com" }.joined(separator: "\n")
    ).batch
    for _ in 0..<20 {
      let place = Int.random(in: 0..<30, using: &random)
      let number = Int.random(in: 0..<12, using: &random)
      batch.correct(
        place, to: person(number == 0 ? "" : "Ann", "Bos", "A\(number)@example.com"))
      let taken = batch.rows.filter(\.isTaken).map {
        batch.text($0.address).lowercased()
      }
      #expect(Set(taken).count == taken.count)
    }
  }
}
