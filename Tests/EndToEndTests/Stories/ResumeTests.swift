import Canvas
import Glibc
import Testing

extension EndToEnd {
  @Suite("After kill -9 the wizard stands where it stood")
  struct ResumeTests {
    @Test("in a half-typed field: the same screen, text and cursor, also in the middle of the text")
    func halfTyped() async throws {
      let place = try Workplace()
      try place.makeMigration()
      let admin = try await TmuxDriver.openMigration(in: place)
      try await admin.seeScreen("0")
      try await admin.go(to: "1.2")
      try await admin.type("Zoë")
      try await admin.press(.tab)
      try await admin.type("van der Meer-Ćosi")
      try await admin.press(.left, .left, .left, .left, .left)
      let before = try await admin.see("the cursor before the last five letters") {
        $0.beforeCursor.hasSuffix("van der Meer") && $0.cursorRow.contains("Meer-Ćosi")
      }
      try await kill(admin, in: place) { kept in
        kept.contains { $0.key.hasSuffix("|input.last-name") && $0.value == "12:van der Meer-Ćosi" }
      }

      let again = try await TmuxDriver.openMigration(in: place)
      let after = try await again.see("the same screen") { $0.text == before.text }
      #expect(after.row == before.row)
      #expect(after.column == before.column)
      try await again.type("tje")
      try await again.seeCursor(behind: "van der Meertje")
      try await again.see("[van der Meertje-Ćosi")
    }

    @Test("on the same row of a long table, sorted and scrolled as it was")
    func row() async throws {
      let place = try Workplace()
      try place.makeMigration(people: 60)
      let admin = try await TmuxDriver.openMigration(in: place)
      try await admin.seeScreen("0")
      try await admin.go(to: "1.1")
      try await admin.press(.character("s"), .character("S"))
      for _ in 0..<25 { try await admin.press(.down) }
      let before = try await kill(admin, in: place) { kept in
        kept.contains { $0.key.hasSuffix("|table.users") && $0.value.hasPrefix("25:") }
      }
      #expect(before.contains("Email address ↓"))
      #expect(before.cursorRow.contains("\(People.row(13).split(separator: ",").last ?? "")"))
      let again = try await TmuxDriver.openMigration(in: place)
      let after = try await again.see("the same rows") { screen in
        screen.rows.dropFirst().prefix(20) == before.rows.dropFirst().prefix(20)
      }
      #expect(after.cursorRow == before.cursorRow)
      #expect(after.row == before.row)
    }

    @Test("and what was accepted before can still be undone")
    func undo() async throws {
      let place = try Workplace()
      try place.makeMigration(people: 3)
      let admin = try await TmuxDriver.openMigration(in: place)
      try await admin.seeScreen("0")
      try await admin.go(to: "1.1")
      try await admin.see("3 users")
      try await admin.press(.character("d"))
      try await admin.see("2 users")
      // What the screen says is done is in the file: nothing is awaited before the kill.
      try await kill(admin, in: place) { _ in true }
      let again = try await TmuxDriver.openMigration(in: place)
      try await again.see("2 users")
      try await again.press(.character("u"))
      try await again.see("3 users")
    }

    /// Kills the wizard as soon as the file holds a place, with no key pressed any more, and gives the
    /// screen of that moment.
    @discardableResult
    private func kill(
      _ admin: TmuxDriver, in place: Workplace, once isKept: ([String: String]) -> Bool
    ) async throws -> Screen {
      let last = try await admin.see("the place in the file") { _ in
        (try? place.keptPlace()).map(isKept) ?? false
      }
      Glibc.kill(last.process, SIGKILL)
      #expect(try await admin.seeEnd().ended == 128 + 9)
      return last
    }
  }
}
