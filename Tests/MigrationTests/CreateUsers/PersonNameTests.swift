import Testing

@testable import Migration

private func split(_ written: String) -> String {
  let name = Array(written.utf8).withUnsafeBufferPointer { PersonName(written: $0) }
  return String(decoding: name.first, as: UTF8.self) + "|"
    + String(decoding: name.last, as: UTF8.self)
}

private func proposed(_ address: String) -> String {
  let name = Array(address.utf8).withUnsafeBufferPointer { PersonName(proposedFrom: $0) }
  return String(decoding: name.first, as: UTF8.self) + "|"
    + String(decoding: name.last, as: UTF8.self)
}

@Suite("A name in one")
struct PersonNameTests {
  @Test(
    "is taken apart before its particles",
    arguments: [
      ("Ann Bos", "Ann|Bos"), ("Ann de Vries", "Ann|de Vries"),
      ("Jan Peter van der Meer", "Jan Peter|van der Meer"), ("Jan op den Kamp", "Jan|op den Kamp"),
      ("Jan in 't Veld", "Jan|in 't Veld"), ("Jan ’t Hart", "Jan|’t Hart"),
      ("Piet Ter Horst", "Piet|Ter Horst"), ("Jan Peter Smit", "Jan Peter|Smit"),
      ("Ben Jansen", "Ben|Jansen"), ("Van Nguyen", "Van|Nguyen"), ("van Gogh", "|van Gogh"),
      ("Ann", "Ann|"), ("", "|"), ("Fatima El Idrissi", "Fatima|El Idrissi"),
      ("Ann de Vries-van Dam", "Ann|de Vries-van Dam"), ("Vries, Ann de", "Ann|de Vries"),
      ("Meer, Willem van der", "Willem|van der Meer"),
      ("van der Meer, Willem", "Willem|van der Meer"),
      ("Meer, van der, Willem", "Willem|van der Meer"), ("Hart, Jan 't", "Jan|'t Hart"),
      ("\"Vries, Ann de\"", "Ann|de Vries"), ("Ann de Vries (extern)", "Ann|de Vries"),
      ("Vries, Ann de [Zwolle]", "Ann|de Vries"), ("Vries,", "Vries|"), (",", "|"),
    ])
  func parts(written: String, expected: String) {
    #expect(split(written) == expected)
  }

  @Test(
    "is proposed from an address",
    arguments: [
      ("ann.bos@example.com", "Ann|Bos"), ("ann.de.vries@example.com", "Ann|de Vries"),
      ("w.vandermeer@example.com", "W|van der Meer"), ("j_vandijk2@example.com", "J|van Dijk"),
      ("ann-bos+cad@example.com", "Ann|Bos"), ("ann@example.com", "Ann|"),
      ("ANN.BOS@EXAMPLE.COM", "Ann|Bos"), ("j.vance@example.com", "J|Vance"), ("@", "|"),
    ])
  func proposals(address: String, expected: String) {
    #expect(proposed(address) == expected)
  }
}
