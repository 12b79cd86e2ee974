import Testing

@testable import Documents

@Suite("A debug log")
struct DebugLogTests {
  private let log = Reading.log(Example.log)

  @Test("counts its events")
  func events() {
    #expect(log.outs == 5)
    #expect(log.ins == 2)
    #expect(log.inactiveIns == 2)
    #expect(log.outLicences == 7)
    #expect(log.denied == 1)
    #expect(log.unsupported == 1)
    #expect(log.failedCheckins == 1)
    #expect(log.lineCount == 36)
  }

  @Test("takes a person on a computer for one, whatever the case")
  func people() {
    #expect(log.userHosts == 3)
    let potter = log.usages.first
    #expect(potter?.user == "harry.potter")
    #expect(potter?.host == "PC-GRYFFINDOR.example.com")
    #expect(potter?.ins == 1)
    #expect(potter?.openLicences == 0)
  }

  @Test(
    "reads names with blanks, dashes, dots and addresses",
    arguments: [
      ("harry potter@PC01  ", "harry potter", "PC01"),
      (
        "a.b-c_d@pc-01.example.com  ", "a.b-c_d",
        "pc-01.example.com"
      ), ("luna@example.com@PC04  (3 licenses) ", "luna@example.com", "PC04"),
      ("m@example.com wit@PC9", "m@example.com wit", "PC9"), ("x@PC1 (INACTIVE)", "x", "PC1"),
      ("müller@PC1  ", "müller", "PC1"), ("nobody  (2 licenses)", "nobody", ""),
      ("x@PC1  [MATLAB] (2 licenses)", "x", "PC1"),
    ])
  func names(written: String, user: String, host: String) {
    let log = Reading.log("10:00:00 (adskflex) OUT: \"64300ACD_F\" \(written)\r\n")
    #expect(log.usages.map(\.user) == [user])
    #expect(log.usages.map(\.host) == [host])
  }

  @Test("reads a name in a western Windows code page")
  func windowsName() {
    let bytes = Array("10:00:00 (adskflex) OUT: \"f\" ren".utf8) + [0xE9] + Array("@PC1  ".utf8)
    #expect(Reading.log(bytes, cuts: []).usages.first?.user == "ren\u{E9}")
  }

  @Test("reads what the start block says of the server")
  func server() throws {
    let server = try #require(log.servers.first)
    #expect(server.host == "LIC01")
    #expect(server.platform == "IBM PC")
    #expect(server.startedOn?.isoText == "2026-09-07")
    #expect(server.licenceFile == #"C:\Autodesk\Network License Manager\example.lic"#)
    #expect(server.logFile == #"C:\logs\debug.log"#)
    #expect(server.lmgrdPort == 27000)
    #expect(server.runsAsService == true)
    #expect(server.isSingle == true)
    #expect(server.isLocalOnly)
    let daemon = try #require(log.mainDaemon)
    #expect(daemon.name == "adskflex")
    #expect(daemon.port == 2080)
    #expect(daemon.optionsFile == #"C:\Autodesk\adskflex.opt"#)
    #expect(daemon.inactivityTimeout == 3600)
    #expect(
      daemon.reservations == [
        LogReservation(
          licences: 2, feature: "87545ACD_2022_0F", kind: "USER_GROUP", name: "DRAWING ROOM")
      ])
  }

  @Test("maps packages to their releases, and knows the features beside them")
  func packages() {
    #expect(
      log.packages == [
        LicencePackage(
          name: "64300ACD_F",
          components: ["87545ACD_2022_0F", "87393ACD_2021_0F", "87224ACD_2020_0F"]),
        LicencePackage(
          name: "86815AECCOL_T_F", components: ["87561RVT_2022_0F", "87600ACD_2023_0F"]),
      ])
    #expect(log.mainDaemon?.features == ["87577INHSMP_2022_0F"])
  }

  @Test("ends the list of features where the blanks at the line ends were lost too")
  func listWithoutBlanks() {
    let log = Reading.log(
      """
      7:02:02 (adskflex) Server started on LIC01 for:
      7:02:02 (adskflex) 64300ACD_F (consisting of: 87545ACD_2022_0F
      7:02:02 (adskflex) 87393ACD_2021_0F)
      7:02:02 (adskflex) EXTERNAL FILTERS are OFF
      """)
    #expect(log.packages.map(\.components.count) == [2])
    #expect(log.mainDaemon?.features == [])
  }

  @Test("keeps the list of before where a reread's list is cut off")
  func cutOffReread() {
    let log = Reading.log(
      Example.log + """
        12:00:00 (adskflex) Server started on LIC01 for:\t
        12:00:00 (adskflex) 64300ACD_F (consisting of:\t87545ACD_2022_0F\u{20}
        """)
    #expect(log.packages.map(\.components.count) == [3, 2])
  }

  @Test("counts refusals, whatever reason follows them")
  func refusals() {
    #expect(log.denied == 1)
    #expect(log.unsupported == 1)
    let wrapped = Reading.log(
      """
      14:46:39 (orbit) DENIED: DOORS ginny@PC7  [orbit]\u{20}
      (Licensed number of users already reached. (-4,342:10054 ))\u{20}
      14:46:40 (orbit) DENIED: DOORS ginny@PC7  [orbit]\u{20}
      14:46:40 (orbit) (Feature has expired. (-10,32))
      """)
    #expect(wrapped.denied == 2)
    #expect(wrapped.mainDaemon?.name == "orbit")
  }

  @Test("keeps other vendors' daemons apart")
  func otherDaemons() {
    let log = Reading.log(
      """
      10:00:00 (orbit) OUT: "jupiter" ginny@PC7  (20 licenses)\u{20}
      10:00:01 (adskflex) OUT: "64300ACD_F" ginny@PC7
      10:00:02 (orbit) IN: "jupiter" ginny@PC7  (20 licenses)\u{20}
      """)
    #expect(log.usages.map(\.daemon) == ["orbit", "adskflex"])
    #expect(log.usages.map(\.openLicences) == [0, 1])
    #expect(log.mainDaemon?.name == "adskflex")
    #expect(log.userHosts == 1)
  }

  @Test("takes neither lmgrd nor a plug-in for a vendor daemon")
  func noDaemons() {
    let log = Reading.log(
      """
      09:00:00 (lmgrd) TIMESTAMP 9/7/2026
      09:00:01 (orbit_pluggin) INFO: Plugin not loaded
      09:00:02 (orbit) OUT: "jupiter" ginny@PC7
      """)
    #expect(log.servers.first?.daemons.map(\.name) == ["orbit"])
    #expect(log.mainDaemon?.name == "orbit")
    #expect(Reading.log("09:00:00 (lmgrd) TIMESTAMP 9/7/2026").mainDaemon == nil)
  }

  @Test("counts a session, logged as package and release, as one seat")
  func seats() {
    let seats = log.seats()
    #expect(seats.map(\.feature) == ["64300ACD_F", "86815AECCOL_T_F", "87577INHSMP_2022_0F"])
    #expect(seats.map(\.components) == [["87545ACD_2022_0F"], ["87561RVT_2022_0F"], []])
    #expect(seats.map(\.openLicences) == [0, 1, 3])
    #expect(seats.map(\.sessions) == [1, 1, 1])
  }

  @Test("takes nothing back that it never saw taken")
  func strayReturn() {
    let log = Reading.log(
      """
      10:00:00 (adskflex) IN: "f" ginny@PC7
      10:00:01 (adskflex) OUT: "f" ginny@PC7
      """)
    #expect(log.openLicences == 1)
  }

  @Test("forgets what was open when the daemon starts anew")
  func restart() {
    let log = Reading.log(
      """
      10:00:00 (adskflex) OUT: "f" ginny@PC7
      11:00:00 (adskflex) FlexNet Licensing version v11.19.4.1 build 1
      11:05:00 (adskflex) OUT: "f" ginny@PC7
      11:06:00 (adskflex) IN: "f" ginny@PC7
      """)
    #expect(log.openLicences == 0)
  }

  @Test("tells a shutdown that nobody came after")
  func shutdown() {
    let end = """
      10:00:00 (adskflex) IN: "f" ginny@PC7  (SHUTDOWN)
      10:00:00 (lmgrd) EXITING DUE TO SIGNAL 15

      """
    #expect(Reading.log(end).shutDown?.secondOfDay == 36_000)
    #expect(Reading.log(end).shutdownIns == 1)
    #expect(Reading.log(end + "10:00:05 (adskflex) OUT: \"f\" a@b  \n").shutDown == nil)
  }

  @Test("gives its figures, and null for what it does not say")
  func figures() {
    let json = Reading.json(log.figures)
    #expect(json.contains(#""lines":36,"out":5,"in":2,"denied":1,"unsupported":1,"inInactive":2"#))
    #expect(json.contains(#""packages":2,"components":5,"lmgrdPort":27000,"vendorPort":2080"#))
    #expect(json.contains(#""runsAsService":true,"localOnly":true,"firstDate":"2026-09-07""#))
    #expect(json.contains(#""lastDate":"2026-09-08","lastOutDate":"2026-09-08","daysWithOut":2"#))
    let bare = Reading.json(Reading.log("10:00:00 (orbit) OUT: \"f\" a@b  \n").figures)
    #expect(bare.contains(#""packages":null,"components":null,"lmgrdPort":null"#))
    #expect(bare.contains(#""runsAsService":null,"localOnly":null,"firstDate":null"#))
    #expect(bare.contains(#""lastOutDate":null,"daysWithOut":null"#))
  }

  @Test("is read behind the file names and line numbers of grep", arguments: ["debug.log:", "12:"])
  func searched(_ prefix: String) {
    let lines = ["8:41:00 (lmgrd) TIMESTAMP 7/7/2022", " 8:42:20 (adskflex) OUT: \"X\" ann@PC1  "]
    let log = Reading.log(lines.map { prefix + $0 + "\n" }.joined())
    #expect(log.outs == 1 && log.lastOut?.day != nil)
  }

  @Test("keeps an answer of lmstat that stands behind it, wherever that begins")
  func answerBehind() {
    let answer = """
      Flexible License Manager status on Mon 9/7/2026 10:15
      License server status: 27000@lic01
      Users of 87878ACD_2024_0F:  (Total of 12 licenses issued;  Total of 1 license in use)
          ann PC1 PC1 (v1.000) (lic01/2080 103), start Mon 9/7 8:50

      """
    let line = " 8:42:20 (adskflex) OUT: \"X\" ann@PC1  \n"
    let log = Reading.log(String(repeating: line, count: 3_000) + answer + line)
    #expect(log.outs == 3_001)
    #expect(log.answer == Reading.lmstat(answer))
    #expect(Reading.log(line).answer == nil)
  }
}
