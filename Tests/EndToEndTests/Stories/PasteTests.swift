import Canvas
import Testing

extension EndToEnd {
  @Suite("A paste")
  struct PasteTests {
    @Test("of 10,000 lines is looked through, taken over, and everyone is there")
    func manyLines() async throws {
      let count = 10_000
      let place = try Workplace()
      try place.makeMigration()
      let admin = try await TmuxDriver.openMigration(in: place)
      try await admin.seeScreen("0")
      try await admin.go(to: "1.3")
      let people = (0..<count).map { number in
        let fields = People.row(number).split(separator: ",")
        return "\(fields[0]) \(fields[1]) <\(fields[2])>"
      }
      try await admin.paste(people.joined(separator: "\n") + "\n")
      try await admin.see(people.last ?? "")
      try await admin.press(.function(10))
      try await admin.seeScreen("1.5")
      try await admin.seeOne(of: "Take over 10,000 new", "Take over 10000 new")
      #expect(try await total(in: place) == 0, "nothing is taken over before it was looked at")
      try await admin.press(.function(10))
      try await admin.seeScreen("1.1")
      try await admin.see("all of them counted") { screen in
        screen.rows.contains { $0.replacing(",", with: "").contains("10000 users") }
      }
      #expect(try await total(in: place) == .number(count))
      // One import is one thing to undo.
      try await admin.press(.character("u"))
      try await admin.see(" 0 users")
      #expect(try await total(in: place) == 0)
    }

    @Test("into a field presses no button, whatever line ends it has")
    func field() async throws {
      let place = try Workplace()
      try place.makeMigration()
      let admin = try await TmuxDriver.openMigration(in: place)
      try await admin.seeScreen("0")
      try await admin.go(to: "1.2")
      try await admin.paste("Willem\nq\u{1B}[31mu\u{3}\n")
      try await admin.see("Too much for one line.")
      try await admin.seeScreen("1.2")
      try await admin.paste("Willem\u{1B}[31m\u{3}\n")
      try await admin.see("[Willem")
      try await admin.seeScreen("1.2")
      try await admin.press(.tab)
      try await admin.type("Meer")
      try await admin.see("[Meer")
      #expect(try await total(in: place) == 0)
    }

    private func total(in place: Workplace) async throws -> JSONValue? {
      try await place.overstap("status", "--json", Workplace.session)
        .records().first?["steps"][0]["total"]
    }
  }
}
