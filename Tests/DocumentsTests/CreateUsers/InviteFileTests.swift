import Migration
import Testing

@testable import Documents

@Suite("What leaves for the portal")
struct InviteFileTests {
  private static let ann = UserDetails(
    firstName: "Ann", lastName: "de Vries", address: "ann@example.com")
  private static let bas = UserDetails(
    firstName: "Bas", lastName: "Oud, \"jr.\"", address: "bas@example.com")

  @Test("is the portal's own form")
  func file() throws {
    let files = try InviteFile.files([Self.ann, Self.bas])
    #expect(files.map(\.name) == ["01-invite-1.csv"])
    #expect(
      String(decoding: files[0].bytes, as: UTF8.self)
        == "First name,Last name,Email address\r\nAnn,de Vries,ann@example.com\r\n"
        + "Bas,\"Oud, \"\"jr.\"\"\",bas@example.com\r\n")
  }

  @Test("holds 5,000 people a file")
  func manyFiles() throws {
    let people = (0..<10_001).map {
      UserDetails(firstName: "Ann", lastName: "Vries", address: "a\($0)@example.com")
    }
    let files = try InviteFile.files(people, base: "02-assign-maya")
    #expect(files.map(\.rows) == [5_000, 5_000, 1])
    #expect(files.map(\.name) == (1...3).map { "02-assign-maya-\($0).csv" })
    let list = try PeopleListReader.read(files[1].bytes)
    #expect(list.figures == PeopleListFigures(rows: 5_000, valid: 5_000, refused: 0, duplicates: 0))
    #expect(try InviteFile.files([UserDetails]()).isEmpty)
  }

  @Test("is known by its name among other files")
  func names() throws {
    let people = [UserDetails](repeating: Self.ann, count: 10 * InviteFile.mostRows)
    for file in try InviteFile.files(people) { #expect(InviteFile.isName(file.name)) }
    for name in [
      "01-invite-.csv", "01-invite-notes.csv", "01-invite-1.csv.part", "02-assign-1.csv",
      "01-invite-01.csv", "01-invite-1-2.csv",
    ] { #expect(!InviteFile.isName(name), "\(name)") }
  }

  @Test("is pasted in both spellings")
  func text() throws {
    #expect(
      try InviteFile.text([Self.ann, Self.bas])
        == "Ann de Vries <ann@example.com>; Bas Oud jr. <bas@example.com>")
    #expect(
      try InviteFile.text([Self.ann, Self.bas], spelling: .commas)
        == "Ann, de Vries, ann@example.com; Bas, Oud jr., bas@example.com")
  }

  @Test("never begins a formula and never steers a terminal")
  func refused() {
    var formula = Self.ann
    formula.lastName = "=HYPERLINK(\"x\")"
    #expect(throws: InviteFile.Refusal.likeFormula(person: 1, field: "last-name")) {
      try InviteFile.files([Self.bas, formula])
    }
    var unseen = Self.ann
    unseen.firstName = "Ann\u{202E}"
    #expect(throws: InviteFile.Refusal.unseenCharacter(person: 0, field: "first-name")) {
      try InviteFile.text([unseen])
    }
  }
}
