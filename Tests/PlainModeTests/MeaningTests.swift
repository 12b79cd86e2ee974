import ScreenTexts
import Testing
import WizardTesting

/// What is drawn as a sign, a place or an order is heard as what it means.
@Suite("What is only drawn")
struct MeaningTests {
  @Test("Each of several marks is heard with its step and its meaning")
  func marks() throws {
    let english = try at("5.2", .en)
    #expect(
      english.contains {
        $0.contains("Harry Potter, WS-0142")
          && $0.hasSuffix("user proven, seat stated, switched unknown, informed unknown")
      })
    #expect(
      english.contains {
        $0.contains("dmalfoy, nobody's, WS-0093") && $0.contains("user unknown, seat unknown")
      })
    let dutch = try at("5.2", .nl)
    #expect(
      dutch.contains {
        $0.hasSuffix("gebruiker bewezen, seat gemeld, omgeschakeld onbekend, ingelicht onbekend")
      })
  }

  @Test("A mark whose meaning the words tell is not heard beside them")
  func told() throws {
    let english = try at("5.1", .en)
    #expect(english.contains { $0.hasSuffix(", in use") })
    #expect(!english.contains { $0.contains("planned") })
    let dutch = try at("5.1", .nl)
    #expect(dutch.contains { $0.hasSuffix(", in gebruik") })
    #expect(!dutch.contains { $0.contains("gepland") })
  }

  @Test("A filter's answer is all of its rows, also those that were read before")
  func secondFilter() throws {
    let listener = try users()
    let first = rows(listener.type("/weasley"))
    #expect(first.count == 2)
    #expect(rows(listener.type("/weasle")) == first)
    #expect(rows(listener.type("/ron")).contains { $0.contains("Ron Weasley") })
    #expect(rows(listener.type("/weasley")) == first)
  }

  @Test("A table whose rows are others is read whole, one with the same rows where they differ")
  func otherRows() throws {
    let listener = try users()
    #expect(listener.type("j 2").filter { $0.contains("@example.com") }.count == 1)
    #expect(rows(listener.type("S")).count == 12)
    // The last one goes: what stands before it is read all the same.
    #expect(rows(listener.type("d 12")).count == 11)
  }

  @Test("Only columns are announced that the rows have, and a cell behind a gap names its own")
  func columns() throws {
    let listener = try users()
    let people = listener.type("")
    #expect(
      people.contains(
        "Columns: Name (sorted, first to last), Email address, Step 1, Invitation, Login name, "
          + "Group, From"))
    #expect(people.contains { $0.contains("harrypotter switch") && $0.hasSuffix(", From: typed") })
    #expect(people.contains { $0.contains("Zoë Ćosić") && $0.hasSuffix(", Zwolle, typed") })
    listener.type(["/switch"])
    #expect(listener.type("").contains { $0.hasPrefix("Columns: ") && !$0.contains("Group") })
    // A bar is for the eye: its counts have columns of their own.
    #expect(
      try at("2.1", .en).contains(
        "Columns: Product (sorted, first to last), Available, In plan, Total, Stated, Proven"))
  }

  @Test("An order is heard with its column, whichever it is")
  func order() throws {
    let listener = try users()
    #expect(
      listener.type("s").contains { $0.contains("Name, Email address (sorted, first to last), ") })
    #expect(
      listener.type("S").contains { $0.contains("Name, Email address (sorted, last to first), ") })
  }

  @Test("A legend of signs is not heard, nor what only presses of keys can do")
  func legends() throws {
    let lines = try at("5.2", .en) + at("2.1", .en) + at("0", .en)
    #expect(!lines.contains { $0.contains("●") || $0.contains("○") || $0.contains("█") })
  }

  @Test("Nothing in plain mode compares with a character that is drawn")
  func source() throws {
    // What is shortened ends in these, and what steers a terminal becomes that.
    let own: Set<Unicode.Scalar> = ["…", "\u{FFFD}"]
    var count = 0
    for path in Repository.swiftFiles(under: "Sources/PlainMode") {
      let source = SwiftSource(try #require(Repository.text(path)))
      count += source.literals.count
      for literal in source.literals {
        let drawn = literal.text.replacing(SwiftSource.interpolation, with: "").unicodeScalars
          .filter { !$0.isASCII && !own.contains($0) }
        #expect(drawn.isEmpty, "\(path), line \(literal.line): \(literal.text)")
      }
    }
    #expect(count > 50)
  }

  @Test("A verdict is heard with the column that it stands in", arguments: [Language.en, .nl])
  func verdict(_ language: Language) throws {
    let lines = try at("5.3", language)
    let isDutch = language == .nl
    #expect(lines.contains { $0.hasPrefix(isDutch ? "Kolommen: Oordeel, " : "Columns: Verdict, ") })
    #expect(lines.contains { $0.hasPrefix(isDutch ? "1. voldaan, " : "1. met, ") })
  }

  @Test("A table that is called as its page is, is not called so twice")
  func calledOnce() throws {
    let people = try users().type("")
    #expect(people.contains("12 rows") && !people.contains { $0.contains("By User): ") })
    #expect(try at("1.8", .en).contains("Hand-overs made: 1 row"))
  }

  // MARK: Ways

  private func users() throws -> Listener {
    let listener = try Listener(language: .en, hasDemonstration: true)
    listener.type(["1", "1"])
    return listener
  }

  /// What is heard of the demonstration on the screen with a number.
  private func at(_ number: String, _ language: Language) throws -> [String] {
    let listener = try Listener(language: language, hasDemonstration: true)
    return listener.type([":", number])
  }

  private func rows(_ lines: [String]) -> [String] {
    lines.filter { $0.first?.isNumber == true && $0.contains("@example.com") }
  }
}
