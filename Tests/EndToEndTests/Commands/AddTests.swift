import Testing

extension EndToEnd {
  @Suite("overstap add takes people into a session")
  struct AddTests {
    private static func record(
      _ file: String, added: Int = 0, updated: Int = 0, unchanged: Int = 0, refused: Int = 0,
      duplicates: Int = 0, different: Int = 0, doubtful: Int = 0, left: Int = 0
    ) -> JSONValue {
      [
        "file": .text(file), "kind": "invite-csv", "added": .number(added),
        "updated": .number(updated), "unchanged": .number(unchanged),
        "different": .number(different), "left": .number(left), "refused": .number(refused),
        "duplicates": .number(duplicates), "doubtful": .number(doubtful),
      ]
    }

    @Test("which it makes, for its owner only, where there is none")
    func makesSession() async throws {
      let place = try Workplace()
      try place.write(People.list(3), to: "people.csv")
      let outcome = try await place.overstap("add", "--json", "new.overstap", "people.csv")
      #expect(outcome.status == 0)
      #expect(outcome.problem == "")
      #expect(try outcome.records() == [Self.record("people.csv", added: 3)])
      #expect(try place.names() == ["new.overstap", "new.overstap.lock", "people.csv"])
      #expect(try place.mode(of: "new.overstap") == 0o600)
      #expect(try place.mode(of: "new.overstap.lock") == 0o600)
    }

    @Test("once: the same list again changes nothing")
    func again() async throws {
      let place = try Workplace()
      try place.write(People.list(3), to: "people.csv")
      let outcome = try await place.overstap(
        "add", "--json", "a.overstap", "people.csv", "people.csv")
      #expect(outcome.status == 0)
      #expect(
        try outcome.records() == [
          Self.record("people.csv", added: 3), Self.record("people.csv", unchanged: 3),
        ])
    }

    @Test("and keeps whom it has by itself, and updates them when asked")
    func existing() async throws {
      let place = try Workplace()
      try place.write(People.header + "\nAnn,Vries,ann@example.com\n", to: "old.csv")
      try place.write(
        People.header + "\nAnna,de Vries,ANN@example.com\nBas,Oud,bas@example.com\n", to: "new.csv")
      #expect(try await place.overstap("add", "a.overstap", "old.csv").status == 0)

      let kept = try await place.overstap("add", "--json", "a.overstap", "new.csv")
      #expect(try kept.records() == [Self.record("new.csv", added: 1, different: 1)])
      #expect(kept.status == 1, "the list has other words for somebody who is there")
      #expect(try await names(in: place) == ["Ann Vries", "Bas Oud"])

      let same = try await place.overstap(
        "add", "--json", "--existing", "keep", "a.overstap", "new.csv")
      #expect(try same.records() == [Self.record("new.csv", unchanged: 1, different: 1)])
      #expect(try await names(in: place) == ["Ann Vries", "Bas Oud"])

      let updated = try await place.overstap(
        "add", "--json", "--existing", "update", "a.overstap", "new.csv")
      #expect(updated.status == 0)
      #expect(try updated.records() == [Self.record("new.csv", updated: 1, unchanged: 1)])
      #expect(try await names(in: place) == ["Anna de Vries", "Bas Oud"])
    }

    @Test("and tells of refused and doubled rows, which are findings")
    func findings() async throws {
      let place = try Workplace()
      try place.write(
        People.header + "\nAnn,Vries,ann@example.com\nAnn,Vries,Ann@Example.com\n"
          + "=HYPERLINK(1),Oud,bas@example.com\n", to: "people.csv")
      let told = try await place.overstap("add", "--json", "a.overstap", "people.csv")
      #expect(told.status == 1)
      #expect(
        try told.records() == [Self.record("people.csv", added: 1, refused: 1, duplicates: 1)])
      let words = try await place.overstap("add", "a.overstap", "people.csv")
      #expect(words.status == 1)
      #expect(
        words.lines == [
          "people.csv: 0 added, 1 there already, 1 refused, 1 double"
        ])
    }

    @Test("and adds what is only doubtful: every row is counted once, and all of them together")
    func doubtful() async throws {
      let place = try Workplace()
      try place.write(
        People.header + "\nAnn,Vries,ann@example.com\nTeken,Kamer,tekenkamer@example.com\n"
          + "Bas,Oud,bas@gmail.com\nR2,Droid,droid@example.com\nZoë,Ćosić,zoë@example.com\n"
          + ",Balk,balk@example.com\nAnn,Vries,ANN@example.com\n", to: "people.csv")
      let told = try await place.overstap("add", "--json", "a.overstap", "people.csv")
      #expect(told.status == 1)
      #expect(
        try told.records() == [
          Self.record("people.csv", added: 5, refused: 1, duplicates: 1, doubtful: 4)
        ])
      // The same name at another address is a doubt too.
      try place.write(People.header + "\nAnn,Vries,ann@elsewhere.example\n", to: "other.csv")
      let other = try await place.overstap("add", "--json", "a.overstap", "other.csv")
      #expect(other.status == 1)
      #expect(try other.records() == [Self.record("other.csv", added: 1, doubtful: 1)])
      try place.write("email\nb.oud@example.com\na.smit@example.com\n", to: "addresses.csv")
      let alone = try await place.overstap("add", "--json", "a.overstap", "addresses.csv")
      #expect(alone.status == 1)
      #expect(try alone.records() == [Self.record("addresses.csv", added: 2, doubtful: 2)])
      let changed = People.header + "\nBas,Ouder,bas@gmail.com\n"
      try place.write(changed, to: "changed.csv")
      let updated = try await place.overstap(
        "add", "--json", "--existing", "update", "a.overstap", "changed.csv")
      #expect(try updated.records() == [Self.record("changed.csv", updated: 1, doubtful: 1)])
    }

    @Test("but leaves doubtful rows out when asked, and says why each is one")
    func leavesDoubtful() async throws {
      let place = try Workplace()
      try place.write(
        People.header + "\nAnn,Vries,ann@example.com\nBas,Oud,bas@gmail.com\n", to: "people.csv")
      let told = try await place.overstap(
        "add", "--doubtful", "leave", "a.overstap", "people.csv")
      #expect(
        told.lines == [
          "people.csv: 1 added, 1 doubtful and left out, 1 doubtful", "  1 doubtful: private mail?",
        ])
      #expect(try await names(in: place) == ["Ann Vries"])
    }

    @Test("and makes no session when there is nothing to put into it")
    func nothingToAdd() async throws {
      let place = try Workplace()
      try place.write("Dear all, the server goes off on Friday.\n", to: "note.txt")
      let outcome = try await place.overstap("add", "new.overstap", "missing.csv", "note.txt")
      #expect(outcome.status == 66)
      #expect(try place.names() == ["note.txt"])
      try place.write(People.list(1), to: "one.csv")
      let some = try await place.overstap("add", "new.overstap", "missing.csv", "one.csv")
      #expect(some.status == 66)
      #expect(try place.names() == ["new.overstap", "new.overstap.lock", "note.txt", "one.csv"])
    }

    @Test("and goes on with the next file where one cannot be read, and ends with the gravest")
    func unreadable() async throws {
      let place = try Workplace()
      try place.write(People.list(1), to: "one.csv")
      try place.write(People.list(1, from: 1), to: "two.csv")
      try place.write("Dear all, the server goes off on Friday.\n", to: "note.txt")
      let outcome = try await place.overstap(
        "add", "--json", "a.overstap", "one.csv", "note.txt", "two.csv")
      #expect(outcome.status == 65)
      #expect(outcome.isOneSentence)
      #expect(outcome.problem.contains("note.txt"))
      #expect(
        try outcome.records().filter { $0["error"] == nil } == [
          Self.record("one.csv", added: 1), Self.record("two.csv", added: 1),
        ])
      #expect(try outcome.records().compactMap { $0["error"] }.contains("file-unknown"))
      let missing = try await place.overstap("add", "a.overstap", "missing.csv")
      #expect(missing.status == 66)
      #expect(missing.isOneSentence)
    }

    @Test("and never touches a file that is no session")
    func foreign() async throws {
      let place = try Workplace()
      try place.write(People.list(1), to: "people.csv")
      let made = try await place.run(
        "sqlite3", ["other.db", "CREATE TABLE a (b); INSERT INTO a VALUES (7)"])
      try #require(made.status == 0)
      for name in ["people.csv", "other.db"] {
        let before = try place.read(name)
        let outcome = try await place.overstap("add", name, "people.csv")
        #expect(outcome.status == 65)
        #expect(outcome.isOneSentence)
        #expect(try place.read(name) == before)
      }
    }

    @Test("each in its turn when many come at once, into a session that the first of them makes")
    func manyAtOnce() async throws {
      let place = try Workplace()
      for number in 0..<12 {
        try place.write(People.list(3, from: number * 3), to: "\(number).csv")
      }
      let ends = try await withThrowingTaskGroup(of: Int?.self) { group in
        for number in 0..<12 {
          group.addTask {
            try await place.overstap("add", "--wait", "120", "a.overstap", "\(number).csv").status
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(ends == Array(repeating: 0, count: 12))
      let status = try await place.overstap("status", "--json", "a.overstap")
      #expect(try status.records().first?["steps"][0]["total"] == 36)
    }

    @Test("after waiting for a wizard that has it, and says for whom")
    func waits() async throws {
      let place = try Workplace()
      try place.makeMigration()
      try place.write(People.list(2), to: "people.csv")
      let terminal = try await TmuxDriver.openMigration(in: place)
      try await terminal.seeScreen("0")
      let wizard = try await terminal.screen().process
      async let added = place.run(
        "sh",
        [
          "-c", "exec \"$0\" add --wait 300 \"$1\" people.csv 2> said", Workplace.program(),
          Workplace.session,
        ])
      var said = ""
      while !said.hasSuffix("\n") {
        try await Task.sleep(for: .milliseconds(20))
        said = (try? place.read("said")).map { String(decoding: $0, as: UTF8.self) } ?? ""
      }
      #expect(said.contains("process \(wizard)"))
      #expect(said.contains("at most 300 s"))
      #expect(try await terminal.leave().ended == 0)
      #expect(try await added.status == 0)
    }

    @Test("and leaves alone at once what another process holds, where it is not to wait")
    func held() async throws {
      let place = try Workplace()
      try place.write(People.list(1), to: "people.csv")
      #expect(try await place.overstap("add", "a.overstap", "people.csv").status == 0)
      let terminal = try await TmuxDriver.start(["a.overstap"], in: place)
      try await terminal.see("screen")
      let wizard = try await terminal.screen().process
      let outcome = try await place.overstap(
        "add", "--json", "--wait", "0", "a.overstap", "people.csv")
      #expect(outcome.status == 75)
      #expect(try outcome.records().map { $0["error"] } == ["held"])
      #expect(outcome.isOneSentence)
      #expect(outcome.problem.contains("\(wizard)"), "\(outcome.problem) names the holder")
      // Reading needs no lock.
      #expect(try await place.overstap("status", "--json", "a.overstap").status == 1)
      #expect(try await place.overstap("export", "a.overstap", "out").status == 0)
      try await terminal.press(.control("c"))
      try await terminal.see("Leave")
      try await terminal.press(.control("c"))
      #expect(try await terminal.seeEnd().ended == 0)
      #expect(try await place.overstap("add", "--json", "a.overstap", "people.csv").status == 0)
    }

    /// The people of a session, by the file that is exported.
    private func names(in place: Workplace) async throws -> [String] {
      let exported = try await place.overstap("export", "a.overstap", "out")
      try #require(exported.status == 0)
      return String(decoding: try place.read("out/01-invite-1.csv"), as: UTF8.self)
        .split(separator: "\r\n").dropFirst()
        .map { $0.split(separator: ",").prefix(2).joined(separator: " ") }.sorted()
    }
  }
}
