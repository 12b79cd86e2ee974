import Canvas
import Foundation
import Migration
import SessionFile
import Testing
import WizardTesting

@testable import Wizard
@testable import overstap

/// A debug log up to the morning of the fixtures, with example names.
private let log = """
   8:00:00 (lmgrd) FlexNet Licensing (v11.19.4.1 build 289347 x64_n6) started on LIC01 (IBM PC) (1/4/2027)
   8:00:00 (lmgrd) License file(s): C:\\Autodesk\\example.lic
   8:00:00 (lmgrd) lmgrd tcp-port 27000
   8:00:01 (lmgrd) Started adskflex (pid 4440)
   8:00:03 (lmgrd) adskflex using TCP-port 2080
   9:02:01 (lmgrd) TIMESTAMP 1/13/2027
   9:15:20 (adskflex) OUT: "64300ACD_F" hpotter@PC01  
   9:15:20 (adskflex) OUT: "87545ACD_2022_0F" hpotter@PC01  
  10:02:00 (adskflex) OUT: "87545ACD_2022_0F" draco.malfoy@PC02  
  10:03:00 (adskflex) OUT: "87545ACD_2022_0F" tekenkamer@PC03  
  11:30:11 (adskflex) IN: "87545ACD_2022_0F" hpotter@PC01  
  11:30:11 (adskflex) IN: "64300ACD_F" hpotter@PC01  
   8:02:01 (lmgrd) TIMESTAMP 1/14/2027

  """

private let answer = """
  lmutil - Copyright (c) 1989-2021 Flexera. All Rights Reserved.
  Flexible License Manager status on Thu 1/14/2027 10:15

  License server status: 27000@LIC01
      License file(s) on LIC01: C:\\Autodesk\\example.lic:

  LIC01: license server UP (MASTER) v11.19.4

  Vendor daemon status (on LIC01):

    adskflex: UP v11.19.4
  Feature usage info:

  Users of 64300ACD_F:  (Total of 12 licenses issued;  Total of 1 license in use)

    "64300ACD_F" v1.000, vendor: adskflex, expiry: 21-jul-2027
    floating license

      hpotter PC01 PC01 (v1.000) (LIC01/27000 202), start Mon 1/11 8:15  (linger: 864000 / 1728000)

  """

@Suite("Stories of step 5")
struct LicenceStoryTests {
  /// The small organisation after the log was taken over by the file picker.
  private func withLog() throws -> Rehearsal {
    var wizard = try Rehearsal.small("en")
    let path = try TemporaryFile.write(log, as: "debug.log")
    defer { TemporaryFile.remove(path) }
    try wizard.jump("add-licences")
    try wizard.fill("path", path)
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "review-licences")
    #expect(wizard.state.summary.licensing.servers.isEmpty, "nothing is taken over unseen")
    try wizard.press(.function(10))
    #expect(wizard.state.visit.screen == "network-use")
    return wizard
  }

  private func paste(_ text: String, into wizard: inout Rehearsal) throws {
    try wizard.jump("paste-licences")
    try wizard.take(.paste(text))
    try wizard.press(.function(10))
  }

  private func logins(_ wizard: Rehearsal) -> [String] {
    wizard.state.retireServers.uses.window.rows.map(\.login).sorted()
  }

  @Test("From a log to proposed users: looked through, taken over, matched, and one undo")
  func proposals() throws {
    var wizard = try withLog()
    #expect(logins(wizard) == ["draco.malfoy", "hpotter", "tekenkamer"])
    #expect(
      wizard.state.retireServers.uses.window.rows.first { $0.login == "hpotter" }?.userName
        == "Harry Potter")
    let before = wizard.state.summary.userFunnel.total

    try wizard.press(.character("v"))
    try wizard.press(.enter)
    try wizard.fill("mail-domain", "example.com")
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "review-users")
    let review = try #require(wizard.state.createUsers.review)
    #expect(review.source == .licenceLog)
    #expect(review.batch.rows.count == 2, "a login that is somebody's already is not proposed")
    #expect(wizard.state.summary.userFunnel.total == before, "nobody is taken over unseen")

    let malfoy = try #require(
      review.batch.rows.first { review.batch.text($0.login) == "draco.malfoy" })
    #expect(review.batch.details(of: malfoy).lastName == "Malfoy")
    #expect(review.batch.text(malfoy.address) == "draco.malfoy@example.com")
    for place in review.batch.rows.indices where review.batch.rows[place].verdict == .doubtful {
      wizard.state.createUsers.review?.decide(
        place: place,
        review.batch.text(review.batch.rows[place].login) == "tekenkamer" ? .leave : .take)
    }
    try wizard.focus("take-over")
    try wizard.press(.enter)
    #expect(wizard.state.summary.userFunnel.total == before + 1)

    try wizard.jump("network-use")
    let row = try #require(
      wizard.state.retireServers.uses.window.rows.first { $0.login == "draco.malfoy" })
    #expect(row.userName == "Draco Malfoy")
    #expect(row.marks.first == .planned)
    try wizard.press(.character("u"))
    #expect(wizard.state.summary.userFunnel.total == before)
  }

  @Test("From a log to computers of step 3: looked through, stated, contradicted by a later log")
  func computers() throws {
    var wizard = try withLog()
    for key: Key in [.character("v"), .down, .down, .enter] { try wizard.press(key) }
    #expect(wizard.state.visit.screen == "propose-computers")
    let proposed = try #require(wizard.state.switchDevices.proposed)
    #expect(!proposed.new.isEmpty)
    #expect(wizard.state.summary.funnel(of: .switchDevices).total == 0, "nothing is taken unseen")
    try wizard.press(.function(10))
    #expect(wizard.state.visit.screen == "installations")
    #expect(wizard.state.summary.funnel(of: .switchDevices).total == proposed.new.count)

    try wizard.press(.character("a"))
    try wizard.focus("switched")
    try wizard.press(.enter)
    #expect(wizard.state.summary.funnel(of: .switchDevices).stated == proposed.new.count)
    try wizard.jump("network-use")
    #expect(
      wizard.state.retireServers.uses.window.rows.first { !$0.computer.isEmpty }?.marks[2]
        == .stated)
    try wizard.press(.character("u"))
    #expect(wizard.state.summary.funnel(of: .switchDevices).stated == 0)
    try wizard.press(.character("u"))
    #expect(wizard.state.summary.funnel(of: .switchDevices).total == 0, "one undo for all of them")
  }

  @Test("From a log to products and seats of step 2, also of products that the plan does not have")
  func products() throws {
    var wizard = try withLog()
    let before = wizard.state.summary.products.count
    for key: Key in [.character("v"), .down, .enter] { try wizard.press(key) }
    #expect(wizard.state.visit.screen == "propose-seats")
    let proposals = try #require(wizard.state.retireServers.proposals)
    #expect(proposals.contains { !$0.users.isEmpty })
    try wizard.press(.function(10))
    #expect(wizard.state.visit.screen == "network-use")
    let products = wizard.state.summary.products
    #expect(products.count > before)
    #expect(products.contains { $0.details.seats == nil && $0.counts.planned > 0 })
    try wizard.press(.character("u"))
    #expect(wizard.state.summary.products.count == before)
  }

  @Test("A login is coupled by hand once, by a few letters of a name")
  func coupling() throws {
    var wizard = try withLog()
    while wizard.state.retireServers.uses.window[wizard.state.memory.rows("uses").cursor]?.login
      != "tekenkamer"
    {
      try wizard.press(.down)
    }
    try wizard.press(.character("k"))
    #expect(wizard.state.visit.screen == "couple-login")
    try wizard.type("granger")
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "network-use")
    #expect(
      wizard.state.retireServers.uses.window.rows.first { $0.login == "tekenkamer" }?.userName
        == "Hermione Granger")
  }

  @Test("What is set aside leaves the list, is counted, and comes back")
  func settingAside() throws {
    var wizard = try withLog()
    try wizard.press(.home)
    let login = try #require(wizard.state.retireServers.uses.window.rows.first?.login)
    try wizard.press(.character(" "), .character("x"), .escape)
    #expect(wizard.state.memory.rows("uses").chosen.count == 1, "nothing was done about it yet")
    try wizard.press(.character("x"))
    try wizard.type("Render node")
    try wizard.press(.function(10))
    #expect(!logins(wizard).contains(login))
    #expect(wizard.state.memory.rows("uses").chosen.isEmpty)
    #expect(wizard.state.retireServers.figures.setAside == 1)
    for _ in 0..<5 { try wizard.press(.character("z")) }
    #expect(logins(wizard) == [login])
    try wizard.press(.character("x"))
    try wizard.focus("take-back")
    try wizard.press(.enter)
    #expect(logins(wizard) == [])
    #expect(wizard.state.retireServers.figures.setAside == 0)
  }

  @Test(
    "A server with an open borrow cannot be retired without its name typed, and it is journalled")
  func borrowed() throws {
    var wizard = try withLog()
    try paste(answer, into: &wizard)
    try wizard.press(.function(10))
    #expect(wizard.state.summary.licensing.servers.count == 1)
    try wizard.jump("ready-to-retire")
    try wizard.focus("retire")
    try wizard.press(.enter)
    #expect(wizard.state.visit == Visit("retire-server", "1"))
    try wizard.focus("retire")
    try wizard.press(.enter)
    #expect(wizard.state.notice?.key == "name-not-typed")
    #expect(wizard.state.memory.focus == "typed-name")
    #expect(wizard.state.summary.licensing.servers.first?.standing == .planned)
    try wizard.type("lic02")
    try wizard.press(.enter)
    #expect(wizard.state.summary.licensing.servers.first?.standing == .planned)
    try wizard.fill("typed-name", "lic01")
    try wizard.press(.enter)
    #expect(wizard.state.summary.licensing.servers.first?.standing == .stated)
    try wizard.jump("journal")
    #expect(wizard.state.journal.first?.name == .retireServers(.retireServer))
    #expect(wizard.state.journal.first?.subject.hasPrefix("LIC01") == true)
  }

  @Test("A log without a name is taken over for no server until one is chosen, or named")
  func nameless() throws {
    var wizard = try withLog()
    try wizard.jump("paste-licences")
    try wizard.take(
      .paste(
        "08:00:05 (adskflex) TIMESTAMP 1/12/2027\n"
          + "10:00:00 (adskflex) OUT: \"87676ACD_2023_0F\" kees@ws9\n"))
    try wizard.press(.function(10))
    #expect(wizard.state.visit.screen == "review-licences")
    try wizard.press(.function(10))
    #expect(wizard.state.notice?.key == "whose-log")
    #expect(wizard.state.summary.licensing.servers.count == 1)
    try wizard.focus("server")
    try wizard.press(.right)
    try wizard.press(.right)
    try wizard.press(.function(10))
    #expect(wizard.state.memory.focus == "server-hosts")
    #expect(wizard.state.summary.licensing.servers.count == 1)
    try wizard.fill("server-hosts", "lic09")
    try wizard.press(.function(10))
    #expect(wizard.state.summary.licensing.servers.map(\.details.hosts) == [["LIC01"], ["lic09"]])
  }

  @Test("An answer of lmstat without its head is asked whose it is where no server is known")
  func namelessAnswer() throws {
    var wizard = try Rehearsal.small("en")
    let answer = """
      Users of 87878ACD_2024_0F:  (Total of 10 licenses issued;  Total of 1 license in use)

          kees WS9 WS9 (v1.000) (x/2080 103), start Tue 1/12 8:50

      """
    let path = try TemporaryFile.write(answer, as: "answer.txt")
    defer { TemporaryFile.remove(path) }
    try wizard.jump("import-users")
    try wizard.fill("path", path)
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "review-licences")
    #expect(wizard.state.memory.focus == "server-hosts")
    try wizard.press(.function(10))
    #expect(wizard.state.summary.licensing.servers.isEmpty)
    try wizard.fill("server-hosts", "lic 01!")
    try wizard.press(.function(10))
    #expect(wizard.state.summary.licensing.servers.isEmpty)
    try wizard.fill("server-hosts", "lic01")
    try wizard.press(.function(10))
    #expect(wizard.state.summary.licensing.servers.map(\.details.hosts) == [["lic01"]])
    try wizard.press(.character("u"))
    #expect(wizard.state.summary.licensing.servers.isEmpty)
  }

  @Test("A silent server stays unknown: no figure of it is zero, and no condition is met by it")
  func silent() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("server-page")
    try wizard.fill("server-hosts", "lic01")
    try wizard.press(.function(10))
    try paste(
      "Error getting status: Cannot connect to license server system. (-15,570:115 \"x\")\n",
      into: &wizard)
    #expect(wizard.state.visit.screen == "review-licences")
    let seen = render(wizard.state).text
    #expect(seen.contains("does not answer: unknown"))
    try wizard.press(.function(10))
    let server = try #require(wizard.state.summary.licensing.servers.first)
    #expect(server.answer?.state == .silent)
    let verdict = wizard.state.summary.retireVerdict(now: wizard.state.moment)
    for kind in [RetireCondition.Kind.openCheckouts, .borrowed, .quiet] {
      #expect(verdict.conditions.first { $0.kind == kind }?.verdict == .unknown)
    }
    try wizard.jump("servers")
    let row = render(wizard.state).text.split(separator: "\n").first { $0.contains("lic01 ") }
    #expect(row?.contains("?") == true)
    #expect(
      wizard.state.summary.toDo(today: wizard.state.moment.day).contains {
        $0.kind == .silentServer
      })
  }

  @Test("A log that is added where people are asked for lands in step 5 all the same")
  func anywhere() throws {
    var wizard = try Rehearsal.small("en")
    let path = try TemporaryFile.write(log, as: "anything.txt")
    defer { TemporaryFile.remove(path) }
    try wizard.jump("import-users")
    try wizard.fill("path", path)
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "review-licences")
  }

  @Test("Clean-up scripts are written for this server, and not for one that serves others too")
  func cleanUp() throws {
    var wizard = try withLog()
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      .path(percentEncoded: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try wizard.jump("clean-up")
    try wizard.fill("folder", folder)
    try wizard.focus("write")
    try wizard.press(.enter)
    #expect(wizard.state.notice?.key == "scripts-written")
    for name in ["clean-up.sh", "clean-up.ps1", "clean-up.cmd"] {
      let text = try String(
        contentsOfFile: "\(folder)/overstap-clean-up/\(name)", encoding: .utf8)
      #expect(text.contains("lic01"))
    }
    let server = try #require(wizard.state.summary.licensing.servers.first)
    var details = server.details
    details.otherDaemons = ["mapinfo"]
    try wizard.perform([.apply(.retireServers(.editServer(server.id, details)))])
    try wizard.jump("clean-up")
    try wizard.focus("write")
    try wizard.press(.enter)
    #expect(wizard.state.notice?.key == "no-server")
  }

  @Test("What was stated as off and refuses on every port is proven; one that answers is not")
  func proof() throws {
    var wizard = try withLog()
    let server = try #require(wizard.state.summary.licensing.servers.first)
    func trials(_ outcomes: DoorTrial.Outcome...) -> Answer {
      .retireServers(
        .tried(
          zip(server.details.doors, outcomes).map {
            DoorTrial(server: server.id, door: $0, outcome: $1, moment: wizard.state.moment)
          }))
    }
    try wizard.jump("prove-servers")
    try wizard.answer(trials(.refused, .refused))
    #expect(wizard.state.summary.licensing.servers.first?.standing == .planned, "not stated yet")
    try wizard.perform([
      .apply(.retireServers(.retire(server.id, typed: "lic01", quietDays: 14)))
    ])
    for outcome in [DoorTrial.Outcome.open, .silent, .unresolvable] {
      try wizard.answer(trials(.refused, outcome))
      #expect(wizard.state.summary.licensing.servers.first?.standing == .stated)
    }
    try wizard.answer(trials(.refused))
    #expect(wizard.state.summary.licensing.servers.first?.standing == .stated, "one was not tried")
    try wizard.answer(trials(.refused, .refused))
    #expect(wizard.state.summary.licensing.servers.first?.standing == .proven)
    #expect(ServerDetails(hosts: ["lic01"]).doors.allSatisfy { $0.isAssumed })
  }

  @Test("A server without a name gets no commands with holes: its name is asked first")
  func namelessCommands() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.perform([.apply(.retireServers(.take(Self.namelessLog, nil)))])
    let server = try #require(wizard.state.summary.licensing.servers.first)
    try wizard.jump("retire-commands")
    let seen = render(wizard.state).text
    #expect(seen.contains("Fill in the name"))
    #expect(!seen.contains("lmdown"))
    try wizard.press(.enter)
    #expect(wizard.state.visit == Visit("server-page", String(server.id.number)))
  }

  private static var namelessLog: LicensingBatch {
    var part = LicensingBatch.Server(details: ServerDetails())
    part.log = LogSpan(first: Moment(minutes: 0), end: Moment(minutes: 60), outs: 1)
    return LicensingBatch(.debugLog, servers: [part])
  }

  @Test("Ports that are only assumed prove nothing by refusing")
  func assumed() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.perform([
      .apply(.retireServers(.addServer(ServerDetails(hosts: ["lic01"], daemon: "adskflex"))))
    ])
    let server = try #require(wizard.state.summary.licensing.servers.first)
    try wizard.perform([
      .apply(.retireServers(.retire(server.id, typed: "lic01", quietDays: 14)))
    ])
    try wizard.jump("prove-servers")
    #expect(render(wizard.state).text.contains("lic01:27000 (assumed)"))
    try wizard.answer(
      .retireServers(
        .tried(
          server.details.doors.map {
            DoorTrial(
              server: server.id, door: $0, outcome: .refused, moment: wizard.state.moment)
          })))
    #expect(wizard.state.summary.licensing.servers.first?.standing == .stated)
  }
}

@Suite("Reading the files of a licence server")
struct LicenceReadingTests {
  private static let now = Moment(day: Day(number: 20_832), minute: 642)

  @Test(
    "The parts of a rotated log, one of them packed, in the wrong order, say what the whole says")
  func rotated() throws {
    let lines = log.split(separator: "\n", omittingEmptySubsequences: false)
    // The name is what makes them parts of one log, so both are in one folder.
    let second = try TemporaryFile.write(lines[8...].joined(separator: "\n"), as: "debug.log")
    let first = second + ".1"
    try Data((lines[..<8].joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: first))
    let whole = try TemporaryFile.write(log, as: "whole.log")
    defer { for path in [second, whole] { TemporaryFile.remove(path) } }
    var parts = LicensingReader(now: Self.now)
    let read = parts.read([second, try TemporaryFile.pack(first)])
    let together = try #require(read)
    var one = LicensingReader(now: Self.now)
    let readWhole = one.read([whole])
    let apart = try #require(readWhole)
    #expect(together.failures.isEmpty)
    #expect(together.lines == apart.lines)
    #expect(together.batch.files.count == 2)
    let (mine, other) = (together.batch.servers, apart.batch.servers)
    #expect(mine.map(\.details) == other.map(\.details))
    #expect(mine.map(\.log) == other.map(\.log))
    #expect(mine.map { Set($0.uses) } == other.map { Set($0.uses) })
  }

  @Test("A packed log that ends too early is told of and not taken: half a log is no silence")
  func cutOff() throws {
    let path = try TemporaryFile.write(log, as: "debug.log")
    defer { TemporaryFile.remove(path) }
    let whole = try TemporaryFile.pack(path)
    let bytes = try Data(contentsOf: URL(filePath: whole))
    try bytes.dropLast(12).write(to: URL(filePath: whole))
    var reading = LicensingReader(now: Self.now)
    #expect(reading.read([whole]) == nil)
    #expect(reading.failures.map(\.key) == ["file-damaged"])
    #expect(try Inspection.inspect(whole).map(\.isDamaged) == [true])
  }

  @Test("What is called off is not taken")
  func stopped() throws {
    let path = try TemporaryFile.write(log, as: "debug.log")
    defer { TemporaryFile.remove(path) }
    var reading = LicensingReader(now: Self.now, progress: { _, _ in false })
    #expect(reading.read([path]) == nil)
    #expect(reading.failures.isEmpty)
  }

  @Test("Files that are none of a licence server's are told of by name")
  func others() throws {
    let path = try TemporaryFile.write("hello\n", as: "hello.txt")
    defer { TemporaryFile.remove(path) }
    var reading = LicensingReader(now: Self.now)
    #expect(reading.read([path, path + ".gone"]) == nil)
    #expect(reading.failures.map(\.key) == ["file-not-licensing", "file-missing"])
  }
}

@Suite("Asking servers and trying their ports")
struct LicenceConnectionTests {
  private static let now = Moment(day: Day(number: 20_832), minute: 642)

  /// Milliseconds for a program that answers at once, on a machine that runs all tests beside it.
  private static let patience = 600_000

  /// A program that stands in for lmutil.
  private func program(_ script: String) throws -> String {
    let path = try TemporaryFile.write("#!/bin/sh\n\(script)\n", as: "lmutil")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  /// Runs what waits for a program or a port on a thread of its own, as the wizard's is: the shared
  /// ones are needed for the work that is waited for.
  private func waiting<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      Thread { continuation.resume(returning: body()) }.start()
    }
  }

  private let server = ServerDetails(hosts: ["LIC01"], lmgrdPort: 27_000, daemon: "adskflex")

  @Test("lmutil is asked for the server's own address, and what it prints is read")
  func asked() async throws {
    let path = try program("echo \"$@\"; cat <<'E'\n\(answer)\nE")
    defer { TemporaryFile.remove(path) }
    #expect(LmutilQuestion.program(path) == path)
    let bytes = try #require(
      await waiting { LmutilQuestion.ask(server, with: path, within: Self.patience) { true } })
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("lmstat -a -c 27000@LIC01\n"))
    var reading = LicensingReader(now: Self.now)
    reading.add(answer: bytes, of: server)
    let found = try #require(reading.review?.batch.servers.first)
    #expect(found.answer?.state == .up)
    #expect(found.uses.map(\.login) == ["hpotter"])
  }

  @Test("An lmutil that prints nothing leaves its server silent")
  func nothing() async throws {
    let path = try program("exit 241")
    defer { TemporaryFile.remove(path) }
    var reading = LicensingReader(now: Self.now)
    let bytes = try #require(
      await waiting { LmutilQuestion.ask(server, with: path, within: Self.patience) { true } })
    reading.add(answer: bytes, of: server)
    let found = try #require(reading.review?.batch.servers.first)
    #expect(found.answer?.state == .silent)
    #expect(found.details.hosts == ["LIC01"])
  }

  @Test("An lmutil that never ends is called off when nobody wants its answer any more")
  func calledOff() async throws {
    let told = try TemporaryFile.write("", as: "processes")
    defer { TemporaryFile.remove(told) }
    // What it starts has to end with it.
    let path = try program(
      "sleep 600 &\necho $$ $! > '\(told)'\nexec cat /dev/zero > /dev/null")
    defer { TemporaryFile.remove(path) }
    let bytes = await waiting {
      var looks = 0
      return LmutilQuestion.ask(server, with: path, within: Self.patience) {
        looks += 1
        // Not before it runs.
        return looks < 3 || (try? String(contentsOfFile: told, encoding: .utf8))?.isEmpty ?? true
      }
    }
    #expect(bytes == nil)
    let processes = try String(contentsOfFile: told, encoding: .utf8).split { $0.isWhitespace }
      .compactMap { Int32($0) }
    #expect(processes.count == 2)
    for process in processes { #expect(!isAlive(process), "process \(process) runs on") }
  }

  /// Whether a process runs still; one that ended and that nobody asked about yet does not.
  private func isAlive(_ process: Int32) -> Bool {
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    let state = status?.split(separator: ")").last?.split(separator: " ").first
    return state.map { $0 != "Z" && $0 != "X" } ?? false
  }

  @Test("No lmutil is made up where there is none")
  func missing() {
    #expect(LmutilQuestion.program("/nonexistent/lmutil") == nil)
  }

  @Test("A port with a listener is open, one without is refused: both on this computer")
  func doors() async throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 4) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    try #require(isBound)
    let port = Int(UInt16(bigEndian: address.sin_port))
    let door = ServerDoor(host: "127.0.0.1", port: port, isDaemon: false)
    #expect(await waiting { DoorCheck.tryAll([door]) { _ in true } } == [.open])
    // A name may have other addresses first, which refuse: that proves nothing.
    let named = ServerDoor(host: "localhost", port: port, isDaemon: false)
    #expect(await waiting { DoorCheck.tryAll([named]) { _ in true } } == [.open])
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
    #expect(await waiting { DoorCheck.tryAll([door]) { _ in true } } == [.refused])
    #expect(await waiting { DoorCheck.tryAll([door]) { _ in false } } == nil)
  }
}
