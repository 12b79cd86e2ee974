import Migration
import Testing

@testable import Documents

/// An answer of a server, with one person who has a licence out.
private func answer(_ moment: String, _ server: String, _ user: String) -> String {
  """
  lmutil - Copyright (c) 1989-2026 Flexera. All Rights Reserved.
  Flexible License Manager status on \(moment)

  License server status: 27000@\(server)

  \(server): license server UP (MASTER) v11.19.4

  Vendor daemon status (on \(server)):

    adskflex: UP v11.19.4
  Feature usage info:

  Users of 87878ACD_2024_0F:  (Total of 10 licenses issued;  Total of 1 license in use)

      \(user) PC1 PC1 (v1.000) (\(server)/2080 103), start Thu 1/7 8:50


  """
}

/// What comes of asking a server that is off.
private func failure(_ moment: String) -> String {
  """
  lmutil - Copyright (c) 1989-2026 Flexera. All Rights Reserved.
  Flexible License Manager status on \(moment)

  Error getting status: Cannot connect to license server system. (-15,570:115 "Operation now in progress")


  """
}

@Suite("Several answers of lmstat in one text")
struct LmstatAnswersTests {
  private static let now = Moment(day: Day(number: 21_000))

  private static func servers(_ text: String) -> [String] {
    LicensingBatch(lmstat: Reading.lmstat(text), now: now).servers.map { server in
      let at = server.answer.map { "\($0.moment.day.iso) \($0.moment.clock) \($0.state)" } ?? ""
      let logins = server.uses.map(\.login).joined(separator: ",")
      return "\(server.details.name) \(at) \(logins)"
    }
  }

  @Test("have the moment of their own banner each, and each tells who was on then")
  func moments() {
    let text =
      answer("Fri 1/8/2027 10:00", "lic01", "bob") + answer("Thu 1/14/2027 10:02", "lic01", "ann")
    #expect(
      Self.servers(text) == ["lic01 2027-01-08 10:00 up bob", "lic01 2027-01-14 10:02 up ann"])
  }

  @Test("have the figures of the last one of each server, wherever that stands")
  func figures() {
    let text =
      answer("Thu 1/14/2027 10:02", "lic01", "ann") + answer("Fri 1/8/2027 10:00", "lic01", "bob")
      + answer("Thu 1/14/2027 10:03", "lic02", "cas")
    let output = Reading.lmstat(text)
    #expect(output.checkouts.map(\.holder.user) == ["ann", "cas"])
    #expect(output.features.map(\.block) == [0, 1])
    #expect(output.checkouts.map { output.feature(of: $0)?.block } == [0, 1])
    let figures = Reading.json(output.figures)
    #expect(figures.contains(#""issued":20,"inUse":2,"checkoutLines":2"#))
    #expect(figures.contains(#""answers":3,"answeredAt":"2027-01-14T10:03""#))
  }

  @Test("of which the last one failed leave it open who is on from then on")
  func failures() {
    let text = answer("Fri 1/8/2027 10:00", "lic01", "bob") + failure("Thu 1/14/2027 11:00")
    #expect(
      Self.servers(text) == ["lic01 2027-01-08 10:00 up bob", "lic01 2027-01-14 11:00 silent "])
    let figures = Reading.json(Reading.lmstat(text).figures)
    #expect(figures.contains(#""checkoutLines":0"#))
    #expect(figures.contains(#""answers":2,"answeredAt":"2027-01-14T11:00","errorCodes":[-15]"#))
  }

  @Test("are read the same wherever the bytes are cut")
  func cuts() {
    let bytes = Array(
      (answer("Fri 1/8/2027 10:00", "lic01", "bob") + failure("Thu 1/14/2027 11:00")
        + answer("Thu 1/14/2027 12:00", "lic01", "ann")).utf8)
    let whole = Reading.lmstat(bytes, cuts: [])
    for cut in stride(from: 0, to: bytes.count, by: 7) {
      #expect(Reading.lmstat(bytes, cuts: [cut]) == whole)
    }
  }

  @Test("with a word of the daemon in the window are what they are without it")
  func daemonLines() {
    let text = answer("Fri 1/8/2027 10:00", "lic01", "bob")
    let stray = text.replacing(
      "Feature usage",
      with: "10:00:01 (adskflex) DENIED: \"f\" x@y  (Busy. (-24,332))\nFeature usage")
    #expect(Reading.lmstat(stray) == Reading.lmstat(text))
    #expect(DocumentKind.recognise(Array(stray.utf8)) == .lmstat)
  }

  @Test(
    "say until when a licence is borrowed: two numbers are the rest and the whole, one is the whole",
    arguments: [("(linger: 864000 / 1728000)", "2027-01-18"), ("(linger: 1296000)", "2027-01-22")])
  func borrowed(_ words: String, _ day: String) {
    let text = answer("Fri 1/8/2027 10:00", "lic01", "bob")
      .replacing("8:50", with: "8:50  \(words)")
    let uses = LicensingBatch(lmstat: Reading.lmstat(text), now: Self.now).servers.flatMap(\.uses)
    #expect(uses.map { $0.borrowedUntil?.iso } == [day])
  }
}

@Suite("What a text of licence servers is")
struct LicensingLinesTests {
  private static let answered = answer("Fri 1/8/2027 10:00", "lic01", "bob")
  private static let log = """
    8:41:00 (lmgrd) TIMESTAMP 1/8/2027
    8:42:20 (adskflex) OUT: "87878ACD_2024_0F" ann@PC1
    8:43:20 (adskflex) IN: "87878ACD_2024_0F" ann@PC1

    """
  private static let licence = """
    SERVER lic01 001122334455 27000
    USE_SERVER
    VENDOR adskflex port=2080
    INCREMENT 87878ACD_2024_0F adskflex 1.000 permanent 5 SIGN=0

    """

  @Test("is told from all of its lines, and not from the strangest one")
  func weighed() {
    let before =
      "From: root\nSubject: Cron <root@lic01> lmstat\n\nbash: lmutil: command not found\n"
    #expect(DocumentKind.look(at: Array((before + Self.answered).utf8)).kind == .lmstat)
    let prompt = "admin@lic01:~$ lmutil lmstat -a\n"
    #expect(DocumentKind.look(at: Array((prompt + Self.answered).utf8)).others == [])
  }

  @Test("may be two: a log behind an answer, an answer behind a licence file")
  func two() {
    let behind = DocumentKind.look(at: Array((Self.answered + Self.log).utf8))
    #expect(behind.kind == .lmstat)
    #expect(behind.others == [.debugLog])
    let mail = DocumentKind.look(at: Array((Self.licence + "\n" + Self.answered).utf8))
    #expect(Set([mail.kind] + mail.others) == [.lmstat, .licenceFile])
    let file = Reading.licences(Self.licence + "\n" + Self.answered)
    #expect(file.vendors.map(\.name) == ["adskflex"], "\"Vendor daemon status\" is no daemon")
  }

  @Test(
    "is the same in UTF-16, and with the line ends of an old Mac",
    arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian], [true, false])
  func encodings(_ encoding: TextEncoding, _ mark: Bool) {
    for (text, kind) in [
      (Self.answered, DocumentKind.lmstat), (Self.log, .debugLog), (Self.licence, .licenceFile),
      (Example.helper, .helperList),
    ] {
      let bytes = encoded(text, encoding, mark: mark)
      #expect(DocumentKind.recognise(bytes) == kind)
      for cut in [1, 2, 3, 501] {
        var stream = TextStream(head: bytes)
        var decoded: [UInt8] = []
        func keep(_ piece: Span<UInt8>) {
          piece.withUnsafeBufferPointer { decoded.append(contentsOf: $0) }
        }
        for chunk in Reading.chunks(bytes, [cut]) { stream.consume(chunk.span, keep) }
        stream.finish(keep)
        #expect(String(decoding: decoded, as: UTF8.self) == text)
      }
      #expect(DocumentKind.recognise(Array(text.replacing("\n", with: "\r").utf8)) == kind)
    }
  }
}

@Suite("A debug log of another form")
struct DebugLogFormsTests {
  private static let log = """
    8:41:00 (lmgrd) TIMESTAMP 7/7/2026
    8:42:20 (adskflex) OUT: "87878ACD_2024_0F" ann@PC1
     9:02:20 (adskflex) IN: "87878ACD_2024_0F" ann@PC1

    """

  @Test(
    "is read behind what stands before each of its clocks",
    arguments: [
      "lmgrd_1    |  ", "license-server-1  | ", "Jul 07 08:41:00 lic01 lmgrd[812]: ",
      "2026-07-07T08:41:00.123456789Z ", "[pod/flex-0/lmgrd] ",
    ])
  func prefixes(_ prefix: String) {
    let text = Self.log.split(separator: "\n").map { prefix + $0 + "\n" }.joined()
    #expect(DocumentKind.recognise(Array(text.utf8)) == .debugLog)
    #expect(Reading.log(text) == Reading.log(Self.log))
  }

  @Test("is read from its clocks alone where a line quotes another one")
  func quoted() {
    let text = Self.log + "see also 9:10:00 (adskflex) OUT: \"87878ACD_2024_0F\" bas@PC2\n"
    #expect(Reading.log(text).outs == 1)
  }

  @Test("has the lines of a daemon that forks as its own")
  func forked() {
    let text = Self.log.replacing("(adskflex) OUT", with: "(adskflex_1) OUT")
      .replacing("(adskflex) IN", with: "(adskflex_12) IN")
    #expect(Reading.log(text) == Reading.log(Self.log))
  }

  @Test("has its users behind the marks of the verbose form, and its numbers without a word")
  func verbose() {
    let text = """
      8:41:00 (lmgrd) TIMESTAMP 7/7/2026
      8:41:54 (adskflex) OUT: "87878ACD_2024_0F" @PC1 (2) ^^^ 1.0 ann 127.0.0.1 29865 0x12 2 3 N/A ^^^
      8:42:54 (adskflex) OUT: "87878ACD_2024_0F" bas@PC2 (1) ^^^ 1.0 bas 127.0.0.1 29865 0x12 2 3 ^^^
      8:43:54 (adskflex) OUT: "87878ACD_2024_0F" @PC3

      """
    let log = Reading.log(text)
    #expect(log.outs == 3)
    #expect(
      log.usages.map { "\($0.user)@\($0.host) \($0.openLicences)" } == ["ann@PC1 2", "bas@PC2 1"])
    #expect(log.userHosts == 2, "an empty login is nobody")
  }

  @Test("states the days of the lines before its first date in its figures too")
  func dates() {
    let text = """
      23:50:00 (adskflex) OUT: "87878ACD_2024_0F" ann@PC1
       8:42:20 (adskflex) OUT: "87878ACD_2024_0F" bas@PC2
      10:41:00 (adskflex) TIMESTAMP 7/7/2026

      """
    let figures = Reading.json(Reading.log(text).figures)
    #expect(figures.contains(#""lastOutDate":"2026-07-07","daysWithOut":2"#))
  }
}
