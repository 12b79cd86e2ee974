import Testing

@testable import Migration

@Suite("Addresses of a list")
struct AddressIndexTests {
  @Test("are found again however many there are, in any case of letters")
  func grows() {
    var builder = PeopleBatchBuilder()
    func add(_ address: String) -> PeopleBatch.Verdict {
      var address = address
      return address.withUTF8 { bytes in
        "Ann".utf8.withContiguousStorageIfAvailable { name in
          var person = PeopleBatchBuilder.Person()
          person.first = name
          person.last = name
          person.address = bytes
          return builder.add(line: builder.batch.rows.count + 1, person)
        } ?? .refused
      }
    }
    for number in 0..<3_000 { #expect(add("ann\(number)@example.com") == .valid) }
    for number in 0..<3_000 { #expect(add("ANN\(number)@Example.com") == .duplicate) }
    #expect(builder.batch.rows[4_711].earlierLine == 1_712)
    #expect(add("é@example.com") == .doubtful)
    #expect(add("É@example.com") == .duplicate)
    // As a session file compares them: a list and an import agree on who is double.
    #expect(add("strasse@example.com") == .valid)
    #expect(add("STRAßE@example.com") == .duplicate)
    #expect(add("νίκος@example.com") == .doubtful)
    #expect(add("ΝΊΚΟΣ@example.com") == .duplicate)
  }
}
