import Canvas
import ScreenTexts
import Testing

@Suite("Working line by line")
struct ConversationTests {
  @Test("A field's text is replaced, kept by an empty line, and emptied by a hyphen")
  func field() throws {
    let listener = try inviting()
    #expect(try listener.fill("first-name", "Willem") == ["4. First name: Willem"])
    #expect(try listener.fill("first-name", "") == ["Kept as it was."])
    #expect(try listener.fill("first-name", "Wim  W.") == ["4. First name: Wim  W."])
    #expect(try listener.fill("first-name", "-").first == "4. First name: (empty). e.g. Willem")
  }

  @Test("Letters that are commands elsewhere are text while a field asks for it")
  func lettersInField() throws {
    let listener = try inviting()
    #expect(try listener.fill("first-name", "b") == ["4. First name: b"])
    #expect(try listener.fill("first-name", "q") == ["4. First name: q"])
    #expect(!listener.hasEnded)
  }

  @Test("A choice is made by number or by its words, and asks again for anything else")
  func choice() throws {
    let listener = try Listener(language: .en)
    listener.type("1")
    #expect(try listener.go("fields", "labels.role").contains("3. System administrator"))
    #expect(listener.type("7") == ["“7” is not one of the choices."])
    #expect(
      listener.type("system administrator").first?.hasPrefix("6. Your role in the portal: Sy")
        == true)
    #expect(
      try listener.fill("role", "1").first?.hasPrefix("6. Your role in the portal: Pr") == true)
    #expect(try listener.fill("role", "") == ["Kept as it was."])
  }

  @Test("An editor's lines replace what was there; a dot at once keeps it, a hyphen empties it")
  func editor() throws {
    let listener = try inviting()
    listener.type("2")
    let box = "4. People, one on each line or with ; between them"
    #expect(
      try people(listener, "Anna; a@example.com", "", "Bas; b@example.com") == "\(box): 3 lines")
    #expect(try people(listener, "Cees; c@example.com") == "\(box): 1 line")
    #expect(try people(listener) == "Kept as it was.")
    #expect(try people(listener, "-") == "\(box): (empty)")
  }

  @Test("After an action only what changed is read, an empty line reads everything again")
  func onlyChanges() throws {
    let listener = try inviting()
    let heard = try listener.go("invite-single", "actions.add")
    #expect(heard.count == 4)
    #expect(heard.dropFirst().allSatisfy { $0.contains("Error: ") })
    #expect(listener.type("").contains("10. [Cancel]"))
  }

  @Test("Back is never held by what is wrong in a field")
  func backFromError() throws {
    let listener = try inviting()
    try listener.fill("address", "nobody")
    try listener.go("invite-single", "actions.add")
    #expect(listener.type("b").contains { $0.hasPrefix("Users (By User), screen 1.1") })
  }

  @Test("A command's letter works when the focus is in a field, by its word and by its key too")
  func commands() throws {
    let listener = try inviting()
    #expect(listener.type("J").contains { $0.hasPrefix("Journal, screen 0.3") })
    listener.type("back")
    #expect(listener.type("f3").contains { $0.contains("screen 0.6") })
    #expect(listener.type("language").contains { $0.contains("scherm 0.6") })
  }

  @Test("A letter with a number does it to that row")
  func rowCommand() throws {
    let listener = try table()
    #expect(
      listener.type("j 3").contains(
        "3. Fatima El Idrissi, felidrissi@example.com, planned, not yet, felidrissi, Ede, typed "
          + "(chosen)"))
    #expect(listener.type("d").contains { $0.hasPrefix("1 person out of the list") })
    #expect(!listener.type("").contains { $0.contains("Fatima") })
    #expect(listener.type("u").contains { $0.contains("Fatima") })
    #expect(listener.type("d 99") == ["There is no 99 here. The last number is 14."])
  }

  @Test("A letter with a number does it to that row alone, whatever is chosen")
  func rowCommandAlone() throws {
    let listener = try table()
    listener.type("j 1")
    let heard = listener.type("d 3")
    #expect(heard.contains { $0.hasPrefix("1 person out of the list") })
    let left = listener.type("")
    #expect(!left.contains { $0.contains("Fatima") })
    #expect(left.contains { $0.hasPrefix("1. ") && $0.contains("Zoë Ćosić") })
  }

  @Test("Setting a login aside with a number sets that one aside, whatever is chosen")
  func setAsideAlone() throws {
    let listener = try table()
    listener.type(":")
    listener.type("5.2")
    #expect(listener.state.visit.screen == "network-use")
    let rows = listener.state.retireServers.uses.window.rows
    try #require(rows.count > 2)
    listener.type("j 1")
    #expect(listener.state.memory.rows("uses").chosen == [rows[0].id])
    #expect(listener.type("").contains { $0.contains("1 chosen") })
    listener.type("x 2")
    #expect(listener.state.visit.screen == "set-aside")
    #expect(listener.state.memories["network-use"]?.rows("uses").chosen == [rows[1].id])
  }

  @Test(
    "The number of a screen goes there, letters leave what has them",
    arguments: [Language.en, .nl])
  func goTo(_ language: Language) throws {
    let listener = try Listener(language: language, hasDemonstration: true)
    listener.type([":", "5.2"])
    #expect(listener.state.visit.screen == "network-use")
    listener.type([":", "journ"])
    #expect(listener.state.visit.screen == "go-to")
    #expect(listener.state.memory.text("wanted") == "journ")
    #expect(listener.type("j 1").first?.contains("1") == true)
  }

  @Test("A colon with the number of a screen or letters of its name goes there at once")
  func jump() throws {
    let listener = try table()
    #expect(listener.type(":5.2").contains { $0.contains("screen 5.2") })
    #expect(listener.type(":servers").contains { $0.hasPrefix("Licence servers, screen 5.1") })
    // What nothing is called stays where something else can be looked for.
    listener.type(":qqq")
    #expect(listener.state.visit.screen == "go-to")
    #expect(listener.type(": 1.1").contains { $0.contains("screen 1.1") })
  }

  @Test("A command that is not possible where one is says so, by its name")
  func notHere() throws {
    let listener = try Listener(language: .en, hasDemonstration: true)
    #expect(listener.type("g") == ["“group” is not possible here. ? gives help."])
    #expect(listener.type("d") == ["“out of the list” is not possible here. ? gives help."])
    #expect(listener.type("d 1") == ["“out of the list” is not possible here. ? gives help."])
    listener.type(["1", "1"])
    #expect(listener.type("n").contains { $0.contains("screen 1.2") })
  }

  @Test("What is said names what can be typed, not keys of the full screen")
  func typed() throws {
    let listener = try table()
    #expect(listener.type("d 1").contains { $0.contains(" u takes it back.") })
    listener.type("u")
    #expect(
      listener.type("/qqq").contains { $0.hasSuffix("letters. b takes the filter away.") })
    listener.type("b")
    try listener.go("user-table", "actions.invite")
    // In a field too, where a letter of the full screen would be text.
    try listener.fill("first-name", "Ann")
    try listener.fill("last-name", "Vries")
    try listener.fill("address", "ann@example.com")
    #expect(
      try listener.go("invite-single", "actions.add-next").contains("Added. u takes it back."))
    listener.type("?")
    let help = listener.type("")
    #expect(!help.contains { $0.contains("×") || $0.contains("Esc") })
  }

  @Test("The help names each letter for one thing", arguments: [Language.en, .nl])
  func letters(_ language: Language) throws {
    let listener = try Listener(language: language, hasDemonstration: true)
    let letters = listener.type("?").compactMap { line -> Substring? in
      let word = line.prefix { $0 != "," }
      return word.count == 1 ? word : nil
    }
    #expect(letters.count > 10)
    #expect(Set(letters).count == letters.count)
  }

  @Test("The filter shows rows with a text and goes with back; screens without one say so")
  func filter() throws {
    let listener = try table()
    let heard = listener.type("/weasley")
    #expect(heard.contains { $0.contains("Ginny Weasley") })
    #expect(!heard.contains { $0.contains("Harry Potter") })
    #expect(listener.type("b").contains { $0.contains("Harry Potter") })
    try listener.go("user-table", "actions.invite")
    #expect(listener.type("/weasley") == ["“filter” is not possible here. ? gives help."])
  }

  @Test("Plus and minus go through more rows than are read at once, and miss none")
  func furtherRows() throws {
    let listener = try inviting()
    listener.type("2")
    let many = (10..<99).map { "Mens Nummer\($0); mens\($0)@example.com" }
    _ = try people(listener, many)
    try listener.go("invite-multiple", "actions.look")
    var seen = Set(names(in: listener.type("")))
    while !seen.isEmpty {
      let heard = listener.type("+")
      if heard == ["There are no rows after these."] { break }
      seen.formUnion(names(in: heard))
    }
    #expect(seen.count == 89)
    let last = names(in: listener.type(""))
    #expect(listener.type("-").contains { $0.contains("Nummer") && !last.contains($0) })
  }

  @Test("Unknown lines and numbers get a sentence")
  func unknown() throws {
    let listener = try Listener(language: .nl)
    #expect(listener.type("wat nu") == ["“wat nu” betekent hier niets. ? geeft hulp."])
    #expect(listener.type("12") == ["Nummer 12 is er niet. Het laatste nummer is 1."])
    #expect(listener.type("+") == ["Na deze rijen komen er geen meer."])
  }

  @Test("Help says what can be typed, without the keys of the full screen")
  func help() throws {
    let listener = try inviting()
    let heard = listener.type("?")
    #expect(heard.contains("b, back: One screen back; nothing is lost"))
    #expect(!heard.contains { $0.contains("Ctrl-") || $0.contains("F10") })
    #expect(listener.type("b").contains { $0.hasPrefix("Invite users, screen 1.2") })
  }

  @Test("The end of input keeps what an editor has so far, and ends")
  func endOfInput() throws {
    let listener = try inviting()
    listener.type("2")
    try listener.go("invite-multiple", "labels.people")
    listener.type("Anna; anna@example.com")
    listener.end()
    #expect(listener.hasEnded)
    #expect(listener.state.memory.editors["people"]?.text == "Anna; anna@example.com")
  }

  @Test("In the ASCII look nothing but ASCII is said, and marks are still words")
  func ascii() throws {
    let listener = try Listener(language: .nl, isASCII: true, hasDemonstration: true)
    listener.type(["1", "1"])
    #expect(listener.transcript.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
    #expect(listener.transcript.contains("Zoe Cosic, zcosic@example.com, gepland"))
  }

  @Test("What is typed or kept cannot steer the terminal")
  func controls() throws {
    let listener = try inviting()
    try listener.fill("first-name", "Wil\u{1B}[2Jlem\u{202E}x\u{9B}31m")
    listener.type(["zz\u{1B}]0;t\u{07}", ""])
    let steering = listener.transcript.split(separator: "\n").filter { !$0.hasPrefix("> ") }
      .flatMap(\.unicodeScalars)
      .filter { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E }
    #expect(steering.isEmpty)
  }

  // MARK: Ways to where a story begins

  private func inviting() throws -> Listener {
    let listener = try table()
    try listener.go("user-table", "actions.invite")
    return listener
  }

  private func table() throws -> Listener {
    let listener = try Listener(language: .en, hasDemonstration: true)
    listener.type(["1", "1"])
    return listener
  }

  private func people(_ listener: Listener, _ lines: String...) throws -> String? {
    try people(listener, lines)
  }

  private func people(_ listener: Listener, _ lines: [String]) throws -> String? {
    try listener.go("invite-multiple", "labels.people")
    return listener.type(lines + ["."]).first
  }

  private func names(in lines: [String]) -> [String] {
    lines.compactMap { line in
      line.split(separator: ", ").first { $0.hasPrefix("Mens Nummer") }.map(String.init)
    }
  }
}
