import Migration
import SessionFile
import Testing

extension EndToEnd {
  @Suite("overstap export writes the messages to users")
  struct MessageExportTests {
    /// A session with people who have products, all as the portal has them.
    private func makeSession(
      _ place: Workplace, _ people: [UserDetails], products: [String] = ["AutoCAD", "Maya"],
      startDate: Day = Workplace.startDate
    ) throws {
      try place.makeMigration(startDate: startDate)
      let file = try SessionFile.open(
        path: place.path(Workplace.session), access: .readWrite)
      let moment = Moment(day: Workplace.startDate, minute: 601)
      let users = try people.map { details in
        try file.apply(.createUsers(.addUser(details, .typed)), at: moment).user
      }.compactMap { $0 }
      var seats: [SeatKey] = []
      for name in products {
        let outcome = try file.apply(
          .assignProducts(.addProduct(ProductDetails(named: name, seats: 20_000))), at: moment)
        guard let product = outcome.product else { continue }
        _ = try file.apply(
          .assignProducts(.assign(users, [product], .chosen)), at: moment)
        seats += users.map { SeatKey(user: $0, product: product) }
      }
      guard !seats.isEmpty else { return }
      let handOver = HandOver(
        number: 1, step: .assignProducts, writtenOn: moment.day, rowCount: seats.count, files: [])
      _ = try file.apply(
        .assignProducts(.handOverSeats(handOver, seats, isEarly: false)), at: moment)
      _ = try file.apply(.stateHandOver(1, moment.day), at: moment)
    }

    /// Says that the message about the switch went to all, on the start date.
    private func tellOfTheSwitch(_ place: Workplace) throws {
      let file = try SessionFile.open(path: place.path(Workplace.session), access: .readWrite)
      let moment = Moment(day: Workplace.startDate, minute: 700)
      let users = try file.userIDs(UserQuery()).sorted()
      let written = HandOver(
        number: 2, step: .informUsers, writtenOn: moment.day, rowCount: users.count, files: [])
      _ = try file.apply(
        .informUsers(.handOver(written, users, MessageTerms(.switchOver))), at: moment)
      _ = try file.apply(.stateHandOver(2, moment.day), at: moment)
    }

    /// Reads a mail by Python's `email`: its headers, its parts and its defects, as lines.
    private static let reader = """
      import email, email.policy, mailbox, sys
      for path in sys.argv[1:]:
          mail = email.message_from_bytes(open(path, 'rb').read(), policy=email.policy.default)
          to = mail['to'].addresses
          print(len(to), to[0].display_name, to[0].addr_spec, sep='|')
          print(mail['from'], mail['reply-to'], mail['subject'], mail['message-id'], sep='|')
          print([p.get_content_type() for p in mail.iter_parts()], len(mail.defects))
          print(mail.get_body(('plain',)).get_content().splitlines()[0])
          print('<script' in mail.get_body(('html',)).get_content())
      """

    private static let people = [
      UserDetails(firstName: "Zoë", lastName: "O'Brien-Ćosić", address: "zoe+cad@example.com"),
      UserDetails(
        firstName: "Jan, jr.", lastName: "Bakker", address: "jan@example.com", language: "nl"),
    ]

    @Test("as a file a person that Python's email reads back, in the person's language")
    func messages() async throws {
      let place = try Workplace()
      try makeSession(place, Self.people)
      let outcome = try await place.overstap(
        "export", "--step", "inform-users", "--kind", "switch-over", "--day", "2027-01-18",
        "--from", "IT desk <it@example.com>", "--reply-to", "help@example.com",
        Workplace.session, "out")
      #expect(outcome.status == 0, "\(outcome)")
      #expect(
        try place.names(in: "out").filter { !$0.hasPrefix("intranet") } == [
          "helpdesk-page.en.html", "helpdesk-page.en.txt", "helpdesk-page.nl.html",
          "helpdesk-page.nl.txt", "mail-merge.csv", "messages", "messages.mbox",
        ])
      #expect(
        try place.names(in: "out/messages") == ["jan@example.com.eml", "zoe+cad@example.com.eml"])
      #expect(try place.mode(of: "out/messages/jan@example.com.eml") == 0o600)
      let read = try await place.run(
        "python3",
        ["-c", Self.reader] + ["jan@", "zoe+cad@"].map { "out/messages/\($0)example.com.eml" })
      let lines = read.lines
      try #require(lines.count == 10, "\(read)")
      #expect(lines[0] == "1|Jan, jr. Bakker|jan@example.com")
      #expect(
        lines[1].hasPrefix(
          "IT desk <it@example.com>|help@example.com|"
            + "Vanaf maandag 18 januari 2027 logt u in bij AutoCAD en Maya|<overstap.switch-over.2."
        ))
      #expect(lines[2] == "['text/plain', 'text/html'] 0")
      #expect(lines[3] == "Beste Jan, jr.,")
      #expect(lines[5] == "1|Zoë O'Brien-Ćosić|zoe+cad@example.com")
      #expect(lines[6].contains("|From Monday 18 January 2027 you sign in to AutoCAD and Maya|"))
      #expect(lines[8] == "Dear Zoë,")
      let mailbox = try await place.run(
        "python3",
        [
          "-c",
          "import mailbox,sys\nfor m in mailbox.mbox(sys.argv[1]): print(m['message-id'],"
            + " m.get_payload()[1].get_content_type())", "out/messages.mbox",
        ])
      #expect(mailbox.lines.count == 2, "\(mailbox)")
      #expect(mailbox.lines.allSatisfy { $0.hasSuffix("text/html") })
    }

    @Test("always with the same identifier, and none of an earlier longer list left")
    func again() async throws {
      let place = try Workplace()
      try makeSession(place, Self.people)
      let call = ["export", "--step", "inform-users", "--kind", "announcement"]
      let program = try Workplace.program()
      #expect(try await place.run(program, call + [Workplace.session, "out"]).status == 0)
      let before = try place.read("out/messages/jan@example.com.eml")
      try place.write("mine", to: "out/messages/notes.txt")
      #expect(
        try await place.run(program, call + ["--group", "none", Workplace.session, "out"]).status
          == 0)
      #expect(try place.names(in: "out/messages") == ["notes.txt"])
      #expect(try await place.run(program, call + [Workplace.session, "out"]).status == 0)
      #expect(try place.read("out/messages/jan@example.com.eml") == before)
    }

    @Test("and names who gets none, and why; a kind is needed, a value too")
    func leftOut() async throws {
      let place = try Workplace()
      try makeSession(place, Self.people, products: [])
      let outcome = try await place.overstap(
        "export", "--step", "inform-users", "--kind", "reminder", Workplace.session, "out")
      #expect(outcome.status == 0)
      #expect(outcome.problem.contains("overstap: Zoë O'Brien-Ćosić gets no message: no seat yet."))
      #expect(outcome.problem.contains("overstap: Nothing to write for this step."))
      let bare = try await place.overstap(
        "export", "--step", "inform-users", Workplace.session, "out")
      #expect(bare.status == 64)
      #expect(bare.problem.contains("--kind announcement, switch-over or reminder"))
    }

    @Test("and overstap list tells who is told of what")
    func listed() async throws {
      let place = try Workplace()
      try makeSession(place, Self.people)
      let file = try SessionFile.open(path: place.path(Workplace.session), access: .readWrite)
      let moment = Moment(day: Workplace.startDate, minute: 700)
      let users = try file.userIDs(UserQuery()).sorted()
      let written = HandOver(
        number: 2, step: .informUsers, writtenOn: moment.day, rowCount: 1, files: [])
      _ = try file.apply(
        .informUsers(.handOver(written, [users[0]], MessageTerms(.switchOver))), at: moment)
      _ = try file.apply(.stateHandOver(2, moment.day), at: moment)
      let rows = try await place.overstap("list", "--json", Workplace.session, "messages").records()
      #expect(rows.map { $0["kind"] } == [nil, "switch-over"])
      #expect(rows.map { $0["standing"] } == ["none", "stated"])
      #expect(rows.last?["since"] == "2025-01-01")
      let status = try await place.overstap("status", Workplace.session)
      #expect(status.text.contains("4 Inform users: 2 in all, 1 stated, 0 proven"), "\(status)")
    }

    @Test("tidy finds no error in the HTML of any of them", arguments: MessageKind.allCases)
    func tidy(_ kind: MessageKind) async throws {
      let place = try Workplace()
      try makeSession(place, Self.people)
      // A reminder goes to who was told of the switch long ago.
      if kind == .reminder { try tellOfTheSwitch(place) }
      let outcome = try await place.overstap(
        "export", "--step", "inform-users", "--kind", kind.name, Workplace.session, "out")
      #expect(outcome.status == 0, "\(outcome)")
      let taken = try await place.run(
        "python3",
        [
          "-c",
          """
          import email, email.policy, glob
          for i, path in enumerate(sorted(glob.glob('out/messages/*.eml'))):
              mail = email.message_from_bytes(open(path, 'rb').read(), policy=email.policy.default)
              open(f'out/mail-{i}.html', 'w').write(mail.get_body(('html',)).get_content())
          """,
        ])
      #expect(taken.status == 0, "\(taken)")
      let pages = try place.names(in: "out").filter { $0.hasSuffix(".html") }
      #expect(pages.count == 6)
      for page in pages {
        let found = try await place.run("tidy", ["-q", "-e", "-utf8", "out/\(page)"])
        #expect(found.status == 0, "\(page): \(found)")
      }
    }
  }
}
