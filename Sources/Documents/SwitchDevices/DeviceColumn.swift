import Migration

/// A column of a list of devices, under any of its names.
enum DeviceColumn: Hashable, CaseIterable {
  case computer, system, user, group

  /// Where each column stands by the names of a header: the best name of each.
  static func places(_ names: [String]) -> [DeviceColumn: Int] {
    var best: [DeviceColumn: (rank: Int, place: Int)] = [:]
    for (place, name) in names.enumerated() {
      guard let (column, rank) = aliases[HeaderKey.of(name)] else { continue }
      if let known = best[column], known.rank <= rank { continue }
      best[column] = (rank, place)
    }
    // A directory calls computers by "Name"; so do lists of anything.
    let keys = Set(names.map { HeaderKey.of($0) })
    if best[.computer] == nil, best[.system] != nil || !keys.isDisjoint(with: inventories),
      let place = names.firstIndex(where: { loose.contains(HeaderKey.of($0)) })
    {
      best[.computer] = (9, place)
    }
    return best.mapValues(\.place)
  }

  private static let loose: Set<String> = ["name", "naam", "nom", "cn", "displayname"]

  /// Columns that only lists of computers have.
  private static let inventories: Set<String> = [
    "deviceid", "clientactivity", "os", "lastlogonuser", "jointype", "jointypetrusttype",
    "currentlyloggedonuser", "operatingsystem", "operatingsystemversion",
  ]

  /// Whether names of columns are those of a list of computers, and not of people: one that names a
  /// computer says so, and one that has columns of an inventory. A list of people with their addresses
  /// may tell one such thing about each.
  static func isOfComputers(_ names: [String], isOfPeople: Bool = false) -> Bool {
    let keys = names.map { HeaderKey.of($0) }
    return keys.contains { aliases[$0].map { $0.0 == .computer && $0.1 == 1 } ?? false }
      || keys.count { inventories.contains($0) } > (isOfPeople ? 1 : 0)
  }

  private static let aliases: [String: (DeviceColumn, Int)] = {
    var all: [String: (DeviceColumn, Int)] = [:]
    for (column, rank, names) in table {
      for name in names.split(separator: " ") where all[String(name)] == nil {
        all[String(name)] = (column, rank)
      }
    }
    return all
  }()

  /// The names of inventories and directories in Dutch, English, German and French.
  private static let table: [(DeviceColumn, Int, String)] = [
    (
      .computer, 1,
      """
      computer computername computernaam hostname devicename toestelnaam apparaatnaam machinename \
      rechnername geratename nomdelordinateur nomordinateur nomduposte nomdelappareil pcname pcnaam \
      netbiosname netbiosname0 computername0 name0 systemname naamvanapparaat
      """
    ),
    (
      .computer, 2,
      """
      host device toestel apparaat pc werkstation workstation machine rechner gerat arbeitsplatz \
      ordinateur poste appareil dnshostname assetname
      """
    ),
    (
      .system, 1,
      """
      system systeem os operatingsystem besturingssysteem platform betriebssystem \
      systemedexploitation systeme plateforme osname operatingsystemnameand0 operatingsystemname \
      operatingsystem0 caption0 osversion
      """
    ),
    (
      .user, 1,
      """
      userprincipalname upn primaryuserupn primaryuserprincipalname primaryuseremailaddress login \
      loginname loginnaam samaccountname anmeldename identifiant primairegebruikerupn \
      upnvanprimairegebruiker primarerbenutzerupn benutzerprinzipalname hauptbenutzerupn \
      upnderprimarenbenutzers upndelutilisateurprincipal upnutilisateurprincipal
      """
    ),
    (
      .user, 2,
      """
      user username gebruiker gebruikersnaam benutzer benutzername anwender utilisateur \
      nomdutilisateur primaryuser primairegebruiker hauptbenutzer utilisateurprincipal \
      primarerbenutzer primaryusers usernames username0 usernameand0 currentuser \
      currentlyloggedonuser lastloggedinuser lastlogonusername lastlogonuser laatstaangemeldegebruiker \
      letzterbenutzer dernierutilisateur registeredowners \
      lastloggedonuser lastuser laatstegebruiker assigneduser assignedto toegewezenaan \
      zugewiesenan affectea owner eigenaar besitzer proprietaire email emailaddress emailadres \
      emailadresse adresseemail mail people persoon personen person
      """
    ),
    (.group, 1, "group groep gruppe groupe pilot pilotgroep wave golf welle vague devicegroup"),
    (
      .group, 2,
      """
      office vestiging locatie location kantoor standort niederlassung site agence bureau afdeling \
      department abteilung departement dept team room lokaal raum salle
      """
    ),
  ]
}
