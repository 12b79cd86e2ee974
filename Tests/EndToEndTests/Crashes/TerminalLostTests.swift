import Canvas
import Glibc
import Testing

extension EndToEnd {
  @Suite("A terminal that goes away in the middle of a word")
  struct TerminalLostTests {
    /// How the wizard hears of it.
    enum Loss: String, CaseIterable, Sendable {
      /// The window is closed, or the connection breaks: a hang-up.
      case hangUp
      /// The same where hang-ups are ignored: reading from the terminal fails.
      case inputError
      /// The machine goes down: SIGTERM.
      case termination
    }

    @Test(
      "ends the wizard quietly, and the next start stands at the same half-typed field",
      arguments: Loss.allCases)
    func lost(_ loss: Loss) async throws {
      let place = try Workplace()
      try place.makeMigration()
      // The shell outlives the terminal and tells how the wizard ended. What a shell ignores, its
      // programs ignore; what it only notices, they do not.
      let trap = loss == .inputError ? "trap '' HUP" : "trap : HUP"
      let script = """
        \(trap); "$0" "$1" 2> problem; echo $? > code.part; mv code.part code
        """
      let admin = try await TmuxDriver.start(
        ["-c", script, Workplace.program(), Workplace.session], program: "/bin/sh", in: place)
      try await admin.seeScreen("0")
      try await admin.go(to: "1.2")
      try await admin.type("Willem")
      try await admin.press(.tab)
      try await admin.type("van der Me")
      let before = try await admin.seeCursor(behind: "[van der Me")
      if loss == .termination {
        let wizard = try await wizard(below: before.process, place)
        Glibc.kill(wizard, SIGTERM)
      } else {
        try await admin.close()
      }
      try await admin.seeFile("code")
      #expect(String(decoding: try place.read("code"), as: UTF8.self) == "0\n")
      #expect(try place.read("problem") == [])

      let again = try await TmuxDriver.openMigration(in: place)
      let after = try await again.see("the same screen") { $0.text == before.text }
      #expect(after.row == before.row)
      #expect(after.column == before.column)
      try await again.type("er")
      try await again.seeCursor(behind: "[van der Meer")
    }

    @Test("leaves no process behind, and lets go of the file")
    func letsGo() async throws {
      let place = try Workplace()
      try place.makeMigration()
      let admin = try await TmuxDriver.openMigration(in: place)
      let wizard = try await admin.seeScreen("0").process
      try await admin.close()
      try await admin.seeGone(wizard)
      try place.write(People.list(1), to: "people.csv")
      #expect(try await place.overstap("add", Workplace.session, "people.csv").status == 0)
    }

    /// The wizard's process below a shell's.
    private func wizard(below shell: Int32, _ place: Workplace) async throws -> Int32 {
      let children = try await place.run("cat", ["/proc/\(shell)/task/\(shell)/children"])
      let numbers = children.text.split(whereSeparator: \.isWhitespace).compactMap { Int32($0) }
      return try #require(numbers.first)
    }
  }
}

extension TmuxDriver {
  /// Waits until a file is in the test's folder.
  func seeFile(_ name: String) async throws {
    let clock = ContinuousClock()
    let end = clock.now + Self.patience
    while !place.has(name) {
      guard clock.now < end else { throw Failure("there is no file \(name)") }
      try await Task.sleep(for: .milliseconds(10))
    }
  }
}
