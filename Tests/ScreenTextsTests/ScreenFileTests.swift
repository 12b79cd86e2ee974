import ScreenTexts
import Seeds
import Testing

@Suite("A file of screens/")
struct ScreenFileTests {
  @Test("states its language and screen by its path, and flattens its maps to dotted keys")
  func flattens() throws {
    let file = try screenFile("screens/en/invite-users.en.yaml", inviteEnglish)
    #expect(file.language == .en)
    #expect(file.screen == "invite-users")
    #expect(
      file.entries.map(\.key) == [
        "title", "introduction", "labels.first-name", "errors.name-forbidden", "help",
        "counts.rows", "counts.groups",
      ])
  }

  @Test("keeps the line breaks that YAML leaves in a text")
  func lineBreaks() throws {
    let file = try screenFile("en/a.en.yaml", inviteEnglish)
    #expect(
      file.entries[1].form == .plain("Nothing leaves yet: you can still change it."))
    #expect(
      file.entries[4].form == .plain("One person a line.\nWrite {{ or }} for a brace.\n"))
  }

  @Test("reads a map of exactly one and other, perhaps zero, as a plural")
  func plurals() throws {
    let file = try screenFile("en/a.en.yaml", inviteEnglish)
    #expect(
      file.entries[5].form == .plural(zero: nil, one: "{count} row", other: "{count} rows"))
    #expect(
      file.entries[6].form
        == .plural(zero: "no group", one: "one group", other: "{count} groups"))
    let choices = try screenFile("en/a.en.yaml", "choices: {one: a, other: b, many: c}")
    #expect(choices.entries.map(\.key) == ["choices.one", "choices.other", "choices.many"])
  }

  @Test("says on which line and column each text starts")
  func places() throws {
    let file = try screenFile("en/a.en.yaml", "title: A\nlabels:\n  first: B\n")
    #expect(file.entries.map(\.line) == [1, 3])
    #expect(file.entries.map(\.column) == [1, 3])
  }

  @Test("takes every scalar as words: no yes, no number, no date")
  func words() throws {
    let file = try screenFile(
      "en/a.en.yaml", "values: {no: no, version: 2.10, day: 2027-01-02, tilde: \"~\"}")
    #expect(
      file.entries.map(\.form) == [
        .plain("no"), .plain("2.10"), .plain("2027-01-02"), .plain("~"),
      ])
  }

  @Test("may come from Windows: byte order mark and CR LF change nothing")
  func windows() throws {
    let file = try screenFile("en/a.en.yaml", inviteEnglish)
    let windows = inviteEnglish.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    let other = try ScreenFile(path: "en/a.en.yaml", bytes: [0xEF, 0xBB, 0xBF] + windows.utf8)
    #expect(other.entries.map(\.key) == file.entries.map(\.key))
    #expect(other.entries.map(\.form) == file.entries.map(\.form))
  }

  @Test(
    "is refused when its name and its folder do not agree",
    arguments: [
      "a.en.yaml", "nl/a.en.yaml", "en/a.yaml", "en/a.en.yml", "en/Invite.en.yaml",
      "en/a-.en.yaml", "en/.en.yaml", "en/a.b.en.yaml", "EN/a.EN.yaml",
    ])
  func names(path: String) {
    #expect(refusal(of: "title: A", at: path)?.reason == .misnamed)
  }

  @Test("is refused, with line and column, when it is not YAML")
  func notYAML() throws {
    let error = try #require(refusal(of: "title: A\nlabels: [\n"))
    guard case .notYAML(let problem) = error.reason else {
      Issue.record("\(error.reason)")
      return
    }
    #expect(!problem.isEmpty)
    #expect(error.line >= 2)
    #expect(error.file == "screens/en/a.en.yaml")
  }

  @Test(
    "is refused at the very character that is wrong",
    arguments: [
      ("title: A\nhelp: \"a\n", 3, 1), ("title: A\n\thelp: B\n", 2, 1),
      ("title: A\nhelp: b: c\n", 2, 8), ("title: é\u{7}\n", 1, 9), ("a: b\nc: é\u{0}d", 2, 5),
      ("title: A\n---\ntitle: B\n", 2, 1), ("title: A\nhelp:  *none\n", 2, 8),
      ("title: &own {a: *own}\n", 1, 17), ("title: A\nlabels:\n  a: [b,\n    c: d: e]\n", 4, 9),
    ])
  func exactPlaces(yaml: String, line: Int, column: Int) throws {
    let error = try #require(refusal(of: yaml))
    #expect(error.line == line && error.column == column, "\(error)")
  }

  @Test("is refused when it holds a key twice")
  func keyTwice() throws {
    let error = try #require(refusal(of: "title: A\nlabels:\n  first: B\n  first: C\n"))
    #expect(error.reason == .keyTwice)
    #expect(error.key == "first")
    #expect(error.line == 4 && error.column == 3)
  }

  @Test("is refused when a value is a list or an empty map", arguments: ["[a, b]", "{}"])
  func lists(value: String) {
    let error = refusal(of: "title: A\nlabels:\n  first: \(value)\n")
    #expect(error?.reason == .notText)
    #expect(error?.line == 3)
    #expect(error?.key == "labels.first")
  }

  @Test("is refused when a key has a dot, which would look like a map")
  func dots() {
    let error = refusal(of: "labels:\n  first.name: A\n")
    #expect(error?.reason == .keyNotKebab)
    #expect(error?.key == "labels.first.name")
    #expect(error?.line == 2)
  }

  @Test("is refused when it is no map", arguments: ["", "just words", "- a\n- b\n"])
  func notSections(yaml: String) {
    #expect(refusal(of: yaml)?.reason == .notSections)
  }

  @Test("is refused when it is not UTF-8")
  func latin1() {
    #expect(throws: ScreensError(file: "en/a.en.yaml", reason: .notUTF8)) {
      try ScreenFile(path: "en/a.en.yaml", bytes: Array("title: ".utf8) + [0xE9, 0x0A])
    }
  }

  @Test("is refused when it is longer than any screen")
  func tooLong() {
    let long = "title: " + String(repeating: "a", count: ScreenFile.longest)
    #expect(refusal(of: long)?.reason == .tooLong(ScreenFile.longest))
  }

  @Test("is refused when anchors multiply its texts beyond measure")
  func anchors() {
    var yaml = "labels:\n  a0: &a0 {x: a, y: b}\n"
    for level in 1...24 {
      yaml += "  a\(level): &a\(level) {x: *a\(level - 1), y: *a\(level - 1)}\n"
    }
    #expect(refusal(of: yaml)?.reason == .tooManyTexts(ScreenFile.mostTexts))
  }

  @Test("nested beyond reason is refused, not followed")
  func nesting() {
    for (start, mark, count) in [
      ("title: ", "[", 100_000), ("title: ", "{a: ", 100_000), ("", "? ", 100_000),
      ("title:\n  ", "- ", 100_000), ("", "{a: ", 500), ("", "[", 500),
    ] {
      let yaml = start + String(repeating: mark, count: count)
      let end = mark == "{a: " ? "}" : "]"
      #expect(refusal(of: yaml)?.reason == .tooDeep(100))
      #expect(refusal(of: yaml + String(repeating: end, count: count)) != nil)
    }
  }

  @Test("is read or refused, whatever its bytes are")
  func anyBytes() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("abc:{}[]-|>&*!'\"\n  \t#%@~".utf8) + [0xC3, 0xA9, 0x00, 0xFF]
    var read = 0
    var refused = 0
    for _ in 0..<3_000 {
      var bytes = Array("title: A\n".utf8)
      for _ in 0..<Int.random(in: 0...24, using: &random) {
        bytes.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
      }
      do throws(ScreensError) {
        let file = try ScreenFile(path: "en/a.en.yaml", bytes: bytes)
        #expect(!file.entries.isEmpty)
        read += 1
      } catch {
        #expect(error.line >= 1)
        refused += 1
      }
    }
    #expect(read > 0)
    #expect(refused > 0)
  }
}
