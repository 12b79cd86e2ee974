import Foundation
import Seeds
import Testing

extension EndToEnd {
  @Suite("Computers that are switched, in a terminal")
  struct SwitchedTests {
    private static let results = "out"

    /// A helper's list as the computer of that name gives it.
    private func list(of computer: String, in place: Workplace) throws -> StandInHelper {
      let helper = try StandInHelper(
        in: place.path(computer),
        products: "ACD|001P1|2024.0.0.F|001P1|2024.0.0.F|1|1|2080@lic01.example.com|1,2,4\n")
      try place.write(try helper.list(), to: "\(computer).json")
      return helper
    }

    private func result(_ computer: String) -> String {
      """
      {"overstap": 1, "action": "switch", "order": 1, "host": "\(computer)", "user": "root",
       "day": "\(Self.today)", "time": "00:00:00", "helper": "/opt/helper",
       "products": [{"key": "001P1", "version": "2024.0.0.F", "outcome": "switched", "reason": "",
         "before": {"method": 1}, "after": {"method": 4}, "calls": []}], "calls": []}
      """
    }

    private static var today: String {
      let formatter = DateFormatter()
      formatter.dateFormat = "yyyy-MM-dd"
      formatter.timeZone = TimeZone(identifier: "UTC")
      formatter.locale = Locale(identifier: "en_US_POSIX")
      return formatter.string(from: Date())
    }

    private func proven(_ place: Workplace) async throws -> JSONValue? {
      let status = try await place.overstap("status", "--json", Workplace.session)
      return try status.records().first?["steps"][2]["proven"]
    }

    @Test("are handed over, switched by their script, and read back while the page is open")
    func story() async throws {
      let place = try Workplace()
      try place.makeMigration()
      let helpers = try ["PC1", "PC2"].map { ($0, try list(of: $0, in: place)) }
      let added = try await place.overstap("add", Workplace.session, "PC1.json", "PC2.json")
      #expect(added.status == 0, "\(added.problem)")
      try FileManager.default.createDirectory(
        atPath: place.path(Self.results), withIntermediateDirectories: true)

      let admin = try await TmuxDriver.openMigration(in: place)
      try await admin.go(to: "3.6")
      try await admin.see("2 computers where somebody has no seat")
      try await admin.press(.right, .tab, .tab)
      try await admin.type(place.path(Self.results))
      try await admin.press(.function(10))
      try await admin.see("Hand-over no. 1", "2 products")
      let script = place.path("overstap-hand-over-1/switch.sh")
      #expect(place.has("overstap-hand-over-1/ansible/inventory.yml"))

      try await admin.go(to: "3.8")
      try await admin.see(Self.results)
      try await admin.press(.function(10))
      try await admin.see("Watched: 0 files read")
      for (count, (computer, helper)) in helpers.enumerated() {
        let outcome = try await place.run(
          "sh",
          [
            script, "--host", computer, "--root", helper.folder, "--helper", helper.path,
            "--results", place.path(Self.results),
          ])
        #expect(outcome.status == 0, "\(outcome.text) \(outcome.problem)")
        // Nobody touches a key.
        try await admin.see("\(count + 1) proven")
      }

      for number in 1...200 {
        try place.write(result("WS-\(number)"), to: "\(Self.results)/overstap-1-WS-\(number).json")
      }
      try await admin.see("Watched: 202 files read")
      try await admin.see("202 proven")
      #expect(try await admin.leave().ended == 0)
      #expect(try await proven(place) == 202)
    }

    @Test(
      "are not half read by a wizard that is killed in the middle of their results",
      .enabled(if: Machine.canTrace, Comment(rawValue: Machine.needsTrace)))
    func killed() async throws {
      let place = try Workplace()
      try place.makeMigration()
      try FileManager.default.createDirectory(
        atPath: place.path(Self.results), withIntermediateDirectories: true)
      for number in 1...600 {
        try place.write(result("WS-\(number)"), to: "\(Self.results)/overstap-1-WS-\(number).json")
      }
      let killed = try await TmuxDriver.start(
        [
          "-f", "-qq", "-o", "trace", "-e", "trace=pwrite64", "-e",
          "inject=pwrite64:signal=KILL:when=120", Workplace.program(), Workplace.session,
        ], program: "/usr/bin/strace", in: place)
      try await killed.go(to: "3.8")
      try await killed.see("Folder with the results")
      try await killed.type(place.path(Self.results))
      try await killed.press(.enter)
      try await killed.seeEnd()
      #expect(try await proven(place) == 0, "all of them, or none")

      let again = try await TmuxDriver.openMigration(in: place)
      try await again.go(to: "3.8")
      try await again.see(Self.results)
      try await again.press(.function(10))
      try await again.see("600 proven")
      #expect(try await again.leave().ended == 0)
    }
  }
}
