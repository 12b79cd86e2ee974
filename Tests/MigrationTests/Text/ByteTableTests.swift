import Migration
import Seeds
import Testing

@Suite("A table of bytes")
struct ByteTableTests {
  @Test("A table of bytes says the same as a dictionary", arguments: 1...5)
  func table(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var table = ByteTable(expecting: 1)
    var dictionary: [[UInt8]: Int64] = [:]
    for _ in 0..<2_000 {
      let key = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        UInt8.random(in: 0...2, using: &random)
      }
      let value = Int64.random(in: -5...5, using: &random)
      #expect(key.withUnsafeBufferPointer { table.value($0) } == dictionary[key])
      key.withUnsafeBufferPointer { table.set($0, value) }
      dictionary[key] = value
    }
    #expect(table.count == dictionary.count)
    for number in 0..<table.count {
      let key = table.withBytes(of: number) { Array($0) }
      #expect(table.tag(of: number) == dictionary[key])
      #expect(key.withUnsafeBufferPointer { table.number(of: $0) } == (number, false))
    }
  }
}
