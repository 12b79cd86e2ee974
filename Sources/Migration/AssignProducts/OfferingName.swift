/// Names of offerings made comparable: as exports, licences and people write them.
package enum OfferingName {
  /// What a name is compared by: folded, without the maker's name in front, years, trade marks and
  /// whatever is no letter or digit; `&` and `and` are nothing. Empty for a name of nothing else. O(length).
  package static func key(of name: String) -> String {
    let folded = String(decoding: Folding.search.bytes(of: name), as: UTF8.self)
    var words: [String] = [""]
    for scalar in folded.unicodeScalars where scalar.isASCII || !marks.contains(scalar) {
      if isOfWord(scalar) {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else if !words[words.count - 1].isEmpty {
        words.append("")
      }
    }
    words.removeAll { $0.isEmpty || left.contains($0) }
    var kept: [String] = []
    var isAfterYear = false
    for word in words {
      // A release within a year, as in `2020.1`, goes with its year.
      let isRelease = isAfterYear && word.utf8.count == 1 && word.utf8.allSatisfy(isDigit)
      isAfterYear = isYear(word)
      if !isAfterYear, !isRelease { kept.append(word) }
    }
    if kept.count > 1, kept[0] == "autodesk" { kept.removeFirst() }
    return kept.joined(separator: " ")
  }

  /// Whether each of some folded words begins a word of a name.
  static func words(_ name: String, haveAll words: [[UInt8]]) -> Bool {
    let parts = Folding.search.bytes(of: name).split { $0 <= 0x20 }
    return words.allSatisfy { word in parts.contains { $0.starts(with: word) } }
  }

  /// Whether it is a letter or a digit. What Unicode says of a scalar takes a search, which nearly no name
  /// needs.
  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case ..<0x80: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  private static func isYear(_ word: String) -> Bool {
    word.utf8.count == 4 && word.utf8.allSatisfy(isDigit)
      && (word.hasPrefix("19") || word.hasPrefix("20"))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Trade marks.
  private static let marks: Set<Unicode.Scalar> = ["®", "™", "©"]
  /// Words that names have or lack as it comes; `&` is nothing, so `and` is nothing too.
  private static let left: Set<String> = ["and", "en", "the"]
}
