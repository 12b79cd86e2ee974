import Seeds
import Testing

@testable import Canvas

@Suite("Hidden personal text")
struct MaskTests {
  @Test(
    "Names and addresses show a first letter, and rows stay apart by their number",
    arguments: [
      ("Jan Jansen", nil, "J•••"), ("Jan Jansen", 14, "J••• (#14)"), ("J", nil, "J•••"),
      ("jan@example.nl", nil, "j•••@e•••.nl"), ("jan@mail.example.com", 3, "j•••@m•••.com (#3)"),
      ("jan@server", nil, "j•••@s•••"), ("jan@10.0.0.7", nil, "j•••@1•••"), ("@", nil, "•••@•••"),
      ("  Jan", nil, "J•••"), ("", 14, ""), ("   ", nil, ""), ("e\u{301}a", nil, "e\u{301}•••"),
    ] as [(String, Int?, String)])
  func text(_ text: String, _ tag: Int?, _ expected: String) {
    #expect(Mask.text(text, tag: tag) == expected)
  }

  @Test("No more of a name than its first letter comes through")
  func nothingElse() {
    var seeded = SeededGenerator(seed: 6)
    for _ in 0..<300 {
      let secret = (0..<8).compactMap { _ in "bcdfghkmpqrtvwxz".randomElement(using: &seeded) }
      let name = "J" + String(secret)
      for masked in [Mask.text(name, tag: 1), Mask.typed(name)] {
        #expect(!secret.contains { masked.contains($0) })
      }
    }
  }

  @Test("A masked field keeps its columns, so that the cursor stands right")
  func typed() {
    #expect(Mask.typed("Jansen") == "J•••••")
    #expect(Mask.typed("王小明") == "王••••")
    #expect(Mask.typed("") == "")
    var seeded = SeededGenerator(seed: 7)
    for _ in 0..<1_000 {
      let text = seeded.text(upTo: 12)
      #expect(Width.of(Mask.typed(text)) == Width.of(text), "\(text.debugDescription)")
    }
  }
}
