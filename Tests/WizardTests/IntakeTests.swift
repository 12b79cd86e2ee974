import Foundation
import Migration
import Testing
import WizardTesting

@testable import Wizard
@testable import overstap

@Suite("A file that is taken in")
struct IntakeTests {
  private static let people = "Voornaam;Achternaam;E-mail\nDraco;Malfidus;draco@example.com\n"
  private static let export =
    "first_name,last_name,email,team_alias,role,account_status,offering_name\n"
    + "Harry,Potter,hpotter@example.com,Brugman Ingenieurs - 4417,User,Active,\n"
  private static let log = """
    8:40:00 (lmgrd) FLEXnet Licensing (v11.18.0.0) started on lic01 (linux) (1/4/2027)
    8:40:01 (adskflex) TIMESTAMP 1/4/2027
    8:41:11 (adskflex) OUT: "87878ACD_2024_0F" hpotter@WS-0142

    """

  /// The file as it is and packed.
  private func both(_ text: String, as name: String, _ body: (String) throws -> Void) throws {
    let path = try TemporaryFile.write(text, as: name)
    defer { TemporaryFile.remove(path) }
    try body(path)
    try body(try TemporaryFile.pack(path))
  }

  @Test("is the same packed and not, for every kind, with the digest of the bytes that were read")
  func packed() throws {
    for (text, name) in [(Self.people, "people.csv"), (Self.export, "users.csv")] {
      var seen: [String] = []
      try both(text, as: name) { path in
        let found = try Intake.read(path)
        let taken = try #require(found)
        #expect(taken.document.refusal == nil)
        #expect(taken.source.digest == Digest.of([Array(text.utf8)]))
        seen.append(taken.document.kind.name)
      }
      #expect(seen.count == 2 && Set(seen).count == 1)
    }
    try both(Self.log, as: "debug.log") { path in
      let taken = try Intake.read(path)
      #expect(taken?.document.kind == .debugLog)
    }
  }

  @Test("with a name that is no UTF-8 is listed, and read by that name")
  func rawName() throws {
    let path = try TemporaryFile.write(Self.people, as: "people.csv")
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
    let name = RawName.text([0x66, 0xE7, 0x2E, 0x63, 0x73, 0x76])
    let raw = folder + "/" + name
    #expect(rename(path, RawName.bytes(raw)) == 0)
    defer { unlink(RawName.bytes(raw)) }
    #expect(FolderListing.list(folder).entries.map(\.name) == [name])
    let taken = try Intake.read(raw)
    #expect(taken?.document.kind == .peopleList)
    #expect(PrintedText.clean(name) == "f\u{FFFD}.csv")
  }

  @Test("packed is looked through in the wizard as it is when it is not")
  func inTheWizard() throws {
    try both(Self.people, as: "people.csv") { path in
      var wizard = try Rehearsal.small("en")
      try wizard.jump("add-file")
      try wizard.perform([.readFile(path: path)])
      #expect(wizard.state.visit.screen == "review-users")
      #expect(wizard.state.createUsers.review?.batch.rows.count == 1)
      #expect(wizard.state.createUsers.review?.digest == Digest.of([Array(Self.people.utf8)]))
    }
    try both(Self.export, as: "users.csv") { path in
      var wizard = try Rehearsal.small("en")
      try wizard.jump("add-file")
      try wizard.perform([.readFile(path: path)])
      #expect(wizard.state.visit.screen == "review-evidence")
    }
  }

  @Test(
    "that proves something leads to the step that it was added from, and its path is forgotten",
    arguments: [("by-product", "by-product"), ("user-table", "prove-users")])
  func evidence(_ start: String, _ end: String) throws {
    let path = try TemporaryFile.write(Self.export, as: "users.csv")
    defer { TemporaryFile.remove(path) }
    var wizard = try Rehearsal.small("en")
    try wizard.jump(start)
    try wizard.press(.character("b"))
    try wizard.fill("path", path)
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "review-evidence")
    try wizard.focus("export-whole")
    try wizard.press(.right)
    try wizard.focus("take-over")
    try wizard.press(.enter)
    #expect(wizard.state.summary.evidence.count == 1)
    #expect(wizard.state.visit.screen == end)
    try wizard.press(.character("b"))
    #expect(wizard.state.memory.text("path") == "")
  }

  @Test("leaves alone what is half pasted elsewhere")
  func halfPasted() throws {
    let path = try TemporaryFile.write(Self.people, as: "people.csv")
    defer { TemporaryFile.remove(path) }
    var wizard = try Rehearsal.small("en")
    try wizard.jump("invite-multiple")
    try wizard.type("Ginny Weasley")
    try wizard.jump("import-users")
    try wizard.fill("path", path)
    try wizard.press(.enter)
    try wizard.press(.function(10))
    #expect(wizard.state.visit.screen == "user-table")
    try wizard.jump("import-users")
    #expect(wizard.state.memory.text("path") == "")
    try wizard.jump("invite-multiple")
    #expect(wizard.state.memory.editors["people"]?.text == "Ginny Weasley")
  }

  @Test("on the page of products a licence server's log lands in step 5, packed or not")
  func logOnProducts() throws {
    try both(Self.log, as: "debug.log") { path in
      var wizard = try Rehearsal.small("en")
      try wizard.jump("products-file")
      try wizard.fill("path", path)
      try wizard.press(.enter)
      #expect(wizard.state.visit.screen == "review-licences")
    }
    // A list of people is none of this page's, and said so beside the field.
    try both(Self.people, as: "people.csv") { path in
      var wizard = try Rehearsal.small("en")
      try wizard.jump("products-file")
      try wizard.fill("path", path)
      try wizard.press(.enter)
      #expect(wizard.state.visit.screen == "products-file")
      #expect(wizard.state.memory[FilePicker.Note.self].failure?.key == "file-no-products")
    }
  }

  @Test("is told of where nothing is in it: empty, damaged, a folder, not there")
  func failures() throws {
    func key(_ path: String) -> String? {
      do throws(Intake.Failure) {
        _ = try Intake.read(path)
        return nil
      } catch {
        return error.key
      }
    }
    try both(Self.people, as: "people.csv") { path in
      guard path.hasSuffix(".gz") else { return }
      try Data(contentsOf: URL(filePath: path)).dropLast(9).write(to: URL(filePath: path))
      #expect(key(path) == "file-damaged")
      #expect(key(path + ".gone") == "file-missing")
      #expect(key((path as NSString).deletingLastPathComponent) == "file-is-folder")
    }
    let empty = try TemporaryFile.write("", as: "empty.csv")
    defer { TemporaryFile.remove(empty) }
    #expect(key(empty) == "file-empty")
  }

  @Test("is called off where nobody wants more of it, whatever it is")
  func calledOff() throws {
    for text in [Self.people, Self.export, Self.log] {
      try both(text, as: "file") { path in
        let taken = try Intake.read(path, goesOn: { _ in false })
        #expect(taken.map(\.document.kind) == nil)
      }
    }
  }
}
