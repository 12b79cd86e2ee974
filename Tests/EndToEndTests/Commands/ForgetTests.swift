import Foundation
import Migration
import SessionFile
import Testing

extension EndToEnd {
  @Suite("overstap forget and overstap files")
  struct ForgetTests {
    private func migration() async throws -> Workplace {
      let place = try Workplace()
      try place.makeMigration()
      try place.write(
        "First name,Last name,Email address\nAnn,Zeldzaam,ann.zeldzaam@example.com\n", to: "p.csv")
      let added = try await place.overstap("add", Workplace.session, "p.csv")
      #expect(added.status == 0)
      try place.write("an older copy", to: Workplace.session + ".before-v9.sqlite")
      return place
    }

    @Test("asks, and keeps everything unless the word is typed", arguments: ["", "yes\n", "no\n"])
    func asks(_ answer: String) async throws {
      let place = try await migration()
      let asked = try await place.overstap(
        "forget", Workplace.session, input: Array(answer.utf8))
      #expect(asked.status == 1)
      #expect(asked.text.contains("1 person is in the list."))
      #expect(asked.text.contains(".before-v9.sqlite"))
      let users = try await place.overstap("list", Workplace.session, "users")
      #expect(users.text.contains("Zeldzaam"))
    }

    @Test("leaves no name in the file, and says which files still have some")
    func forgets() async throws {
      let place = try await migration()
      let files = try await place.overstap("files", Workplace.session)
      #expect(files.lines == [Workplace.session + ".before-v9.sqlite"])
      let done = try await place.overstap(
        "forget", Workplace.session, input: Array("forget\n".utf8))
      #expect(done.status == 0, "\(done)")
      let bytes = try place.read(Workplace.session)
      #expect(
        String(decoding: bytes, as: UTF8.self).range(of: "zeldzaam", options: .caseInsensitive)
          == nil)
      let status = try await place.overstap("status", "--json", Workplace.session)
      #expect(
        status.text.contains("\"id\": \"create-users\"") || status.text.contains("create-users"))
      #expect(
        try await place.overstap("list", Workplace.session, "users").text.contains("ann") == false)
    }
  }
}
