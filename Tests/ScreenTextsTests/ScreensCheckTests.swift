import ScreenTexts
import Testing

@Suite("The check of screens/")
struct ScreensCheckTests {
  @Test("finds nothing in two complete languages")
  func complete() throws {
    let files = [
      try screenFile("en/invite-users.en.yaml", inviteEnglish),
      try screenFile("nl/invite-users.nl.yaml", inviteDutch),
    ]
    #expect(ScreensCheck.complete(files).isEmpty)
  }

  @Test("knows every section that a screen has, and no other")
  func sections() throws {
    for section in ScreensCheck.sections {
      #expect(try findings("\(section): words").isEmpty)
    }
    let found = try findings("title: A\nfooter:\n  left: words")
    #expect(found.map(\.reason) == [.unknownSection, .unknownSection])
    #expect(found.map(\.file) == ["en/a.en.yaml", "nl/a.nl.yaml"])
    #expect(found.map(\.key) == ["footer.left", "footer.left"])
    #expect(found.map(\.line) == [3, 3])
  }

  @Test(
    "refuses a key that is not in kebab case",
    arguments: ["First", "first_name", "first--name", "-first", "first-", "é", "\"\""])
  func kebab(key: String) throws {
    #expect(try reasons("labels:\n  \(key): words") == [.keyNotKebab])
  }

  @Test(
    "refuses a text without words", arguments: ["", "~", "null", "\"\"", "\"  \"", "\"\\n\""])
  func empty(text: String) throws {
    #expect(try reasons("labels:\n  first: \(text)\n") == [.emptyText])
  }

  @Test("refuses an empty form of a plural")
  func emptyForm() throws {
    #expect(try reasons("counts: {rows: {zero: '', one: a, other: b}}") == [.emptyText])
  }

  @Test("refuses tabs and characters that steer a terminal or turn the text round")
  func controls() throws {
    #expect(try reasons("title: \"a\\tb\"") == [.tab])
    let scalars: [Unicode.Scalar] = [
      "\u{0}", "\u{7}", "\u{D}", "\u{1B}", "\u{1F}", "\u{7F}", "\u{85}", "\u{9B}", "\u{200F}",
      "\u{2028}", "\u{202E}", "\u{2066}", "\u{FEFF}",
    ]
    for scalar in scalars {
      let digits = String(scalar.value, radix: 16)
      let escape = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      #expect(try reasons("title: \"a\(escape)b\"") == [.controlCharacter(scalar)], "\(escape)")
    }
    #expect(try reasons("title: \"één ► ● ░ « » ’ – …\\nb\"").isEmpty)
  }

  @Test(
    "refuses a brace that is neither doubled nor around a name",
    arguments: ["{", "}", "a {b", "{}", "{A}", "{a b}", "{1}", "{-a}", "{{a}", "{a}}", "{é}"])
  func strayBraces(text: String) throws {
    #expect(try reasons("title: '\(text)'") == [.strayBrace])
  }

  @Test(
    "takes names in braces and doubled braces",
    arguments: ["{a}", "{first-name}{b2}", "{{a}}", "{{{a}}}", "{{", "}}", "{{}}"])
  func soundBraces(text: String) throws {
    #expect(try reasons("title: '\(text)'").isEmpty)
  }

  @Test("finds a screen that a language does not have")
  func missingFile() throws {
    let english = try screenFile("en/a.en.yaml", "title: A")
    let other = try screenFile("nl/b.nl.yaml", "title: B")
    #expect(
      ScreensCheck.complete([english, other]) == [
        ScreensError(file: "en/a.en.yaml", reason: .noFile(.nl)),
        ScreensError(file: "nl/b.nl.yaml", reason: .noFile(.en)),
      ])
    #expect(ScreensCheck.complete([english]).map(\.reason) == [.noFile(.nl)])
    #expect(ScreensCheck.complete([english], required: []).isEmpty)
  }

  @Test("finds a text that a language does not have, in either direction")
  func missingText() throws {
    #expect(
      try compared("title: A\nhelp: B", "title: A\nlabels: {first: B}") == [
        ScreensError(file: "en/a.en.yaml", key: "labels.first", reason: .noText(.nl)),
        ScreensError(file: "nl/a.nl.yaml", key: "help", reason: .noText(.en)),
      ])
  }

  @Test("finds placeholders that differ between the languages")
  func placeholders() throws {
    let found = try compared("title: '{a} {b}'", "title: '{b} {c}'")
    #expect(
      found.map(\.reason) == [.otherPlaceholders(.en, here: ["b", "c"], there: ["a", "b"])])
    #expect(found.map(\.file) == ["nl/a.nl.yaml"])
    #expect(try compared("title: '{a} {b}'", "title: '{b} {a} {a}'").isEmpty)
  }

  @Test("finds a text that is plural in one language only")
  func shapes() throws {
    let found = try compared(
      "counts: {rows: '{count} row(s)'}",
      "counts: {rows: {one: één rij, other: '{count} rijen'}}")
    #expect(found.map(\.reason) == [.otherShape(.en)])
  }

  @Test("lets a plural say one in words")
  func oneInWords() throws {
    #expect(
      try compared(
        "counts: {rows: {one: one row, other: '{count} rows'}}",
        "counts: {rows: {zero: geen rij, one: '{count} rij', other: '{count} rijen'}}"
      ).isEmpty)
  }

  @Test("holds a file that is laid over against the program's own")
  func overlay() throws {
    let own = catalogue([try screenFile("en/invite-users.en.yaml", inviteEnglish)])
    let file = try screenFile(
      "x/de/invite-users.de.yaml",
      """
      title: Benutzer einladen
      labels: {last-name: Nachname}
      errors: {name-forbidden: "{name} geht nicht."}
      counts: {rows: "{count} Zeilen"}
      """)
    #expect(
      ScreensCheck.overlay([file], over: own).map(\.reason) == [
        .unknownText, .otherPlaceholders(.en, here: ["name"], there: ["word"]), .otherShape(.en),
      ])
    let stranger = try screenFile("x/de/other.de.yaml", "title: A")
    #expect(
      ScreensCheck.overlay([stranger], over: own)
        == [ScreensError(file: "x/de/other.de.yaml", reason: .unknownScreen)])
    let part = try screenFile(
      "x/de/invite-users.de.yaml", "errors: {name-forbidden: Geht nicht.}")
    #expect(ScreensCheck.overlay([part], over: own).isEmpty)
  }

  /// What is found in a screen with the same words in both languages.
  private func findings(_ yaml: String) throws -> [ScreensError] {
    try compared(yaml, yaml)
  }

  /// What is found in the English file of such a screen.
  private func reasons(_ yaml: String) throws -> [ScreensError.Reason] {
    try findings(yaml).filter { $0.file == "en/a.en.yaml" }.map(\.reason)
  }

  private func compared(_ english: String, _ dutch: String) throws -> [ScreensError] {
    ScreensCheck.complete([
      try screenFile("en/a.en.yaml", english), try screenFile("nl/a.nl.yaml", dutch),
    ])
  }
}
