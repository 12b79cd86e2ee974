import Seeds
import Testing

@testable import Documents

@Suite("Whatever the bytes")
struct LicensingPropertyTests {
  /// An example with lines moved, bytes changed, pieces doubled and cut out.
  private static func mutated(_ text: String, _ numbers: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 0...12, using: &numbers) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      let length = min(Int.random(in: 1...80, using: &numbers), bytes.count - place)
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
      case 1: bytes.removeSubrange(place..<(place + length))
      case 2: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
      case 3:
        bytes[place] = Array("\"()[]{}@:/\\, \n\r\t0".utf8).randomElement(using: &numbers) ?? 0
      case 4: bytes.insert(contentsOf: repeatElement(0x39, count: length), at: place)
      default:
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        lines.shuffle(using: &numbers)
        bytes = Array(lines.joined(separator: [0x0A]))
      }
    }
    return bytes
  }

  private static func cuts(_ count: Int, _ numbers: inout SeededGenerator) -> [Int] {
    if Int.random(in: 0..<8, using: &numbers) == 0 { return Array(0...count) }
    return (0..<8).map { _ in Int.random(in: 0...count, using: &numbers) }
  }

  @Test("nothing crashes, and chunks make no difference", arguments: 0..<4)
  func chunks(example: Int) {
    var numbers = SeededGenerator(seed: UInt64(example) + 1)
    for round in 0..<60 {
      let bytes = Self.mutated(Example.all[example], &numbers)
      let cuts = Self.cuts(bytes.count, &numbers)
      #expect(Reading.log(bytes, cuts: cuts) == Reading.log(bytes, cuts: []), "round \(round)")
      #expect(Reading.lmstat(bytes, cuts: cuts) == Reading.lmstat(bytes, cuts: []))
      #expect(Reading.licences(bytes, cuts: cuts) == Reading.licences(bytes, cuts: []))
      #expect(Reading.helper(bytes, cuts: cuts) == Reading.helper(bytes, cuts: []))
    }
  }

  @Test("a line without end is held at its first 64 KB")
  func endlessLine() {
    var bytes = Array("10:00:00 (adskflex) OUT: \"f\" a@".utf8)
    bytes += [UInt8](repeating: 0x62, count: 200_000)
    bytes += Array("\n10:00:01 (adskflex) OUT: \"f\" c@d  ".utf8)
    let whole = Reading.log(bytes, cuts: [])
    let cut = Reading.log(bytes, cuts: [70_000, 150_000])
    #expect(whole == cut)
    #expect(whole.outs == 2)
    #expect(whole.usages.map(\.host.utf8.count) == [65_505, 1])
  }
}
