import Foundation
import Migration
import SessionFile
import Testing

extension EndToEnd {
  @Suite("overstap report tells the whole migration")
  struct ReportTests {
    private static let names = [
      "Zoë", "lic-zoë", "O'Brien-Ćosić", "zoe@example.com", "Hogwarts", "hogwarts - 9",
    ]

    private func migration() throws -> Workplace {
      let place = try Workplace()
      let file = try SessionFile.open(path: place.path(Workplace.session), access: .readWrite)
      let moment = Moment(day: Workplace.startDate, minute: 600)
      let setup = Setup(
        organisation: "Hogwarts <b> & co", team: "hogwarts - 9", startDate: Workplace.startDate)
      _ = try file.apply(.setUp(setup), at: moment)
      let details = UserDetails(
        firstName: "Zoë", lastName: "O'Brien-Ćosić", address: "zoe@example.com", group: "<script>")
      _ = try file.apply(.createUsers(.addUser(details, .typed)), at: moment)
      _ = try file.apply(
        .closeStep(.informUsers, reason: "Told by Zoë", on: Workplace.startDate), at: moment)
      let server = ServerDetails(hosts: ["lic-zoë.example.com"])
      _ = try file.apply(.retireServers(.addServer(server)), at: moment)
      return place
    }

    @Test("as a page in which nothing is wrong, in both languages", arguments: ["nl", "en"])
    func page(_ language: String) async throws {
      let place = try migration()
      let made = try await place.overstap(
        "report", "--lang", language, "--html", "r.html", "--md", "r.md", Workplace.session)
      #expect(made.status == 0)
      #expect(made.error == [])
      let page = try String(decoding: place.read("r.html"), as: UTF8.self)
      #expect(page.contains("<html lang=\"\(language)\">"))
      #expect(page.contains(language == "nl" ? "Wat nog open staat" : "What is open"))
      #expect(page.contains("O&#39;Brien-Ćosić"))
      #expect(page.contains("Told by Zoë"), "why a step is closed stands in the report")
      #expect(page.contains("&lt;script&gt;") && !page.contains("<script>"))
      #expect(!page.contains("«"))
      #expect(
        try String(decoding: place.read("r.md"), as: UTF8.self).contains(
          "| Zoë | O'Brien-Ćosić | zoe@example.com |"))
      let tidy = try await place.run("tidy", ["-q", "-e", place.path("r.html")])
      #expect(tidy.status == 0, "\(tidy)")
    }

    @Test("with no name in it where names are hidden")
    func masked() async throws {
      let place = try migration()
      let made = try await place.overstap(
        "report", "--masked", "--html", "r.html", "--md", "r.md", Workplace.session)
      #expect(made.status == 0)
      for file in ["r.html", "r.md"] {
        let text = try String(decoding: place.read(file), as: UTF8.self)
        for name in Self.names { #expect(!text.contains(name), "\(name) in \(file)") }
      }
    }

    @Test("and says what it cannot do")
    func failures() async throws {
      let place = try migration()
      #expect(try await place.overstap("report", "nowhere.overstap").status == 66)
      let nowhere = try await place.overstap(
        "report", "--html", "no/such/r.html", Workplace.session)
      #expect(nowhere.status == 73)
      #expect(try await place.overstap("report", "--lang", "xx", Workplace.session).status == 64)
    }
  }
}
