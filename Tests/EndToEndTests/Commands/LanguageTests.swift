import Testing

extension EndToEnd {
  @Suite("The words of a command")
  struct LanguageTests {
    static let calls: [[String]] = [
      ["inspect", "missing"], ["add", "a.overstap", "missing"], ["export", "missing", "out"],
      ["list", "missing", "users"], ["status", "missing"], ["files", "missing"],
      ["recover", "a.csv"],
    ]

    @Test("are in the language that is asked for, in capitals or not", arguments: calls)
    func asked(_ call: [String]) async throws {
      let place = try Workplace()
      try place.write("Naam\nAnn\n", to: "a.csv")
      for option in [["--lang", "nl"], ["--lang", "NL"], ["--lang=Nl"]] {
        let outcome = try await place.run(
          Workplace.program(), [call[0]] + option + call.dropFirst())
        #expect(
          outcome.problem.contains("Er is geen") || outcome.problem.contains("is geen overstap"),
          "\(call): \(outcome.problem)")
        #expect(outcome.isOneSentence)
      }
      let dutch = try Workplace(["LANG": "nl_NL.UTF-8"])
      try dutch.write("Naam\nAnn\n", to: "a.csv")
      let english = try await dutch.run(
        Workplace.program(), [call[0], "--lang", "EN"] + call.dropFirst())
      #expect(english.problem.contains("There is no") || english.problem.contains("is not a"))
    }

    @Test("in a language without words are refused with 64", arguments: calls)
    func unknown(_ call: [String]) async throws {
      let outcome = try await Workplace().run(
        Workplace.program(), [call[0], "--lang", "xx"] + call.dropFirst())
      #expect(outcome.status == 64)
      #expect(outcome.problem.contains("There are no words in the language xx."))
    }

    @Test("never have a word of code or of the database in them")
    func noCode() async throws {
      let place = try Workplace()
      try place.makeMigration(people: 40)
      var bytes = try place.read(Workplace.session)
      for place in 4_096..<bytes.count { bytes[place] = 0xAA }
      try place.write(bytes, to: "broken.overstap")
      try place.write("Naam\nAnn\n", to: "a.csv")
      for call in [
        ["status", "broken.overstap"], ["list", "broken.overstap", "users"],
        ["export", "broken.overstap", "out"], ["add", "broken.overstap", "a.csv"],
        ["status", "a.csv"], ["add", "a.csv", "a.csv"],
      ] {
        let outcome = try await place.run(Workplace.program(), call)
        #expect(outcome.isOneSentence, "\(call): \(outcome.problem)")
        for word in ["sqlite", "malformed", "disk I/O", "readonly database", "errno"] {
          #expect(!outcome.problem.lowercased().contains(word), "\(call): \(outcome.problem)")
        }
      }
      #expect(!place.has("a.csv.lock"), "nothing is made beside what is no session")
    }

    @Test("mean a file by every path, also by one that a database has another meaning for")
    func paths() async throws {
      let place = try Workplace()
      try place.write(People.list(2), to: "people.csv")
      for name in [":memory:", "file:a.overstap?mode=memory", ":x"] {
        #expect(try await place.overstap("add", name, "people.csv").status == 0)
        #expect(place.has(name))
        let status = try await place.overstap("status", "--json", name)
        #expect(try status.records().first?["steps"][0]["total"] == 2, "\(name)")
      }
    }
  }
}
