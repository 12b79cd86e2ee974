import Foundation
import Testing

extension EndToEnd {
  @Suite(
    "A hand-over that is killed between two of its files",
    .enabled(if: Machine.canTrace, Comment(rawValue: Machine.needsTrace)))
  struct InterruptedHandOverTests {
    private static let folder = "overstap-hand-over-1"
    private static let files = [
      "01-invite-1.csv", "01-invite-multiple-2018.txt", "01-invite-multiple.txt",
    ]

    @Test(
      "is taken away by the next start, which says so, and can be written again", arguments: 1...3)
    func killed(at rename: Int) async throws {
      let place = try Workplace()
      try place.makeMigration(people: 2)
      let killed = try await TmuxDriver.start(
        [
          "-f", "-qq", "-o", "trace", "-e", "trace=rename", "-e",
          "inject=rename:signal=KILL:when=\(rename)", Workplace.program(), Workplace.session,
        ], program: "/usr/bin/strace", in: place)
      try await killed.go(to: "1.8")
      try await killed.see("Write the files for 2 users")
      try await killed.press(.enter)
      try await killed.seeEnd()
      // It was killed in the middle: the last file is not under its name.
      let left = try place.names(in: Self.folder)
      #expect(left.contains { $0.hasSuffix(".part") })
      #expect(left.count == rename)

      let again = try await TmuxDriver.openMigration(in: place)
      try await again.see("The writing to")
      #expect(!place.has(Self.folder))
      try await again.go(to: "1.8")
      try await again.see("Write the files for 2 users")
      try await again.press(.enter)
      try await again.see("Hand-over no. 1")
      #expect(try place.names(in: Self.folder) == Self.files)
      #expect(try await again.leave().ended == 0)
    }

    @Test("or by the next add, with a sentence")
    func added() async throws {
      let place = try Workplace()
      try place.makeMigration(people: 2)
      let killed = try await TmuxDriver.start(
        [
          "-f", "-qq", "-o", "trace", "-e", "trace=rename", "-e",
          "inject=rename:signal=KILL:when=2", Workplace.program(), Workplace.session,
        ], program: "/usr/bin/strace", in: place)
      try await killed.go(to: "1.8")
      try await killed.see("Write the files for 2 users")
      try await killed.press(.enter)
      try await killed.seeEnd()
      try place.write(People.list(1, from: 5), to: "people.csv")
      let added = try await place.overstap("add", Workplace.session, "people.csv")
      #expect(added.status == 0)
      #expect(added.problem.contains("overstap-hand-over-1"))
      #expect(!place.has(Self.folder))
    }
  }

  /// A journal of a killed write beside a session that it is not of.
  @Suite(
    "An older copy that is put back beside the journal of a killed add",
    .enabled(if: Machine.canTrace, Comment(rawValue: Machine.needsTrace)))
  struct PutBackTests {
    /// An `add` that is killed when its pages are in the file, and the copy of before in its place.
    private func place() async throws -> Workplace {
      let place = try Workplace()
      try place.makeMigration(people: 3)
      try place.write(place.read(Workplace.session), to: "copy")
      try place.write(People.list(5, from: 3), to: "more.csv")
      #expect(try await place.overstap("add", Workplace.session, "more.csv").status == 0)
      try place.write(People.list(400, from: 10), to: "people.csv")
      let killed = try await place.run(
        "strace",
        [
          "-f", "-qq", "-o", "trace", "-e", "trace=unlink", "-e",
          "inject=unlink:signal=KILL:when=1", Workplace.program(), "add", Workplace.session,
          "people.csv",
        ])
      #expect(killed.isKilled)
      try place.write(place.read("copy"), to: Workplace.session)
      return place
    }

    @Test("is not touched by status and export, which say what lies there and what can be done")
    func commands() async throws {
      let place = try await place()
      let journal = Workplace.session + "-journal"
      let before = try [place.read(Workplace.session), place.read(journal)]
      for arguments in [
        ["status", Workplace.session], ["status", "--json", Workplace.session],
        ["export", Workplace.session, "out"], ["add", Workplace.session, "people.csv"],
        ["inspect", Workplace.session], ["recover", Workplace.session],
      ] {
        let outcome = try await place.run(Workplace.program(), arguments)
        #expect(try [place.read(Workplace.session), place.read(journal)] == before, "\(arguments)")
        guard arguments[0] != "inspect" else { continue }
        #expect(outcome.status == (arguments[0] == "recover" ? 1 : 65), "\(arguments)")
        let told = String(decoding: outcome.output, as: UTF8.self)
        let isTold = told.contains("\"error\":\"journal-other-state\"")
        #expect(arguments.contains("--json") ? isTold : told.isEmpty, "\(arguments)")
        #expect(outcome.problem.contains("recover --without-journal"), "\(outcome.problem)")
      }
      let recovered = try await place.overstap("recover", "--without-journal", Workplace.session)
      #expect(recovered.status == 0)
      #expect(try place.read(Workplace.session + ".journal-aside") == before[1])
      let status = try await place.overstap("status", "--json", Workplace.session)
      #expect(try status.records().first?["steps"][0]["total"] == 3)
    }

    @Test("is asked about by the wizard, which opens it without the journal")
    func wizard() async throws {
      let place = try await place()
      let journal = try place.read(Workplace.session + "-journal")
      let admin = try await TmuxDriver.start([Workplace.session], in: place)
      try await admin.seeScreen("0.1")
      try await admin.see("Open without the journal", "3 people in the list")
      try await admin.press(.enter)
      try await admin.seeScreen("0")
      try await admin.see("What was there is kept")
      #expect(try place.read(Workplace.session + ".journal-aside") == journal)
      #expect(try await admin.leave().ended == 0)
    }
  }
}
