import ScreenTexts
import Seeds
import Testing

@Suite("Any line")
struct AnyLineTests {
  @Test("gets an answer and crashes nothing, on whatever screen it leads to", arguments: 0..<12)
  func anyLine(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let listener = try Listener(
      language: seed % 2 == 0 ? .en : .nl, isASCII: seed % 3 == 0, isMasked: seed % 4 == 0,
      hasDemonstration: seed % 5 != 0)
    for _ in 0..<120 where !listener.hasEnded {
      let line = line(&random)
      let heard = listener.type(line)
      guard !listener.isCollecting, !listener.hasEnded else { continue }
      #expect(!heard.isEmpty, "“\(line)” got no answer")
    }
  }

  /// Mostly what means something, sometimes noise; never the one path that leaves the program.
  private func line(_ random: inout SeededGenerator) -> String {
    let letters = [
      "b", "?", "+", "-", "", "x", "m", "l", "u", "U", "s", "S", "J", "f", ":", "n", ".",
    ]
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<4: return String(Int.random(in: 0..<16, using: &random))
    case 4..<7: return letters.randomElement(using: &random) ?? ""
    case 7: return "/" + noise(&random)
    case 8:
      let letter = letters.randomElement(using: &random) ?? ""
      return "\(letter) \(Int.random(in: 0..<20, using: &random))"
    default: return noise(&random)
    }
  }

  private func noise(_ random: inout SeededGenerator) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<24, using: &random) {
      let value = UInt32.random(in: 0..<0x2FF, using: &random)
      if value != 0x0A, value != 0x0D, let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }
}

@Suite("With names hidden")
struct MaskedTests {
  /// Names, addresses and logins of the demonstration.
  private static let personal = [
    "Hermione", "Granger", "Weasley", "Lovegood", "Longbottom", "McGonagall", "Dumbledore",
    "Idrissi", "Ćosić", "hpotter", "hgranger", "rweasley", "mmcgonagall", "felidrissi",
  ]

  @Test("no name, address or login is said on any screen", arguments: [Language.en, .nl])
  func masked(language: Language) throws {
    let listener = try Listener(language: language, isMasked: true, hasDemonstration: true)
    listener.type(["1", "1", "+", "s", "3", "1", "", "3", "", "?", "b", "b", "J", "b"])
    try listener.go("user-table", "actions.invite")
    listener.type(["b", "b", "2", "b", "b", "l"])
    #expect(listener.transcript.contains(language == .nl ? "NAMES HIDDEN" : "NAMEN VERBORGEN"))
    for name in Self.personal {
      #expect(!listener.transcript.contains(name), "\(name) was said")
    }
  }
}
