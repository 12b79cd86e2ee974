import Testing

extension EndToEnd {
  @Suite("A call of overstap")
  struct CallTests {
    @Test(
      "that is worded wrongly is told so, and ends with 64",
      arguments: [
        ["--no-such-option"], ["inspect"], ["add"], ["add", "a.overstap"],
        ["export", "a.overstap"],
        ["status"], ["status", "a", "b"], ["a", "b"], ["--lang"], ["--lang", "xx"],
        ["--theme", "pink"], ["--demo", "a.overstap"], ["add", "--existing", "maybe", "a", "b"],
      ])
    func usage(arguments: [String]) async throws {
      let place = try Workplace()
      let outcome = try await place.run(Workplace.program(), arguments)
      #expect(outcome.status == 64)
      #expect(outcome.output == [])
      #expect(outcome.error != [])
      #expect(try place.names() == [])
    }

    @Test("for help or the version ends with 0", arguments: ["--help", "--version"])
    func help(option: String) async throws {
      let outcome = try await Workplace().overstap(option)
      #expect(outcome.status == 0)
      #expect(outcome.error == [])
      #expect(!outcome.lines.isEmpty)
    }

    @Test("for the wizard without a terminal names the ways that need none, and ends with 64")
    func noTerminal() async throws {
      let place = try Workplace(["TERM": "xterm-256color"])
      let outcome = try await place.overstap("a.overstap")
      #expect(outcome.status == 64)
      #expect(outcome.output == [])
      #expect(outcome.isOneSentence || outcome.problem.contains("--plain"))
      #expect(try place.names() == [], "no session is made that nobody could see")
    }

    @Test("never colours or steers where there is no terminal")
    func plainOutput() async throws {
      let place = try Workplace(["TERM": "xterm-256color", "CLICOLOR_FORCE": "1"])
      try place.write(
        People.header + "\n=x,y,z@example.com\nAnn,Vries,ann@example.com\n", to: "p.csv")
      for arguments in [
        ["--help"], ["inspect", "p.csv"], ["inspect", "--json", "p.csv"],
        ["add", "a.overstap", "p.csv"], ["add", "--json", "a.overstap", "p.csv"],
        ["status", "a.overstap"], ["status", "--json", "a.overstap"],
        ["export", "a.overstap", "out"],
        ["inspect", "missing"], ["status", "p.csv"], ["--no-such-option"], ["a.overstap"],
      ] {
        let outcome = try await place.run(Workplace.program(), arguments)
        #expect(outcome.steering == [], "\(arguments)")
        #expect(outcome.output != [] || outcome.error != [], "\(arguments)")
      }
    }

    @Test("never passes on control characters of a name or a file")
    func controlCharacters() async throws {
      let place = try Workplace()
      // A name that would colour a terminal, begin a new line, and set its title in C1.
      let evil = "a\u{1B}[31mb\nc\u{9B}0m\u{7F}"
      try place.write(
        People.header + "\nAnn\u{1B}[2J,Vries,ann@example.com\nBas,Oud,\u{7}bas@example.com\n"
          + "Kees,Koper,kees@example.com\n", to: evil)
      for arguments in [
        ["inspect", evil], ["inspect", "--json", evil], ["add", evil + ".overstap", evil],
        ["add", "--json", evil + ".overstap", evil], ["status", evil + ".overstap"],
        ["status", "--json", evil + ".overstap"], ["export", evil + ".overstap", evil + ".out"],
        ["inspect", "no" + evil], ["add", evil + ".overstap", "no" + evil],
        ["add", evil, evil], ["status", evil], ["export", evil + ".overstap", evil + "/out"],
        ["--screens", evil], ["--lang", evil], ["--theme", evil], ["--" + evil], ["one", evil],
        ["add", "--existing", evil, "a", "b"],
      ] {
        let outcome = try await place.run(Workplace.program(), arguments)
        #expect(outcome.steering == [], "\(arguments): \(outcome.text)\(outcome.problem)")
        #expect(outcome.output != [] || outcome.error != [], "\(arguments)")
      }
      // In JSON the name comes back as it is, escaped.
      let told = try await place.overstap("inspect", "--json", evil)
      #expect(try told.records().first?["file"] == .text(evil))
      // What such a file holds is refused, and the rest taken.
      let added = try await place.overstap("add", "--json", "b.overstap", evil)
      #expect(try added.records().first?["added"] == 1)
      #expect(try added.records().first?["refused"] == 2)
    }

    @Test("whose reader goes away ends quietly")
    func closedPipe() async throws {
      let place = try Workplace()
      try place.write(People.list(1), to: "p.csv")
      let call = Array(repeating: "p.csv", count: 3_000)
      let outcome = try await place.run(
        "/bin/sh",
        [
          "-c", "program=$1; shift; \"$program\" inspect \"$@\" | head -n 1", "sh",
          Workplace.program(),
        ]
          + call)
      #expect(outcome.status == 0)
      #expect(outcome.lines == ["p.csv: invite-csv"])
      #expect(outcome.error == [])
    }
  }
}
