import Testing

extension EndToEnd {
  @Suite("overstap inspect tells what is in a list of people")
  struct InspectTests {
    /// A list with an accent in it, by which encodings can be told apart.
    private static func list(_ delimiter: Character = ";", header: Bool = true) -> String {
      let rows = [
        "First name;Last name;Email address", "Ann;Vriës;ann@example.com",
        "Zoë;Oud;zoe@example.com",
      ]
      return rows.dropFirst(header ? 0 : 1)
        .map { $0.replacing(";", with: String(delimiter)) + "\r\n" }.joined()
    }

    private static func figures(
      rows: Int, valid: Int, refused: Int = 0, duplicates: Int = 0, encoding: String = "utf-8",
      delimiter: String = ",", header: Bool = true
    ) -> JSONValue {
      [
        "rows": .number(rows), "valid": .number(valid), "refused": .number(refused),
        "duplicates": .number(duplicates), "encoding": .text(encoding),
        "delimiter": .text(delimiter), "header": .truth(header),
      ]
    }

    @Test(
      "with its encoding",
      arguments: [
        ("utf-8", []), ("utf-8-bom", [0xEF, 0xBB, 0xBF]), ("utf-16le", [0xFF, 0xFE]),
        ("utf-16be", [0xFE, 0xFF]), ("windows-1252", []),
      ] as [(String, [UInt8])])
    func encoding(name: String, mark: [UInt8]) async throws {
      let place = try Workplace()
      let text = Self.list()
      let bytes: [UInt8] =
        switch name {
        case "utf-16le": text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case "utf-16be": text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case "windows-1252": text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        default: Array(text.utf8)
        }
      try place.write(mark + bytes, to: "people.csv")
      let outcome = try await place.overstap("inspect", "--json", "people.csv")
      #expect(outcome.status == 0)
      #expect(
        try outcome.records() == [
          [
            "file": "people.csv", "kind": "invite-csv",
            "figures": Self.figures(rows: 2, valid: 2, encoding: name, delimiter: ";"),
          ]
        ])
      // Whatever the file's encoding is, the same people come out of it.
      #expect(try await place.overstap("add", "a.overstap", "people.csv").status == 0)
      #expect(try await place.overstap("export", "a.overstap", "out").status == 0)
      let exported = String(decoding: try place.read("out/01-invite-1.csv"), as: UTF8.self)
      #expect(exported.contains("Ann,Vriës,ann@example.com\r\n"))
      #expect(exported.contains("Zoë,Oud,zoe@example.com\r\n"))
    }

    @Test("with its delimiter", arguments: [",", ";", "\t"] as [Character])
    func delimiter(_ delimiter: Character) async throws {
      let place = try Workplace()
      try place.write(Self.list(delimiter), to: "people.txt")
      let outcome = try await place.overstap("inspect", "--json", "people.txt")
      #expect(outcome.status == 0)
      #expect(
        try outcome.records().first?["figures"]
          == Self.figures(rows: 2, valid: 2, delimiter: String(delimiter)))
    }

    @Test("with or without a header")
    func header() async throws {
      let place = try Workplace()
      try place.write(Self.list(","), to: "with.csv")
      try place.write(Self.list(",", header: false), to: "without.csv")
      let outcome = try await place.overstap("inspect", "--json", "with.csv", "without.csv")
      #expect(outcome.status == 0)
      #expect(
        try outcome.records().map { $0["figures"] } == [
          Self.figures(rows: 2, valid: 2), Self.figures(rows: 2, valid: 2, header: false),
        ])
    }

    @Test("row by row: blank, ragged, doubled whatever the case, quoted, and like a formula")
    func rows() async throws {
      let place = try Workplace()
      try place.write(
        [
          People.header, "", "Ann,Vries,ann@example.com", "Ann,Again,ANN@Example.COM",
          "Too,few", "Too,many,too@example.com,x", "\"Bas \"\"B\"\"\",\"Oud, van\",bas@example.com",
          "=SUM(A1),Oud,one@example.com", "+31,Oud,two@example.com", "-1,Oud,three@example.com",
          "@here,Oud,four@example.com", "\tTab,Oud,five@example.com", ",Oud,six@example.com",
          "Kees,Koper,kees.example.com", "   ", "",
        ].joined(separator: "\r\n"), to: "people.csv")
      let outcome = try await place.overstap("inspect", "--json", "people.csv")
      #expect(outcome.status == 1, "refused rows are findings")
      let figures = try #require(try outcome.records().first)["figures"]
      #expect(figures == Self.figures(rows: 12, valid: 2, refused: 9, duplicates: 1))
    }

    @Test("for people: a line a figure")
    func words() async throws {
      let place = try Workplace()
      try place.write(Self.list(), to: "people.csv")
      let outcome = try await place.overstap("inspect", "people.csv")
      #expect(outcome.status == 0)
      #expect(
        outcome.lines == [
          "people.csv: invite-csv", "  rows: 2", "  valid: 2", "  refused: 0", "  duplicates: 0",
          "  encoding: \"utf-8\"", "  delimiter: \";\"", "  header: true",
        ])
    }

    @Test("and of each file in turn, and ends with the gravest")
    func several() async throws {
      let place = try Workplace()
      try place.write(Self.list(), to: "people.csv")
      try place.write("Dear all, the server goes off on Friday.\n", to: "note.txt")
      let outcome = try await place.overstap(
        "inspect", "--json", "people.csv", "missing.csv", "note.txt", "people.csv")
      #expect(outcome.status == 66)
      #expect(
        try outcome.records().map { $0["kind"] } == ["invite-csv", nil, "unknown", "invite-csv"])
      #expect(
        try outcome.records().map { $0["error"] } == [nil, "file-missing", "file-unknown", nil])
      #expect(outcome.problem.contains("missing.csv"))
    }

    @Test("or that it is nothing that is known")
    func unknown() async throws {
      let place = try Workplace()
      try place.write([0x00, 0xFF, 0x1B, 0x5B, 0x33], to: "noise.bin")
      let outcome = try await place.overstap("inspect", "--json", "noise.bin")
      #expect(outcome.status == 1)
      let record = try #require(try outcome.records().first)
      #expect(record["kind"] == "unknown")
      #expect(record["figures"] == [:])
      #expect(record["error"] == "file-unknown")
      #expect(outcome.isOneSentence)
    }

    @Test("or that it is damaged")
    func damaged() async throws {
      let place = try Workplace()
      // The beginning of a workbook that was cut off while it was copied.
      try place.write(
        Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 200), to: "cut.xlsx")
      let outcome = try await place.overstap("inspect", "--json", "cut.xlsx")
      #expect(outcome.status == 65)
      #expect(try outcome.records().first?["figures"] == [:])
      #expect(outcome.isOneSentence)
    }

    @Test(
      "or that it is no file at all, without waiting for somebody to write into it",
      arguments: [["inspect", "pipe"], ["add", "a.overstap", "pipe"], ["inspect", "/dev/tty"]])
    func noFile(_ call: [String]) async throws {
      let place = try Workplace()
      // A link leads to it as well as its own name.
      _ = try await place.run("mkfifo", ["real"])
      _ = try await place.run("ln", ["-s", "real", "pipe"])
      let outcome = try await place.run(Workplace.program(), call)
      #expect(outcome.status == 65)
      #expect(outcome.isOneSentence)
      #expect(!place.has("a.overstap"))
    }
  }
}
