import Foundation
import ScreenTexts
import Testing

@Suite("A folder given with --screens")
final class ScreensFolderTests {
  let root: String
  let own: TextCatalogue

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    root = folder.path(percentEncoded: false)
    own = catalogue([
      try screenFile("en/invite-users.en.yaml", inviteEnglish),
      try screenFile("nl/invite-users.nl.yaml", inviteDutch),
    ])
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  private func put(_ yaml: String, at path: String) throws {
    let file = URL(filePath: root).appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(yaml.utf8).write(to: file)
  }

  @Test("changes the texts that it has and leaves the others")
  func changesTexts() throws {
    try put("help: Bel 555 1234.", at: "nl/invite-users.nl.yaml")
    let texts = try own.overlaid(withFolder: root).texts(in: .nl)
    #expect(texts.text("invite-users", "help") == "Bel 555 1234.")
    #expect(texts.text("invite-users", "title") == "Gebruikers uitnodigen")
    #expect(texts.keys(of: "invite-users") == own.texts(in: .nl).keys(of: "invite-users"))
    let english = try own.overlaid(withFolder: root).texts(in: .en)
    #expect(english.text("invite-users", "title") == "Invite users")
  }

  @Test("adds a language, with English for what it does not say")
  func addsLanguage() throws {
    try put("title: Benutzer einladen", at: "de/invite-users.de.yaml")
    let all = try own.overlaid(withFolder: root)
    #expect(all.languages == [Language("de"), .en, .nl])
    let german = all.texts(in: Language("de"))
    #expect(german.text("invite-users", "title") == "Benutzer einladen")
    #expect(german.text("invite-users", "labels.first-name") == "First name")
  }

  @Test("wins with English words also where English is the language behind")
  func fallbackIsChangedToo() throws {
    try put("title: Add people", at: "en/invite-users.en.yaml")
    let texts = try own.overlaid(withFolder: root).texts(in: Language("fr"))
    #expect(texts.text("invite-users", "title") == "Add people")
  }

  @Test("may hold pictures, hidden files and notes")
  func otherFiles() throws {
    try put("title: B", at: "en/b.en.yaml")
    try put("x", at: "pictures/en/b.en.yaml")
    try put("x", at: "en/.b.en.yaml.swp")
    try put("x", at: "en/README.md")
    try put("x", at: "notes.yaml")
    #expect(try ScreensFolder.files(in: root) == ["\(root)/en/b.en.yaml"])
    #expect(try ScreensFolder.read(root).map(\.screen) == ["b"])
  }

  @Test("is refused with the file, the line and what is wrong")
  func refused() throws {
    try put("title: A\nlabels:\n  first: x\n", at: "en/invite-users.en.yaml")
    #expect(
      throws: ScreensError(
        file: "\(root)/en/invite-users.en.yaml", line: 3, column: 3, key: "labels.first",
        reason: .unknownText)
    ) { try self.own.overlaid(withFolder: self.root) }
  }

  @Test("is refused when a file has the wrong name, lest it be passed over unseen")
  func misnamed() throws {
    try put("title: A", at: "en/a.en.yml")
    #expect(throws: ScreensError(file: "\(root)/en/a.en.yml", reason: .misnamed)) {
      try ScreensFolder.read(self.root)
    }
  }

  @Test("is refused when it is not there, or empty")
  func absent() throws {
    #expect(throws: ScreensError(file: "\(root)/none", reason: .unreadable(ENOENT))) {
      try ScreensFolder.read("\(self.root)/none")
    }
    #expect(throws: ScreensError(file: root, reason: .noFiles)) {
      try ScreensFolder.read(self.root)
    }
  }

  @Test("does not wait for a named pipe, nor read a folder as a file")
  func pipes() throws {
    try put("title: A", at: "en/x/keep")
    #expect(mkfifo("\(root)/en/a.en.yaml", 0o600) == 0)
    #expect(throws: ScreensError(file: "\(root)/en/a.en.yaml", reason: .notSections)) {
      try ScreensFolder.read(self.root)
    }
    #expect(rmdir("\(root)/en/x") != 0)
    #expect(throws: ScreensError(file: "\(root)/en/x", reason: .unreadable(EISDIR))) {
      try ScreensFolder.readFile("\(self.root)/en/x")
    }
  }
}
