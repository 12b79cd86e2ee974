import Canvas
import Foundation
import Migration
import Testing
import Widgets
import WizardTesting

@testable import Wizard
@testable import overstap

@Suite("The check of a list")
struct ReviewTests {
  /// A list with three doubtful rows, one of them of somebody who is there, and a refused one.
  private static let list = """
    Roepnaam;Achternaam;E-mail
    Anna;Jansen;a.jansen@example.com
    Teken;Kamer;tekenkamer@example.com
    Bas;Oud;bas@gmail.com
    Karel7;de Boer;kdeboer@example.com
    ;Balk\u{1B}[2J;j.balk@example.com

    """

  /// The wizard on the check of the list, and the folder that holds the list.
  private func checking(
    _ language: String = "en", _ body: (inout Rehearsal, String) throws -> Void
  ) throws {
    let path = try TemporaryFile.write(Self.list, as: "list.csv")
    defer { TemporaryFile.remove(path) }
    let session = try OpenSession.open(path: path + ".overstap", at: Fixtures.now)
    try Fixtures.fillSmallOrganisation(session.file, language: language)
    var wizard = try Rehearsal(session: session, language: language)
    try wizard.jump("import-users")
    try wizard.fill("path", path)
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "review-users")
    try wizard.focus("rows")
    try body(&wizard, String(path.dropLast("/list.csv".count)))
  }

  private func counts(_ wizard: Rehearsal) -> [Review.Kind: Int] {
    let review = wizard.state.createUsers.review
    return Dictionary(
      uniqueKeysWithValues: Review.Kind.allCases.map { ($0, review?.count($0) ?? 0) }
    ).filter { $0.value > 0 }
  }

  private func turn(_ wizard: inout Rehearsal, to kind: String) throws {
    try wizard.focus("kind-\(kind)")
    try wizard.press(.enter)
    try wizard.focus("rows")
  }

  @Test("holds a doubtful row back, also where it would change somebody who is there")
  func doubtfulAndChanged() throws {
    try checking { wizard, _ in
      #expect(counts(wizard) == [.new: 1, .doubtful: 3, .refused: 1])
      try wizard.press(.character("a"))
      #expect(counts(wizard) == [.new: 3, .changed: 1, .refused: 1])
      try wizard.focus("update")
      try wizard.press(.enter)
      #expect(wizard.state.notice?.arguments["count"] == "3")
      #expect(wizard.state.notice?.arguments["updated"] == "1")
    }
  }

  @Test("lets each decision be made otherwise, and taken back, without touching the list")
  func decisions() throws {
    try checking { wizard, _ in
      let before = wizard.state.summary
      try wizard.press(.character("t"), .character("w"))
      #expect(counts(wizard) == [.new: 2, .doubtful: 1, .refused: 2])
      try turn(&wizard, to: "refused")
      try wizard.press(.character("t"))
      #expect(counts(wizard) == [.new: 3, .doubtful: 1, .refused: 1])
      // What the reader refused stays refused.
      try wizard.press(.character("t"), .character("t"))
      #expect(counts(wizard) == [.new: 3, .doubtful: 1, .refused: 1])
      try turn(&wizard, to: "new")
      try wizard.press(.down, .character("w"))
      #expect(counts(wizard) == [.new: 2, .doubtful: 1, .refused: 2])
      for _ in 0..<4 { try wizard.press(.character("u")) }
      #expect(counts(wizard) == [.new: 1, .doubtful: 3, .refused: 1])
      #expect(wizard.state.createUsers.review?.batch.rows.contains { $0.isAccepted } == false)
      try wizard.press(.character("u"))
      #expect(wizard.state.notice?.key == "nothing-to-undo")
      try wizard.press(.character("U"))
      #expect(counts(wizard) == [.new: 2, .doubtful: 2, .refused: 1])
      #expect(wizard.state.summary == before)
    }
  }

  @Test("has each row under its kind, in the list's order, after any decisions")
  func moving() throws {
    try checking { wizard, _ in
      var review = try #require(wizard.state.createUsers.review)
      for step in 0..<90 {
        let decision = try #require(Review.Decision(rawValue: UInt8(step / 5 % 3)))
        if step % 7 == 6 { review.takeBack() } else { review.decide(place: step % 5, decision) }
        // A row that comes anew has all of them sorted anew.
        #expect(review.places == review.with(review.batch, review.comparison).places)
      }
    }
  }

  @Test("says who has a double's address already, and takes the later row when told")
  func doubles() throws {
    let path = try TemporaryFile.write(
      """
      Roepnaam;Achternaam;E-mail
      Anna;Jansen;a.jansen@example.com
      Bas;Oud;A.Jansen@example.com
      Cor;Oud;a.jansen@example.com
      """, as: "list.csv")
    defer { TemporaryFile.remove(path) }
    let session = try OpenSession.open(path: path + ".overstap", at: Fixtures.now)
    try Fixtures.fillSmallOrganisation(session.file, language: "en")
    _ = try session.file.undo(at: Fixtures.now)
    var wizard = try Rehearsal(session: session, language: "en")
    try wizard.jump("import-users")
    try wizard.fill("path", path)
    try wizard.press(.enter)
    let before = counts(wizard)
    #expect(before[.double] == 2)
    try turn(&wizard, to: "double")
    let text = render(wizard.state).text
    #expect(text.contains("line 2, other name"))
    #expect(text.contains("Line 2 has this address already: Anna Jansen."))
    try wizard.press(.character("t"))
    #expect(counts(wizard) == before, "one is taken for another")
    try wizard.press(.down, .character("t"))
    #expect(counts(wizard)[.double] == 2)
    #expect(wizard.state.createUsers.review?.isTaken(2) == true)
    #expect(wizard.state.createUsers.review?.isTaken(1) == false)
    try wizard.press(.character("u"))
    #expect(wizard.state.createUsers.review?.isTaken(1) == true)
    try wizard.focus(before[.changed] == nil ? "take-over" : "update")
    try wizard.press(.enter)
    let found = try #require(try session.file.user(address: "a.jansen@example.com"))
    #expect(found.details.firstName == "Bas")
  }

  @Test("offers t, w and a only where they do something")
  func offers() throws {
    try checking { wizard, _ in
      func offered() -> Set<Command.ID> {
        Set(
          ReviewUsers().commands(Scene(wizard.state)).filter { $0.reason == nil }.map(\.command))
      }
      #expect(
        offered() == [
          .takeOver, .leaveOut, .takeOverLike, .leaveOutLike, .chooseAll, .createUsers(.columns),
        ])
      try wizard.press(.character("a"))
      #expect(offered() == [.createUsers(.columns), .undo])
      #expect(Chrome.page(wizard.state).hint != "")
      #expect(!render(wizard.state).text.contains("0 doubtful"))
      try turn(&wizard, to: "refused")
      #expect(offered() == [.createUsers(.columns), .undo])
    }
  }

  @Test(
    "writes the refused rows in the words of the screen",
    arguments: [
      ("en", "list-refused.csv", "line;reason;", "Fill in a first name."),
      ("nl", "list-geweigerd.csv", "regel;reden;", "Vul een voornaam in."),
    ])
  func refusedRows(_ language: String, _ name: String, _ header: String, _ reason: String) throws {
    try checking(language) { wizard, folder in
      try wizard.press(.character("w"))
      let review = try #require(wizard.state.createUsers.review)
      #expect(review.count(.refused) == 2)
      try wizard.focus("save-refused")
      try wizard.press(.enter)
      #expect(wizard.state.notice?.arguments["count"] == "2")
      let path = try #require(wizard.state.notice?.arguments["path"])
      #expect(path == folder + "/" + name)
      let rows = try String(contentsOfFile: path, encoding: .utf8).split(
        whereSeparator: \.isNewline)
      #expect(rows.count == 3)
      #expect(rows[0].contains(header))
      #expect(rows[1].contains("tekenkamer@example.com"))
      #expect(rows[2].contains("j.balk@example.com"))
      #expect(!rows.contains { $0.contains("-missing") })
      #expect(rows[2].contains(reason))
      try wizard.perform([.listOutside])
      #expect(wizard.state.outside == [path], "a file with names that the program knows of")
    }
  }

  @Test("of a paste has no refused rows to write beside a file")
  func paste() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("invite-multiple")
    try wizard.take(.paste("Anna Jansen <a.jansen@example.com>\nno address here"))
    try wizard.press(.function(10))
    #expect(wizard.state.createUsers.review?.count(.refused) == 1)
    #expect(!Chrome.page(wizard.state).targets.contains { $0.id == "save-refused" })
  }

  @Test("keeps decisions and corrections in texts, from which they come back as they were")
  func draft() throws {
    try checking { wizard, _ in
      var review = try #require(wizard.state.createUsers.review)
      review.decide(place: 1, .take)
      review.decide(place: 3, .leave)
      review.reading = PeopleReading(
        encoding: .windows1252, delimiter: 0x3B, hasHeader: false,
        columns: [.firstName, .ignored, .address])
      let details = UserDetails(firstName: "Zoë: a", lastName: "; |b", address: "z@example.com")
      let corrected = review.with(review.batch, review.comparison, correcting: [4: details])
      let draft = try #require(corrected.draft)
      #expect(draft.count == 3)
      var again: ReviewDraft?
      for (name, text) in draft.entries { ReviewDraft.read(name, text, into: &again) }
      #expect(again == draft)
    }
  }

  @Test("is read again with its corrections, where it was looked through before")
  func corrections() throws {
    try checking { wizard, _ in
      try wizard.press(.character("w"))
      try wizard.press(.enter)
      #expect(wizard.state.visit.screen == "review-row")
      try wizard.fill("address", "bas@example.com")
      try wizard.focus("keep")
      try wizard.press(.enter)
      let before = counts(wizard)
      #expect(wizard.state.createUsers.review?.corrections.count == 1)
      try wizard.press(.escape)
      #expect(wizard.state.visit.screen == "import-users")
      try wizard.press(.enter)
      #expect(wizard.state.visit.screen == "review-users")
      #expect(counts(wizard) == before)
      #expect(wizard.state.notice?.key == "review-resumed")
    }
  }

  @Test("is forgotten once it is called off")
  func calledOff() throws {
    try checking { wizard, _ in
      try wizard.press(.character("a"))
      try wizard.focus("cancel")
      try wizard.press(.enter)
      #expect(!PlaceCoding.place(wizard.state).entries.contains { $0.name.hasPrefix("review|") })
      try wizard.press(.enter)
      #expect(counts(wizard) == [.new: 1, .doubtful: 3, .refused: 1])
    }
  }
}
