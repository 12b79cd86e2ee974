/// A small set of words that is asked for runs of bytes, without regard to the case of ASCII letters.
///
/// A first letter and a length that no word has are answered without comparing.
package struct WordList: Sendable {
  // By first letter, the lengths that occur; words longer than 31 bytes share the last bit.
  private let lengths: [UInt32]
  private let words: [[UInt8]]

  /// Makes a list of words in lower case.
  package init(_ words: [String]) {
    var lengths = [UInt32](repeating: 0, count: 256)
    let bytes = words.map { Array($0.utf8) }
    for word in bytes {
      guard let first = word.first else { continue }
      lengths[Int(first)] |= 1 << UInt32(min(word.count, 31))
    }
    self.lengths = lengths
    self.words = bytes
  }

  /// Whether a run of bytes is one of the words; O(words) at worst, O(1) nearly always.
  package func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    let mask = lengths[Int(WordList.folded(first))]
    guard mask & (1 << UInt32(min(word.count, 31))) != 0 else { return false }
    for candidate in words where candidate.count == word.count {
      var index = 0
      while index < word.count, WordList.folded(word[index]) == candidate[index] { index += 1 }
      if index == word.count { return true }
    }
    return false
  }

  /// Whether a text is one of the words.
  package func contains(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { contains($0) }
  }

  /// An ASCII capital as a small letter, any other byte as it is.
  @inline(__always)
  package static func folded(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}
