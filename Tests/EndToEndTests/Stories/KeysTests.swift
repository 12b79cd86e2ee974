import Canvas
import Testing

extension EndToEnd {
  @Suite("In a shell")
  struct KeysTests {
    @Test("Ctrl-Z takes back what was done, and the wizard stays")
    func undo() async throws {
      let place = try Workplace()
      try place.makeMigration(people: 3)
      let admin = try await TmuxDriver.openMigrationInShell(in: place)
      try await admin.seeScreen("0")
      try await admin.go(to: "1.1")
      try await admin.see("3 users")
      try await admin.press(.character("d"))
      try await admin.see("2 users")
      try await admin.press(.control("z"))
      try await admin.see("3 users")
      #expect(try await admin.programInFront() == "overstap")
      try await admin.press(.down)
      try await admin.seeScreen("1.1")
    }

    @Test("the wizard goes to sleep when it is asked by name, and wakes up on its screen")
    func suspend() async throws {
      let place = try Workplace()
      try place.makeMigration()
      let admin = try await TmuxDriver.openMigrationInShell(in: place)
      try await admin.seeScreen("0")
      try await admin.go(to: "1.2")
      try await admin.type("Wil")
      try await admin.see("[Wil")
      let before = try await admin.screen()
      try await admin.press(.control("p"))
      try await admin.seeScreen("0.4")
      try await admin.type("shell")
      try await admin.see("Back to the shell")
      try await admin.press(.down)
      try await admin.see("the focus on the line") { !$0.cursorRow.contains("[") }
      try await admin.press(.enter)
      try await admin.seeCursor(behind: "ready: ")
      try await admin.see("Stopped")
      try await admin.type("fg")
      try await admin.press(.enter)
      try await admin.see("the same screen") { screen in
        screen.rows.dropFirst() == before.rows.dropFirst() && screen.row == before.row
          && screen.column == before.column
      }
    }

    @Test("Ctrl-C asks, Ctrl-C leaves, and the terminal is as it was")
    func leave() async throws {
      let place = try Workplace()
      try place.makeMigration()
      let admin = try await TmuxDriver.openMigrationInShell(in: place)
      try await admin.seeScreen("0")
      try await admin.press(.control("c"))
      try await admin.see("Everything is saved.")
      try await admin.press(.control("c"))
      try await admin.seeCursor(behind: "ready: ")
      let left = try await admin.screen()
      #expect(left.contains("overstap"), "the command that was typed is seen again")
      #expect(!left.contains("screen 0"), "nothing of the wizard is left")
      // Echo and line ends work again.
      try await admin.type("echo ended with $?")
      try await admin.press(.enter)
      try await admin.see("ended with 0")
      try await admin.seeCursor(behind: "ready: ")
    }
  }
}
