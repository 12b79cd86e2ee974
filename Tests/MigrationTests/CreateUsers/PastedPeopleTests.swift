import Seeds
import Testing

@testable import Migration

/// A row of a paste as a screen shows it.
private func rows(_ text: String) -> [String] {
  let pasted = PastedPeople(text)
  return zip(pasted.batch.rows, pasted.pieces).map { row, piece in
    let person = pasted.batch.details(of: row)
    let names = "\(person.firstName)|\(person.lastName)|\(person.address)"
    return "\(piece.form.name): \(names)\(row.cause.map { " (\($0.name))" } ?? "")"
  }
}

@Suite("A pasted text")
struct PastedPeopleTests {
  @Test(
    "is understood in the forms that people have",
    arguments: [
      ("Ann de Vries <ann@example.com>", ["bracketed: Ann|de Vries|ann@example.com"]),
      (
        "Ann de Vries <ann@example.com>; Bas Oud <bas@example.com>;",
        ["bracketed: Ann|de Vries|ann@example.com", "bracketed: Bas|Oud|bas@example.com"]
      ),
      (
        "Ann de Vries <ann@example.com>, Bas Oud <bas@example.com>",
        ["bracketed: Ann|de Vries|ann@example.com", "bracketed: Bas|Oud|bas@example.com"]
      ),
      (
        "\"Vries, Ann de\" <ann@example.com>; 'Oud, Bas (Zwolle)' <bas@example.com>",
        [
          "bracketed-last-name-first: Ann|de Vries|ann@example.com",
          "bracketed-last-name-first: Bas|Oud|bas@example.com",
        ]
      ),
      (
        "Ann, de Vries, ann@example.com; Bas, Oud, bas@example.com",
        ["fields: Ann|de Vries|ann@example.com", "fields: Bas|Oud|bas@example.com"]
      ),
      (
        "Ann;\"Vries, de\";ann@example.com\nBas, Meer, van der, bas@example.com",
        ["fields: Ann|de Vries|ann@example.com", "fields: Bas|van der Meer|bas@example.com"]
      ),
      (
        "Voornaam\tAchternaam\tE-mail\tEnabled\nAnn\tVries, de\tann@example.com\tTrue\n"
          + "Bas\tMEER, VAN DER\tbas@example.com\tTrue\nCor\tMol\tcor@example.com\tFalse",
        [
          "cells: Ann|de Vries|ann@example.com",
          "cells: Bas|VAN DER MEER|bas@example.com (name-in-capitals)",
          "cells: Cor|Mol|cor@example.com (account-off)",
        ]
      ),
      (
        "Vries, de <ann@example.com>",
        ["bracketed-last-name-first: |de Vries|ann@example.com (first-name-missing)"]
      ),
      (
        "Ann;de Vries;ann@example.com\n\"Bas\";\"Oud; jr.\";\"bas@example.com\"",
        ["fields: Ann|de Vries|ann@example.com", "fields: Bas|Oud; jr.|bas@example.com"]
      ),
      (
        "Willem, van der, Meer, w@example.com", ["fields: Willem|van der Meer|w@example.com"]
      ),
      ("Ann de Vries ann@example.com", ["words: Ann|de Vries|ann@example.com"]),
      ("ann@example.com Ann de Vries", ["words: Ann|de Vries|ann@example.com"]),
      ("Ann de Vries (ann@example.com)", ["words: Ann|de Vries|ann@example.com"]),
      ("Vries, Ann de ann@example.com", ["words: Ann|de Vries|ann@example.com"]),
      ("Ann de Vries, ann@example.com", ["fields: Ann|de Vries|ann@example.com"]),
      (
        "ann.de.vries@example.com, w.vandermeer@example.com\r\n\r\n<bas_oud2@example.com>",
        [
          "address-alone: Ann|de Vries|ann.de.vries@example.com (name-proposed)",
          "address-alone: W|van der Meer|w.vandermeer@example.com (name-proposed)",
          "address-alone: Bas|Oud|bas_oud2@example.com (name-proposed)",
        ]
      ),
      (
        "ann.vries@example.com <ann.vries@example.com>",
        ["address-alone: Ann|Vries|ann.vries@example.com (name-proposed)"]
      ),
      (
        "mailto:ann.vries@example.com",
        [
          "address-alone: Ann|Vries|ann.vries@example.com (name-proposed)"
        ]
      ),
      (
        "Ann\tde Vries\tann@example.com\nBas\tOud\tbas@example.com\tZwolle",
        ["cells: Ann|de Vries|ann@example.com", "cells: Bas|Oud|bas@example.com"]
      ),
      (
        "100482\tWillem\tvan der\tMeer\tw@example.com\t1-2-2020\n100483\tBas\t\tOud\tb@example.com\t",
        ["cells: Willem|van der Meer|w@example.com", "cells: Bas|Oud|b@example.com"]
      ),
      (
        "Achternaam\tVoornaam\tE-mail\tLogin\nVries\tAnn\tann@example.com\tavries",
        ["cells: Ann|Vries|ann@example.com"]
      ),
      (
        "First name,Last name,Email address\nAnn,\"Vries, de\",ann@example.com",
        ["cells: Ann|de Vries|ann@example.com"]
      ),
      (
        "E-mail\nann.vries@example.com",
        ["address-alone: Ann|Vries|ann.vries@example.com (name-proposed)"]
      ),
      (
        "Ann de Vries\nBas Oud <bas@example.com>",
        [
          "without-address: Ann|de Vries| (address-missing)",
          "bracketed: Bas|Oud|bas@example.com",
        ]
      ),
      ("Ann <ann@example.com>", ["bracketed: Ann||ann@example.com (last-name-missing)"]),
      ("Jan 't Hart <j@example.com>", ["bracketed: Jan|'t Hart|j@example.com"]),
      ("O\"Hara Liam <l@example.com>", ["bracketed: O\"Hara|Liam|l@example.com"]),
      (
        "IT Support <it.support@example.com>",
        ["bracketed: IT|Support|it.support@example.com (name-with-forbidden-word)"]
      ),
      (
        "100\tWillem\tvan der\tMeer\tw@example.com\nAnna de Vries\ta@example.com",
        ["fields: Willem|van der Meer|w@example.com", "fields: Anna|de Vries|a@example.com"]
      ),
      (
        "• Karel Kop <k@example.com>\n- Lies Mol l@example.com",
        ["bracketed: Karel|Kop|k@example.com", "words: Lies|Mol|l@example.com"]
      ),
      ("", []),
      (" \n;;\n\t\n", []),
    ] as [(String, [String])])
  func forms(text: String, expected: [String]) {
    #expect(rows(text) == expected)
  }

  @Test("shows each row's own piece and line")
  func pieces() {
    let pasted = PastedPeople(
      "Ann Bos <ann@example.com>; Bas Oud <bas@example.com>\n\n c.d@example.com \n")
    #expect(
      (0..<3).map(pasted.source) == [
        "Ann Bos <ann@example.com>", "Bas Oud <bas@example.com>", "c.d@example.com",
      ])
    #expect(pasted.batch.rows.map(\.line) == [1, 1, 3])
  }

  @Test("with the same address twice has a duplicate")
  func duplicates() {
    let pasted = PastedPeople("Ann Bos <ann@example.com>\nAnn Bos <ANN@example.com>")
    #expect(pasted.batch.rows.map(\.verdict) == [.valid, .duplicate])
    #expect(pasted.batch.rows[1].earlierLine == 1)
  }

  @Test("of ten thousand lines is read whole")
  func manyLines() {
    let text = (0..<10_000).map { "Ann van der Meer <ann\($0)@example.com>\n" }.joined()
    let pasted = PastedPeople(text)
    #expect(pasted.batch.count(.valid) == 10_000)
  }

  @Test("may hold anything", arguments: 0..<500)
  func anything(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet = Array("ab@@.. ,,;;<>\"\"\t\t\n\r()'-é".utf8) + [0xFF, 0x00]
    let pasted = PastedPeople(random.bytes(of: alphabet, upTo: 150))
    #expect(pasted.pieces.count == pasted.batch.rows.count)
    for (row, entry) in pasted.batch.rows.enumerated() {
      #expect(!pasted.source(ofRow: row).isEmpty)
      let person = pasted.batch.details(of: entry)
      if entry.verdict != .refused {
        #expect(!person.firstName.isEmpty && !person.lastName.isEmpty && !person.address.isEmpty)
      }
    }
  }
}
