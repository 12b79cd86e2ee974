/// A name taken apart into first and last name, as the portal wants them.
///
/// Dutch particles go in front of the last name; where a name has more than two words and no particle,
/// the last word is the last name. A proposal for people to look at, not a truth.
package struct PersonName: Hashable, Sendable {
  /// First name as UTF-8; empty when there was one word only.
  package var first: [UInt8] = []
  /// Last name with its particles as UTF-8.
  package var last: [UInt8] = []
  /// Whether it is a guess which part is the first name and which the last.
  package var isGuess = false

  /// How a name is written as one.
  package enum Order: Sendable {
    /// First name first, unless a comma turns it.
    case firstName
    /// Last name first, with a comma behind it or without.
    case lastName
  }

  /// Words that belong to the last name behind them.
  static let particles = WordList([
    "van", "de", "der", "den", "ter", "ten", "te", "het", "'t", "’t", "‘t", "`t", "'s", "’s", "op",
    "in", "aan", "bij", "onder", "over", "uit", "uijt", "voor", "tot", "tho", "thoe", "v.", "v.d.",
    "v.d", "vd", "v/d", "d.", "vande", "vanden", "vander", "la", "le", "les", "du", "des", "da",
    "das", "dos", "do", "di", "del", "della", "degli", "von", "vom", "zu", "zum", "zur", "af", "av",
    "el", "al", "bin", "ibn",
  ])

  /// Takes a name apart that is written as one: `Ann de Vries`, `Vries, Ann de`, `Meer, van der,
  /// Willem`, with or without quotes, a note in brackets behind it and a mark behind a dash. `order`
  /// says which part leads where no comma does. O(bytes).
  package init(written: UnsafeBufferPointer<UInt8>, order: Order = .firstName) {
    var name: [UInt8] = []
    PersonRules.appendName(written, to: &name)
    PersonName.strip(&name)
    let parts = name.split(separator: 0x2C)
    guard parts.count > 1 else {
      let words = PersonName.words(parts.first ?? [])
      switch order {
      case .firstName: (first, last) = PersonName.split(words)
      case .lastName: (first, last, isGuess) = PersonName.splitBehindLastName(words)
      }
      // `Anna Berg - Drawing office`: nobody can tell what stands behind the dash.
      isGuess = isGuess || words.contains { PersonName.isDash($0) }
      return
    }
    isGuess = PersonName.words(name[...]).contains { PersonName.isDash($0) }
    // The last name leads: particles may stand in front of it, behind a comma, or at the very end.
    var given = PersonName.words(parts[parts.count - 1])
    var particles = parts[1..<(parts.count - 1)].flatMap { PersonName.words($0) }
    if let name = given.firstIndex(where: { !PersonName.isParticle($0) }) {
      let behind = (given.lastIndex { !PersonName.isParticle($0) } ?? name) + 1
      particles += given[behind...]
      given = Array(given[..<behind])
    } else if let initial = given.first?.first, initial >= 0x61 {
      // `Vries, de` tells no first name; `Bos, Al` does.
      particles += given
      given = []
    }
    first = PersonName.joined(given)
    last = PersonName.joined(particles + PersonName.words(parts[0]))
  }

  /// Proposes a name from an address: `ann.de.vries@...` is Ann de Vries, `w.vandermeer@...` is
  /// W van der Meer. O(bytes).
  package init(proposedFrom address: UnsafeBufferPointer<UInt8>) {
    var kept: [UInt8] = []
    PersonRules.appendAddress(address, to: &kept)
    let local = Array(kept.prefix { $0 != 0x40 && $0 != 0x2B })
    let pieces = local.withUnsafeBufferPointer { local in
      PersonRules.withoutNumber(local).split {
        $0 == 0x2E || $0 == 0x5F || $0 == 0x2D || $0 == 0x20
      }
      .map { Array($0) }
    }
    guard pieces.count > 1 else {
      first = pieces.first.map { PersonName.capitalised($0.map(WordList.folded)) } ?? []
      return
    }
    var lastWords: [[UInt8]] = []
    for piece in pieces.dropFirst() {
      let word = piece.map(WordList.folded)
      lastWords += PersonName.isParticle(word[...]) ? [word] : PersonName.unglued(word)
    }
    first = PersonName.capitalised(pieces[0].map(WordList.folded))
    last = PersonName.joined(lastWords.map { $0[...] })
  }

  /// Particles and one word are the last name, the rest is the first one: `von der Heide Anna`. More
  /// than two words beside the particles leave it open.
  private static func splitBehindLastName(
    _ words: [ArraySlice<UInt8>]
  ) -> (first: [UInt8], last: [UInt8], isGuess: Bool) {
    let start = words.firstIndex { !isParticle($0) } ?? words.count
    guard start < words.count else { return ([], joined(words), false) }
    var given = Array(words[(start + 1)...])
    var particles = Array(words[..<start])
    // `Heide Anna von der`: particles at the end belong to the last name as well.
    while given.count > 1, let word = given.last, isParticle(word) {
      particles.insert(word, at: start)
      given.removeLast()
    }
    return (joined(given), joined(particles + [words[start]]), given.count > 1)
  }

  private static func split(_ words: [ArraySlice<UInt8>]) -> (first: [UInt8], last: [UInt8]) {
    guard words.count > 1 else { return (words.first.map { Array($0) } ?? [], []) }
    // A small first letter tells `van Gogh` from Van, Ben or Le who are first names.
    if isParticle(words[0]), words[0].first.map({ !(0x41...0x5A).contains($0) }) ?? false {
      return ([], joined(words))
    }
    let start =
      words.indices.dropFirst().dropLast().first { isParticle(words[$0]) || isDouble(words[$0]) }
      ?? words.count - 1
    return (joined(Array(words[..<start])), joined(Array(words[start...])))
  }

  /// Whether a word is the first half of a double last name, as in `Jansen-de Vries`.
  private static func isDouble(_ word: ArraySlice<UInt8>) -> Bool {
    guard let dash = word.lastIndex(of: 0x2D), dash > word.startIndex else { return false }
    return isParticle(word[(dash + 1)...])
  }

  /// Whether a word is a particle of a last name.
  package static func isParticle(_ word: String) -> Bool { particles.contains(word) }

  static func isParticle(_ word: ArraySlice<UInt8>) -> Bool {
    word.withUnsafeBufferPointer { particles.contains($0) }
  }

  private static func words(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    text.split(separator: 0x20)
  }

  private static func joined(_ words: [ArraySlice<UInt8>]) -> [UInt8] {
    Array(words.joined(separator: [0x20]))
  }

  /// Whether a word is nothing but a dash.
  private static func isDash(_ word: ArraySlice<UInt8>) -> Bool {
    word.elementsEqual([0x2D]) || isLongDash(word[...])
  }

  /// Whether bytes begin with an en or em dash.
  private static func isLongDash(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: [0xE2, 0x80, 0x93]) || bytes.starts(with: [0xE2, 0x80, 0x94])
  }

  /// Where a mark behind a name begins, with the blank before it: what stands behind a stroke, or
  /// behind a dash between blanks where that is in capitals (`- HQ`), or behind any dash where it is a
  /// word for people from outside (`-EXT`). Nil for none: `Jansen - de Vries` is a double name.
  static func suffixStart(_ name: ArraySlice<UInt8>) -> Int? {
    for place in name.indices where name[place] == 0x20 && place + 1 < name.endIndex {
      let sign = name[(place + 1)...]
      let length = isLongDash(sign) ? 3 : sign.first == 0x2D || sign.first == 0x7C ? 1 : 0
      guard length > 0, place > name.startIndex else { continue }
      let behind = sign.dropFirst(length)
      if behind.isEmpty || sign.first == 0x7C { return place }
      let isApart = behind.first == 0x20
      let mark = isApart ? behind.dropFirst() : behind
      let isWord = mark.withUnsafeBufferPointer { outsiders.contains($0) }
      guard isApart || isWord else { continue }
      // In a name that is all in capitals they mark nothing: `DUPONT - MARTIN` is a double name.
      let isInCapitals =
        name[..<place].contains { $0 &- 0x61 < 26 } && mark.count <= 16
        && mark.contains { $0 &- 0x41 < 26 }
        && !mark.contains { $0 &- 0x61 < 26 || $0 >= 0x80 }
      if isWord || isInCapitals { return place }
    }
    return nil
  }

  /// Words behind a name that tell where somebody comes from.
  private static let outsiders = WordList([
    "ext", "ext.", "extern", "externe", "external", "contractor", "consultant", "inhuur",
    "inhuurkracht",
    "freelance", "freelancer", "zzp", "zzper", "stagiair", "stagiaire", "stage", "intern", "guest",
    "gast", "praktikant", "praktikantin", "leiharbeiter", "prestataire", "stagiaire externe",
    "temp",
    "temporary", "tijdelijk", "uitzendkracht", "leverancier", "supplier", "vendor", "partner",
  ])

  /// Leaves out quotes around a name, notes in brackets and marks behind it.
  private static func strip(_ name: inout [UInt8]) {
    func isQuote(_ byte: UInt8?) -> Bool { byte == 0x22 || byte == 0x27 }
    while name.count > 1, isQuote(name.first), name.last == name.first {
      name.removeLast()
      name.removeFirst()
    }
    if let end = suffixStart(name[...]) { name.removeSubrange(end...) }
    while let last = name.last, last == 0x29 || last == 0x5D,
      let open = name.lastIndex(of: last == 0x29 ? 0x28 : 0x5B), open > 0
    {
      name.removeSubrange(open...)
      while name.last == 0x20 { name.removeLast() }
    }
    if let end = suffixStart(name[...]) { name.removeSubrange(end...) }
    while name.last == 0x20 { name.removeLast() }
    while name.first == 0x20 { name.removeFirst() }
  }

  private static func capitalised(_ word: [UInt8]) -> [UInt8] {
    guard let first = word.first, first &- 0x61 < 26 else { return word }
    return [first & ~0x20] + word.dropFirst()
  }

  /// `vandermeer` as `van der Meer`: particles that an address has run together with the name.
  private static func unglued(_ word: [UInt8]) -> [[UInt8]] {
    for (glued, words) in gluedParticles
    where word.count >= glued.utf8.count + 3 && word.starts(with: glued.utf8) {
      return words.map { Array($0.utf8) } + [capitalised(Array(word.dropFirst(glued.utf8.count)))]
    }
    return [capitalised(word)]
  }

  private static let gluedParticles: [(String, [String])] = [
    ("vander", ["van", "der"]), ("vanden", ["van", "den"]), ("vande", ["van", "de"]),
    ("van", ["van"]),
  ]
}
