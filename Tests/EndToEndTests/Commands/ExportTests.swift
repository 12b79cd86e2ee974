import Migration
import SessionFile
import Testing

extension EndToEnd {
  @Suite("overstap export writes the portal's files")
  struct ExportTests {
    @Test("byte for byte: header, commas, quotes, CRLF, UTF-8 without a mark")
    func bytes() async throws {
      let place = try Workplace()
      try place.write(
        "E-mail;Achternaam;Voornaam;Tussenvoegsel\n"
          + "w.vandermeer@example.com;Meer;Willem;van der\n"
          + "zoe@example.com;\"Ćosić, \"\"C\"\"\";Zoë;\n", to: "list.csv")
      // A comma in a last name is told as doubtful, and the row is added all the same.
      #expect(try await place.overstap("add", "a.overstap", "list.csv").status == 1)
      let outcome = try await place.overstap("export", "a.overstap", "deep/out")
      #expect(outcome.status == 0)
      #expect(outcome.lines == ["deep/out/01-invite-1.csv"])
      #expect(try place.names(in: "deep/out") == ["01-invite-1.csv"])
      let file = String(decoding: try place.read("deep/out/01-invite-1.csv"), as: UTF8.self)
      let rows = file.components("\r\n")
      #expect(rows.first == "First name,Last name,Email address")
      #expect(
        rows.dropFirst().sorted() == [
          "", "Willem,van der Meer,w.vandermeer@example.com",
          "Zoë,\"Ćosić, \"\"C\"\"\",zoe@example.com",
        ])
      #expect(rows.last == "", "the last row ends with CRLF too")
      #expect(try place.mode(of: "deep/out/01-invite-1.csv") == 0o600)
    }

    @Test("of at most 5,000 people each, everyone in exactly one")
    func split() async throws {
      let place = try Workplace()
      let count = 10_001
      try place.write(People.list(count), to: "people.csv")
      #expect(try await place.overstap("add", "a.overstap", "people.csv").status == 0)
      let outcome = try await place.overstap("export", "a.overstap", "out")
      #expect(outcome.status == 0)
      let names = ["01-invite-1.csv", "01-invite-2.csv", "01-invite-3.csv"]
      #expect(outcome.lines == names.map { "out/\($0)" })
      #expect(try place.names(in: "out") == names)
      var rows: [String] = []
      for (name, people) in zip(names, [5_000, 5_000, 1]) {
        let file = String(decoding: try place.read("out/\(name)"), as: UTF8.self)
        let found = file.split(separator: "\r\n").map(String.init)
        #expect(found.first == People.header)
        #expect(found.count == people + 1)
        rows += found.dropFirst()
      }
      #expect(Set(rows) == Set((0..<count).map(People.row)))
    }

    @Test("and no file of a longer list stays beside those of a shorter one")
    func shorter() async throws {
      let place = try Workplace()
      try place.write(People.list(5_001), to: "long.csv")
      try place.write(People.list(2), to: "short.csv")
      #expect(try await place.overstap("add", "long.overstap", "long.csv").status == 0)
      #expect(try await place.overstap("add", "short.overstap", "short.csv").status == 0)
      #expect(try await place.overstap("export", "long.overstap", "out").lines.count == 2)
      try place.write("mine", to: "out/01-invite-notes.csv")
      let outcome = try await place.overstap("export", "short.overstap", "out")
      #expect(outcome.lines == ["out/01-invite-1.csv"])
      #expect(try place.names(in: "out") == ["01-invite-1.csv", "01-invite-notes.csv"])
    }

    @Test("and never through what a stopped run left under a name of its own")
    func leftover() async throws {
      let place = try Workplace()
      try place.write(People.list(1), to: "people.csv")
      #expect(try await place.overstap("add", "a.overstap", "people.csv").status == 0)
      #expect(try await place.overstap("export", "a.overstap", "out").status == 0)
      let file = try place.read("out/01-invite-1.csv")
      try place.write("open to all", to: "out/01-invite-1.csv.part")
      #expect(try place.mode(of: "out/01-invite-1.csv.part") != 0o600)
      #expect(try await place.overstap("export", "a.overstap", "out").status == 0)
      #expect(try place.mode(of: "out/01-invite-1.csv") == 0o600)
      #expect(try place.read("out/01-invite-1.csv") == file)
    }

    @Test("and nothing when there is nobody to hand over")
    func nobody() async throws {
      let place = try Workplace()
      try place.write(People.header + "\n=x,y,z@example.com\n", to: "people.csv")
      #expect(try await place.overstap("add", "a.overstap", "people.csv").status == 1)
      let outcome = try await place.overstap("export", "a.overstap", "out")
      #expect(outcome.output == [])
      #expect(try !place.has("out") || place.names(in: "out") == [])
    }

    @Test("and leaves no half of one where it cannot write")
    func cannotWrite() async throws {
      let place = try Workplace()
      try place.write(People.list(3), to: "people.csv")
      #expect(try await place.overstap("add", "a.overstap", "people.csv").status == 0)
      // A file stands where the folder should be: that stops root too.
      let outcome = try await place.overstap("export", "a.overstap", "people.csv/out")
      #expect(outcome.status == 73)
      #expect(outcome.output == [])
      #expect(outcome.isOneSentence)
      #expect(try await place.overstap("export", "missing.overstap", "out").status == 66)
      #expect(!place.has("out"))
      #expect(!place.has("missing.overstap"))
    }

    @Test(
      "whole or not at all: a kill at any time leaves whole files only",
      .enabled(if: Machine.canTrace, Comment(rawValue: Machine.needsTrace)),
      arguments: ["fsync", "rename"], [1, 2])
    func killed(call: String, when: Int) async throws {
      let place = try Workplace()
      try place.write(People.list(5_001), to: "people.csv")
      #expect(try await place.overstap("add", "a.overstap", "people.csv").status == 0)
      let outcome = try await place.run(
        "strace",
        [
          "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
          "inject=\(call):signal=KILL:when=\(when)", try Workplace.program(), "export",
          "a.overstap", "out",
        ])
      #expect(outcome.isKilled)
      for file in try place.names(in: "out") where !file.hasSuffix(".part") {
        let rows = String(decoding: try place.read("out/\(file)"), as: UTF8.self)
          .split(separator: "\r\n").count
        #expect(rows == (file == "01-invite-1.csv" ? 5_001 : 2))
      }
      let whole = try await place.overstap("export", "a.overstap", "out")
      #expect(whole.status == 0)
      #expect(try place.names(in: "out") == ["01-invite-1.csv", "01-invite-2.csv"])
    }

    @Test("and with --step the scripts of one step, which run as they are")
    func step() async throws {
      let place = try Workplace()
      try place.makeMigration(people: 1)
      let file = try SessionFile.open(path: place.path(Workplace.session), access: .readWrite)
      let computers = ["PC-01", "pc'; reboot", "PC-02"].map {
        InstallationDetails(computer: $0, product: "AutoCAD 2022", offering: "AutoCAD")
      }
      let unknown = InstallationDetails(
        computer: "PC-02", product: "Wonder 2022", offering: "Wonder")
      _ = try file.apply(
        .switchDevices(.add(computers + [unknown])), at: Moment(day: Workplace.startDate, minute: 1)
      )
      let closed = try await place.overstap(
        "export", "--step", "switch-devices", Workplace.session, "closed")
      #expect(closed.lines == [], "who works there is not known, and could be locked out")
      #expect(closed.problem.contains("3 left out"))
      let outcome = try await place.overstap(
        "export", "--step", "switch-devices", "--locked-out", Workplace.session, "out")
      #expect(outcome.status == 0, "\(outcome.problem)")
      #expect(outcome.problem.contains("Wonder 2022"))
      #expect(outcome.problem.contains("pc'; reboot"))
      #expect(
        Set(outcome.lines)
          == Set(
            [
              "switch.sh", "switch.ps1", "switch.cmd", "undo.sh", "undo.ps1", "undo.cmd",
              "detect.ps1",
              "README.nl.txt", "README.en.txt", "leaflet.nl.txt", "leaflet.en.txt",
              "leaflet.nl.html",
              "leaflet.en.html", "ansible/ansible.cfg", "ansible/inventory.yml",
              "ansible/playbook.yml", "ansible/settings.yml", "ansible/group_vars/linux.yml",
              "ansible/group_vars/macos.yml", "ansible/group_vars/windows.yml",
            ].map { "out/\($0)" }))
      let script = String(decoding: try place.read("out/switch.sh"), as: UTF8.self)
      #expect(script.contains("\nproducts='001N1: 777N1:'\nhosts='pc-01 pc-02'\n"))
      let run = try await place.run("sh", ["out/switch.sh", "--host", "elsewhere"])
      #expect(run.status == 3)
      #expect(
        run.text == "OVERSTAP v1 host=elsewhere products=0 switched=0 already=0 failed=0 "
          + "note=not-in-order\n")
      let leaflet = String(decoding: try place.read("out/leaflet.nl.html"), as: UTF8.self)
      #expect(leaflet.contains("Brugman Ingenieurs") && leaflet.contains("AutoCAD 2022"))
      #expect(!leaflet.contains("http"), "it needs no network")

      let people = try await place.overstap(
        "export", "--step", "create-users", Workplace.session, "people")
      #expect(people.lines == ["people/01-invite-1.csv"])
      for arguments in [
        ["--step", "inform-users"], ["--step", "no-such-step"],
        ["--step", "retire-servers", "--group", "pilot"],
      ] {
        let refused = try await place.run(
          Workplace.program(), ["export"] + arguments + [Workplace.session, "none"])
        #expect(refused.status == 64, "\(arguments)")
      }
      let none = try await place.overstap(
        "export", "--step", "retire-servers", Workplace.session, "none")
      #expect(none.status == 0)
      #expect(none.lines == [] && none.isOneSentence)
    }
  }
}

extension String {
  /// The parts between a separator, empty ones too.
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
