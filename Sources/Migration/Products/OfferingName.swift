/// Names of offerings made comparable: as exports, licences and people write them.
package enum OfferingName {
  /// What a name is compared by: folded, without the maker's name in front, years, trade marks and
  /// whatever is no letter or digit; `&` and `and` are nothing. Empty for a name of nothing else. O(length).
  package static func key(of name: String) -> String {
    var words: [[UInt8]] = [[]]
    for byte in Folding.search.bytes(of: spelled(name)) {
      if byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 {
        words[words.count - 1].append(byte)
      } else if !words[words.count - 1].isEmpty {
        words.append([])
      }
    }
    words.removeAll { $0.isEmpty || isYear($0) || left.contains($0) }
    if words.count > 1, words[0] == maker { words.removeFirst() }
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }

  /// Whether each of some folded words begins a word of a name.
  static func words(_ name: String, haveAll words: [[UInt8]]) -> Bool {
    let parts = Folding.search.bytes(of: name).split { $0 <= 0x20 }
    return words.allSatisfy { word in parts.contains { $0.starts(with: word) } }
  }

  /// Trade marks away.
  private static func spelled(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.filter { !"®™©".unicodeScalars.contains($0) }))
  }

  private static func isYear(_ word: [UInt8]) -> Bool {
    word.count == 4 && word.allSatisfy { $0 &- 0x30 < 10 }
      && (word.starts(with: [0x31, 0x39]) || word.starts(with: [0x32, 0x30]))
  }

  private static let maker = Array("autodesk".utf8)
  /// Words that names have or lack as it comes; `&` is nothing, so `and` is nothing too.
  private static let left: Set<[UInt8]> = [Array("and".utf8), Array("en".utf8), Array("the".utf8)]
}
