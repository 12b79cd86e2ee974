import Testing

extension EndToEnd {
  @Suite("overstap add proves users by exports of the portal")
  struct AddExportTests {
    private static let header =
      "first_name,last_name,email,autodesk_id,team_alias,role,account_status,offering_name,"
      + "product_name\n"
    private static let team = "harrypotter switch - 9231"

    private static func row(_ name: String, _ status: String, team: String = team) -> String {
      "\(name),Bos,\(name.lowercased())@example.com,A1,\(team),User,\(status),Maya,Maya\n"
    }

    private static func record(
      _ file: String, people: Int, proven: Int = 0, takenBack: Int = 0, pending: Int = 0,
      accepted: Int = 0, strangers: Int = 0, absent: Int = 0, kind: JSONValue = "users-export"
    ) -> JSONValue {
      [
        "file": .text(file), "kind": kind, "people": .number(people), "proven": .number(proven),
        "takenBack": .number(takenBack), "pending": .number(pending),
        "accepted": .number(accepted), "strangers": .number(strangers),
        "absent": .number(absent), "masked": 0,
      ]
    }

    private func place() async throws -> Workplace {
      let place = try Workplace()
      let list = People.header + "\nAnn,Bos,ann@example.com\nBas,Bos,bas@example.com\n"
      try place.write(list, to: "people.csv")
      #expect(try await place.overstap("add", "a.overstap", "people.csv").status == 0)
      return place
    }

    @Test("who is in it, and takes back who is not in a newer one of the whole team")
    func users() async throws {
      let place = try await place()
      try place.write(
        Self.header + Self.row("ANN", "Active") + Self.row("Bas", "Pending")
          + Self.row("Cor", "Verified"), to: "first.csv")
      let first = try await place.overstap(
        "add", "--json", "--day", "2025-01-08", "a.overstap", "first.csv")
      #expect(first.status == 0)
      #expect(
        try first.records() == [
          Self.record("first.csv", people: 3, proven: 2, pending: 1, accepted: 2, strangers: 1)
        ])
      try place.write(Self.header + Self.row("Ann", "Active"), to: "newer.csv")
      let part = try await place.overstap(
        "add", "--json", "--day", "2025-01-12", "a.overstap", "newer.csv")
      #expect(
        try part.records() == [
          Self.record("newer.csv", people: 1, accepted: 1, strangers: 1)
        ])
      let whole = try await place.overstap(
        "add", "--json", "--whole", "--day", "2025-01-12", "a.overstap", "newer.csv")
      #expect(whole.status == 1, "somebody is gone")
      #expect(
        try whole.records() == [
          Self.record("newer.csv", people: 1, takenBack: 1, accepted: 1, absent: 1)
        ])
      let status = try await place.overstap("status", "--json", "a.overstap").records()[0]
      #expect(status["invitations"] == ["pending": 0, "accepted": 1, "open": 0])
      #expect(status["evidence"].items.count == 3)
      #expect(status["evidence"][0]["day"] == "2025-01-12")
    }

    @Test("only of the team that is meant, and says which ones there are")
    func teams() async throws {
      let place = try await place()
      try place.write(
        Self.header + Self.row("Ann", "Active", team: "North")
          + Self.row("Bas", "Active", team: "South"), to: "two.csv")
      let refused = try await place.overstap("add", "a.overstap", "two.csv")
      #expect(refused.status == 65)
      #expect(refused.problem.contains("North, South"))
      let south = try await place.overstap(
        "add", "--json", "--team", "south", "a.overstap", "two.csv")
      #expect(
        try south.records() == [
          Self.record("two.csv", people: 1, proven: 1, accepted: 1, absent: 1)
        ])
    }

    @Test("not where personal data is switched off, and says what to do")
    func masked() async throws {
      let place = try await place()
      try place.write(
        Self.header + "*****,*****,*****,*****,\(Self.team),User,Active,Maya,Maya\n",
        to: "masked.csv")
      let outcome = try await place.overstap("add", "a.overstap", "masked.csv")
      #expect(outcome.status == 65)
      #expect(outcome.problem.contains("personal data"))
    }

    @Test("and by usage reports, which take nobody back")
    func usage() async throws {
      let place = try await place()
      try place.write(
        "first_name,last_name,email,team_alias,offering_name,seat_assignment,last_accessed\n"
          + "Ann,Bos,ann@example.com,\(Self.team),Maya,assigned,2025-01-12\n", to: "usage.csv")
      let outcome = try await place.overstap(
        "add", "--json", "--whole", "a.overstap", "usage.csv")
      #expect(
        try outcome.records() == [
          Self.record(
            "usage.csv", people: 1, proven: 1, accepted: 1, absent: 1, kind: "usage-report")
        ])
    }
  }
}
