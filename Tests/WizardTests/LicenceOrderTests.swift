import Migration
import Seeds
import SessionFile
import Testing

@testable import overstap

@Suite("Documents of licence servers in any order")
struct LicenceOrderTests {
  /// All that the pages of step 5 are made of, a line each.
  private func look(
    _ file: SessionFile, at moment: Moment, isSince: Bool = true
  ) throws -> [String] {
    let rows = try file.uses(
      UseQuery(order: .person, isDescending: false, window: 0), places: 0..<99
    )
    .window.rows
    let summary = try file.summary()
    let installations = try file.installations(InstallationQuery(), places: 0..<99).rows
    // Numbers are given as things come.
    var lines = summary.licensing.servers.map { server in
      var server = server
      server.id = ServerID(0)
      return "\(server)"
    }.sorted()
    lines += rows.map { row in
      var row = row
      row.id = 0
      row.server = ServerID(0)
      return "\(row)"
    }
    lines += summary.retireVerdict(now: moment).conditions.map { condition in
      var condition = condition
      condition.server = nil
      return "\(condition)"
    }
    lines += installations.map { installation in
      if isSince { return "\(installation)" }
      // Up to when a licence was held that is out at the end of a document, that document says.
      var details = installation.details
      details.lastUsed = nil
      return "\(details) \(installation.standing)"
    }
    return lines
  }

  /// A session in which the documents were added one after the other, after all was said to be done at
  /// a moment.
  private func session(
    _ world: LicenceWorld, _ documents: [String], doneAt moment: Moment
  ) throws -> SessionFile {
    let file = try SessionFile.inMemory()
    _ = try file.apply(.retireServers(.addServer(ServerDetails(hosts: ["lic01"]))), at: moment)
    let installed = LicenceWorld.people.map { name in
      InstallationDetails(
        computer: "PC-\(name)", product: "AutoCAD 2022", offering: "AutoCAD", login: name)
    }
    _ = try file.apply(.switchDevices(.add(installed)), at: moment)
    let ids = try file.installationIDs(InstallationQuery())
    _ = try file.apply(.switchDevices(.state(ids, isSwitched: true)), at: moment)
    let server = ServerID(1)
    _ = try file.apply(.retireServers(.retire(server, typed: "lic01", quietDays: 14)), at: moment)
    for document in documents {
      var reading = LicensingReader(now: world.end)
      let review = reading.read(text: document)
      let batch = try #require(review).batch
      _ = try file.apply(.retireServers(.take(batch, server)), at: world.end)
    }
    return file
  }

  /// The first two lines that are not the same; nil where all are.
  private func difference(_ one: [String], _ other: [String]) -> String? {
    let pair = zip(one, other).first { $0 != $1 }
    return pair.map { "\($0)\n\($1)" } ?? (one.count == other.count ? nil : "\(one)\n\(other)")
  }

  private func parts(_ world: LicenceWorld, _ random: inout SeededGenerator) -> [String] {
    let cuts = [0] + world.cuts.filter { _ in Bool.random(using: &random) } + [world.lines.count]
    return zip(cuts, cuts.dropFirst()).filter { $0 < $1 }.map { world.log($0..<$1) }
  }

  @Test("give the same rows, marks and verdicts, the log whole and in parts", arguments: 1...20)
  func anyOrder(seed: UInt64) throws {
    let world = LicenceWorld(seed: seed)
    var random = SeededGenerator(seed: seed &+ 1_000)
    let parts = parts(world, &random)
    var documents = parts.filter { _ in Bool.random(using: &random) } + world.answers
    documents += [world.log(0..<world.lines.count), LicenceWorld.licence]
    let first = try look(try session(world, documents, doneAt: world.middle), at: world.end)
    for _ in 0..<6 {
      documents.shuffle(using: &random)
      let other = try look(try session(world, documents, doneAt: world.middle), at: world.end)
      try #require(difference(first, other) == nil)
    }
  }

  @Test(
    "give the same whether the log is whole or cut, what is missing included", arguments: 1...20)
  func cut(seed: UInt64) throws {
    let world = LicenceWorld(seed: seed)
    var random = SeededGenerator(seed: seed &+ 2_000)
    let whole = try session(
      world, [world.log(0..<world.lines.count)] + world.answers, doneAt: world.start)
    let seen = try look(whole, at: world.end, isSince: false)
    let uses = try whole.uses(UseQuery(window: 0), places: 0..<99).window.rows
    #expect(Set(uses.filter { $0.openLicences > 0 }.map(\.login)) == world.out)
    #expect(Set(uses.filter { $0.borrowedUntil != nil }.map(\.login)) == world.borrowed)
    for _ in 0..<4 {
      let documents = (parts(world, &random) + world.answers).shuffled(using: &random)
      let other = try look(
        try session(world, documents, doneAt: world.start), at: world.end, isSince: false)
      try #require(difference(seen, other) == nil)
    }
  }

  @Test("give the same one by one and all in one go", arguments: 1...20)
  func inOneGo(seed: UInt64) throws {
    let world = LicenceWorld(seed: seed)
    var random = SeededGenerator(seed: seed &+ 3_000)
    var documents = parts(world, &random) + world.answers
    documents.append(world.log(0..<world.lines.count))
    documents.shuffle(using: &random)
    let single = try look(
      session(world, documents, doneAt: world.start), at: world.end, isSince: false)
    let file = try session(world, [], doneAt: world.start)
    var reading = LicensingReader(now: world.end)
    for document in documents { _ = reading.read(text: document) }
    let batch = try #require(reading.review).batch
    _ = try file.apply(.retireServers(.take(batch, ServerID(1))), at: world.end)
    let all = try look(file, at: world.end, isSince: false)
    try #require(difference(single, all) == nil)
  }

  @Test(
    "give the same where the computers of a set of three wrote logs of their own", arguments: 1...8)
  func redundant(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let worlds = (0..<2).map { LicenceWorld(seed: seed * 10 + UInt64($0)) }
    var documents = zip(worlds, ["LIC01", "LIC02"]).map { world, name in
      world.log(0..<world.lines.count).replacing("LIC01", with: name)
    }
    documents += worlds[0].answers.prefix(3)
    documents.append(
      """
      SERVER lic01 0011AABBCCDD 27000
      SERVER lic02 0011AABBCCDE 27000
      SERVER lic03 0011AABBCCDF 27000
      USE_SERVER
      VENDOR adskflex
      INCREMENT 64300ACD_F adskflex 1.000 21-jul-2027 12 SIGN="0000 1111"

      """)
    let first = try look(taken(documents, at: worlds[0].end), at: worlds[0].end)
    for _ in 0..<8 {
      documents.shuffle(using: &random)
      let file = try taken(documents, at: worlds[0].end)
      #expect(
        try file.summary().licensing.servers.map(\.details.hosts) == [["lic01", "lic02", "lic03"]])
      try #require(difference(first, look(file, at: worlds[0].end)) == nil)
      while try file.summary().undoable != nil { _ = try file.undo(at: worlds[0].end) }
      #expect(try file.summary().licensing.servers.isEmpty)
    }
  }

  @Test("with a silence of nobody knows which server is that of the only one, in any order")
  func namelessSilence() throws {
    let world = LicenceWorld(seed: 3)
    let silence =
      "Error getting status: Cannot connect to license server system. (-15,570:115 \"x\")\n"
    let log = world.log(0..<world.lines.count)
    let states = try [[log, silence], [silence, log]].map { documents in
      try taken(documents, at: world.end).summary().licensing.servers.map(\.answer?.state)
    }
    #expect(states == [[.silent], [.silent]])
  }

  /// A session in which documents were added that name their server themselves.
  private func taken(_ documents: [String], at moment: Moment) throws -> SessionFile {
    let file = try SessionFile.inMemory()
    for document in documents {
      var reading = LicensingReader(now: moment)
      let review = reading.read(text: document)
      _ = try file.apply(.retireServers(.take(try #require(review).batch, nil)), at: moment)
    }
    return file
  }

  @Test("a log that goes on after an answer leaves a borrowed licence borrowed")
  func borrowed() throws {
    let log = """
       8:00:00 (lmgrd) FlexNet Licensing (v11.19) started on LIC01 (IBM PC) (1/14/2027)
       8:00:01 (lmgrd) Started adskflex (pid 4440)
       9:15:20 (adskflex) OUT: "64300ACD_F" rvisser@LT-0031
      16:42:00 (lmgrd) TIMESTAMP 1/14/2027

      """
    let answer = """
      Flexible License Manager status on Thu 1/14/2027 16:30

      License server status: 27000@LIC01
          License file(s) on LIC01: C:\\Autodesk\\example.lic:

      LIC01: license server UP (MASTER) v11.19.4

      Vendor daemon status (on LIC01):

        adskflex: UP v11.19.4
      Feature usage info:

      Users of 64300ACD_F:  (Total of 12 licenses issued;  Total of 1 license in use)

        "64300ACD_F" v1.000, vendor: adskflex, expiry: 21-jul-2027
        floating license

          rvisser LT-0031 LT-0031 (v1.000) (LIC01/27000 202), start Thu 1/14 9:15  (linger: 3715200 / 3801600)

      """
    let world = LicenceWorld(seed: 1)
    for documents in [[log, answer], [answer, log]] {
      let file = try session(world, documents, doneAt: world.start)
      let server = try #require(try file.summary().licensing.servers.first)
      #expect(server.borrowed.map(\.day.iso) == ["2027-02-26"])
      let now = Moment(day: try #require(Day(text: "2027-01-14")), minute: 1_010)
      let found = try file.summary().retireVerdict(of: server.id, now: now).conditions
      #expect(found.first { $0.kind == .borrowed }?.verdict == .open)
    }
  }
}
