import Testing

extension EndToEnd {
  @Suite("Files as they come in the field")
  struct FieldFileTests {
    private static let answer = """
      Flexible License Manager status on Fri 1/8/2027 10:00

      License server status: 27000@lic01

      lic01: license server UP (MASTER) v11.19.4

      Vendor daemon status (on lic01):

        adskflex: UP v11.19.4
      Feature usage info:

      Users of 87878ACD_2024_0F:  (Total of 10 licenses issued;  Total of 1 license in use)

          ann PC1 PC1 (v1.000) (lic01/2080 103), start Fri 1/8 8:50

      """
    private static let log = """
      8:41:00 (adskflex) TIMESTAMP 1/8/2027
      8:42:20 (adskflex) OUT: "87878ACD_2024_0F" ann@PC1
      8:43:20 (adskflex) OUT: "87878ACD_2024_0F" bas@PC2
      8:44:20 (adskflex) IN: "87878ACD_2024_0F" bas@PC2

      """

    @Test("are read from standard input too, packed or not, and by add as by inspect")
    func standardInput() async throws {
      let place = try Workplace()
      let seen = try await place.overstap(
        "inspect", "--json", "-", input: Array(Self.answer.utf8))
      #expect(try seen.records().first?["kind"] == "lmstat")
      #expect(try seen.records().first?["file"] == "-")
      let added = try await place.overstap(
        "add", "--json", "a.overstap", "-", input: Array(Self.answer.utf8))
      #expect(added.status == 0)
      let use = try await place.overstap("list", "--json", "a.overstap", "use")
      #expect(try use.records().map { $0["login"] } == ["ann"])
    }

    @Test("hold an answer behind a log too, however far behind its beginning")
    func answerBehindLog() async throws {
      let place = try Workplace()
      let line = "8:45:20 (adskflex) OUT: \"87878ACD_2024_0F\" bas@PC2\n"
      let long = Self.log + String(repeating: line, count: 2_000)
      #expect(long.utf8.count > 70_000)
      try place.write(long + Self.answer, to: "debug.log")
      #expect(try await place.overstap("add", "a.overstap", "debug.log").status == 0)
      let servers = try await place.overstap("list", "--json", "a.overstap", "servers")
      #expect(try servers.records().map { $0["answered"] } == [.truth(true)])
      // The server that answered wrote the log: what is out is what it said last.
      let use = try await place.overstap("list", "--json", "a.overstap", "use")
      #expect(
        try use.records().map { [$0["login"], $0["open"]] } == [
          [.text("ann"), .number(1)], [.text("bas"), .number(0)],
        ])
    }

    @Test("tell addresses of people who came with a login for one: they stay one person")
    func loginsWithAddresses() async throws {
      let place = try Workplace()
      try place.write(
        "GivenName,Surname,UserPrincipalName\nAnn,de Vries,avries@corp.local\n", to: "ad.csv")
      try place.write(
        "SamAccountName,GivenName,Surname,Mail\navries,Ann,de Vries,ann@example.com\n",
        to: "mail.csv")
      #expect(
        try await place.overstap("add", "--doubtful", "add", "a.overstap", "ad.csv").status == 1)
      let added = try await place.overstap(
        "add", "--json", "--existing", "update", "a.overstap", "mail.csv")
      #expect(
        try added.records().map { [$0["added"], $0["updated"]] } == [[.number(0), .number(1)]])
      let users = try await place.overstap("list", "--json", "a.overstap", "users")
      #expect(
        try users.records().map { [$0["address"], $0["login"]] } == [
          [.text("ann@example.com"), .text("avries")]
        ])
    }

    @Test("are asked for in a call that is wrong: that has its line of JSON too")
    func wrongCalls() async throws {
      let place = try Workplace()
      let calls = [
        ["add", "--json", "--day", "x", "a.overstap", "p.csv"], ["list", "--json", "--bad"],
        ["inspect", "--json"],
      ]
      for call in calls {
        let outcome = try await place.run(Workplace.program(), call)
        #expect(outcome.status == 64 && !outcome.error.isEmpty)
        #expect(try outcome.records().map { $0["error"] } == ["wrong-call"])
      }
      let plain = try await place.overstap("list", "--bad")
      #expect(plain.status == 64 && plain.output.isEmpty)
    }

    @Test("that are no list are what they are, however lists are said to be read")
    func readAs() async throws {
      let place = try Workplace()
      try place.write(People.list(2), to: "people.csv")
      try place.write(Self.answer, to: "lmstat.txt")
      let added = try await place.overstap(
        "add", "--json", "--encoding", "utf-8", "a.overstap", "people.csv", "lmstat.txt")
      let kinds = try added.records().map { $0["kind"] }
      #expect(kinds.contains("invite-csv") && kinds.contains("lmstat"))
    }

    @Test("that cannot be used have a sentence, and a line of JSON where that is asked for")
    func errors() async throws {
      let place = try Workplace()
      try place.write("%PDF-1.7\n", to: "list.pdf")
      try place.write("nothing that anybody knows\n", to: "note.txt")
      for (file, error, status) in [
        ("list.pdf", "file-is-pdf", 65), ("note.txt", "file-unknown", 65),
        ("gone.csv", "file-missing", 66),
      ] {
        let added = try await place.overstap("add", "--json", "a.overstap", file)
        #expect(added.status == status, "\(file)")
        #expect(try added.records().map { $0["error"] } == [.text(error)])
        #expect(try added.records().map { $0["file"] } == [.text(file)])
        #expect(added.isOneSentence)
        let seen = try await place.overstap("inspect", "--json", file)
        #expect(seen.status == (status == 66 ? 66 : 1))
        #expect(try seen.records().map { $0["error"] } == [.text(error)])
        #expect(seen.isOneSentence)
      }
      for arguments in [
        ["list", "--json", "no.overstap", "users"], ["status", "--json", "no.overstap"],
      ] {
        let outcome = try await place.run(Workplace.program(), arguments)
        #expect(outcome.status == 66)
        #expect(try outcome.records().map { $0["error"] } == ["session-missing"])
      }
    }

    @Test("may hold two things: a log behind an answer is of the server that answered")
    func two() async throws {
      let place = try Workplace()
      try place.write(Self.answer + Self.log, to: "both.txt")
      let seen = try await place.overstap("inspect", "--json", "both.txt")
      #expect(try seen.records().map { $0["kind"] } == ["lmstat", "debug-log"])
      #expect(try await place.overstap("add", "a.overstap", "both.txt").status == 0)
      let servers = try await place.overstap("list", "--json", "a.overstap", "servers")
      #expect(try servers.records().map { $0["hosts"] } == [["lic01"]])
      let use = try await place.overstap("list", "--json", "a.overstap", "use").records()
      #expect(use.map { $0["login"] } == ["ann", "bas"])
    }

    @Test("that do not say which server they are of are asked about, and placed when told")
    func nameless() async throws {
      let place = try Workplace()
      let silent = """
        Flexible License Manager status on Fri 1/8/2027 10:00
        Error getting status: Cannot connect to license server system. (-15,570:115 "Busy")

        """
      try place.write(silent, to: "silent.txt")
      try place.write(Self.log, to: "debug.log")
      let asked = try await place.overstap("add", "--json", "a.overstap", "silent.txt")
      #expect(asked.status == 1)
      #expect(asked.problem.contains("--server"))
      #expect(!place.has("a.overstap"))
      let told = try await place.overstap(
        "add", "--server", "27000@lic01", "a.overstap", "silent.txt", "debug.log")
      #expect(told.status == 1, "a server that does not answer is a finding")
      let servers = try await place.overstap("list", "--json", "a.overstap", "servers").records()
      #expect(servers.map { $0["hosts"] } == [["lic01"]])
      #expect(servers.map { $0["answered"] } == [false])
      #expect(
        try await place.overstap("add", "--server", "@@", "a.overstap", "debug.log").status == 64)
    }

    @Test("of people are read as add is told, and so is the next one with the same header")
    func columns() async throws {
      let place = try Workplace()
      let header = "Vorname;Nachname;E-Mail;Mannschaft"
      try place.write(header + "\nAnna;Berg;anna@example.com;Nord\n", to: "eins.csv")
      try place.write(header + "\nBert;Tal;bert@example.com;Ost\n", to: "zwei.csv")
      let first = try await place.overstap(
        "add", "--columns", "Mannschaft=group", "a.overstap", "eins.csv")
      #expect(first.status == 0)
      #expect(try await place.overstap("add", "a.overstap", "zwei.csv").status == 0)
      let users = try await place.overstap("list", "--json", "a.overstap", "users")
      #expect(try users.records().map { $0["group"] } == ["Nord", "Ost"])

      try place.write(Array("A|Vorname;B\n".utf8), to: "x.csv")
      #expect(
        try await place.overstap("add", "--columns", "A=nonsense", "a.overstap", "x.csv").status
          == 64)
      let typo = try await place.overstap(
        "add", "--columns", "Manschaft=group", "a.overstap", "zwei.csv")
      #expect(typo.status == 65)
      #expect(typo.problem.contains("Manschaft") && typo.problem.contains("Mannschaft"))
      let bytes = "Voornaam\tAchternaam\tE-mail\nZo\u{EB}\tBos\tzoe@example.com\n".unicodeScalars
        .map { UInt8($0.value) }
      try place.write(bytes, to: "tab.csv")
      #expect(
        try await place.overstap(
          "add", "--encoding", "windows-1252", "--delimiter", "tab", "b.overstap", "tab.csv"
        ).status == 0)
      let read = try await place.overstap("list", "--json", "b.overstap", "users").records()
      #expect(read.map { $0["firstName"] } == ["Zoë"])
    }

    @Test("whose names turn the direction of writing are shown with a mark in its place")
    func direction() async throws {
      let place = try Workplace()
      let name = "a\u{202E}vsc.csv"
      try place.write(People.list(1), to: name)
      let seen = try await place.overstap("inspect", name)
      #expect(seen.text.contains("a\u{FFFD}vsc.csv"))
      #expect(!seen.text.contains("\u{202E}"))
      let json = try await place.overstap("inspect", "--json", name)
      #expect(!json.text.contains("\u{202E}"))
      #expect(try json.records().first?["file"] == .text(name))
    }

    @Test("whose names are no UTF-8 are found by them")
    func rawNames() async throws {
      let place = try Workplace()
      try place.write(People.list(2), to: "list.csv")
      let made = try await place.run(
        "/bin/sh",
        [
          "-c",
          "name=$(printf 'fran\\347ois.csv'); mv list.csv \"$name\"; "
            + "\"$1\" add --json a.overstap \"$name\"", "sh", Workplace.program(),
        ])
      #expect(made.status == 0)
      #expect(try made.records().first?["added"] == 2)
    }
  }
}
