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
  /// Not taken over.
  case ignored

  /// What a column's name says, and how well: the lower the rank, the better. Nil for an unknown name.
  package static func meaning(of name: String) -> (column: PeopleColumn, rank: Int)? {
    let key = HeaderKey.of(name)
    if let known = aliases[key] { return known }
    guard key.contains("mail"), !notAnAddress.contains(where: { key.contains($0) }) else {
      return nil
    }
    return (.address, 8)
  }

  /// Names that stand for a column of first and last name, or of the last name beside a first one.
  static let looseNames: Set<String> = ["name", "naam", "nom"]

  private static let notAnAddress = [
    "priv", "prive", "persoonlijk", "personal", "thuis", "home", "manager", "leiding", "chef",
    "supervisor", "verified", "nickname", "enabled", "sent", "date", "type", "status", "backup",
  ]

  private static let aliases: [String: (column: PeopleColumn, rank: Int)] = {
    var all: [String: (PeopleColumn, Int)] = [:]
    for (column, rank, names) in table {
      for name in names.split(separator: " ") where all[String(name)] == nil {
        all[String(name)] = (column, rank)
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
      emailgeschaftlich geschaftlicheemail emailprofessionnel courrielprofessionnel emailpro mailpro
      """
    ),
    (
      .address, 2,
      """
      email emailaddress mail emailadres emailadresse mailadres mailadresse adresseemail \
      adressemail adresseelectronique courriel mel mailaddress primarysmtpaddress primaryemail \
      primaryemailaddress useremail emailid smtpaddress windowsemailaddress
      """
    ),
    (.address, 9, "userprincipalname upn"),
    (
      .login, 1,
      """
      samaccountname loginnaam loginname login gebruikersnaam username logonname inlognaam \
      aanmeldnaam anmeldename benutzername identifiant nomdutilisateur windowsaccount ntlogin
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
      ingeschakeld aktiv aktiviert actif compteactif
      """
    ),
    (
      .accountOn, 2,
      "status accountstatus statusreadonly employmentstatus employeestatus userstatus"
    ),
    (
      .accountOff, 1,
      """
      disabled accountdisabled isdisabled blockcredential blocksignin signinblocked blocked \
      suspended issuspended inactive uitgeschakeld geblokkeerd inactief deaktiviert gesperrt inactif
      """
    ),
    (
      .language, 1,
      "language preferredlanguage taal voertaal sprache langue lang locale correspondentietaal"
    ),
  ]
}
