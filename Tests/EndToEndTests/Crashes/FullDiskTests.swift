import Canvas
import Foundation
import Testing

extension EndToEnd {
  @Suite(
    "A disk that is full",
    .enabled(if: Machine.canMount, Comment(rawValue: Machine.needsMount)))
  struct FullDiskTests {
    /// A small disk of its own at `disk`, and a function that keeps what a call of the program said.
    private static let preparing = """
      program=$0
      call() {
        name=$1; shift
        "$program" "$@" > "$name.out" 2> "$name.err"; echo $? > "$name.code"
      }
      fill() { dd if=/dev/zero of=disk/filler bs=1024 2> /dev/null; }
      mkdir disk && mount -t tmpfs -o size=512k tmpfs disk || exit 1

      """

    @Test("makes add say so, and leaves the session as it was; with room again it goes on")
    func add() async throws {
      let place = try Workplace()
      try place.write(People.list(20), to: "few.csv")
      try place.write(People.list(1_000, from: 20), to: "many.csv")
      try await inMounts(
        place,
        """
        call first add --json disk/a.overstap few.csv
        fill
        call full add --json disk/a.overstap many.csv
        call status status --json disk/a.overstap
        call export export disk/a.overstap disk/out
        find disk -name '*.part' -o -size +0 -name '*.csv' > left
        sqlite3 disk/a.overstap 'PRAGMA integrity_check' > integrity
        rm disk/filler
        call again add --json disk/a.overstap many.csv
        """)
      #expect(try code("first", place) == 0)
      #expect(try code("full", place) == 73)
      #expect(try text("full.out", place) == "")
      #expect(try text("full.err", place).hasPrefix("overstap: The disk is full."))
      #expect(try code("status", place) == 1)
      #expect(try text("status.out", place).contains("\"total\":20,"))
      #expect(try text("integrity", place) == "ok\n")
      #expect(try code("export", place) == 73)
      #expect(try text("export.out", place) == "")
      #expect(try text("export.err", place).contains("the disk is full"))
      #expect(try text("left", place) == "", "nothing half-written")
      #expect(try code("again", place) == 0)
      #expect(try text("again.out", place).contains("\"added\":1000,"))
    }

    @Test("makes add refuse to begin a session there, in a sentence")
    func newSession() async throws {
      let place = try Workplace()
      try place.write(People.list(20), to: "few.csv")
      try await inMounts(
        place,
        """
        fill
        call full add --json disk/a.overstap few.csv
        rm disk/filler
        call again add --json disk/a.overstap few.csv
        """)
      #expect(try code("full", place) == 73)
      #expect(
        try text("full.out", place).hasPrefix("{\"session\":\"disk/a.overstap\",\"error\":\""))
      #expect(try text("full.err", place).hasPrefix("overstap: "))
      #expect(try text("full.err", place).split(separator: "\n").count == 1)
      #expect(try code("again", place) == 0)
      #expect(try text("again.out", place).contains("\"added\":20,"))
    }

    @Test("makes the wizard say so and keep what was typed on the screen, until there is room")
    func wizard() async throws {
      let place = try Workplace()
      try place.makeMigration()
      let session = Workplace.session
      let script = Self.preparing + "cp \(session) disk && exec \"$program\" disk/\(session)"
      let admin = try await TmuxDriver.start(
        ["--map-root-user", "--mount", "sh", "-c", script, Workplace.program()],
        program: "/usr/bin/unshare", in: place)
      let process = try await admin.seeScreen("0").process
      let disk = "/proc/\(process)/root\(place.folder)/disk"
      try await admin.go(to: "1.2")
      try await admin.type("Willem")
      try await admin.press(.tab)
      try await admin.type("van der Meer")
      try await admin.press(.tab)
      let filled = try await place.run(
        "dd", ["if=/dev/zero", "of=\(disk)/filler", "bs=1024"])
      #expect(filled.problem.contains("No space left on device"))
      try await admin.type("w.vandermeer@example.com")
      try await admin.press(.function(10))
      try await admin.see(
        "The disk is full.", "[Willem", "[van der Meer", "[w.vandermeer@example.com")

      #expect(try await place.run("rm", ["\(disk)/filler"]).status == 0)
      try await admin.press(.function(10))
      try await admin.see("Added.")
      #expect(try await admin.leave().ended == 0)
    }

    private func inMounts(_ place: Workplace, _ script: String) async throws {
      let outcome = try await place.run(
        "unshare",
        ["--map-root-user", "--mount", "sh", "-c", Self.preparing + script, Workplace.program()])
      try #require(outcome.problem == "")
    }

    private func text(_ name: String, _ place: Workplace) throws -> String {
      String(decoding: try place.read(name), as: UTF8.self)
    }

    private func code(_ name: String, _ place: Workplace) throws -> Int? {
      Int(try text("\(name).code", place).dropLast())
    }
  }

  @Suite(
    "A disk that is for reading only, also for root",
    .enabled(if: Machine.canMount, Comment(rawValue: Machine.needsMount)))
  struct ReadOnlyDiskTests {
    private static let preparing = """
      program=$0
      mount --bind disk disk && mount -o remount,bind,ro disk || exit 1

      """

    private func place() throws -> Workplace {
      let place = try Workplace()
      try FileManager.default.createDirectory(
        atPath: place.path("disk"), withIntermediateDirectories: false)
      try place.makeMigration(people: 3, name: "disk/a.overstap")
      try place.write(People.list(5, from: 3), to: "people.csv")
      return place
    }

    private func call(_ arguments: String..., in place: Workplace) async throws -> Outcome {
      try await place.run(
        "unshare",
        [
          "--map-root-user", "--mount", "sh", "-c", Self.preparing + "exec \"$program\" \"$@\"",
          Workplace.program(),
        ] + arguments)
    }

    @Test("status and export read a session there, add says why it cannot write")
    func commands() async throws {
      let place = try place()
      let status = try await call("status", "--json", "disk/a.overstap", in: place)
      #expect(status.status == 1)
      #expect(try status.records().first?["steps"][0]["total"] == 3)
      #expect(status.error == [])
      let exported = try await call("export", "disk/a.overstap", "out", in: place)
      #expect(exported.status == 0)
      #expect(try place.names(in: "out") == ["01-invite-1.csv"])
      for arguments in [["disk/a.overstap"], ["disk/new.overstap"]] {
        let added = try await call("add", "--json", arguments[0], "people.csv", in: place)
        #expect(added.status == 73)
        #expect(
          String(decoding: added.output, as: UTF8.self)
            == "{\"session\":\"\(arguments[0])\",\"error\":\"not-written\"}\n")
        #expect(added.isOneSentence, "\(added.problem)")
      }
      let into = try await call("export", "disk/a.overstap", "disk/out", in: place)
      #expect(into.status == 73)
      #expect(into.isOneSentence, "\(into.problem)")
    }

    @Test("the wizard opens for reading, says so, and changes nothing")
    func wizard() async throws {
      let place = try place()
      let admin = try await TmuxDriver.start(
        [
          "--map-root-user", "--mount", "sh", "-c",
          Self.preparing + "exec \"$program\" disk/a.overstap", Workplace.program(),
        ], program: "/usr/bin/unshare", in: place)
      try await admin.see("READ ONLY", "cannot be written. It is open for reading only.")
      try await admin.go(to: "1.1")
      try await admin.see("3 users")
      try await admin.press(.character("d"))
      try await admin.see("This migration is open for reading only.", "3 users")
      #expect(try await admin.leave().ended == 0)
    }
  }
}
