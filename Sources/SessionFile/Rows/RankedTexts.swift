import Migration

/// Distinct texts by number: found by a part of them, and ranked in their order.
struct RankedTexts {
  private var numbers = ByteTable(expecting: 64)
  private var written: [[UInt8]] = []
  /// The folded texts one behind the other, a line feed between them.
  private var blob: [UInt8] = []
  private var starts: [Int] = [0]
  private var counts = [UInt32](repeating: 0, count: 256)

  /// The number of a text, given one where it is new.
  mutating func number(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if let known = numbers.value(text) { return UInt32(known) }
    numbers.set(text, Int64(written.count))
    written.append(Array(text))
    append(Folding.search.bytes(of: text))
    return UInt32(written.count - 1)
  }

  /// Adds a folded text behind the others; equal ones stay apart.
  mutating func append(_ folded: [UInt8]) {
    for byte in folded.prefix(64) { counts[Int(byte)] += 1 }
    blob += folded
    blob.append(0x0A)
    starts.append(blob.count)
  }

  /// A text as it was first written.
  func text(_ number: UInt32) -> String {
    String(decoding: written[Int(number)], as: UTF8.self)
  }

  /// All texts as they were first written, by number.
  var all: [String] { written.map { String(decoding: $0, as: UTF8.self) } }

  /// Which texts hold a folded word.
  func hits(_ word: [UInt8]) -> [Bool] {
    var hits = [Bool](repeating: false, count: starts.count - 1)
    guard !word.isEmpty else { return hits }
    let search = ByteSearch(word, counts: counts)
    let padded = blob + [UInt8](repeating: 0, count: ByteSearch.padding)
    padded.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var text = 0
      var place = 0
      while place < blob.count {
        place = search.find(base, from: place, to: blob.count)
        if place < 0 { return }
        while starts[text + 1] <= place { text += 1 }
        hits[text] = true
        text += 1
        place = starts[text]
      }
    }
    return hits
  }

  /// The rank of each text by number, without regard to case and diacritics.
  var ranks: [UInt32] {
    var ranks = [UInt32](repeating: 0, count: starts.count - 1)
    let sorted = ranks.indices.sorted { left, right in
      let one = blob[starts[left]..<starts[left + 1] - 1]
      let other = blob[starts[right]..<starts[right + 1] - 1]
      if one != other || written.isEmpty { return one.lexicographicallyPrecedes(other) }
      return written[left].lexicographicallyPrecedes(written[right])
    }
    for (rank, number) in sorted.enumerated() { ranks[number] = UInt32(rank) }
    return ranks
  }
}
