/// What a column of a list of people is taken as.
package enum PeopleColumn: String, CaseIterable, Sendable {
  /// First name.
  case firstName = "first-name"
  /// The particles of a last name in a column of their own (Dutch HR lists: Tussenvoegsel).
  case particle
  /// Last name.
  case lastName = "last-name"
  /// First and last name in one.
  case displayName = "display-name"
  /// Last and first name in one, the last name leading whether or not a comma is behind it.
  case lastNameFirst = "last-name-first"
  /// Address.
  case address
  /// Login name.
  case login
  /// Pilot, wave, office or department.
  case group
  /// Language of the person's letters.
  case language
  /// Whether the account is on: `Enabled`, `Status`.
  case accountOn = "account-on"
  /// Whether the account is off: `Disabled`, `Block credential`.
  case accountOff = "account-off"
  /// The day on which the person leaves or has left.
  case leavingDay = "leaving-day"
  /// Whose account it is: a member's, a guest's, a room's.
  case accountKind = "account-kind"
  /// Not taken over.
  case ignored

  /// What a column's name says, and how well: the lower the rank, the better. Nil for an unknown name.
  ///
  /// Remarks in brackets are no part of a name (`First Name [Required]`), unless they make an address
  /// a private one. A name of two names is a column of whole names, in that order.
  package static func meaning(of name: String) -> (column: PeopleColumn, rank: Int)? {
    let key = HeaderKey.of(name)
    if let known = aliases[key] { return known }
    let isNoAddress = tellsNoAddress(key)
    let bare = withoutRemarks(name)
    if bare.utf8.count < name.utf8.count, let known = aliases[HeaderKey.of(bare)],
      known.column != .address || !isNoAddress
    {
      return (known.column, known.rank + 1)
    }
    if let column = wholeName(bare) { return (column, 2) }
    if let known = qualified(key) { return known }
    return key.contains("mail") && !isNoAddress ? (.address, containsMail) : nil
  }

  /// Whether a column's name says that what is in it is nobody's own address: a manager's, a private one.
  package static func isNoAddress(_ name: String) -> Bool { tellsNoAddress(HeaderKey.of(name)) }

  private static func tellsNoAddress(_ key: String) -> Bool {
    notAnAddress.contains { key.contains($0) } || key.contains { $0.isNumber }
  }

  /// The rank of a name that only has mail in it: taken where there is no better one, never beside.
  static let containsMail = 16

  /// A name without what stands in brackets.
  private static func withoutRemarks(_ name: String) -> String {
    var (bare, depth) = ("", 0)
    for character in name {
      switch character {
      case "(", "[", "{", "<": depth += 1
      case ")", "]", "}", ">": depth = max(0, depth - 1)
      default: if depth == 0 { bare.append(character) }
      }
    }
    return bare
  }

  /// `Legal First Name`, `user.email`, `name.familyName`, `Preferred Name - First Name`: a part of a
  /// person with a word before it that says whose it is, or which of two. Nil for anything else.
  private static func qualified(_ key: String) -> (column: PeopleColumn, rank: Int)? {
    guard let word = qualifiers.first(where: { key.hasPrefix($0) }) else { return nil }
    let rest = String(key.dropFirst(word.count))
    guard let known = aliases[rest] ?? qualified(rest) else { return nil }
    switch known.column {
    case .firstName, .lastName, .particle, .displayName, .lastNameFirst, .address:
      return (known.column, word.hasPrefix("preferred") ? max(1, known.rank - 2) : known.rank + 1)
    case .login, .group, .language, .accountOn, .accountOff, .leavingDay, .accountKind, .ignored:
      return nil
    }
  }

  /// Words before a person's part; of two that begin the same the longer one is first.
  private static let qualifiers = [
    "preferredname", "preferred", "legalname", "legal", "employee", "worker", "user", "person",
    "profile", "name", "medewerker", "werknemer", "mitarbeiter", "salarie",
  ]

  /// `Nachname, Vorname`, `Nom et prénom`, `Voornaam tussenvoegsel achternaam`: which name leads.
  private static func wholeName(_ name: String) -> PeopleColumn? {
    let words = name.split { $0.isWhitespace || ",/&+;|_".contains($0) }
      .map { HeaderKey.of(String($0)) }
      .filter { !$0.isEmpty && !joints.contains($0) && aliases[$0]?.column != .particle }
    guard (2...6).contains(words.count) else { return nil }
    func column(_ words: ArraySlice<String>) -> PeopleColumn? {
      let key = words.joined()
      return looseNames.contains(key) ? .lastName : aliases[key]?.column
    }
    for cut in 1..<words.count {
      switch (column(words[..<cut]), column(words[cut...])) {
      case (.firstName, .lastName): return .displayName
      case (.lastName, .firstName): return .lastNameFirst
      default: continue
      }
    }
    return nil
  }

  private static let joints: Set<String> = ["en", "und", "and", "et", "e", "y", "u", "of"]

  /// Names that stand for a column of first and last name, or of the last name beside a first one.
  static let looseNames: Set<String> = ["name", "naam", "nom"]

  private static let notAnAddress = [
    "priv", "prive", "persoonlijk", "personal", "thuis", "home", "manager", "leiding", "chef",
    "supervisor", "verified", "nickname", "enabled", "sent", "date", "type", "status", "backup",
    "recovery", "secondary", "secundair", "alternate", "alternatief", "other", "overig", "display",
    "herstel", "ouder", "parent", "partner", "noodcontact", "emergency", "domicile", "perso",
  ]

  private static let aliases: [String: (column: PeopleColumn, rank: Int)] = {
    var all: [String: (PeopleColumn, Int)] = [:]
    for (column, rank, names) in table {
      for name in names.split(separator: " ") where all[String(name)] == nil {
        all[String(name)] = (column, rank * 2)
      }
    }
    return all
  }()

  /// The portal's names, HR's in Dutch, English, German and French, and Active Directory's.
  private static let table: [(PeopleColumn, Int, String)] = [
    (.firstName, 1, "roepnaam rufname preferredname knownas callingname preferredfirstname"),
    (
      .firstName, 2,
      "firstname givenname voornaam vorname prenom first fname forename prenomusuel employeefirstname"
    ),
    (.firstName, 3, "voornamen given given1 vornamen prenoms"),
    (
      .particle, 1,
      """
      tussenvoegsel tussenvoegsels tussenvoegsellen voorvoegsel voorvoegsels tussenv voorv tv tvs \
      namenszusatz vorsatzwort namensvorsatz particule infix lastnameprefix surnameprefix
      """
    ),
    (.lastName, 1, "achternaam lastname surname nachname familyname familienaam sn nomdefamille"),
    (.lastName, 2, "familienname zuname lname last nomusage nomdusage employeelastname"),
    (.displayName, 1, "displayname weergavenaam anzeigename nomcomplet fullname volledigenaam"),
    (.displayName, 2, "vollername vollstandigername nomaffiche naamvolledig cn"),
    (
      .displayName, 3,
      "name naam nom medewerker werknemer employee employeename mitarbeiter collaborateur"
    ),
    (
      .address, 1,
      """
      emailwerk emailzakelijk zakelijkemail werkemail emailadreswerk emailadreszakelijk \
      zakelijkemailadres workemail workemailaddress emailwork businessemail businessemailaddress \
      emailgeschaftlich geschaftlicheemail emailprofessionnel courrielprofessionnel emailpro mailpro \
      emailprimarywork primaryworkemail emaildienstlich dienstlicheemail dienstemail
      """
    ),
    (
      .address, 2,
      """
      email emailaddress mail emailadres emailadresse mailadres mailadresse adresseemail \
      adressemail adresseelectronique courriel mel mailaddress primarysmtpaddress primaryemail \
      primaryemailaddress useremail emailid smtpaddress windowsemailaddress emailsvalue \
      emailsworkvalue
      """
    ),
    (
      .address, 9,
      """
      userprincipalname upn userlogonname benutzerprinzipalname principalnaamvangebruiker \
      principalnaamgebruiker nomdutilisateurprincipal nomprincipaldelutilisateur
      """
    ),
    (
      .login, 1,
      """
      samaccountname loginnaam loginname login gebruikersnaam username logonname inlognaam \
      aanmeldnaam anmeldename benutzername identifiant nomdutilisateur windowsaccount ntlogin \
      prewindows2000logonname userlogonnameprewindows2000 logonnameprewindows2000 \
      aanmeldingsnaamprewindows2000 gebruikersaanmeldingsnaamprewindows2000 \
      benutzeranmeldenameprawindows2000 anmeldenameprawindows2000 \
      nomdouverturedesessiondelutilisateuranterieurawindows2000
      """
    ),
    (
      .login, 2,
      """
      accountname accountnaam account userid uid user logon netwerknaam networkid benutzerkennung \
      kennung adaccount
      """
    ),
    (.group, 1, "group groep gruppe groupe pilot pilotgroep wave golf welle vague"),
    (
      .group, 2,
      """
      office officelocation physicaldeliveryofficename vestiging locatie location kantoor standort \
      niederlassung buro buero site agence bureau etablissement lieu filiaal branch
      """
    ),
    (.group, 3, "department afdeling abteilung departement dept afd division service team"),
    (
      .accountOn, 1,
      """
      enabled accountenabled isenabled active isactive accountactive actief accountactief \
      ingeschakeld aktiv aktiviert actif compteactif accountstate useraccountcontrol indienst \
      accountingeschakeld accountisactief accountisenabled accountisactive kontoaktiviert kontoaktiv \
      benutzerkontoaktiviert istaktiv compteactive estactif activeyn
      """
    ),
    (
      .accountOn, 2,
      """
      status accountstatus statusreadonly employmentstatus employeestatus userstatus workerstatus \
      dienstverband statusmedewerker medewerkerstatus state beschaftigungsstatus statut etat \
      employeestate hrstatus positionstatus emplstatus employeestatuscode kontostatus benutzerstatus statusdienstverband statutducompte \
      etatducompte statutsalarie statusmitarbeiter mitarbeiterstatus
      """
    ),
    (
      .leavingDay, 1,
      """
      uitdienst datumuitdienst uitdienstdatum uitdienstper einddatumdienstverband \
      einddatumcontract einddienstverband datumeinddienstverband uitdiensttreding \
      datumuitdiensttreding vertrekdatum leavingdate leavedate dateleft dateofleaving leftdate \
      terminationdate datetermination dateofdeparture departuredate lastworkingday lastdayofwork \
      employmentenddate employeeleavedatetime accountexpirationdate austrittsdatum austritt \
      datumaustritt datesortie datedesortie datedepart datededepart datefincontrat findecontrat \
      datefindecontrat datedefindecontrat datedefincontrat vertragsende austrittam datumeindecontract
      """
    ),
    (
      .leavingDay, 2, "einddatum enddate enddatum enddatecontract enddatumvertrag datefin datedefin"
    ),
    (
      .accountKind, 1,
      """
      usertype recipienttypedetails recipienttype accounttype soortaccount accountsoort typeaccount \
      mailboxtype typegebruiker gebruikerstype benutzertyp kontotyp typeutilisateur typecompte
      """
    ),
    (
      .accountOff, 1,
      """
      disabled accountdisabled isdisabled blockcredential blocksignin signinblocked blocked \
      suspended issuspended archived isarchived deleted isdeleted inactive terminated uitgeschakeld \
      geblokkeerd inactief gearchiveerd isgearchiveerd archiviert archive deaktiviert gesperrt inactif accountuitgeschakeld accountgeblokkeerd \
      accountisdisabled accountblocked signinstatusblocked aanmeldinggeblokkeerd aanmeldenblokkeren \
      aanmeldingblokkeren aanmeldengeblokkeerd referentieblokkeren referentiesblokkeren \
      kontodeaktiviert kontogesperrt istdeaktiviert anmeldungblockiert \
      anmeldungblockieren anmeldeinformationenblockieren anmeldedatenblockieren \
      comptedesactive comptebloque connexionbloquee bloquerlaconnexion \
      bloquerlesinformationsdidentification
      """
    ),
    (
      .language, 1,
      "language preferredlanguage taal voertaal sprache langue lang locale correspondentietaal"
    ),
  ]
}
