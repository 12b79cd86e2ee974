import Seeds
import Testing

@testable import Migration

private func nameFinding(_ name: String) -> PersonFinding? {
  PersonFields.firstName.check(PersonFields.firstName.normalise(name)).first.flatMap { finding in
    PersonFinding.allCases.first { $0.name == finding.key }
  }
}

private func addressFinding(_ address: String) -> PersonFinding? {
  PersonFields.address.check(PersonFields.address.normalise(address)).first.flatMap { finding in
    PersonFinding.allCases.first { $0.name == finding.key }
  }
}

@Suite("A person's name")
struct NameRulesTests {
  @Test(
    "is taken as it is written",
    arguments: [
      "Ann", "Anne-Marie", "D'Arcy", "O\"Hara", "van der Berg, jr.", "Zoë", "美咲", "Ольга",
      "Ναταλία",
      "J. P.", "Administrator", "Supporta", "Autodesker", "Wwwilma", "Łukasz", "’t Hart", "Fuchs",
      "Dick", "Cock", "محمد", "क्षत्रिय", "김",
    ])
  func fine(name: String) {
    #expect(nameFinding(name) == nil)
    #expect(PersonRules.normaliseName(name) == name)
  }

  @Test(
    "is refused where the portal, a spreadsheet or a terminal would stumble",
    arguments: [
      ("", .firstNameMissing), (" \u{A0} ", .firstNameMissing),
      ("IT Support", .nameWithForbiddenWord),
      ("ADMIN", .nameWithForbiddenWord), ("Autodesk-Ann", .nameWithForbiddenWord),
      ("moderator", .nameWithForbiddenWord), ("Best Employee", .nameWithForbiddenWord),
      ("Holy Shit", .nameWithForbiddenWord), ("https%3A", .nameWithForbiddenCharacter),
      ("Www.ann", .nameWithForbiddenCharacter), ("Ann:", .nameWithForbiddenCharacter),
      ("Ann/Bas", .nameWithForbiddenCharacter), ("50%", .nameWithForbiddenCharacter),
      ("Ann１", .nameWithForbiddenCharacter), ("=1", .nameLikeFormula), ("+Ann", .nameLikeFormula),
      ("-Ann", .nameLikeFormula), ("@Ann", .nameLikeFormula), ("\tAnn", .nameLikeFormula),
      (" =1", .nameLikeFormula), ("\u{200B}=1", .nameLikeFormula), ("＝1", .nameLikeFormula),
      ("Ann\u{1B}[2J", .nameWithControlCharacter), ("Ann\nBos", .nameWithControlCharacter),
      ("Ann\u{7F}", .nameWithControlCharacter), ("Ann\u{9B}2J", .nameWithControlCharacter),
      ("\u{202E}nnA", .nameWithControlCharacter), ("Ann\u{2066}", .nameWithControlCharacter),
      ("A\u{2028}B", .nameWithControlCharacter), ("Ann\0", .nameWithControlCharacter),
      ("An\u{FFFD}", .rowNotReadable), (String(repeating: "a", count: 101), .nameTooLong),
    ] as [(String, PersonFinding)])
  func refused(name: String, finding: PersonFinding) {
    #expect(nameFinding(name) == finding)
    #expect(finding.isRefusal)
  }

  @Test(
    "is doubtful where it stands as lists write it and nobody would, with the reason",
    arguments: [
      ("JANSEN", .nameInCapitals), ("DE VRIES", .nameInCapitals), ("ZOË", .nameInCapitals),
      ("ÖZIL", .nameInCapitals), ("ANN-MARIE", .nameInCapitals), ("Vries, Anna de", .nameWithComma),
      ("Berg, EXT", .nameWithComma), ("ann@example.com", .nameIsAddress),
      ("J.P.", nil), ("JP", nil), ("NG", nil), ("CPM", nil), ("O'B", nil), ("MacDonald", nil),
      ("Oud, jr.", nil), ("Oud, MSc", nil),
    ] as [(String, PersonFinding?)])
  func asLists(name: String, finding: PersonFinding?) {
    #expect(nameFinding(name) == finding)
    #expect(finding?.isRefusal != true)
  }

  @Test(
    "last: particles behind a comma or in brackets go in front, another comma stays",
    arguments: [
      ("Vries, de", "de Vries"), ("Meer, van der", "van der Meer"),
      ("Meer,van der", "van der Meer"),
      ("VRIES, DE", "DE VRIES"), ("Berg (van den)", "van den Berg"), ("Vries,", "Vries"),
      ("Vries, Anna de", "Vries, Anna de"), ("Oud, jr.", "Oud, jr."),
      ("Oud (Zwolle)", "Oud (Zwolle)"),
      (", de", "de"), ("de Vries", "de Vries"), (",", ","),
    ])
  func lastName(written: String, kept: String) {
    #expect(PersonFields.lastName.normalise(written) == kept)
  }

  @Test("with a digit is doubtful, and 100 letters of any script are not too many")
  func doubtful() {
    #expect(nameFinding("Ann2") == .nameWithDigits)
    #expect(nameFinding(String(repeating: "é", count: 100)) == nil)
    #expect(nameFinding(String(repeating: "é", count: 101)) == .nameTooLong)
  }

  @Test(
    "is kept trimmed, with single blanks",
    arguments: [
      ("  Ann  ", "Ann"), ("van  der\u{A0}Meer", "van der Meer"),
      ("\u{3000}Ann\u{2009}Bos", "Ann Bos"),
      ("Ann\r\n", "Ann"), ("A\u{200B}nn\u{FEFF}", "Ann"), ("\n Ann", "Ann"), ("\tAnn\t", "\tAnn"),
      ("So\u{AD}phie", "Sophie"),
    ])
  func normalised(raw: String, kept: String) {
    #expect(PersonRules.normaliseName(raw) == kept)
    #expect(PersonRules.normaliseName(kept) == kept)
  }

  @Test("names the word that the portal refuses")
  func word() {
    let findings = PersonFields.lastName.check("IT-Support")
    #expect(findings == [Field.Finding(key: "name-with-forbidden-word", value: "Support")])
  }
}

@Suite("A person's address")
struct AddressRulesTests {
  @Test(
    "is taken",
    arguments: [
      "ann@example.com", "a.b-c_d+e@sub.example.co.uk", "O'Brien@example.com", "ANN@EXAMPLE.COM",
      "1@2x.nl", "ann@xn--bcher-kva.example", "information.desk@example.com", "infoman@example.com",
    ])
  func fine(address: String) {
    #expect(addressFinding(address) == nil)
  }

  @Test(
    "is refused or doubted for a reason",
    arguments: [
      ("", .addressMissing), ("ann", .addressWithoutAt), ("ann bos", .addressWithoutAt),
      ("ann@", .addressWithoutDomain), ("ann@localhost", .addressWithoutDomain),
      ("ann bos@example.com", .addressWithBlank), ("ann@example. com", .addressWithBlank),
      ("ann@example,com", .addressWithComma), ("a@b@example.com", .addressMalformed),
      ("@example.com", .addressMalformed), ("ann@.com", .addressMalformed),
      ("ann@example..com", .addressMalformed), ("ann@example.com.", .addressMalformed),
      ("ann@-example.com", .addressMalformed), ("ann@example-.com", .addressMalformed),
      ("ann@example.c", .addressMalformed), ("ann@10.0.0.12", .addressMalformed),
      ("ann@exa_mple.com", .addressMalformed), (".ann@example.com", .addressMalformed),
      ("a..b@example.com", .addressMalformed), ("ann.@example.com", .addressMalformed),
      ("=1+1@example.com", .addressMalformed), ("-ann@example.com", .addressMalformed),
      ("+ann@example.com", .addressMalformed), ("a\"b@example.com", .addressMalformed),
      ("ann;bas@example.com", .addressMalformed), ("ann\u{202E}@example.com", .addressMalformed),
      ("ann\u{1B}@example.com", .addressMalformed), ("an\u{FFFD}@example.com", .rowNotReadable),
      (String(repeating: "a", count: 65) + "@example.com", .addressTooLong),
      ("a@" + String(repeating: "abcdefgh.", count: 30) + "com", .addressTooLong),
      ("a@" + String(repeating: "a", count: 64) + ".com", .addressMalformed),
      ("info@example.com", .sharedMailbox), ("Tekenkamer@example.com", .sharedMailbox),
      ("cad-2@example.com", .sharedMailbox), ("SUPPORT@example.com", .sharedMailbox),
      ("ann@gmail.com", .freeMail), ("ann@Hotmail.NL", .freeMail),
      ("zoë@example.com", .addressNotASCII), ("ann@bücher.example", .addressNotASCII),
    ] as [(String, PersonFinding)])
  func found(address: String, finding: PersonFinding) {
    #expect(addressFinding(address) == finding)
  }

  @Test("is kept without what was copied along, its case as written")
  func normalised() {
    #expect(PersonRules.normaliseAddress(" <Ann@Example.com>\n") == "Ann@Example.com")
    #expect(PersonRules.normaliseAddress("MailTo:ann@example.com") == "ann@example.com")
    #expect(PersonRules.normaliseAddress("\u{A0}ann@example.com\t") == "ann@example.com")
  }

  @Test("may be of any bytes without harm", arguments: 0..<300)
  func anything(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet =
      Array("a@.- ,<>:mailto'\t\n".utf8) + [0xC2, 0xA0, 0xE2, 0x80, 0x8B, 0xEF, 0xBC, 0xF3]
    let bytes = random.bytes(of: alphabet, upTo: 40)
    var kept: [UInt8] = []
    bytes.withUnsafeBufferPointer { PersonRules.appendAddress($0, to: &kept) }
    let finding = kept.withUnsafeBufferPointer { PersonRules.addressFinding($0) }
    #expect(kept.isEmpty == (finding == .addressMissing))
    var name: [UInt8] = []
    bytes.withUnsafeBufferPointer { PersonRules.appendName($0, to: &name) }
    _ = name.withUnsafeBufferPointer { PersonRules.nameFinding($0) }
    var again: [UInt8] = []
    name.withUnsafeBufferPointer { PersonRules.appendName($0, to: &again) }
    #expect(again == name)
  }
}

@Suite("What else is asked")
struct OtherFieldsTests {
  @Test("a login name loses its domain, and one that several people use is doubted")
  func login() {
    #expect(PersonFields.login.normalise("ZWOLLE\\wmeer ") == "wmeer")
    #expect(PersonFields.login.check("wmeer").isEmpty)
    #expect(PersonFields.login.check("").isEmpty)
    #expect(PersonFields.login.check("tekenkamer2").map(\.key) == ["generic-login"])
    #expect(PersonFields.login.check("=a").map(\.isError) == [true])
  }

  @Test(
    "a language is read from codes and names",
    arguments: [
      ("nl-NL", "nl"), ("Nederlands", "nl"), ("Dutch", "nl"), ("EN_gb", "en"), ("engels", "en"),
      ("", ""), ("Klingon", ""),
    ])
  func language(text: String, code: String) {
    #expect(PersonFields.language.normalise(text) == code)
  }

  @Test("fields have names of their own")
  func names() {
    let names = (PersonFields.all + SetupFields.all).map(\.name).filter { $0 != "language" }
    #expect(Set(names).count == names.count)
  }

  @Test("a start date is a day, or not known yet")
  func startDate() {
    let field = SetupFields.startDate
    #expect(field.normalise(" 1-1-2027 ") == "2027-01-01")
    #expect(field.check("2027-01-01").isEmpty)
    #expect(field.check("").map(\.isError) == [false])
    #expect(field.check("31-2-2027").map(\.key) == ["day-malformed"])
    #expect(field.check("0207-01-01").map(\.key) == ["day-improbable"])
  }

  @Test("the standing helpdesk passes its own fields, and an organisation must have a name")
  func helpdesk() {
    let card = HelpdeskCard.standard
    #expect(SetupFields.helpdeskName.check(card.name).isEmpty)
    #expect(SetupFields.helpdeskTelephone.check(card.telephone).isEmpty)
    #expect(SetupFields.helpdeskAddress.check(card.address).isEmpty)
    #expect(SetupFields.helpdeskTelephone.check("bel me").map(\.key) == ["telephone-malformed"])
    #expect(SetupFields.organisation.check("").map(\.isError) == [true])
    #expect(
      SetupFields.team.check("a\u{1B}b").map(\.key) == ["text-with-control-character"])
    #expect(SetupFields.directory.check("sync").isEmpty)
    #expect(SetupFields.directory.check("ldap").map(\.key) == ["choice-unknown"])
  }
}
