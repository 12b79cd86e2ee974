extension PersonRules {
  /// What is wrong with, or doubtful about, an address.
  ///
  /// One `@`, a local part of at most 64 bytes out of the characters of RFC 5322's dot-atom, a domain
  /// of at least two labels of RFC 1123, 254 bytes in all (RFC 5321 with its brackets). Letters beyond
  /// ASCII are doubtful: such mailboxes exist, and few systems take them. O(bytes).
  package static func addressFinding(
    _ address: UnsafeBufferPointer<UInt8>
  ) -> PersonFinding? {
    guard let base = address.baseAddress, !address.isEmpty else { return .addressMissing }
    let count = address.count
    var at = -1
    var seen = Seen()
    for index in 0..<count {
      let byte = base[index]
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x2E: break
      case 0x40:
        if at >= 0 { seen.secondAt = true } else { at = index }
      case 0x20, 0x09, 0x0A, 0x0D: seen.blank = true
      case 0x2C: seen.comma = true
      case 0x80...:
        seen.beyondASCII = true
        switch kind(at: index, in: address) {
        case .plain: break
        case .blank: seen.blank = true
        case .damaged: seen.damaged = true
        case .hidden, .wideDigit: seen.illegal = true
        }
      case 0x23:
        if at >= 0 { seen.illegal = true } else { seen.isNumberSign = true }
      case 0x21, 0x24...0x27, 0x2A, 0x2B, 0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E:
        // ! $ % & ' * + / = ? ^ _ ` { | } ~ in front of the @ only
        if at >= 0 { seen.illegal = true }
      default: seen.illegal = true
      }
    }
    if at < 0 { return .addressWithoutAt }
    if seen.blank { return .addressWithBlank }
    if seen.comma { return .addressWithComma }
    if seen.damaged { return .rowNotReadable }
    let local = UnsafeBufferPointer(rebasing: address[..<at])
    let domain = UnsafeBufferPointer(rebasing: address[(at + 1)...])
    if seen.secondAt || seen.illegal || !isDotted(local) || beginsFormula(local) {
      return .addressMalformed
    }
    if !domain.contains(0x2E) { return .addressWithoutDomain }
    if count > 254 || local.count > 64 { return .addressTooLong }
    if !isDomain(domain) { return .addressMalformed }
    if seen.isNumberSign, isGuest(local) { return .guest }
    if sharedMailboxes.contains(withoutNumber(local)) { return .sharedMailbox }
    if isThing(local) { return .notAPerson }
    if isInside(domain) { return .insideAddress }
    if freeMailDomains.contains(domain) { return .freeMail }
    return seen.beyondASCII ? .addressNotASCII : nil
  }

  /// Local parts of mailboxes that several people read, without the number behind them.
  static let sharedMailboxes = WordList([
    "abuse", "accounting", "accounts", "administratie", "administration", "administrator",
    "admin", "afspraak", "algemeen", "autocad", "autodesk", "backoffice", "balie", "beheer",
    "beheerder", "bestellingen", "bestelling", "bim", "boekhouding", "buchhaltung", "buero",
    "bureau", "cad", "cadbeheer", "cadteam", "commercial", "comptabilite", "contact", "crediteuren",
    "debiteuren", "dessin", "directie", "drafting", "engineering", "empfang", "facturatie",
    "factuur", "facturen", "finance", "financien", "front", "frontdesk", "hello", "helpdesk", "hr",
    "ict", "inkoop", "info", "information", "invoice", "invoices", "it", "jobs", "kantoor",
    "konstruktion", "kontakt", "licences", "licenses", "licenties", "logistiek", "mail", "mailbox",
    "marketing", "noreply", "no-reply", "office", "ontvangst", "orders", "order", "personeelszaken",
    "planning", "planung", "post", "postbus", "postmaster", "productie", "projecten", "purchase",
    "purchasing", "reception", "receptie", "rechnung", "sales", "secretariaat", "secretariat",
    "sekretariat", "service", "servicedesk", "shared", "software", "support", "team", "techniek",
    "technik", "tekenaars", "tekenkamer", "tekenburo", "tekenbureau", "tekenen", "tekening",
    "tekeningen", "verkauf", "verkoop", "vertrieb", "webmaster", "welkom", "werkplaats",
    "werkvoorbereiding", "zeichner", "zentrale",
  ])

  /// Domains of mail for anyone, in the Netherlands and around it.
  private static let freeMailDomains = WordList([
    "gmail.com", "googlemail.com", "hotmail.com", "hotmail.nl", "hotmail.be", "hotmail.fr",
    "hotmail.de", "hotmail.co.uk", "outlook.com", "outlook.nl", "outlook.be", "outlook.fr",
    "outlook.de", "live.com", "live.nl", "live.be", "live.fr", "msn.com", "yahoo.com", "yahoo.nl",
    "yahoo.fr", "yahoo.de", "yahoo.co.uk", "ymail.com", "icloud.com", "me.com", "mac.com",
    "aol.com", "proton.me", "protonmail.com", "gmx.de", "gmx.net", "gmx.at", "gmx.com", "web.de",
    "t-online.de", "freenet.de", "mail.com", "ziggo.nl", "kpnmail.nl", "kpnplanet.nl", "planet.nl",
    "home.nl", "xs4all.nl", "casema.nl", "chello.nl", "hetnet.nl", "upcmail.nl", "quicknet.nl",
    "telfort.nl", "tele2.nl", "caiway.nl", "zonnet.nl", "online.nl", "solcon.nl", "skynet.be",
    "telenet.be", "proximus.be", "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "sfr.fr",
    "btinternet.com", "mail.ru", "yandex.com", "yandex.ru", "qq.com", "163.com",
  ])

  /// A word without the digits, and a dot, dash or underscore in front of them, at its end.
  static func withoutNumber(_ word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var end = word.count
    while end > 0, word[end - 1] &- 0x30 < 10 { end -= 1 }
    if end == word.count { return word }
    if end > 0, word[end - 1] == 0x2D || word[end - 1] == 0x5F || word[end - 1] == 0x2E { end -= 1 }
    return UnsafeBufferPointer(rebasing: word[..<end])
  }

  private struct Seen {
    var secondAt = false
    var blank = false
    var comma = false
    var beyondASCII = false
    var damaged = false
    var illegal = false
    var isNumberSign = false
  }

  /// Whether no dot stands at an end or beside another.
  private static func isDotted(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var afterDot = true
    for byte in text {
      if byte == 0x2E, afterDot { return false }
      afterDot = byte == 0x2E
    }
    return !afterDot
  }

  private static func isDomain(_ domain: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    var labelIsNumber = true
    for index in 0...domain.count {
      if index < domain.count, domain[index] != 0x2E {
        labelIsNumber = labelIsNumber && domain[index] &- 0x30 < 10
        continue
      }
      let length = index - start
      guard (1...63).contains(length), domain[start] != 0x2D, domain[index - 1] != 0x2D
      else { return false }
      if index == domain.count { return length >= 2 && !labelIsNumber }
      start = index + 1
      labelIsNumber = true
    }
    return false
  }
}
