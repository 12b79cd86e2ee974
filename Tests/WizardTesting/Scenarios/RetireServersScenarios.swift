import Canvas
import Migration

/// Steps 3 and 5: who still uses the network licence, on which computer, and when the server may go.
package enum RetireServersScenarios {
  /// The stories.
  package static let all = [
    fromLogToSeats, canItGoOff, computers, borrowed, settingAside, shutDown,
  ]

  static let fromLogToSeats = Scenario(
    "A log of a licence server brings people into the list, and seats of what they use",
    start: .organisation, isForTerminals: true
  ) { admin in
    try addLog(&admin)
    try admin.expect(see: "draco.malfoy")

    // Who is nobody's login becomes a person, looked through like any list.
    try admin.press(.character("v"))
    try admin.expect(screen: "5.19")
    try admin.press(.enter)
    try admin.expect(screen: "5.12")
    try admin.press(.control("u"))
    try admin.type("example.com")
    try admin.press(.enter)
    try admin.expect(screen: "1.5")
    try admin.expect(see: "doubtful 2")
    try admin.press(.down, .character("t"))
    try admin.expect(see: "Take over 1")
    try admin.press(.function(10))
    try admin.expect(screen: "1.1")
    try admin.expect(total: 12, stated: 4)
    try admin.go(to: "5.2")
    try admin.expect(see: "Draco Malfoy")

    // Then seats, also of a product that the plan does not have.
    try admin.press(.character("v"), .down, .enter)
    try admin.expect(screen: "5.18")
    try admin.expect(see: "AutoCAD")
    try admin.press(.function(10))
    try admin.expect(screen: "5.2")
    try admin.expect(seats: SeatCounts(planned: 2), of: "AutoCAD")

    // Each of them is one undo.
    try admin.press(.character("u"))
    try admin.expect(see: "Undone.")
    try admin.press(.character("u"))
    try admin.expect(notSee: "Draco Malfoy")
    try admin.expect(total: 11, stated: 4)
  }

  static let canItGoOff = Scenario(
    "Can it go off now? Not while somebody uses it; it says who, and what would have to be true",
    start: .organisation, isForTerminals: true
  ) { admin in
    try addLog(&admin)
    try admin.go(to: "5.3")
    try admin.expect(see: "No, not yet")
    try admin.expect(see: "logins of nobody")
    try admin.expect(notSee: "Yes")

    // What the admin says is drawn as said, and does not open the door alone.
    try admin.press(.down, times: 4)
    try admin.press(.enter)
    try admin.expect(screen: "5.21")
    try admin.press(.tab)
    try admin.expect(focus: "Everyone is informed")
    try admin.press(.enter)
    try admin.expect(screen: "5.3")
    try admin.expect(see: "No, not yet")

    // The answer of now has somebody on it: a new condition is open at once.
    try paste(answer, &admin)
    try admin.go(to: "5.3")
    try admin.expect(see: "1 licence borrowed")
    try admin.expect(see: "No, not yet")
    try admin.press(.character("u"))
    try admin.expect(notSee: "1 licence borrowed")
  }

  static let computers = Scenario(
    "Computers of the log are stated as switched, and a later log takes that back",
    start: .organisation
  ) { admin in
    try addLog(&admin)
    try admin.press(.character("v"), .down, .down, .enter)
    try admin.expect(screen: "5.20")
    try admin.press(.function(10))
    try admin.expect(screen: "3.2")
    try admin.expect(see: "PC01")
    try admin.press(.character("a"), .tab)
    try admin.expect(focus: "State as switched")
    try admin.press(.enter)
    try admin.expect(see: "○ switched")
    try admin.expect(notSee: "still to switch")
    let later = try admin.put(
      log + """
        14:02:11 (adskflex) OUT: "87545ACD_2022_0F" draco.malfoy@PC02
        14:03:01 (lmgrd) TIMESTAMP 1/15/2027

        """, as: "later.log")
    try read(later, &admin)
    try admin.go(to: "3.2")
    try admin.expect(see: "× used after")
  }

  static let borrowed = Scenario(
    "A borrowed licence holds the server, whatever comes in after it; its name has to be typed",
    start: .organisation
  ) { admin in
    try paste(answer, &admin)
    try addLog(&admin)
    try admin.go(to: "5.3")
    try admin.expect(see: "1 licence borrowed")
    try admin.go(to: "5.2")
    try admin.expect(see: "borrowed to")
    try admin.go(to: "5.3")
    try admin.press(.backTab)
    try admin.expect(focus: "State it is off")
    try admin.press(.enter)
    try admin.expect(screen: "5.14")
    try admin.type("lic02")
    try admin.press(.enter)
    try admin.expect(screen: "5.14")
    try admin.press(.control("u"))
    try admin.type("lic01")
    try admin.press(.enter)
    try admin.press(.character("J"))
    try admin.expect(see: "LIC01")
  }

  static let settingAside = Scenario(
    "A login is coupled to a person, another is set aside with a reason, and both come back",
    start: .organisation
  ) { admin in
    try addLog(&admin)
    try admin.press(.character("/"))
    try admin.type("tekenkamer")
    try admin.press(.enter)
    try admin.press(.character("k"))
    try admin.expect(screen: "5.10")

    // Nothing chosen is nobody.
    try admin.press(.enter)
    try admin.expect(screen: "5.10")
    try admin.type("granger")
    try admin.press(.enter)
    try admin.expect(screen: "5.2")
    try admin.expect(see: "Hermione Granger")
    try admin.press(.character("u"))
    try admin.expect(notSee: "Hermione Granger")

    try admin.press(.character("x"))
    try admin.type("A shared desk")
    try admin.press(.function(10))
    try admin.expect(screen: "5.2")
    try admin.expect(see: "1 set aside")
    try admin.press(.character("u"))
    try admin.expect(notSee: "1 set aside")
  }

  static let shutDown = Scenario(
    "A server that was stated off is proven by a log that ends with its shutdown",
    start: .organisation
  ) { admin in
    try addLog(&admin)
    try admin.go(to: "5.3")
    try admin.press(.backTab)
    try admin.press(.enter)
    try admin.expect(screen: "5.14")
    try admin.type("lic01")
    try admin.press(.enter)
    try admin.go(to: "5.17")
    try admin.expect(see: "○ out since 14 Jan")
    let last = try admin.put(
      log + """
        8:30:00 (lmgrd) Shutting down adskflex pid=4440 because of server shutdown
        8:30:00 (adskflex) Shutdown requested from lmgrd, due to user request
        8:30:01 (lmgrd) EXITING DUE TO SIGNAL 15

        """, as: "last.log")
    try read(last, &admin)
    try admin.go(to: "5.17")
    try admin.expect(see: "ends with a shutdown")
    try admin.expect(see: "● proven 14 Jan")
    try admin.restart()
    try admin.expect(screen: "5.17")
    try admin.expect(see: "● proven 14 Jan")
  }

  // MARK: Documents, and how they come in

  /// A debug log up to the morning of the fixtures' day.
  private static let log = """
     8:00:00 (lmgrd) FlexNet Licensing (v11.19.4.1 build 289347 x64_n6) started on LIC01 (IBM PC) (1/4/2027)
     8:00:00 (lmgrd) License file(s): C:\\Autodesk\\example.lic
     8:00:00 (lmgrd) lmgrd tcp-port 27000
     8:00:01 (lmgrd) Started adskflex (pid 4440)
     8:00:03 (lmgrd) adskflex using TCP-port 2080
     9:02:01 (lmgrd) TIMESTAMP 1/13/2027
     9:15:20 (adskflex) OUT: "87545ACD_2022_0F" hpotter@PC01
    10:02:00 (adskflex) OUT: "87545ACD_2022_0F" draco.malfoy@PC02
    10:03:00 (adskflex) OUT: "87545ACD_2022_0F" tekenkamer@PC03
    11:30:11 (adskflex) IN: "87545ACD_2022_0F" hpotter@PC01
    15:30:11 (adskflex) IN: "87545ACD_2022_0F" draco.malfoy@PC02
    16:30:11 (adskflex) IN: "87545ACD_2022_0F" tekenkamer@PC03
     8:02:01 (lmgrd) TIMESTAMP 1/14/2027

    """

  /// An answer of `lmstat -a` with a licence that was borrowed.
  private static let answer = """
    lmutil - Copyright (c) 1989-2021 Flexera. All Rights Reserved.
    Flexible License Manager status on Thu 1/14/2027 10:15

    License server status: 27000@LIC01
        License file(s) on LIC01: C:\\Autodesk\\example.lic:

    LIC01: license server UP (MASTER) v11.19.4

    Vendor daemon status (on LIC01):

      adskflex: UP v11.19.4
    Feature usage info:

    Users of 87545ACD_2022_0F:  (Total of 12 licenses issued;  Total of 1 license in use)

      "87545ACD_2022_0F" v1.000, vendor: adskflex, expiry: 21-jul-2027
      floating license

        hpotter PC01 PC01 (v1.000) (LIC01/27000 202), start Mon 1/11 8:15  (linger: 864000 / 1728000)

    """

  private static func addLog(_ admin: inout any ScenarioDriver) throws {
    try read(try admin.put(log, as: "debug.log"), &admin)
    try admin.go(to: "5.2")
  }

  /// Adds a file from wherever one is, and takes it over.
  private static func read(_ path: String, _ admin: inout any ScenarioDriver) throws {
    try admin.press(.character("b"))
    try admin.expect(screen: "0.6")
    try admin.press(.control("u"))
    try admin.type(path)
    try admin.press(.enter)
    try admin.expect(screen: "5.7")
    try admin.press(.function(10))
    try admin.expect("the check to be left") { $0.number != "5.7" }
  }

  private static func paste(_ text: String, _ admin: inout any ScenarioDriver) throws {
    try admin.go(to: "5.5")
    try admin.paste(text)
    try admin.press(.function(10))
    try admin.expect(screen: "5.7")
    try admin.press(.function(10))
    try admin.expect("the check to be left") { $0.number != "5.7" }
  }
}
