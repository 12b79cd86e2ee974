import Canvas
import Testing

extension EndToEnd {
  @Suite("A second wizard on the same file")
  struct SecondWizardTests {
    @Test("is told who holds it, only reads, and disturbs nobody")
    func second() async throws {
      let place = try Workplace()
      try place.makeMigration(people: 2)
      let first = try await TmuxDriver.openMigration(in: place)
      try await first.seeScreen("0")
      let holder = try await first.screen().process

      let second = try await TmuxDriver.openMigration(in: place)
      try await second.see("READ ONLY")
      try await second.see("Process \(holder) on")
      try await second.go(to: "1.1")
      try await second.see("2 users")
      try await second.press(.character("d"))
      try await second.see("This migration is open for reading only.")
      try await second.see("2 users")

      try await first.go(to: "1.1")
      try await first.press(.character("d"))
      try await first.see("1 user")
      #expect(try await first.leave().ended == 0)
      #expect(try await second.leave().ended == 0)

      let third = try await TmuxDriver.openMigration(in: place)
      try await third.see("1 user")
      try await third.seeNo("READ ONLY")
      try await third.press(.character("u"))
      try await third.see("2 users")
    }
  }
}
