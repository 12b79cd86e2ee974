import ScreenTexts
import Testing

@Suite("The texts of a language")
struct TextsTests {
  let english: Texts
  let dutch: Texts

  init() throws {
    let both = catalogue([
      try screenFile("en/invite-users.en.yaml", inviteEnglish),
      try screenFile("nl/invite-users.nl.yaml", inviteDutch),
      try screenFile("en/report.en.yaml", "title: Report"),
    ])
    english = both.texts(in: .en)
    dutch = both.texts(in: .nl)
  }

  @Test("are found by screen and key")
  func lookup() {
    #expect(dutch[screen: "invite-users", key: "labels.first-name"] == "Voornaam")
    #expect(english.text("invite-users", "labels.first-name") == "First name")
    #expect(dutch[screen: "invite-users", key: "labels.first"] == nil)
    #expect(dutch[screen: "invite", key: "labels.first-name"] == nil)
  }

  @Test("take arguments by name")
  func arguments() {
    #expect(
      english.text("invite-users", "errors.name-forbidden", ["word": "admin", "other": "x"])
        == "admin is refused in a name.")
  }

  @Test("show a placeholder whose argument is not given")
  func missingArgument() {
    #expect(
      english.text("invite-users", "errors.name-forbidden") == "{word} is refused in a name.")
  }

  @Test("show an argument as it is, braces and all")
  func argumentIsData() {
    let text = english.text(
      "invite-users", "errors.name-forbidden", ["word": "{word}{{é}}"])
    #expect(text == "{word}{{é}} is refused in a name.")
  }

  @Test("write doubled braces once, also without arguments")
  func braces() {
    let help = "One person a line.\nWrite { or } for a brace.\n"
    #expect(english.text("invite-users", "help") == help)
    #expect(english[screen: "invite-users", key: "help"] == help)
  }

  @Test(
    "choose the form by the count",
    arguments: [(0, "0 rijen"), (1, "1 rij"), (2, "2 rijen"), (21, "21 rijen"), (-1, "-1 rijen")])
  func counts(count: Int, expected: String) {
    #expect(dutch.text("invite-users", "counts.rows", count: count) == expected)
    #expect(dutch.text("invite-users", "counts.rows", ["count": String(count)]) == expected)
  }

  @Test("have a form for none where one is written")
  func zero() {
    #expect(dutch.text("invite-users", "counts.groups", count: 0) == "geen groep")
    #expect(dutch.text("invite-users", "counts.groups", count: 1) == "één groep")
    #expect(dutch.text("invite-users", "counts.groups", count: 3) == "3 groepen")
  }

  @Test("take the count as it is written for people")
  func writtenCount() {
    #expect(dutch.text("invite-users", "counts.rows", ["count": "1.204"]) == "1.204 rijen")
  }

  @Test("fall back to the other language, and then to the name of the text")
  func fallback() {
    #expect(dutch.text("report", "title") == "Report")
    #expect(!dutch.has("report", "title"))
    #expect(english.has("report", "title"))
    #expect(dutch.text("report", "labels.none") == "«report/labels.none»")
  }

  @Test("of a language that nobody wrote are those of the language behind it")
  func unknownLanguage() throws {
    let english = catalogue([try screenFile("en/report.en.yaml", "title: Report")])
    #expect(english.languages == [.en])
    #expect(english.texts(in: Language("fr")).text("report", "title") == "Report")
    #expect(english.texts(in: Language("fr")).screens.isEmpty)
  }

  @Test("can be listed: screens, keys, placeholders, plurals")
  func listing() {
    #expect(english.screens == ["invite-users", "report"])
    #expect(dutch.screens == ["invite-users"])
    #expect(
      dutch.keys(of: "invite-users") == [
        "counts.groups", "counts.rows", "errors.name-forbidden", "help", "introduction",
        "labels.first-name", "title",
      ])
    #expect(dutch.keys(of: "invite").isEmpty)
    #expect(dutch.placeholders("invite-users", "errors.name-forbidden") == ["word"])
    #expect(dutch.placeholders("invite-users", "counts.groups") == ["count"])
    #expect(dutch.placeholders("invite-users", "help").isEmpty)
    #expect(dutch.form("invite-users", "counts.rows")?.isPlural == true)
    #expect(dutch.form("invite-users", "title") == .plain("Gebruikers uitnodigen"))
  }

  @Test(
    "are in the language that the locale's name states",
    arguments: [
      ("nl_NL.UTF-8", "nl"), ("nl", "nl"), ("en_GB", "en"), ("de@euro", "de"), ("NL", "nl"),
      ("C", nil), ("C.UTF-8", nil), ("POSIX", nil), ("", nil),
    ] as [(String, String?)])
  func locale(name: String, code: String?) {
    #expect(Language(localeName: name)?.code == code)
  }
}
