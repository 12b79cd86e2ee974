/// What the portal, a spreadsheet and plain sense ask of a person's names and address.
///
/// All rules work on UTF-8 bytes, so that a form, a list of 100,000 rows and the command line use
/// the same ones. The rules take normalised values (`appendName`, `appendAddress`).
package enum PersonRules {
  /// The longest name that is taken, in Unicode scalars; the portal does not say what its limit is.
  package static let longestName = 100
  /// The longest group or login name that is taken, in Unicode scalars.
  package static let longestDetail = 64

  /// Words that the portal refuses in a name when they stand alone; `Administrator` is taken.
  ///
  /// Source: a reseller's note on the portal's "invalid formatting" error. The portal also refuses
  /// profanity without naming it: these are words that are nobody's name.
  package static let forbiddenWords = WordList([
    "admin", "autodesk", "employee", "moderator", "support",
    "asshole", "bitch", "bullshit", "cunt", "fuck", "fucker", "fucking", "motherfucker", "shit",
    "slut", "wanker", "whore",
  ])

  /// The first thing that is wrong with a person, else the first that is doubtful, else nil.
  ///
  /// Values are normalised UTF-8. O(bytes), no allocation.
  package static func verdict(
    first: UnsafeBufferPointer<UInt8>, last: UnsafeBufferPointer<UInt8>,
    address: UnsafeBufferPointer<UInt8>
  ) -> PersonFinding? {
    if first.isEmpty { return .firstNameMissing }
    if last.isEmpty { return .lastNameMissing }
    let inFirst = nameFinding(first)
    if let inFirst, inFirst.isRefusal { return inFirst }
    let inLast = nameFinding(last)
    if let inLast, inLast.isRefusal { return inLast }
    let inAddress = addressFinding(address)
    if let inAddress { return inAddress }
    return inFirst ?? inLast
  }

  /// What is wrong with, or doubtful about, one name; an empty name has nothing wrong with it.
  package static func nameFinding(_ name: UnsafeBufferPointer<UInt8>) -> PersonFinding? {
    guard let base = name.baseAddress, !name.isEmpty else { return nil }
    if beginsFormula(name) { return .nameLikeFormula }
    let count = name.count
    if count > longestName, scalars(in: name) > longestName { return .nameTooLong }
    var (hasDigit, hasComma, hasAt, hasSmall) = (false, false, false, false)
    // A word is a run of letters and digits of any script; only plain ASCII ones can be forbidden.
    var wordStart = 0
    var index = 0
    while index < count {
      let byte = base[index]
      if (byte | 0x20) &- 0x61 < 26 {
        hasSmall = hasSmall || byte & 0x20 != 0
        index += 1
        continue
      }
      if byte &- 0x30 < 10 {
        hasDigit = true
        index += 1
        continue
      }
      if byte >= 0x80 {
        switch PersonRules.kind(at: index, in: name) {
        case .plain: break
        case .wideDigit: return .nameWithForbiddenCharacter
        case .damaged: return .rowNotReadable
        case .hidden, .blank: return .nameWithControlCharacter
        }
        index += 1
        continue
      }
      switch byte {
      case 0x00...0x1F, 0x7F: return .nameWithControlCharacter
      case 0x25, 0x2F, 0x3A: return .nameWithForbiddenCharacter  // % / :
      case 0x2E where endsInWWW(base, index): return .nameWithForbiddenCharacter
      case 0x2C: hasComma = true
      case 0x40: hasAt = true
      default: break
      }
      if isForbiddenWord(name, wordStart, index) { return .nameWithForbiddenWord }
      index += 1
      wordStart = index
    }
    if isForbiddenWord(name, wordStart, count) { return .nameWithForbiddenWord }
    if hasAt { return .nameIsAddress }
    if hasComma, !endsInSuffix(name) { return .nameWithComma }
    if hasDigit { return .nameWithDigits }
    return !hasSmall && isInCapitals(name) ? .nameInCapitals : nil
  }

  /// What is wrong with a group or a login name; empty ones have nothing wrong with them.
  package static func detailFinding(_ detail: UnsafeBufferPointer<UInt8>) -> PersonFinding? {
    if detail.isEmpty { return nil }
    if beginsFormula(detail) { return .nameLikeFormula }
    if detail.count > longestDetail, scalars(in: detail) > longestDetail { return .nameTooLong }
    for index in detail.indices {
      let byte = detail[index]
      if byte < 0x20 || byte == 0x7F { return .nameWithControlCharacter }
      guard byte >= 0x80 else { continue }
      switch kind(at: index, in: detail) {
      case .plain, .wideDigit: break
      case .damaged: return .rowNotReadable
      case .hidden, .blank: return .nameWithControlCharacter
      }
    }
    return nil
  }

  /// Whether a login name looks like one that several people use.
  package static func isGenericLogin(_ login: UnsafeBufferPointer<UInt8>) -> Bool {
    let bare = withoutNumber(login)
    return genericLogins.contains(bare) || sharedMailboxes.contains(bare)
  }

  /// Whether a spreadsheet would run a value as a formula: it begins with `=`, `+`, `-`, `@`, a tab
  /// or a carriage return, or with a full-width form of the first four.
  package static func beginsFormula(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = value.first else { return false }
    switch first {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: return true
    case 0xEF where value.count >= 3 && value[1] == 0xBC:
      // U+FF1D, U+FF0B, U+FF0D, U+FF20
      return value[2] == 0x9D || value[2] == 0x8B || value[2] == 0x8D || value[2] == 0xA0
    default: return false
    }
  }

  /// Whether a value holds a character that steers a terminal, a line or the direction of writing.
  package static func hasUnseenCharacter(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    value.indices.contains { index in
      let byte = value[index]
      if byte < 0x20 || byte == 0x7F { return true }
      return byte >= 0x80 && kind(at: index, in: value) == .hidden
    }
  }

  /// The forbidden word in a name as it is written there; nil when there is none.
  package static func forbiddenWord(in name: String) -> String? {
    for word in name.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    where forbiddenWords.contains(String(word)) {
      return String(word)
    }
    return nil
  }

  // Login names of rooms, machines and purposes, without the number behind them.
  private static let genericLogins = WordList([
    "algemeen", "autocad", "balie", "beheer", "beheerder", "bim", "bouwkunde", "cursist", "cursus",
    "demo", "docent", "drafting", "engineering", "gast", "gebruiker", "guest", "inventor",
    "klaslokaal", "kiosk", "laptop", "leerling", "lokaal", "plotter", "render", "revit",
    "scan", "scanner", "service", "stage", "stagiair", "stagiaire", "student", "system",
    "teken", "tekenaar", "tekenkamer", "temp", "test", "tester", "training", "trainee", "user",
    "utilisateur", "benutzer", "werkplek", "workstation", "ws", "administrator", "root",
  ])

  private static func endsInWWW(_ base: UnsafePointer<UInt8>, _ end: Int) -> Bool {
    end >= 3 && base[end - 1] | 0x20 == 0x77 && base[end - 2] | 0x20 == 0x77
      && base[end - 3] | 0x20 == 0x77
  }

  @inline(__always)
  private static func isForbiddenWord(
    _ name: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard end - start >= 4 else { return false }
    return forbiddenWords.contains(UnsafeBufferPointer(rebasing: name[start..<end]))
  }
}
