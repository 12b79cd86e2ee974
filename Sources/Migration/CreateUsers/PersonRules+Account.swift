/// What a list says of people's accounts: off, gone, a guest's, or nobody's at all.
extension PersonRules {
  /// Whether a list's value means that the account is off; an unknown or empty one does not.
  package static func isOff(
    on: UnsafeBufferPointer<UInt8>, off: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let (on, off) = (bare(on), bare(off))
    return noes.has(on) || isClosed(on) || saysOff(on) || yeses.has(off) || saysOff(off)
  }

  /// Whether a list's day of leaving is past; also a plain yes, or words such as `uit dienst`. What is
  /// no day, or a day to come, is not. `today` is nil where nobody knows it: then no day is past.
  package static func hasLeft(_ value: UnsafeBufferPointer<UInt8>, today: Day?) -> Bool {
    let value = bare(value)
    if value.isEmpty { return false }
    if let day = day(value) { return today.map { day < $0 } ?? false }
    return yeses.has(value) || saysOff(value)
  }

  /// What a list's kind of account means: somebody of another organisation, or nobody (a room, a
  /// device, a service); nil for a person's own and for an unknown one.
  package static func accountKind(_ value: UnsafeBufferPointer<UInt8>) -> PersonFinding? {
    let value = bare(value)
    if guests.has(value) { return .guest }
    return thingKinds.has(value) ? .notAPerson : nil
  }

  /// Whether the part of an address before the @ is that of a room, a device or a service.
  static func isThing(_ local: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = 0
    while end < local.count, (local[end] | 0x20) &- 0x61 < 26 { end += 1 }
    let word = UnsafeBufferPointer(rebasing: local[..<end])
    guard end >= 2, things.contains(word) else { return false }
    // `room` and a number are a room; `svc.anything` is a service, `van.zaal` is a person.
    return local[end...].allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F }
      || services.contains(word)
  }

  /// Whether the part of an address before the @ is Entra's name for a guest: `ann_firm.nl#EXT#`.
  static func isGuest(_ local: UnsafeBufferPointer<UInt8>) -> Bool {
    guard local.count > 5, local.last == 0x23 else { return false }
    let end = local[(local.count - 5)...]
    return zip(end, "#ext#".utf8).allSatisfy { WordList.folded($0) == $1 }
  }

  /// Whether an address is a login in a domain that exists inside an organisation only.
  package static func isInsideAddress(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let at = address.lastIndex(of: 0x40) else { return false }
    return isInside(UnsafeBufferPointer(rebasing: address[(at + 1)...]))
  }

  /// Whether a domain exists inside an organisation only, so that no mail from outside gets there.
  static func isInside(_ domain: UnsafeBufferPointer<UInt8>) -> Bool {
    let label = domain[((domain.lastIndex(of: 0x2E) ?? -1) + 1)...]
    if label.count > 2, insideLabels.contains(UnsafeBufferPointer(rebasing: label)) { return true }
    let tenant = ".onmicrosoft.com"
    guard domain.count > tenant.utf8.count else { return false }
    return zip(domain[(domain.count - tenant.utf8.count)...], tenant.utf8).allSatisfy {
      WordList.folded($0) == $1
    }
  }

  // MARK: Values

  /// A value without blanks around it.
  private static func bare(_ run: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, run.count)
    while start < end, run[start] <= 0x20 { start += 1 }
    while end > start, run[end - 1] <= 0x20 { end -= 1 }
    return UnsafeBufferPointer(rebasing: run[start..<end])
  }

  /// Whether a value is the number in which a directory keeps what an account may do, with the bit of a
  /// closed one. Source: Active Directory's `userAccountControl`, ADS_UF_ACCOUNTDISABLE.
  private static func isClosed(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (3...9).contains(value.count) else { return false }
    var flags = 0
    for byte in value {
      let digit = byte &- 0x30
      guard digit < 10 else { return false }
      flags = flags * 10 + Int(digit)
    }
    return flags >= 512 && flags & 2 != 0
  }

  /// Whether a value is a word for off or gone, or begins with one: `Uit dienst per 1 mei`.
  private static func saysOff(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    if value.isEmpty || value.count > 100 { return false }
    if offs.has(value) { return true }
    // The first one, two and three words.
    var blanks = 0
    for place in value.indices where value[place] == 0x20 || value[place] == 0x2C {
      blanks += 1
      if blanks > 3 { return false }
      if offs.has(UnsafeBufferPointer(rebasing: value[..<place])) { return true }
    }
    return false
  }

  /// The day of `2026-03-01`, `20260301`, `01-03-2026`, `1.3.2026`, `3/31/2026`, with or without a time,
  /// or of a spreadsheet's day number; nil for anything else.
  private static func day(_ value: UnsafeBufferPointer<UInt8>) -> Day? {
    guard value.count >= 5, value.count <= 40, value[0] &- 0x30 < 10 else { return nil }
    let date = value.prefix { $0 != 0x20 && $0 != 0x54 }
    let text = String(decoding: date, as: UTF8.self)
    if let day = Day(text: text) { return day }
    if text.utf8.count == 5, let serial = Int(text), (20_000...80_000).contains(serial) {
      // A spreadsheet counts the days since 30 December 1899.
      return Day(number: serial - 25_569)
    }
    if text.utf8.count == 8, let number = Int(text) {
      return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    return Day(year: parts[2], month: parts[0], day: parts[1])
  }

  private static let noes = WordList([
    "false", "no", "nee", "nein", "non", "n", "0", "off", "uit", "aus", "falsch", "faux", "onwaar",
  ])
  private static let yeses = WordList([
    "true", "yes", "ja", "oui", "y", "j", "1", "wahr", "vrai", "waar",
  ])
  private static let offs = WordList([
    "disabled", "inactive", "suspended", "blocked", "deleted", "deprovisioned", "locked", "left",
    "terminated", "former", "not active", "deactivated", "departed", "resigned", "dismissed",
    "retired", "leaver", "archived", "revoked", "expired", "offboarded", "separated", "ex-employee",
    "former employee", "no longer employed", "not employed", "account disabled", "removed",
    "uitgeschakeld", "inactief", "geblokkeerd", "verwijderd", "uit dienst", "opgeschort",
    "niet actief", "niet in dienst", "vertrokken", "ontslagen", "gestopt", "gepensioneerd",
    "met pensioen", "beeindigd", "uitgetreden", "ex-medewerker", "oud-medewerker", "gedeactiveerd",
    "uitgestroomd", "afgemeld", "gearchiveerd", "verlopen", "uitdienst", "uit-dienst",
    "uitdiensttreding", "uitdienstgetreden", "withdrawn", "leaving", "deceased", "overleden",
    "deaktiviert", "inaktiv", "gesperrt", "ausgeschieden", "ausgetreten", "austritt", "geloscht",
    "gekundigt", "nicht aktiv", "ehemalig", "ehemaliger", "pensioniert", "im ruhestand", "beendet",
    "nicht mehr beschaftigt", "verlassen", "entlassen", "rente", "verstorben", "abgemeldet",
    "inactif", "inactive", "bloque", "suspendu", "suspendue", "desactive", "desactivee", "parti",
    "partie", "sorti", "sortie", "supprime", "licencie", "demissionnaire", "demission", "retraite",
    "retraitee", "non actif", "a quitte", "quitte", "radie", "ancien salarie", "termine",
    "terminee",
    "licenciee", "archive", "bloquee", "fin de contrat", "decede", "decedee",
  ])
  private static let guests = WordList([
    "guest", "gast", "gastgebruiker", "gastbenutzer", "invite", "invitee", "utilisateur invite",
    "guestmailuser", "external guest", "externe gast", "b2b", "b2b guest", "mailcontact",
  ])
  private static let thingKinds = WordList([
    "roommailbox", "equipmentmailbox", "sharedmailbox", "schedulingmailbox", "groupmailbox",
    "teammailbox", "discoverymailbox", "legacymailbox", "publicfoldermailbox", "room", "equipment",
    "resource", "shared", "shared mailbox", "room mailbox", "equipment mailbox", "resource mailbox",
    "service", "service account", "serviceaccount", "system", "system account", "functional",
    "functional account", "functioneel", "functioneel account", "serviceaccounts", "bot", "device",
    "ruimte", "zaal", "vergaderzaal", "gedeeld", "gedeeld postvak", "ruimtepostvak", "systeem",
    "systeemaccount", "dienst", "raum", "dienstkonto", "systemkonto", "funktionskonto",
    "raumpostfach", "freigegebenes postfach", "ressource", "salle", "compte de service", "systeme",
  ])
  /// Words with which the addresses of rooms and devices begin, a number behind them or none.
  private static let things = WordList([
    "room", "meetingroom", "boardroom", "zaal", "vergaderzaal", "vergaderruimte", "ruimte",
    "spreekkamer", "overlegruimte", "kantine", "besprechungsraum", "besprechung", "raum", "sitzung",
    "salle", "reunion", "beamer", "printer", "plotter", "scanner", "kopieerder", "copier", "laptop",
    "tablet", "res", "resource", "equipment", "poolauto", "svc", "srv", "sa", "service",
    "serviceaccount", "sync", "adsync", "aadsync", "msol", "healthmailbox", "systemmailbox",
    "krbtgt", "sql", "backup", "scan", "fax", "alarm", "monitoring", "test", "testuser",
  ])
  /// Words with which the addresses of services begin, whatever is behind them.
  private static let services = WordList([
    "svc", "srv", "sync", "adsync", "aadsync", "msol", "healthmailbox", "systemmailbox", "krbtgt",
    "serviceaccount", "meetingroom", "vergaderzaal", "vergaderruimte", "besprechungsraum",
  ])
  /// Last parts of names of domains that only exist inside (RFC 6762 and what organisations use).
  private static let insideLabels = WordList([
    "local", "lan", "internal", "corp", "intern", "intra", "intranet", "localdomain", "localhost",
    "home", "domain", "private", "invalid",
  ])
}

extension WordList {
  /// Whether a value is one of the words, without regard to case and accents.
  fileprivate func has(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    if value.isEmpty { return false }
    if contains(value) { return true }
    guard value.contains(where: { $0 >= 0x80 }) else { return false }
    return Folding.search.bytes(of: value).withUnsafeBufferPointer { contains($0) }
  }
}
