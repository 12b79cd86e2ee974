import Migration
import Seeds
import Testing

@testable import Documents

private let now = Moment(day: Day(number: 20_800), minute: 600)

@Suite("What documents of licence servers say, ready to be taken over")
struct LicensingBatchTests {
  @Test("A debug log gives its server with all that the start block says")
  func logServer() throws {
    let batch = LicensingBatch(debugLogs: [Reading.log(Example.log)])
    let server = try #require(batch.servers.first)
    #expect(batch.servers.count == 1)
    #expect(server.details.hosts == ["LIC01"])
    #expect(server.details.lmgrdPort == 27_000)
    #expect(server.details.vendorPort == 2_080)
    #expect(server.details.system == .windows)
    #expect(server.details.runsAsService == true)
    #expect(server.details.isLocalOnly)
    #expect(server.details.otherDaemons == [])
    #expect(server.restartedAt?.clock == "07:02")
    let log = try #require(server.log)
    #expect(log.outs == 5)
    #expect(log.lastOut?.day.iso == "2026-09-08")
    #expect(log.end.clock == "03:02")
  }

  @Test("A session that is logged under package and release is one seat, by the release's name")
  func seats() throws {
    let uses = try #require(
      LicensingBatch(debugLogs: [Reading.log(Example.log)]).servers.first?.uses)
    let harry = uses.filter { $0.login.lowercased() == "harry.potter" }
    #expect(harry.map(\.product) == ["AutoCAD 2022"])
    #expect(harry.map(\.open) == [0])
    let hermione = uses.filter { $0.login == "hermione granger" }
    #expect(hermione.map(\.offering) == ["AEC Collection"])
    #expect(hermione.map(\.product) == ["Revit 2022"])
    #expect(hermione.map(\.open) == [1])
  }

  @Test("People of another vendor's daemon are counted and never taken")
  func otherVendors() throws {
    let log = """
       8:00:00 (lmgrd) FlexNet Licensing (v11.19) started on lic01 (linux) (9/7/2026)
       8:00:01 (lmgrd) Started mapinfo
       8:00:02 (mapinfo) OUT: "MapPro" ann@pc1
       8:00:03 (adskflex) OUT: "87545ACD_2022_0F" bram@pc2

      """
    let server = try #require(LicensingBatch(debugLogs: [Reading.log(log)]).servers.first)
    #expect(server.uses.map(\.login) == ["bram"])
    #expect(server.otherPeople == 1)
    #expect(server.details.otherDaemons == ["mapinfo"])
    #expect(server.log?.outs == 1)
  }

  @Test(
    "An answer without lines on features says nothing of who holds what",
    arguments: ["", "Feature usage info:\n\n"])
  func bare(_ rest: String) throws {
    let text = """
      lmutil - Copyright (c) 1989-2018 Flexera. All Rights Reserved.
      Flexible License Manager status on Tue 11/24/2026 11:00

      License server status: 27000@srv-a
          License file(s) on srv-a: C:\\lic\\srv-a.lic:

      srv-a: license server UP (MASTER) v11.18.0

      Vendor daemon status (on srv-a):

         adskflex: UP v11.18.0

      """ + rest
    let server = LicensingBatch(lmstat: Reading.lmstat(text), now: now).servers.first
    #expect(server?.answer?.state == .bare)
  }

  @Test("The middle of a log does not say what the server serves")
  func withoutStart() {
    let text = """
      08:00:05 (adskflex) TIMESTAMP 11/10/2026
      10:00:00 (adskflex) OUT: "87676ACD_2023_0F" kees@ws9
      11:00:00 (adskflex) IN: "87676ACD_2023_0F" kees@ws9

      """
    let server = LicensingBatch(debugLogs: [Reading.log(text)]).servers.first
    #expect(server?.details.daemon == "")
    #expect(server?.log?.outs == 1)
  }

  @Test("A log without a name is put with its own rotated parts alone")
  func groups() {
    let nameless = """
      08:00:05 (adskflex) TIMESTAMP 11/10/2026
      10:00:00 (adskflex) OUT: "87676ACD_2023_0F" kees@ws9

      """
    let logs = [Reading.log(Example.log), Reading.log(nameless)]
    #expect(LicensingBatch(debugLogGroups: [logs]).servers.map(\.details.hosts) == [["LIC01"]])
    let apart = LicensingBatch(debugLogGroups: logs.map { [$0] } + [[logs[1]]])
    #expect(apart.servers.map(\.details.hosts) == [["LIC01"], [], []])
  }

  @Test("An answer gives who has a licence now, until when it is borrowed, and who waits")
  func lmstat() throws {
    let batch = LicensingBatch(lmstat: Reading.lmstat(Example.lmstat), now: now)
    let server = try #require(batch.servers.first)
    #expect(server.details.address == "27000@lic01.example.com")
    let answer = try #require(server.answer)
    #expect(answer.state == .up)
    #expect(answer.moment.day.iso == "2026-09-07" && answer.moment.clock == "10:15")
    let harry = try #require(server.uses.first { $0.login == "hpotter" })
    #expect(harry.open == 1)
    #expect(harry.product == "AutoCAD 2022")
    let ron = try #require(server.uses.first { $0.login == "rweasley" })
    #expect(ron.borrowedUntil?.iso == "2026-09-17")
    #expect(server.uses.first { $0.login == "nlongbottom" }?.queued == 1)
  }

  @Test("Lines that are missing under a header make the answer unclear, not empty")
  func unclear() {
    let text = Example.lmstat.replacing(
      "    hpotter PC01 pc01 (v1.0) (lic01.example.com/27000 111), start Mon 9/7 8:15, PID: 4711\n",
      with: "")
    let server = LicensingBatch(lmstat: Reading.lmstat(text), now: now).servers.first
    #expect(server?.answer?.unclear == 1)
  }

  @Test(
    "A server that does not answer, or whose daemon is down, is silent",
    arguments: [
      "Error getting status: Cannot connect to license server system. (-15,570:115 \"x\")\n",
      "lmgrd is not running: License server machine is down or not responding. (-96,7:2 \"x\")\n",
      """
      License server status: 27000@lic01
          License file(s) on lic01: /var/flexlm/a.lic:

      lic01: license server UP (MASTER) v11.19

      Vendor daemon status (on lic01):

          adskflex: The desired vendor daemon is down. (-97,121)

      """,
    ])
  func silent(_ text: String) throws {
    let batch = LicensingBatch(
      lmstat: Reading.lmstat(text), asked: ServerDetails(hosts: ["lic01"]), now: now)
    let server = try #require(batch.servers.first)
    #expect(server.answer?.state == .silent)
    #expect(server.details.hosts == ["lic01"])
    #expect(server.uses == [])
  }

  @Test(
    "A licence file gives the server, its ports and the other vendors; a client's file the name")
  func licenceFile() throws {
    let server = try #require(
      LicensingBatch(licenceFile: Reading.licences(Example.licence)).servers.first)
    #expect(server.details.hosts == ["lic01"])
    #expect(server.details.lmgrdPort == 27_001)
    #expect(server.details.vendorPort == 2_080)
    let client = LicensingBatch(
      licenceFile: Reading.licences("SERVER lic02 000000000000 27000\nUSE_SERVER\n"))
    #expect(client.servers.first?.details.address == "27000@lic02")
    #expect(client.servers.first?.answer == nil)
  }

  @Test(
    "A log that is cut anywhere, its parts in the wrong order, says the same", arguments: 1...40)
  func cut(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lines = Example.log.split(separator: "\n", omittingEmptySubsequences: false)
    // Not within the start block: a list of packages that is cut in two is not put together.
    let start = try #require(lines.lastIndex { $0.contains("using TCP-port") }) + 1
    let place = Int.random(in: start..<lines.count - 1, using: &random)
    let first = lines[..<place].joined(separator: "\n") + "\n"
    let second = lines[place...].joined(separator: "\n")
    let whole = LicensingBatch(debugLogs: [Reading.log(Example.log)])
    let parts = LicensingBatch(debugLogs: [Reading.log(second), Reading.log(first)])
    #expect(parts.servers.map(\.details) == whole.servers.map(\.details))
    #expect(parts.servers.map(\.log) == whole.servers.map(\.log))
    #expect(parts.servers.map { Set($0.uses) } == whole.servers.map { Set($0.uses) })
  }
}
