import Canvas
import Foundation
import Testing

extension EndToEnd {
  @Suite("On the first day")
  struct FirstMigrationTests {
    @Test("an admin makes a migration, adds two people, and hands them over as a file")
    func firstDay() async throws {
      let place = try Workplace()
      let admin = try await TmuxDriver.start(in: place)
      try await admin.seeScreen("0.1")
      try await admin.press(.enter)
      try await admin.seeScreen("0.2")
      try await admin.type("Brugman Ingenieurs")
      try await admin.press(.enter)
      try await admin.type("harrypotter switch - 9231")
      try await admin.press(.enter)
      try await admin.type("1-1-2025")
      try await admin.see("31 January 2025")
      try await admin.press(.function(10))

      try await admin.seeScreen("0")
      try await admin.see("There are no users yet")
      try await admin.press(.enter)
      try await admin.seeScreen("1")
      try await admin.press(.enter)
      try await admin.seeScreen("1.1")
      try await admin.press(.enter)
      try await admin.seeScreen("1.2")
      try await add("Zoë", "Ćosić", "z.cosic@example.com", admin)
      try await add("Willem", "Meer, \"ing.\"", "w.meer@example.com", admin)
      try await admin.press(.escape)
      try await admin.seeScreen("1.1")
      try await admin.see("Zoë Ćosić", "2 users")

      try await admin.press(.character("o"))
      try await admin.seeScreen("1.8")
      try await admin.see("Write the files for 2 users")
      try await admin.press(.enter)
      try await admin.seeScreen("1.9")
      try await admin.see("Hand-over no. 1")
      let folder = "overstap-hand-over-1"
      #expect(
        try place.names(in: folder) == [
          "01-invite-1.csv", "01-invite-multiple-2018.txt", "01-invite-multiple.txt",
        ])
      let file = try place.read("\(folder)/01-invite-1.csv")
      #expect(
        String(decoding: file, as: UTF8.self) == "First name,Last name,Email address\r\n"
          + "Zoë,Ćosić,z.cosic@example.com\r\n"
          + "Willem,\"Meer, \"\"ing.\"\"\",w.meer@example.com\r\n")
      #expect(try place.mode(of: "\(folder)/01-invite-1.csv") == 0o600)

      let session = ".local/share/overstap/brugman-ingenieurs.overstap"
      #expect(try await figures(of: session, in: place) == [2, 0, 0, 0])
      try await admin.press(.backTab, .enter)
      try await admin.see("2 people stated as done.")
      #expect(try await figures(of: session, in: place) == [2, 2, 0, 0])
      #expect(try await admin.leave().ended == 0)

      // The file that was handed over is made by the rules of the command line too, and all of it.
      let exported = try await place.overstap("export", session, "again")
      #expect(exported.output == [], "nobody is left to hand over")
      #expect(try place.mode(of: session) == 0o600)
      try await checkStatus(of: session, in: place)
    }

    private func add(
      _ first: String, _ last: String, _ address: String, _ admin: TmuxDriver
    ) async throws {
      try await admin.type(first)
      try await admin.press(.tab)
      try await admin.type(last)
      try await admin.press(.tab)
      try await admin.type(address)
      try await admin.see(address)
      try await admin.press(.function(10))
      try await admin.see("Added.")
      try await admin.see("the cursor in the empty first field") { screen in
        screen.cursorRow.contains("e.g. Willem") && screen.beforeCursor.hasSuffix("[")
      }
    }

    /// Total, stated, proven and failed of step 1.
    private func figures(of session: String, in place: Workplace) async throws -> JSONValue {
      let step = try await place.overstap("status", "--json", session).records().first?["steps"][0]
      return .list(["total", "stated", "proven", "failed"].map { step?[$0] ?? nil })
    }

    /// Every field of `status --json`.
    private func checkStatus(of session: String, in place: Workplace) async throws {
      func step(_ id: String, isOpen: Bool, total: Int = 0, stated: Int = 0, from: JSONValue)
        -> JSONValue
      {
        [
          "id": .text(id), "open": .truth(isOpen), "openFor": .number(isOpen ? total : 0),
          "openOf": .number(isOpen ? total : 0), "from": from, "total": .number(total),
          "stated": .number(stated), "proven": 0,
          "failed": 0,
        ]
      }
      let days = Int(Date().timeIntervalSince1970 / 86_400)
      let outcome = try await place.overstap("status", "--json", session)
      #expect(outcome.status == 1)
      let record = try #require(try outcome.records().first)
      #expect(record["organisation"] == "Brugman Ingenieurs")
      #expect(record["team"] == "harrypotter switch - 9231")
      #expect(
        record["steps"] == [
          step("create-users", isOpen: true, total: 2, stated: 2, from: "2025-01-01"),
          step("assign-products", isOpen: true, from: "2025-01-01"),
          step("switch-devices", isOpen: false, from: "2025-01-01"),
          step("inform-users", isOpen: false, from: "2025-01-01"),
          step("retire-servers", isOpen: false, from: nil),
        ])
      let ended = record["now"][0]
      #expect(ended["what"] == "network-rights-ended")
      #expect(ended["step"] == "retire-servers")
      // Midnight may pass between the two looks at the clock.
      #expect([days - 20_119, days - 20_118].contains { ended["count"] == .number($0) })
      #expect(record["now"].items.count == 1)
      if case .record(let fields) = record {
        let names = ["evidence", "invitations", "now", "organisation", "steps", "team"]
        #expect(fields.keys.sorted() == names)
      }
    }
  }
}
