import ScreenTexts
import Seeds
import Testing

@Suite("A table of texts")
struct TextTableTests {
  @Test("finds every text that was written into it, and no other")
  func finds() throws {
    var random = SeededGenerator(seed: 11)
    let names = ["a", "a-b", "ab", "b", "b-1", "zz"]
    for count in 0..<60 {
      var lines: [String: String] = [:]
      for _ in 0..<count {
        let key = (0...2).map { _ in names[Int.random(in: 0..<6, using: &random)] }
          .joined(separator: "-")
        lines[key] = String(repeating: "é\n\"\\", count: Int.random(in: 1...9, using: &random))
      }
      let texts = lines.sorted { $0.key < $1.key }
      let yaml = texts.map { "  \($0.key): \(quoted($0.value))\n" }.joined()
      let files = try ["a", "a-b"].map { screen in
        try screenFile("en/\(screen).en.yaml", count == 0 ? "title: A" : "labels:\n\(yaml)")
      }
      let table = TextTable(language: .en, files: files)
      #expect(table.screens.sorted() == ["a", "a-b"])
      for (key, text) in texts {
        #expect(table.text(screen: "a", key: "labels.\(key)") == text)
        #expect(table.text(screen: "a-b", key: "labels.\(key)") == text)
        #expect(table.text(screen: "a", key: "labels.\(key)-") == nil)
        #expect(table.text(screen: "b", key: "labels.\(key)") == nil)
      }
      #expect(table.count == 2 * max(1, lines.count))
    }
  }

  @Test("reads what is compiled in as it reads what was made while running")
  func embedded() {
    let literal = TextTable(language: .nl, embedded: "00000000")
    #expect(literal.count == 0)
    // Two entries, where they start and end, and four slots; whatever slot a hash names, it is found.
    let table = TextTable(
      language: .nl,
      embedded:
        "00020000000:000P0001000200010002a/help=héa/rows=\u{1F}\u{1F}één\u{1F}{count}")
    #expect(table.count == 2)
    #expect(table.keys(of: "a") == ["help", "rows"])
    #expect(table.text(screen: "a", key: "help") == "hé")
    #expect(table.text(screen: "a", key: "rows", arguments: ["count": "1"]) == "één")
    #expect(table.text(screen: "a", key: "rows", arguments: ["count": "7"]) == "7")
    #expect(
      table.form(screen: "a", key: "rows") == .plural(zero: nil, one: "één", other: "{count}"))
  }

  @Test("that is damaged misses texts and does no more")
  func anyBytes() throws {
    var random = SeededGenerator(seed: 3)
    let sound = TextTable.bytes(of: [try screenFile("en/invite-users.en.yaml", inviteEnglish)])
    let key = "labels.first-name"
    #expect(TextTable(language: .en, bytes: sound).text(screen: "invite-users", key: key) != nil)
    for round in 0..<4_000 {
      var bytes = sound
      switch round % 4 {
      case 0: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      case 1:
        for _ in 0..<8 {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          bytes[place] = UInt8.random(in: 0...255, using: &random)
        }
      case 2:
        for place in 0..<72 { bytes[place] = UInt8.random(in: 0x30...0x6F, using: &random) }
      default:
        bytes = (0..<Int.random(in: 0...64, using: &random)).map { _ in
          UInt8.random(in: 0x2F...0x70, using: &random)
        }
      }
      let table = TextTable(language: .en, bytes: bytes)
      for screen in table.screens {
        let keys = table.keys(of: screen)
        #expect(keys.count <= table.count)
        for key in keys { _ = table.form(screen: screen, key: key)?.placeholders }
      }
      _ = table.text(screen: "invite-users", key: key, arguments: ["count": "0"])
      _ = table.text(screen: "invite-users", key: "counts.rows", arguments: ["count": "0"])
    }
    #expect(TextTable(language: .en, bytes: []).count == 0)
  }

  private func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      switch character {
      case "\n": quoted += "\\n"
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      default: quoted.append(character)
      }
    }
    return quoted + "\""
  }
}
