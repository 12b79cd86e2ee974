import Migration
import Testing

@testable import Documents

/// The people of a list with what is said of each.
private func people(_ text: String, today: Day? = nil) throws -> [String] {
  try people(Array(text.utf8), today: today)
}

private func people(_ bytes: [UInt8], today: Day? = nil) throws -> [String] {
  let list = try PeopleListReader.read(bytes, reading: .init(today: today))
  return list.batch.rows.map { row in
    let person = list.batch.details(of: row)
    let group = person.group.isEmpty ? "" : " \(person.group)"
    let cause = row.cause.map { " \($0.name)" } ?? ""
    return "\(person.firstName)|\(person.lastName)|\(person.address)\(group)\(cause)"
  }
}

@Suite("The columns of a list of people")
struct PeopleColumnsTests {
  @Test("give way to the next one of their kind where they are empty in a row")
  func emptyCells() throws {
    #expect(
      try people(
        """
        Roepnaam;Voornaam;Achternaam;E-mail;UserPrincipalName;Office;Department
        ;Jan;de Vries;jan@example.com;jvries@example.com;;Bouw
        Piet;Petrus;Jansen;;piet@example.com;Delft;Bouw
        """) == ["Jan|de Vries|jan@example.com Bouw", "Piet|Jansen|piet@example.com Delft"])
    // The best column may stand anywhere.
    #expect(
      try people(
        """
        UserPrincipalName,GivenName,Surname,PreferredName,Mail
        x1@example.com,Johannes,Bos,Hans,hans.bos@example.com
        x2@example.com,Anna,Berg,NULL,
        """) == ["Hans|Bos|hans.bos@example.com", "Anna|Berg|x2@example.com"])
    #expect(
      try people(
        """
        DisplayName,GivenName,Surname,Mail
        Ann de Vries,,,ann@example.com
        Bas Oud,Bastiaan,Oud,bas@example.com
        """) == ["Ann|de Vries|ann@example.com", "Bastiaan|Oud|bas@example.com"])
  }

  @Test("take no private address where the one for work is empty")
  func privateAddresses() throws {
    let rows = try people(
      """
      First Name,Last Name,E-mail Address,E-mail 2 Address,Personal email,Recovery Email
      Ann,Lee,,ann@example.org,a@example.org,r@example.org
      """)
    #expect(rows == ["Ann|Lee| address-missing"])
  }

  @Test(
    "are known with remarks in brackets too, which never make a private address one for work",
    arguments: [
      ("First Name [Required],Last Name [Required],Email Address [Required]", true),
      ("Voornaam (verplicht),Achternaam (max. 50),E-mailadres {werk}", true),
      ("First name,Last name,E-mail (private)", false),
      ("First name,Last name,E-mail (thuis)", false),
    ])
  func remarks(_ header: String, _ isKnown: Bool) {
    let columns = PeopleColumnGuess.byName(header.split(separator: ",").map(String.init))
    #expect(columns.prefix(2) == [.firstName, .lastName])
    #expect((columns.last == .address) == isKnown)
  }

  @Test(
    "hold whole names where their name is two, in that order",
    arguments: [
      ("Nachname, Vorname", "von der Heide, Anna", "Anna|von der Heide"),
      ("Nachname, Vorname", "Heide Anna", "Anna|Heide"),
      ("Nom, Prénom", "Petit Anne", "Anne|Petit"),
      ("Nom et prénom", "de la Tour Anne", "Anne|de la Tour"),
      ("Name, Vorname", "Berg, Anna", "Anna|Berg"),
      ("Achternaam, tussenvoegsel, voornaam", "Berg, van den, Anna", "Anna|van den Berg"),
      ("Voornaam achternaam", "Anna van den Berg", "Anna|van den Berg"),
      ("First name and last name", "Anna Berg", "Anna|Berg"),
      ("Last Name, First Name", "Berg Anna", "Anna|Berg"),
      ("Nachname, Vorname", "Meier Schulze Anna", "Schulze Anna|Meier name-order-guessed"),
    ])
  func twoNames(_ header: String, _ written: String, _ expected: String) throws {
    let rows = try people("Nr;\"\(header)\";E-Mail\n1;\"\(written)\";a@example.com\n")
    let parts = expected.split(separator: " ").filter { $0.hasPrefix("name-order") }
    let name = expected.replacing(" name-order-guessed", with: "")
    #expect(rows == ["\(name)|a@example.com" + parts.map { " \($0)" }.joined()])
  }

  @Test(
    "tell who left, in the words of four languages",
    arguments: [
      "Enabled;False", "accountEnabled;FALSE", "Block credential;True", "Suspended;true",
      "Status;terminated", "Status;DEPROVISIONED", "Status;Inactive", "Status;uit dienst",
      "Status;Uit dienst per 1 mei", "Status;ausgetreten", "Status;Ausgeschieden", "Status;parti",
      "Statut;Désactivé", "Status;Former employee", "In dienst;nee", "userAccountControl;514",
      "Konto deaktiviert;Ja", "Konto aktiviert;FALSCH", "Referentie blokkeren;Waar",
      "Aanmelding geblokkeerd;Ja", "Anmeldeinformationen blockieren;WAHR",
      "Bloquer les informations d’identification;VRAI", "Compte activé;FAUX",
      "Status;Uitdiensttreding", "Statut du compte;Terminé", "Kontostatus;Beendet",
      "Position Status;Terminated",
      "Empl. status;Withdrawn", "Gearchiveerd;Ja",
      "Archived;yes",
    ])
  func gone(_ column: String) throws {
    let parts = column.split(separator: ";")
    let rows = try people(
      "Voornaam;Achternaam;E-mail;\(parts[0])\nJan;Weg;jan@example.com;\(parts[1])\n")
    #expect(rows == ["Jan|Weg|jan@example.com account-off"])
  }

  @Test(
    "leave those who stay in peace",
    arguments: [
      "Enabled;True", "Block credential;False", "Status;active", "Status;In dienst", "Status;",
      "userAccountControl;512", "Status;PROVISIONED", "Uit dienst;", "Uit dienst;nee",
      "User type;Member", "RecipientTypeDetails;UserMailbox", "Konto deaktiviert;Nein",
      "Konto aktiviert;WAHR", "Referentie blokkeren;Onwaar",
    ])
  func present(_ column: String) throws {
    let parts = column.split(separator: ";", omittingEmptySubsequences: false)
    let rows = try people(
      "Voornaam;Achternaam;E-mail;\(parts[0])\nRia;Blijft;ria@example.com;\(parts[1])\n",
      today: Day(number: 20_000))
    #expect(rows == ["Ria|Blijft|ria@example.com"])
  }

  @Test(
    "are known behind a word that says whose they are, or which of two",
    arguments: [
      "Legal First Name,Legal Last Name,Email - Primary Work",
      "name.givenName,name.familyName,primaryEmail",
      "profile.firstName,profile.lastName,profile.email",
      "user_first_name,user_last_name,user_email",
      "Worker First Name,Worker Last Name,Primary Work Email",
      "Legal Name - First Name,Legal Name - Last Name,Email",
    ])
  func qualified(_ header: String) throws {
    #expect(
      try people("\(header)\nJan,de Vries,jan@example.com\n") == ["Jan|de Vries|jan@example.com"])
  }

  @Test(
    "stay what their names say where the column of the addresses has a name that is not known",
    arguments: [
      "Anzeigename,Vorname,Nachname,Anmeldung", "Weergavenaam,Voornaam,Achternaam,Wat dan ook",
      "Nom d’affichage,Prénom,Nom,Nom d’utilisateur principal",
    ])
  func unknownAddress(_ header: String) throws {
    let rows = try people(
      "\(header)\nJan de Vries,Jan,de Vries,jan@example.com\nP,Piet,Jansen,p@example.com\n")
    #expect(rows == ["Jan|de Vries|jan@example.com", "Piet|Jansen|p@example.com"])
  }

  @Test(
    "never take somebody else's address for their own",
    arguments: ["Manager e-mail", "Privé e-mail", "Partner Email", "Emergency contact mail"])
  func othersAddress(_ column: String) throws {
    let text =
      "First name,Last name,\(column)\nJan,de Vries,boss@example.com\nPiet,Bos,b@example.com\n"
    let list = try PeopleListReader.read(Array(text.utf8))
    #expect(!list.facts.columns.contains(.address))
    #expect(list.figures.valid == 0)
  }

  @Test(
    "are people's where each has a name and an address, though one thing of their computer stands there"
  )
  func operatingSystem() throws {
    let text = "Naam,E-mail,OS\nJan de Vries,jan@example.com,Windows 11\n"
    #expect(DocumentKind.recognise(Array(text.utf8)) == .peopleList)
    let computers =
      "displayName,deviceId,operatingSystem,registeredOwners\nPC-1,a-1,Windows,jan@example.com\n"
    #expect(DocumentKind.recognise(Array(computers.utf8)) == .deviceList)
  }

  @Test("hold names that were read in the wrong encoding before, which are doubted")
  func twiceEncoded() throws {
    let rows = try people(
      "First name,Last name,Email\nZoÃ«,Oud,zoe@example.com\nJoÃo,Bos,joao@example.com\n")
    #expect(
      rows == ["ZoÃ«|Oud|zoe@example.com encoding-guessed", "JoÃo|Bos|joao@example.com"])
  }

  @Test("take a preferred name before a legal one where there is one")
  func preferred() throws {
    let rows = try people(
      """
      Legal First Name,Preferred Name - First Name,Legal Last Name,Email - Primary Work
      Johannes,Jan,de Vries,jan@example.com
      Piet,,Jansen,piet@example.com
      """)
    #expect(rows == ["Jan|de Vries|jan@example.com", "Piet|Jansen|piet@example.com"])
  }

  @Test("hold the login name under the directory's own name for it")
  func oldLogin() throws {
    let list = try PeopleListReader.read(
      Array(
        """
        First Name\tLast Name\tE-Mail Address\tPre-Windows 2000 Logon Name
        Jan\tde Vries\tjan@example.com\tjvries
        """.utf8))
    #expect(list.batch.rows.map { list.batch.details(of: $0).login } == ["jvries"])
  }

  @Test("tell who left by a day that is past, and not by one to come")
  func leavingDays() throws {
    let today = try #require(Day(text: "2027-01-14"))
    let list = """
      Voornaam;Achternaam;E-mail;Datum uit dienst
      Ann;Bos;a@example.com;31-12-2026
      Bas;Oud;b@example.com;2027-03-01
      Cas;Pot;c@example.com;
      Dik;Rot;d@example.com;1.5.2026
      Els;Sok;e@example.com;46000
      Fay;Tak;f@example.com;12/31/2026 12:00:00 AM
      Gus;Uil;g@example.com;20271231
      Hil;Vos;h@example.com;20251231
      """
    #expect(
      try people(list, today: today) == [
        "Ann|Bos|a@example.com has-left", "Bas|Oud|b@example.com", "Cas|Pot|c@example.com",
        "Dik|Rot|d@example.com has-left", "Els|Sok|e@example.com has-left",
        "Fay|Tak|f@example.com has-left", "Gus|Uil|g@example.com",
        "Hil|Vos|h@example.com has-left",
      ])
  }

  @Test(
    "tell guests, rooms and services from people, by their kind or by their address",
    arguments: [
      ("User type;Guest", "ann@example.com", "guest"),
      ("RecipientTypeDetails;RoomMailbox", "delft@example.com", "not-a-person"),
      ("Account type;Service account", "x@example.com", "not-a-person"),
      ("Nr;1", "ann_firm.nl#EXT#@example.onmicrosoft.com", "guest"),
      ("Nr;1", "svc.backup@example.com", "not-a-person"),
      ("Nr;1", "zaal-3@example.com", "not-a-person"),
      ("Nr;1", "ann@example.local", "inside-address"), ("Nr;1", "ann@corp.lan", "inside-address"),
      ("Nr;1", "ann@ad.internal", "inside-address"),
      ("Nr;1", "ann@example.onmicrosoft.com", "inside-address"),
    ])
  func noPeople(_ column: String, _ address: String, _ reason: String) throws {
    let parts = column.split(separator: ";")
    let rows = try people(
      "Voornaam;Achternaam;E-mail;\(parts[0])\nAnn;Bos;\(address);\(parts[1])\n")
    #expect(rows == ["Ann|Bos|\(address) \(reason)"])
  }

  @Test(
    "leave people whose names are like those of rooms",
    arguments: ["res.jansen@example.com", "zaal@local.example.com", "v.zaal@example.com"])
  func likeRooms(_ address: String) throws {
    let rows = try people("Voornaam;Achternaam;E-mail\nAnn;Bos;\(address)\n")
    #expect(rows.first?.hasPrefix("Ann|Bos|\(address)") == true)
    #expect(address.hasPrefix("zaal@") || rows == ["Ann|Bos|\(address)"])
  }

  @Test("end where the last cell does: empty ones too many or too few are no error")
  func raggedEnds() throws {
    #expect(
      try people(
        """
        Voornaam;Achternaam;E-mail;Opmerking
        Jan;de Vries;jan@example.com
        Piet;Jansen;piet@example.com;;;
        Kees;Koper;kees@example.com;;; iets
        Dirk;Mol
        """) == [
          "Jan|de Vries|jan@example.com", "Piet|Jansen|piet@example.com",
          "Kees|Koper|kees@example.com row-with-too-many-fields",
          "Dirk|Mol| row-with-too-few-fields",
        ])
  }

  @Test("are parted as the table is, whatever stands in the titles above it")
  func titles() throws {
    #expect(
      try people(
        """
        Personeelslijst, peildatum 28-11, Utrecht
        Vragen: pz@example.com
        Let op, alleen vast personeel, geen inhuur
        Voornaam;Achternaam;E-mail
        Jan;de Vries;jan@example.com
        """) == ["Jan|de Vries|jan@example.com"])
    #expect(
      try people(
        """
        Export; 28-11-2026; HR; vertrouwelijk
        Voornaam,Achternaam,E-mail
        Jan,de Vries,jan@example.com
        Piet,Jansen,piet@example.com
        """) == ["Jan|de Vries|jan@example.com", "Piet|Jansen|piet@example.com"])
    // What parts the words within a column is no table's.
    #expect(
      try people(
        """
        Voornaam,Achternaam,E-mail,Groepen
        Jan,de Vries,jan@example.com,a;b;c
        Piet,Jansen,piet@example.com,a;b;c
        Kees,Koper,kees@example.com,a;b;c,
        """
      ).count == 3)
  }

  @Test("are parted by strokes too")
  func strokes() throws {
    let rows = try people("Voornaam|Achternaam|E-mail\nJan|de Vries|jan@example.com\n")
    #expect(rows == ["Jan|de Vries|jan@example.com"])
  }

  @Test(
    "hold names without the marks that firms put behind them, and double names as they are",
    arguments: [
      ("Berg, Anna van den - EXT", "Anna|van den Berg|a@example.com"),
      ("Anna Berg – extern", "Anna|Berg|a@example.com"),
      ("Anna Berg -EXT", "Anna|Berg|a@example.com"),
      ("Berg, Anna van den -ext", "Anna|van den Berg|a@example.com"),
      ("Berg, Anna - Example BV", "Anna - Example BV|Berg|a@example.com name-order-guessed"),
      ("Anna Berg | Adviesbureau", "Anna|Berg|a@example.com"),
      ("Anna Berg (Advies) - ACME BV", "Anna|Berg|a@example.com"),
      ("Anna Jansen-de Vries", "Anna|Jansen-de Vries|a@example.com"),
      ("Anna Berg - Tekenkamer", "Anna Berg -|Tekenkamer|a@example.com name-order-guessed"),
    ])
  func suffixes(_ written: String, _ expected: String) throws {
    #expect(try people("displayName;mail\n\"\(written)\";a@example.com\n") == [expected])
  }

  @Test("keep both halves of a double name that is written in capitals, as the whole list is")
  func capitals() throws {
    let rows = try people(
      "Prenom;Nom;E-mail\nANNE;DUPONT - MARTIN;a@example.com\nBas;Oud - EXT;b@example.com\n")
    #expect(
      rows == ["ANNE|DUPONT - MARTIN|a@example.com name-in-capitals", "Bas|Oud|b@example.com"])
  }

  @Test("of a text whose letters are a guess are doubted where a name has such letters")
  func guessedLetters() throws {
    let text =
      "Voornaam;Achternaam;E-mail\nZo\u{91};M\u{9F}ller;z@example.com\nJan;Bos;j@example.com\n"
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    #expect(
      try people(bytes) == ["Zoë|Müller|z@example.com encoding-guessed", "Jan|Bos|j@example.com"])
    let mac = bytes.map { $0 == 0x0A ? 0x0D : $0 }
    #expect(try people(mac) == ["Zoë|Müller|z@example.com", "Jan|Bos|j@example.com"])
  }
}
