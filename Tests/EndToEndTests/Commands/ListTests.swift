import Foundation
import Migration
import SessionFile
import Testing

extension EndToEnd {
  @Suite("overstap list gives what the tables show")
  struct ListTests {
    private static let parts = [
      "users", "products", "assignments", "installations", "messages", "use", "servers",
      "hand-overs", "journal",
    ]

    /// A debug log of one server: Ann has a licence out, Bas gave his back.
    private static let log = """
      8:00:01 (lmgrd) FlexNet Licensing (v11.19.4.0 build 292683 x64_lsb) started on lic01.example.com (linux) (1/11/2027)
      8:00:02 (adskflex) Server started on lic01.example.com for: 87545ACD_2022_0F
      8:00:03 (lmgrd) TIMESTAMP 1/11/2027
      8:41:00 (adskflex) OUT: "87545ACD_2022_0F" ann@PC-01
      9:02:00 (adskflex) OUT: "87545ACD_2022_0F" bas@PC-02
      9:30:00 (adskflex) IN: "87545ACD_2022_0F" bas@PC-02

      """

    /// A migration with two people, one in a written file, and what a log shows.
    private func migration() async throws -> Workplace {
      let place = try Workplace()
      try place.makeMigration()
      let file = try SessionFile.open(path: place.path(Workplace.session), access: .readWrite)
      let moment = Moment(day: Workplace.startDate, minute: 600)
      let ann = UserDetails(
        firstName: "Ánn", lastName: "de Vries", address: "ann@example.com", login: "=ann",
        group: "pilot")
      let bas = UserDetails(firstName: "Bas", lastName: "Oud", address: "bas@example.com")
      for details in [ann, bas] {
        _ = try file.apply(.createUsers(.addUser(details, .typed)), at: moment)
      }
      try place.write(Self.log, to: "debug.log")
      let added = try await place.overstap("add", Workplace.session, "debug.log")
      #expect(added.status == 0)
      return place
    }

    @Test("as an object a line, under names that scripts may hold on to")
    func json() async throws {
      let place = try await migration()
      let users = try await place.overstap("list", "--json", Workplace.session, "users")
      #expect(users.status == 0)
      #expect(users.error == [])
      #expect(try users.records().map { $0["lastName"] } == ["de Vries", "Oud"])
      let ann = try #require(try users.records().first { $0["address"] == "ann@example.com" })
      #expect(ann["firstName"] == "Ánn")
      #expect(ann["lastName"] == "de Vries")
      #expect(ann["group"] == "pilot")
      #expect(ann["standing"] == "planned")
      #expect(ann["invitation"] == nil)

      let use = try await place.overstap("list", "--json", Workplace.session, "use").records()
      #expect(use.map { $0["login"] } == ["ann", "bas"])
      #expect(use.map { $0["open"] } == [1, 0])
      #expect(use.map { $0["lastUsed"] } == ["2027-01-11T08:41", "2027-01-11T09:02"])
      #expect(use.map { $0["product"] } == ["AutoCAD 2022", "AutoCAD 2022"])
      #expect(use.map { $0["server"] } == ["lic01.example.com", "lic01.example.com"])

      let servers = try await place.overstap("list", "--json", Workplace.session, "servers")
      #expect(try servers.records().map { $0["hosts"] } == [["lic01.example.com"]])
      #expect(try servers.records().map { $0["daemons"] } == [["adskflex"]])
      #expect(try servers.records().map { $0["answered"] } == [nil])

      let journal = try await place.overstap("list", "--json", Workplace.session, "journal")
      #expect(try journal.records().first?["name"] == "take-log")
    }

    @Test("with the same columns in every form, all of them told by the help", arguments: parts)
    func columns(_ part: String) async throws {
      let place = try await migration()
      let sheet = try await place.overstap("list", "--csv", Workplace.session, part)
      #expect(sheet.output.starts(with: [0xEF, 0xBB, 0xBF]), "a spreadsheet takes it for UTF-8")
      let header = sheet.text.dropFirst().prefix { !$0.isNewline }
      let names = header.split(separator: ",").map(String.init)
      #expect(names.count > 5)
      let help = try await place.overstap("list", "--help").text
      let told = try #require(help.range(of: "Columns of \(part):"))
      for name in names { #expect(help[told.upperBound...].contains("  \(name): "), "\(name)") }
      for record in try await place.overstap("list", "--json", Workplace.session, part).records() {
        guard case .record(let fields) = record else { continue }
        #expect(Set(fields.keys) == Set(names))
      }
    }

    @Test("so that a spreadsheet runs nothing of it")
    func formulas() async throws {
      let place = try await migration()
      let sheet = try await place.overstap("list", "--csv", Workplace.session, "users")
      #expect(sheet.text.contains(",'=ann,"))
      #expect(!sheet.text.contains(",=ann"))
    }

    @Test("of which --where leaves the rows that have all words somewhere")
    func filter() async throws {
      let place = try await migration()
      let found = try await place.overstap(
        "list", "--json", "--where", "VRIES ann", Workplace.session, "users")
      #expect(try found.records().map { $0["address"] } == ["ann@example.com"])
      let none = try await place.overstap(
        "list", "--json", "--where", "planned", Workplace.session, "users")
      #expect(none.status == 0)
      #expect(none.output == [])
    }

    @Test("in which --masked hides who it is, in every form", arguments: parts)
    func masked(_ part: String) async throws {
      let place = try await migration()
      for form in [["--json"], ["--csv"], []] {
        let outcome = try await place.run(
          Workplace.program(), ["list", "--masked"] + form + [Workplace.session, part])
        #expect(outcome.status == 0)
        for word in ["Ánn", "Vries", "Oud", "ann@", "=ann", "PC-01", "\"bas\""] {
          #expect(!outcome.text.contains(word), "\(part) \(form): \(word)")
        }
      }
    }

    @Test("and says what it cannot list")
    func refusals() async throws {
      let place = try Workplace()
      #expect(try await place.overstap("list", "none.overstap", "users").status == 66)
      #expect(try await place.overstap("list", "none.overstap", "people").status == 64)
      #expect(
        try await place.overstap("list", "--json", "--csv", "none.overstap", "users").status == 64)
      #expect(try place.names() == [], "asking makes no session")
    }
  }
}
