import Seeds
import Testing

@testable import SessionFile

@Suite("Bytes: search, records")
struct ByteTests {
  @Test("A search finds the first place, wherever it starts and ends", arguments: 1...20)
  func search(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let length = Int.random(in: 0...90, using: &random)
    let bytes = (0..<length).map { _ in UInt8.random(in: 97...99, using: &random) }
    // What stands behind the end looks like more of the same.
    let padded = bytes + [UInt8](repeating: 97, count: ByteSearch.padding)
    for _ in 0..<200 {
      let needle = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        UInt8.random(in: 97...99, using: &random)
      }
      let start = Int.random(in: 0...length, using: &random)
      let end = Int.random(in: start...length, using: &random)
      var counts = [UInt32](repeating: 0, count: 256)
      counts[97] = UInt32.random(in: 0...9, using: &random)
      counts[98] = UInt32.random(in: 0...9, using: &random)
      let search = ByteSearch(needle, counts: counts)
      let found = padded.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { search.find($0, from: start, to: end) } ?? -1
      }
      var expected = -1
      if end - start >= needle.count {
        expected =
          (start...end - needle.count).first { bytes[$0..<end].starts(with: needle) } ?? -1
      }
      #expect(found == expected)
    }
  }

  @Test("Numbers of any size come back from a record")
  func numbers() throws {
    let numbers: [Int64] = [0, 1, -1, 63, 64, -64, -65, 1 << 40, .max, .min]
    var writer = RecordWriter()
    for number in numbers { writer.number(number) }
    var reader = RecordReader(writer.bytes)
    for number in numbers { #expect(try reader.number() == number) }
    #expect(reader.isAtEnd)
    #expect(throws: RecordReader.Malformed.self) { try reader.number() }
  }
}
