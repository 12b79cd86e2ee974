import Testing

@testable import Documents

@Suite("An lmstat output")
struct LmstatOutputTests {
  private let output = Reading.lmstat(Example.lmstat)

  private func checkout(_ line: String) throws -> LmstatCheckout {
    try #require(Reading.lmstat("Users of f:  (Uncounted, node-locked)\n" + line).checkouts.first)
  }

  @Test("tells when it was made, by whom and of which server")
  func head() {
    #expect(output.banner?.hasPrefix("lmutil - Copyright") == true)
    #expect(output.day?.isoText == "2026-09-07")
    #expect(output.minuteOfDay == 615)
    #expect(output.blocks.count == 1)
    let block = output.blocks[0]
    #expect(block.addresses.map(\.port) == ["27000"])
    #expect(block.licenceFiles.map(\.path) == [#"C:\Autodesk\Network License Manager\example.lic"#])
    #expect(block.servers.map(\.host) == ["lic01.example.com"])
    #expect(block.servers.map(\.isMaster) == [true])
    #expect(block.daemonHost == "lic01.example.com")
    #expect(block.daemons.map(\.name) == ["adskflex"])
    #expect(block.daemons.map(\.version) == ["11.19.4"])
    #expect(output.isIncomplete == false)
  }

  @Test("tells features and their licences")
  func features() {
    #expect(output.features.map(\.name) == ["64300ACD_F", "87545ACD_2022_0F", "PLIST"])
    #expect(output.features[0].header == .counted(issued: 12, inUse: 5))
    #expect(output.features[2].header == .uncounted)
    let licence = output.features[0].licences[0]
    #expect(licence.vendor == "adskflex")
    #expect(licence.version == "1.000")
    #expect(licence.lastDay?.isoText == "2027-07-21")
    #expect(licence.vendorString == "commercial:extendable")
    #expect(licence.sort == "floating license")
    #expect(output.features[1].licences[0].isPermanent)
  }

  @Test("tells who holds, waits, and for whom is kept")
  func lines() {
    #expect(output.checkouts.map(\.holder.user) == ["hpotter", "rweasley", "hpotter"])
    #expect(output.checkouts[0].holder.token == "87545ACD_2022_0F")
    #expect(output.checkouts[0].processID == 4711)
    #expect(output.checkouts[0].grant.handle == "101")
    #expect(output.startDay(of: output.checkouts[0])?.isoText == "2026-09-07")
    #expect(output.queued.map(\.holder.user) == ["nlongbottom"])
    #expect(output.reservations.map(\.licences) == [2])
    #expect(output.reservations.map(\.kind) == ["USER_GROUP"])
    #expect(output.reservations.map(\.name) == ["DRAWING ROOM"])
    #expect(output.features[0].reservedOnLines == 2)
  }

  @Test("tells how long a licence is borrowed still, and puts its start into the year before")
  func borrow() {
    let borrowed = output.checkouts[1]
    #expect(borrowed.linger?.secondsInAll == 1_728_000)
    #expect(borrowed.linger?.secondsLeft == 864_000)
    #expect(output.startDay(of: borrowed)?.isoText == "2025-12-24")
  }

  @Test("counts package and release of one session as one seat")
  func seats() {
    let seats = output.seats()
    #expect(seats.map(\.user) == ["hpotter", "rweasley"])
    #expect(seats.map(\.feature) == ["64300ACD_F", "64300ACD_F"])
    #expect(seats[0].components == ["87545ACD_2022_0F"])
    #expect(seats[0].checkouts == [0, 2])
    #expect(seats.map(\.licences) == [1, 1])
    #expect(seats.map(\.isBorrowed) == [false, true])
  }

  @Test(
    "reads the same whatever a terminal, an editor or a mail did to its blanks",
    arguments: ["indent lost", "tabs", "double spaced", "returns", "mark"])
  func blanks(change: String) {
    var lines = Example.lmstat.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    switch change {
    case "indent lost": lines = lines.map { String($0.drop { $0 == " " }) }
    case "tabs": lines = lines.map { "\t" + String($0.drop { $0 == " " }) }
    case "double spaced": lines = lines.flatMap { [$0, ""] }
    case "returns": lines = lines.map { $0 + "\r" }
    default: lines[0] = "\u{FEFF}" + lines[0]
    }
    let text = lines.joined(separator: "\n")
    #expect(Reading.lmstat(text) == output)
    #expect(Reading.kinds(text) == ["lmstat"])
  }

  @Test("may begin with the command that was typed")
  func command() {
    let output = Reading.lmstat("./lmutil lmstat -a -c 27000@lic01\n" + Example.lmstat)
    #expect(output.command == "./lmutil lmstat -a -c 27000@lic01")
    #expect(output.checkouts.count == 3)
  }

  @Test(
    "splits a line into person, computer and display where it can, and says where it cannot",
    arguments: [
      ("ron PC1 PC1", "ron", "PC1", "PC1", false), ("ron PC1", "ron", "PC1", "", false),
      ("ron PC1 w%.=H@Q!;~_8'", "ron", "PC1", "w%.=H@Q!;~_8'", false),
      ("Ron Weasley PC-01 pc-01", "Ron Weasley", "PC-01", "pc-01", false),
      ("ron PC1 /dev/tty feature=f_2", "ron", "PC1", "/dev/tty", false),
      ("ron PC1 d1 2017.06", "ron", "PC1", "d1", false),
      ("Ron B PC1 \"U,K$...\"C iQ", "Ron", "B", "PC1 \"U,K$...\"C iQ", true),
      ("ron PC1 (v2) (x/1 2), start", "ron", "PC1", "(v2) (x/1 2), start", true),
    ])
  func split(head: String, user: String, host: String, display: String, unsure: Bool) throws {
    let line = "    \(head) (v1.0) (lic01/27000 101), start Mon 9/7 8:15"
    let holder = try checkout(line).holder
    #expect(holder.user == user)
    #expect(holder.host == host)
    #expect(holder.display == display)
    #expect(holder.isUncertain == unsure)
    #expect(holder.head == head)
  }

  @Test("reads every word after the start, and keeps those it does not know")
  func tails() throws {
    let start = "ron PC1 PC1 (v1.0) (lic01/port 101), start Mon 9/7 "
    #expect(try checkout(start + "8:15, 16 licenses").licences == 16)
    #expect(try checkout(start + "8:15").grant.port == "port")
    let all = try checkout(
      start + "8:15:30, 2 licenses, PID: 4711 (linger: 60), borrow-return 9/9/26")
    #expect(all.start?.secondOfDay == 29_730)
    #expect(all.licences == 2)
    #expect(all.processID == 4711)
    #expect(all.linger == .init(secondsLeft: nil, secondsInAll: 60))
    #expect(all.rest == "borrow-return 9/9/26")
    #expect(try checkout(start + "8:15 (linger: 5 / 9)").linger?.secondsInAll == 9)
    #expect(try checkout(start.replacing("9/7", with: "9/7/2024") + "8:15").start?.year == 2024)
  }

  @Test("keeps several servers and daemons of one output apart")
  func severalServers() {
    let output = Reading.lmstat(
      """
      License server status: 27000@a.example.com,27000@b.example.com,27000@c.example.com
      a.example.com: license server UP v11.7
      b.example.com: license server UP (MASTER) v11.7
      c.example.com: license server DOWN
      Vendor daemon status (on b.example.com):
        adskflex: UP v11.19
      Users of f:  (Total of 2 licenses issued;  Total of 0 licenses in use)
      ----------------------------------------------------------------------------
      License server status: 27002@d.example.com
      d.example.com: license server UP v11.13
        orbit: DOWN
      Users of f:  (Total of 1 license available)
      """)
    #expect(output.blocks.map(\.servers.count) == [3, 1])
    #expect(output.blocks.map(\.addresses.count) == [3, 1])
    #expect(output.features.map(\.block) == [0, 1])
    #expect(output.isIncomplete)
    let json = Reading.json(output.figures)
    #expect(json.contains(#""serversUp":3,"serversDown":1,"masters":1"#))
    #expect(json.contains(#""vendorsUp":["adskflex"],"vendorsDown":["orbit"]"#))
    #expect(json.contains(#""features":2,"#) && json.contains(#""distinctFeatureNames":1"#))
  }

  @Test("says used or unused by its lines, and neither where the header says more than they")
  func used() {
    func isUsed(_ inUse: Int, _ lines: String) -> Bool? {
      let header = "Users of f:  (Total of 9 licenses issued;  Total of \(inUse) licenses in use)\n"
      return Reading.lmstat(header + lines).features[0].isUsed
    }
    let reserved = "\t3 RESERVATIONs for HOST PC1 (lic01/27000)\n"
    #expect(isUsed(0, "") == false)
    #expect(isUsed(3, reserved) == false)
    #expect(isUsed(4, reserved) == nil)
    #expect(isUsed(1, "a b c (v1) (s/1 2), start Mon 9/7 8:15\n") == true)
  }

  @Test(
    "reports every form of failure with its code",
    arguments: [
      ("Error getting status: Cannot connect to license server system. (-15,570:115 \"No\")", -15),
      (
        "Error getting status: Cannot connect to license server system.\n (-15,10:10061 \"W\")", -15
      ),
      ("Error getting status: Cannot read data from license server system. (-16,287)", -16),
      ("lmgrd is not running: License server machine is down. (-96,7:2 \"No such file\")", -96),
      ("lic01: Cannot connect to license server system. (-15,570:115 \"In progress\")", -15),
      (
        "Vendor daemon status (on lic01):\n adskflex: The desired vendor daemon is down. (-97,121)",
        -97
      ), ("adskflex: The desired vendor daemon is down. (-97,121)", -97),
      ("Users of f: Cannot get users of f: No such feature exists. (-5,222)", -5),
      ("FlexNet Licensing error:-96,7.  System Error: 11001 \"WinSock: Host not found\"", -96),
    ])
  func failures(text: String, code: Int) {
    let output = Reading.lmstat(text)
    #expect(output.failures.map(\.code) == [code])
    #expect(output.isIncomplete)
  }

  @Test("takes a silent server for unknown, never for down or unused")
  func silence() {
    let output = Reading.lmstat(
      """
      lic01: license server UP (MASTER) v11.13
      lic02: Cannot connect to license server system. (-15,570:115 "Operation now in progress")
      """)
    #expect(output.blocks[0].servers.map(\.state) == [.up, .unknown])
    #expect(output.failures.first?.subject == .server("lic02"))
    #expect(output.failures.first?.detail == "570:115 \"Operation now in progress\"")
    #expect(Reading.json(output.figures).contains(#""serversDown":0"#))
    #expect(Reading.json(output.figures).contains(#""errorCodes":[-15]"#))
  }

  @Test("gives its figures")
  func figures() {
    #expect(
      Reading.json(output.figures)
        == #"{"features":3,"featuresCounted":2,"featuresUncounted":1,"featuresError":0,"#
        + #""featuresInUse":2,"issued":24,"inUse":6,"checkoutLines":3,"seatsOnLines":3,"#
        + #""queuedLines":1,"reservationLines":1,"reserved":2,"lingerLines":1,"#
        + #""distinctFeatureNames":3,"uniqueUsers":2,"uniqueUserHosts":2,"serversUp":1,"#
        + #""serversDown":0,"masters":1,"vendorsUp":["adskflex"],"vendorsDown":[],"#
        + #""answers":1,"answeredAt":"2026-09-07T10:15","errorCodes":[]}"#)
    let error = Reading.lmstat("Users of f:  (Error: 1 licenses, unsupported by licensed server)")
    #expect(Reading.json(error.figures).contains(#""featuresError":1"#))
  }

  private static let grant =
    "    ann PC1 PC1 (v1.000) (lic01.example.com/2080 103), start Mon 9/7 8:50, 2 licenses"
  private static let answer = """
    Flexible License Manager status on Mon 9/7/2026 10:15
    License server status: 27000@lic01.example.com
    lic01.example.com: license server UP (MASTER) v11.19.4
    Users of 87878ACD_2024_0F:  (Total of 12 licenses issued;  Total of 2 licenses in use)
    \(grant)
    """

  @Test("reads lines that a window or a mail program wrapped, wherever that was")
  func wrapped() {
    let whole = Reading.lmstat(Self.answer)
    #expect(whole.checkouts.count == 1 && whole.features.first?.seatsOnLines == 2)
    // From behind the version on, as far as the clock: names alone could be anything.
    let start = Self.answer.utf8.count - Self.grant.utf8.count
    let text = Array(Self.answer.utf8)
    for cut in (start + 24)..<(start + Self.grant.utf8.count - 12) {
      let pieces = Array(text[..<cut]) + [0x0A] + Array(text[cut...])
      #expect(Reading.lmstat(pieces, cuts: []) == whole, "cut at \(cut - start)")
    }
    let header = Self.answer.replacing("issued;  Total", with: "issued;\n  Total")
    #expect(Reading.lmstat(header) == whole)
  }

  @Test("reads what a mail quotes, and blanks that do not break")
  func quoted() {
    let whole = Reading.lmstat(Self.answer)
    #expect(Reading.lmstat(Self.answer.replacing("\n", with: "\n> ")) == whole)
    #expect(Reading.lmstat(Self.answer.replacing("\n", with: "\n> > ")) == whole)
    #expect(Reading.lmstat(Self.answer.replacing("    ann", with: "\u{A0}\u{A0} ann")) == whole)
    #expect(Reading.lmstat("\n\u{FEFF}" + Self.answer) == whole)
    let bytes = Array(Self.answer.utf8)
    let old = bytes.map { $0 == 0x20 ? 0xA0 : $0 }
    #expect(Reading.lmstat(old, cuts: []) == whole)
  }
}
