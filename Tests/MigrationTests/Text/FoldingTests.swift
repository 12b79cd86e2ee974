import Migration
import Testing

@Suite("Folding: text made comparable")
struct FoldingTests {
  private func search(_ text: String) -> String {
    String(decoding: Folding.search.bytes(of: text), as: UTF8.self)
  }

  private func caseBlind(_ text: String) -> String {
    String(decoding: Folding.caseBlind.bytes(of: text), as: UTF8.self)
  }

  @Test(
    "A filter finds names whatever their case and diacritics",
    arguments: [
      ("Élodie", "elodie"), ("E\u{301}lodie", "elodie"), ("ØSTERGÅRD", "ostergard"),
      ("Łukasz", "lukasz"), ("Dvořák", "dvorak"), ("Straße", "strasse"), ("Æsop", "aesop"),
      ("Đorđe", "dorde"), ("IJsbrand", "ijsbrand"), ("Ĳsbrand", "ijsbrand"), ("Işık", "isik"),
      ("Nguyễn", "nguyen"), ("ΆΛΦΑ", "αλφα"), ("Ёлка", "елка"), ("東京", "東京"),
      ("o'Neill", "o'neill"),
    ])
  func searchKeys(text: String, folded: String) {
    #expect(search(text) == folded)
  }

  @Test(
    "Addresses are told apart by their letters, not by their case",
    arguments: [
      ("Ann@Example.COM", "ann@example.com"), ("JÖRG@example.com", "jörg@example.com"),
      ("strasse@example.com", "STRASSE@EXAMPLE.COM"), ("straße@example.com", "STRASSE@example.com"),
      ("ΣΊΣΥΦΟΣ@example.com", "σίσυφος@example.com"),
    ])
  func addressKeys(one: String, other: String) {
    #expect(caseBlind(one) == caseBlind(other))
  }

  @Test("Diacritics tell addresses apart")
  func diacriticsInAddresses() {
    #expect(caseBlind("jorg@example.com") != caseBlind("jörg@example.com"))
  }

  @Test("Any bytes fold into bytes that fold no further, within the room that is promised")
  func anyBytes() {
    var state: UInt64 = 7
    for _ in 0..<3_000 {
      let bytes = (0..<Int(state >> 33 % 24)).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 62 == 0
          ? UInt8(truncatingIfNeeded: state >> 40) & 0x7F
          : UInt8(truncatingIfNeeded: state >> 40) | 0x80
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for kind in [Folding.search, .caseBlind] {
        let once = bytes.withUnsafeBufferPointer { kind.bytes(of: $0) }
        #expect(once.count <= bytes.count * Folding.growth)
      }
    }
  }

  @Test("Every scalar fits into the room that is promised, and folds no further")
  func everyScalar() {
    for value in UInt32(1)...0x1_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(Character(scalar))
      for kind in [Folding.search, .caseBlind] {
        let once = kind.bytes(of: text)
        guard once.count <= text.utf8.count * Folding.growth else {
          Issue.record("U+\(String(value, radix: 16)) takes \(once.count) bytes")
          return
        }
      }
    }
  }
}
