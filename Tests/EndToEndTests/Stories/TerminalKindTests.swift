import Canvas
import Testing

extension EndToEnd {
  @Suite("On a terminal")
  struct TerminalKindTests {
    /// A colour in a captured screen: a foreground or background other than the terminal's own.
    private static func hasColour(_ screen: String) -> Bool {
      screen.split(separator: "\u{1B}[").dropFirst().contains { sequence in
        guard let end = sequence.firstIndex(of: "m") else { return false }
        return sequence[..<end].split(separator: ";").contains { part in
          guard let number = Int(part) else { return false }
          return [30...38, 40...48, 90...97, 100...107].contains { $0.contains(number) }
        }
      }
    }

    private func isASCII(_ screen: Screen) -> Bool {
      screen.text.unicodeScalars.allSatisfy(\.isASCII)
    }

    @Test("with colours the wizard has colours, with NO_COLOR it has none, and the same words")
    func colours() async throws {
      var words: [String] = []
      for (variables, isColoured) in [([:], true), (["NO_COLOR": "1"], false)] {
        let place = try Workplace(variables)
        try place.makeMigration(people: 2)
        let admin = try await TmuxDriver.openMigration(in: place)
        try await admin.seeScreen("0")
        try await admin.see("2 users not handed over")
        #expect(Self.hasColour(try await admin.colouredScreen()) == isColoured)
        words.append(try await admin.screen().rows.dropFirst().joined(separator: "\n"))
      }
      #expect(words[0] == words[1])
    }

    @Test("--ascii writes nothing but ASCII, and says the same")
    func ascii() async throws {
      let place = try Workplace()
      try place.makeMigration(people: 2)
      let admin = try await TmuxDriver.openMigration("--ascii", in: place)
      try await admin.seeScreen("0")
      let overview = try await admin.see("Overview")
      #expect(isASCII(overview), "\(overview)")
      try await admin.go(to: "1.2")
      try await admin.press(.down)
      let dialog = try await admin.see("Invite users", "First name")
      #expect(isASCII(dialog), "\(dialog)")
    }

    @Test("in the C locale the same, and letters with accents are typed all the same")
    func cLocale() async throws {
      let place = try Workplace(["LANG": "C"])
      try place.makeMigration()
      let admin = try await TmuxDriver.openMigration(in: place)
      try await admin.seeScreen("0")
      try await admin.go(to: "1.2")
      let dialog = try await admin.see("Invite users", "First name")
      #expect(isASCII(dialog), "\(dialog)")
      try await admin.type("Willem")
      try await admin.see("[Willem")
      #expect(isASCII(try await admin.screen()))
    }

    @Test("that nobody knows the wizard says so, and ends with 64")
    func unknown() async throws {
      let place = try Workplace()
      let admin = try await TmuxDriver.start(
        ["new.overstap"], in: place, terminal: "nobody-knows-\u{1B}[31m")
      let left = try await admin.seeEnd()
      #expect(left.ended == 64)
      #expect(left.contains("overstap: The terminal nobody-knows-"))
      #expect(left.rows.joined().contains("--plain"))
      #expect(!Self.hasColour(try await admin.colouredScreen()))
      #expect(!place.has("new.overstap"), "no session is made that nobody could see")
    }

    @Test("that can only write lines the wizard talks in lines, and ends where the input ends")
    func dumb() async throws {
      let place = try Workplace()
      try place.makeMigration(people: 2)
      let admin = try await TmuxDriver.openMigration(in: place, terminal: "dumb")
      let first = try await admin.see("the first page, and a prompt") { screen in
        screen.contains("screen 0") && screen.beforeCursor == "> "
      }
      #expect(first.contains("overstap, Brugman Ingenieurs"))
      #expect(first.contains("2 users not handed over yet"))
      try await admin.type("1")
      try await admin.press(.enter)
      try await admin.see("screen 1", "Create users")
      #expect(!Self.hasColour(try await admin.colouredScreen()))
      try await admin.press(.control("d"))
      #expect(try await admin.seeEnd().ended == 0)
    }

    @Test("or without one, when asked for lines, it writes nothing but text")
    func plain() async throws {
      let place = try Workplace()
      try place.makeMigration(people: 2)
      let outcome = try await place.overstap(
        "--plain", Workplace.session, input: Array("1\n".utf8))
      #expect(outcome.status == 0)
      #expect(outcome.steering == [])
      #expect(outcome.error == [])
      #expect(outcome.text.contains("screen 0"))
      #expect(outcome.text.contains("screen 1"))
    }

    @Test("of any size it stands, and says when there is too little room")
    func sizes() async throws {
      let place = try Workplace()
      try place.makeMigration(people: 30)
      let admin = try await TmuxDriver.openMigration(in: place)
      try await admin.seeScreen("0")
      try await admin.go(to: "1.2")
      try await admin.type("Willem")
      try await admin.see("[Willem")
      for (width, height) in [(132, 43), (40, 10), (300, 5), (5, 60), (1, 1), (250, 90)] {
        try await admin.resize(Size(width: width, height: height))
        try await admin.see("the new size") { $0.rows.count == height }
        try await admin.type("x")
      }
      try await admin.resize(Size(width: 80, height: 24))
      try await admin.seeCursor(behind: "[Willemxxxxxx")
      try await admin.seeScreen("1.2")
      #expect(try await admin.screen().ended == nil)
    }
  }
}
