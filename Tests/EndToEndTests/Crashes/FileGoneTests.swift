import Canvas
import Foundation
import Testing

extension EndToEnd {
  @Suite("A wizard whose file")
  struct FileGoneTests {
    @Test("is removed says so at the next change, on leaving, and in the shell")
    func removed() async throws {
      let place = try Workplace()
      try place.makeMigration(people: 2)
      let admin = try await TmuxDriver.openMigration(in: place)
      try await admin.go(to: "1.2")
      try FileManager.default.removeItem(atPath: place.path(Workplace.session))
      try await admin.type("Willem")
      try await admin.see("NOT SAVED")
      try await admin.press(.control("c"))
      try await admin.see(
        "migration is gone: what you type is not kept", "What was accepted before is saved.")
      try await admin.seeNo("Everything is saved")
      try await admin.press(.control("c"))
      #expect(try await admin.seeEnd().ended == 0)
      #expect(!place.has(Workplace.session), "nothing is made in its place")
    }

    @Test("holds nothing and is not its own asks before it makes a migration of it")
    func empty() async throws {
      let place = try Workplace()
      try place.write("", to: "notes.txt")
      let admin = try await TmuxDriver.start(["notes.txt"], in: place)
      try await admin.see("is a file with nothing in it", "Make it a migration")
      #expect(!place.has("notes.txt.lock"))
      try await admin.press(.control("c"))
      try await admin.see("Leave")
      try await admin.press(.control("c"))
      #expect(try await admin.seeEnd().ended == 0)
      #expect(try place.read("notes.txt") == [])
      let again = try await TmuxDriver.start(["notes.txt"], in: place)
      try await again.see("Make it a migration")
      try await again.press(.enter)
      try await again.see("Organisation")
      #expect(try await again.leave().ended == 0)
      #expect(try place.read("notes.txt").starts(with: Array("SQLite format 3".utf8)))
    }
  }
}
