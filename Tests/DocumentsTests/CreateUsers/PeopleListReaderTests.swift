import Migration
import Seeds
import Testing

@testable import Documents

private func read(
  _ text: String, _ reading: PeopleListReader.Reading = .init()
) throws -> PeopleList {
  try PeopleListReader.read(Array(text.utf8), reading: reading)
}

private func recognised(_ bytes: [UInt8]) -> Bool {
  PeopleListReader.recognises(Table.sample(of: bytes.span))
}

/// A row as a reader of the table sees it.
private func people(_ list: PeopleList) -> [String] {
  list.batch.rows.map { row in
    let person = list.batch.details(of: row)
    return "\(person.firstName)|\(person.lastName)|\(person.address)"
  }
}

@Suite("A list of people")
struct PeopleListReaderTests {
  @Test(
    "of HR: particles behind the last name, capitals, an address for a name, accounts that are off")
  func ofHR() throws {
    let list = try read(
      """
      Voornaam;Achternaam;E-mail;Status
      Anna;Vries, de;anna@example.com;Actief
      Bas;Meer, van der;bas@example.com;
      COR;MOL;cor@example.com;Actief
      Dirk;dirk@example.com;dirk@example.com;Actief
      Eva;Vries, Eva de;eva@example.com;Actief
      Fien;Post;fien@example.com;Uit dienst
      """)
    #expect(
      people(list).prefix(2) == [
        "Anna|de Vries|anna@example.com", "Bas|van der Meer|bas@example.com",
      ])
    #expect(
      list.batch.rows.map(\.cause) == [
        nil, nil, .nameInCapitals, .nameIsAddress, .nameWithComma, .accountOff,
      ])
    #expect(list.figures.refused == 0)
  }

  @Test("of a directory: accounts that are off, whichever way the column asks")
  func accounts() throws {
    for (header, off, on) in [
      ("Enabled", "False", "True"), ("accountEnabled", "false", "true"),
      ("Block credential", "True", "False"), ("Status [READ ONLY]", "Suspended", "Active"),
      ("Actief", "Nee", "Ja"), ("Geblokkeerd", "ja", ""), ("AccountDisabled", "1", "0"),
    ] {
      let list = try read(
        "First name,Last name,Email,\(header)\nAnn,Bos,a@example.com,\(off)\n"
          + "Bas,Oud,b@example.com,\(on)\n")
      #expect(list.batch.rows.map(\.cause) == [.accountOff, nil], "\(header)")
    }
  }

  @Test("of whole names: an address in place of the name gives a proposal")
  func addressForName() throws {
    let list = try read("Name,Email\nann.de.vries@example.com,ann.de.vries@example.com\n")
    #expect(people(list) == ["Ann|de Vries|ann.de.vries@example.com"])
    #expect(list.batch.rows.map(\.cause) == [.nameProposed])
  }

  @Test("of the portal: good rows, refused rows with a reason, duplicates of an earlier line")
  func portal() throws {
    let list = try read(
      """
      First name,Last name,Email address
      Ann,de Vries,ann@example.com
      Bas,"Oud, jr.",bas@example.com

      Ann,Other,ANN@Example.com
      Cor,Bakker,cor
      IT,Support,it@example.com
      Dirk,Smit
      Eva,Mol,eva@example.com,extra
      ,Balk,j.balk@example.com
      Fien,Post,f.post@example,com

      """.replacing("f.post@example,com", with: "\"f.post@example,com\""))
    #expect(list.figures == PeopleListFigures(rows: 9, valid: 2, refused: 6, duplicates: 1))
    #expect(list.facts.hasHeader)
    #expect(list.facts.encoding == .utf8)
    #expect(list.facts.delimiterText == ",")
    #expect(
      list.batch.rows.map(\.cause) == [
        nil, nil, nil, .addressWithoutAt, .nameWithForbiddenWord, .rowWithTooFewFields,
        .rowWithTooManyFields, .firstNameMissing, .addressWithComma,
      ])
    #expect(list.batch.rows.map(\.line) == [2, 3, 5, 6, 7, 8, 9, 10, 11])
    #expect(list.batch.rows[2].verdict == .duplicate)
    #expect(list.batch.rows[2].earlierLine == 2)
  }

  @Test("of a Dutch HR department: particles go in front of the last name")
  func humanResources() throws {
    let list = try PeopleListReader.read(
      encoded(
        """
        Personeelsnr;Roepnaam;Tussenvoegsel;Achternaam;E-mail werk;E-mail privé;Login;Vestiging\r
        100482;Willem;van der;Meer;w.vandermeer@example.com;w@example.org;wmeer;Zwolle\r
        100483;Zoë;;Bos;z.bos@example.com;;ZWOLLE\\zbos;-\r
        100484;Jan;van;van Dijk;j.vandijk@example.com;;;=1+1\r
        ;;;;;;;\r

        """, .windows1252))
    #expect(list.facts.encoding == .windows1252)
    #expect(list.facts.delimiterText == ";")
    #expect(
      list.facts.columns == [
        .ignored, .firstName, .particle, .lastName, .address, .ignored, .login, .group,
      ])
    #expect(
      people(list) == [
        "Willem|van der Meer|w.vandermeer@example.com", "Zoë|Bos|z.bos@example.com",
        "Jan|van Dijk|j.vandijk@example.com",
      ])
    #expect(list.batch.details(of: list.batch.rows[0]).group == "Zwolle")
    #expect(list.batch.details(of: list.batch.rows[1]).login == "zbos")
    #expect(list.batch.rows.map(\.cause) == [nil, nil, .detailLeftOut])
    #expect(list.batch.details(of: list.batch.rows[2]).group == "")
    #expect(list.facts.example[1] == "Willem")
    #expect(list.facts.exampleLine == 2)
  }

  @Test("of a directory, as PowerShell writes it")
  func directory() throws {
    let list = try PeopleListReader.read(
      encoded(
        """
        #TYPE Selected.Microsoft.ActiveDirectory.Management.ADUser\r
        "SamAccountName","UserPrincipalName","GivenName","sn","mail","DisplayName","Department"\r
        "avries","avries@corp.example.com","Ann","de Vries","ann@example.com","Vries, Ann de","CAD"\r
        "boud","boud@corp.example.com","Bas","Oud","","Oud, Bas","CAD"\r

        """, .utf16LittleEndian, mark: true))
    #expect(list.facts.encoding == .utf16LittleEndian)
    #expect(list.facts.hasHeader)
    #expect(people(list) == ["Ann|de Vries|ann@example.com", "Bas|Oud|boud@corp.example.com"])
    #expect(list.batch.rows.map(\.line) == [3, 4])
    #expect(list.batch.details(of: list.batch.rows[0]).login == "avries")
    #expect(list.batch.rows[1].cause == nil, "without mail the user principal name counts")
  }

  @Test("with whole names only: they are taken apart")
  func displayNames() throws {
    let list = try read(
      "userPrincipalName\tdisplayName\nann@example.com\tVries, Ann de\nb@example.com\tBas Oud\n")
    #expect(people(list) == ["Ann|de Vries|ann@example.com", "Bas|Oud|b@example.com"])
    #expect(list.facts.delimiterText == "\t")
  }

  @Test(
    "in other languages and orders",
    arguments: [
      "E-Mail-Adresse;Nachname;Vorname\nann@example.com;Vries;Ann",
      "Nom,Prénom,Courriel\nVries,Ann,ann@example.com",
      "email_address,last_name,first_name\nann@example.com,Vries,Ann",
      "sep=;\nNaam;Voornaam;E-mailadres\nVries;Ann;ann@example.com",
      "Ann,Vries,ann@example.com",
      "ann@example.com;Ann;Vries",
      "Titel van de lijst\n\nVoornaam;Achternaam;E-mail\nAnn;Vries;ann@example.com",
      "\u{FEFF}First name,Last name,Email address\r\nAnn,Vries,ann@example.com\r\n",
      "Wie,Familie,Post\nAnn,Vries,ann@example.com\nBas,Oud",
    ])
  func spellings(text: String) throws {
    let list = try read(text)
    #expect(people(list).first == "Ann|Vries|ann@example.com")
    #expect(recognised(Array(text.utf8)))
  }

  @Test("without a header: the first row is a person")
  func noHeader() throws {
    let list = try read("Ann,de Vries,ann@example.com\nBas,Oud,bas@example.com\n")
    #expect(!list.facts.hasHeader)
    #expect(list.figures.rows == 2)
    let missing = try read("Cor,Bakker,\nAnn,de Vries,ann@example.com\nBas,Oud,bas@example.com\n")
    #expect(missing.figures == PeopleListFigures(rows: 3, valid: 2, refused: 1, duplicates: 0))
  }

  @Test("of addresses alone: names are proposed")
  func addressesAlone() throws {
    let list = try read("E-mail\nann.de.vries@example.com\nw.vandermeer@example.com\n")
    #expect(
      people(list) == [
        "Ann|de Vries|ann.de.vries@example.com", "W|van der Meer|w.vandermeer@example.com",
      ])
    #expect(list.batch.rows.allSatisfy { $0.verdict == .doubtful && $0.cause == .nameProposed })
  }

  @Test("can be read otherwise than it looks")
  func otherwise() throws {
    let reading = PeopleListReader.Reading(
      table: .init(encoding: .windows1252, delimiter: 0x2C), hasHeader: false,
      columns: [.lastName, .firstName, .address])
    let list = try read("Vries,Ann,ann@example.com", reading)
    #expect(people(list) == ["Ann|Vries|ann@example.com"])
    #expect(list.facts.encoding == .windows1252)
  }

  @Test("never runs in a spreadsheet or a terminal")
  func hostile() throws {
    let list = try read(
      "First name,Last name,Email address\n" + "=cmd|' /C calc'!A0,Vries,a@example.com\n"
        + "\"\tAnn\",Vries,b@example.com\n" + "Ann\u{1B}[31m,Vries,c@example.com\n"
        + "Ann\u{202E}nnA,Vries,d@example.com\n" + "Ann,Vries,=1+1@example.com\n"
        + "＝A1,Vries,e@example.com\n" + "Ann,Vries １,f@example.com\n")
    #expect(
      list.batch.rows.map(\.cause) == [
        .nameLikeFormula, .nameLikeFormula, .nameWithControlCharacter, .nameWithControlCharacter,
        .addressMalformed, .nameLikeFormula, .nameWithForbiddenCharacter,
      ])
  }

  @Test(
    "may tell one thing of each that exports tell too",
    arguments: ["Product Name", "Seat Assignment", "Account status"])
  func exportColumn(_ column: String) throws {
    let text = "First name,Last name,Email,\(column)\nAnn,Oud,ann@example.com,x\n"
    #expect(recognised(Array(text.utf8)))
    #expect(!recognised(Array("Email,\(column)\nann@example.com,x\n".utf8)))
    let two = "First name,Last name,Email,\(column),Team Alias\nAnn,Oud,ann@example.com,x,y\n"
    #expect(!recognised(Array(two.utf8)))
  }

  @Test(
    "is not what looks a little like one",
    arguments: [
      "", "hello", "Dear Ann,\nplease write to bas@example.com, thank you.\n",
      "{\"mail\": \"ann@example.com\"}", "[1, 2, 3]", "<html>ann@example.com</html>",
      "10:00:01 (adskflex) OUT: \"87545ACD_2024_0F\" ann@WS-0142\n",
      "SERVER srv-lic01 001122334455\nUSE_SERVER\nVENDOR adskflex port=2080\n",
      "first_name,last_name,email,team_alias,offering_name,seat_assignment\n",
      "Computer,User,Email\nWS-0142,ann,ann@example.com\n", "a,b,c\n1,2,3\n",
    ])
  func others(text: String) throws {
    #expect(!recognised(Array(text.utf8)))
  }

  @Test("is read to the same rows, whatever bytes it has", arguments: 0..<300)
  func anything(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet = Array("ab@. ,;\t\"\"\n\n\r=é\u{202E}\0".utf8) + [0xFF, 0xE9, 0xC3]
    let bytes =
      (Bool.random(using: &random) ? Array("First name,Last name,Email address\n".utf8) : [])
      + random.bytes(of: alphabet, upTo: 200)
    let list = try PeopleListReader.read(bytes)
    let figures = list.figures
    #expect(figures.valid + figures.refused + figures.duplicates == figures.rows)
    #expect(list.facts.records == figures.rows)
    for row in list.batch.rows where row.verdict != .refused {
      let person = list.batch.details(of: row)
      #expect(!person.firstName.isEmpty && !person.lastName.isEmpty && !person.address.isEmpty)
    }
    _ = recognised(bytes)
  }
}
