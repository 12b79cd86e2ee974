import Migration
import SessionFile
import Testing

extension EndToEnd {
  @Suite("overstap status tells how far a migration is")
  struct StatusTests {
    private static func step(_ id: String, total: Int = 0) -> JSONValue {
      [
        "id": .text(id), "open": false, "openFor": 0, "openOf": 0, "from": nil,
        "total": .number(total),
        "stated": 0, "proven": 0, "failed": 0,
      ]
    }

    @Test("before the first questions are answered: people wait, and the answers are missing")
    func withoutSetup() async throws {
      let place = try Workplace()
      try place.write(People.list(4), to: "people.csv")
      #expect(try await place.overstap("add", "a.overstap", "people.csv").status == 0)
      let before = try place.read("a.overstap")
      let outcome = try await place.overstap("status", "--json", "a.overstap")
      #expect(outcome.status == 1, "something waits")
      #expect(
        try outcome.records() == [
          [
            "organisation": "", "team": "",
            "steps": [
              Self.step("create-users", total: 4), Self.step("assign-products"),
              Self.step("switch-devices"), Self.step("inform-users"), Self.step("retire-servers"),
            ],
            "now": [["what": "set-up", "step": "create-users", "count": 1]],
            "invitations": ["pending": 0, "accepted": 0, "open": 0], "evidence": [],
          ]
        ])
      #expect(try place.read("a.overstap") == before, "looking changes nothing")
    }

    @Test("for people: a line a step, then what waits, in the language of the environment")
    func words() async throws {
      for (language, first, last) in [
        ("C.UTF-8", "1 Create users: 2 in all, 0 stated, 0 proven", "! The migration's data"),
        ("nl_NL.UTF-8", "1 Gebruikers aanmaken: 2", "! "),
      ] {
        let place = try Workplace(["LANG": language])
        try place.write(People.list(2), to: "people.csv")
        #expect(try await place.overstap("add", "a.overstap", "people.csv").status == 0)
        let outcome = try await place.overstap("status", "a.overstap")
        #expect(outcome.status == 1)
        #expect(outcome.lines.count == 6)
        #expect(outcome.lines.first?.hasPrefix(first) == true, "\(outcome.text)")
        #expect(outcome.lines.last?.hasPrefix(last) == true, "\(outcome.text)")
        #expect(outcome.error == [])
      }
    }

    @Test("with the organisation alone where no team is named")
    func withoutTeam() async throws {
      let place = try Workplace()
      try place.makeMigration(people: 1)
      let file = try SessionFile.open(path: place.path(Workplace.session), access: .readWrite)
      _ = try file.apply(
        .setUp(Setup(organisation: "Brugman", language: "en")),
        at: Moment(day: Workplace.startDate, minute: 601))
      let outcome = try await place.overstap("status", Workplace.session)
      #expect(outcome.lines.first == "Brugman")
    }

    @Test("and ends with 0 where nothing waits, from when the steps open is said")
    func nothingWaits() async throws {
      let place = try Workplace()
      try place.makeMigration(people: 2, startDate: Day(number: 46_387))
      let outcome = try await place.overstap("status", "--json", Workplace.session)
      #expect(outcome.status == 0)
      let record = try #require(try outcome.records().first)
      #expect(record["now"] == [])
      #expect(
        record["steps"][0] == [
          "id": "create-users", "open": false, "openFor": 0, "openOf": 0, "from": "2097-01-01",
          "total": 2,
          "stated": 0, "proven": 0, "failed": 0,
        ])
      #expect(record["steps"].items.map { $0["open"] } == [false, false, false, false, false])
    }

    @Test("of a session only")
    func others() async throws {
      let place = try Workplace()
      let missing = try await place.overstap("status", "--json", "missing.overstap")
      #expect(missing.status == 66)
      #expect(missing.isOneSentence)
      #expect(try place.names() == [], "looking makes nothing")
      try place.write("not a session\n", to: "note.txt")
      let foreign = try await place.overstap("status", "--json", "note.txt")
      #expect(foreign.status == 65)
      #expect(foreign.isOneSentence)
      #expect(try place.names() == ["note.txt"])
    }

    @Test("also where the file is damaged: a sentence, no dump")
    func damaged() async throws {
      let place = try Workplace()
      try place.write(People.list(400), to: "people.csv")
      #expect(try await place.overstap("add", "a.overstap", "people.csv").status == 0)
      var bytes = try place.read("a.overstap")
      for index in bytes.indices.dropFirst(100) { bytes[index] ^= 0x5A }
      try place.write(bytes, to: "a.overstap")
      let outcome = try await place.overstap("status", "--json", "a.overstap")
      #expect(outcome.status == 65)
      let told = String(decoding: outcome.output, as: UTF8.self)
      #expect(told.contains("\"error\":\"session-damaged\""))
      #expect(outcome.isOneSentence, "\(outcome.problem)")
    }
  }
}
