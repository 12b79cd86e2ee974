import Migration
import Seeds

/// A licence server over some days, made by a seed, and the documents that tell of it: a debug log,
/// whole and cut, and answers in between. What is out at the end is known.
struct LicenceWorld {
  /// The lines of the debug log.
  private(set) var lines: [String] = []
  /// The answers of the server.
  private(set) var answers: [String] = []
  /// Who has a licence out after the last line and the last answer.
  private(set) var out: Set<String> = []
  /// Who has borrowed one by the last answer.
  private(set) var borrowed: Set<String> = []
  /// Places at which the log may be cut: before a line that states the date.
  private(set) var cuts: [Int] = []

  static let people = ["ann", "bram", "cleo", "dirk", "els", "Fatima"]
  private static let start = Day(number: 20_832)

  private var minute = 0
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    lines = [
      "\(clock) (lmgrd) FlexNet Licensing (v11.19) started on LIC01 (IBM PC) (\(date))",
      "\(clock) (lmgrd) License file(s): C:\\Autodesk\\example.lic",
      "\(clock) (lmgrd) lmgrd tcp-port 27000", "\(clock) (lmgrd) Started adskflex (pid 4440)",
      "\(clock) (lmgrd) adskflex using TCP-port 2080",
    ]
    for _ in 0..<70 { step() }
    if Bool.random(using: &random) { shutDown() }
  }

  /// A log of some of the lines.
  func log(_ part: Range<Int>) -> String { lines[part].map { $0 + "\n" }.joined() }

  /// A moment before everything.
  var start: Moment { Moment(minutes: Self.start.number * 1_440) }

  /// The moment in the middle, at which things are said to be done.
  var middle: Moment { Moment(minutes: Self.start.number * 1_440 + 480 + minute / 2) }

  /// A moment after everything.
  var end: Moment { Moment(minutes: Self.start.number * 1_440 + 480 + minute + 5) }

  /// What a licence file says of the server.
  static let licence = """
    SERVER LIC01 0011AABBCCDD 27001
    USE_SERVER
    VENDOR adskflex "C:\\Autodesk\\adskflex.exe" port=2081
    INCREMENT 64300ACD_F adskflex 1.000 21-jul-2027 12 VENDOR_STRING=commercial:extendable \\
    \tSIGN="0000 1111"

    """

  // MARK: What happens

  private mutating func step() {
    minute += Int.random(in: 2...200, using: &random)
    if Int.random(in: 0..<4, using: &random) == 0 {
      cuts.append(lines.count)
      lines.append("\(clock) (lmgrd) TIMESTAMP \(date)")
    }
    guard let name = Self.people.randomElement(using: &random) else { return }
    switch Int.random(in: 0..<24, using: &random) {
    case 0:
      lines.append("\(clock) (adskflex) FlexNet Licensing version v11.19 build 1")
      out = []
    case 1...4: answer()
    case 5: answers.append(silence)
    default:
      let isOut = out.contains(name)
      for feature in ["64300ACD_F", "87545ACD_2022_0F"] {
        lines.append(
          "\(clock) (adskflex) \(isOut ? "IN" : "OUT"): \"\(feature)\" \(name)@PC-\(name)  ")
      }
      if isOut { out.remove(name) } else { out.insert(name) }
    }
  }

  private mutating func shutDown() {
    minute += 2
    cuts.append(lines.count)
    lines.append("\(clock) (lmgrd) TIMESTAMP \(date)")
    for name in out.sorted() {
      for feature in ["64300ACD_F", "87545ACD_2022_0F"] {
        lines.append("\(clock) (adskflex) IN: \"\(feature)\" \(name)@PC-\(name)  (SHUTDOWN)")
      }
    }
    lines.append("\(clock) (lmgrd) EXITING DUE TO SIGNAL 15")
    out = []
  }

  private mutating func answer() {
    minute += 2
    borrowed = []
    var text = heading + "  Users of 64300ACD_F:  (Total of 12 licenses issued;  Total of "
    text += "\(out.count) licenses in use)\n\n"
    text +=
      "    \"64300ACD_F\" v1.000, vendor: adskflex, expiry: 21-jul-2027\n    floating license\n\n"
    for name in out.sorted() {
      let isLent = Int.random(in: 0..<3, using: &random) == 0
      if isLent { borrowed.insert(name) }
      text += "      \(name) PC-\(name) PC-\(name) (v1.000) (LIC01/27000 202), start Mon 1/4 8:15"
      text += isLent ? "  (linger: 3715200 / 3801600)\n" : "\n"
    }
    if let waiting = Self.people.first(where: { !out.contains($0) }), Bool.random(using: &random) {
      text += "      \(waiting) PC-\(waiting) PC-\(waiting) (v1.000) (LIC01/27000 303) "
      text += "queued for 1 license\n"
    }
    answers.append(text + "\n")
    minute += 2
  }

  private var silence: String {
    """
    Flexible License Manager status on Thu \(date) \(hours)

    License server status: 27000@LIC01
        License file(s) on LIC01: C:\\Autodesk\\example.lic:

    lmgrd is not running: License server machine is down or not responding. (-96,7:2 "x")

    """
  }

  private var heading: String {
    """
    Flexible License Manager status on Thu \(date) \(hours)

    License server status: 27000@lic01.example.com
        License file(s) on LIC01: C:\\Autodesk\\example.lic:

    LIC01: license server UP (MASTER) v11.19.4

    Vendor daemon status (on LIC01):

      adskflex: UP v11.19.4
    Feature usage info:


    """
  }

  // MARK: The clock

  private var moment: Moment { Moment(minutes: Self.start.number * 1_440 + 480 + minute) }

  private var clock: String { moment.clock.hasPrefix("0") ? " \(hours):00" : "\(hours):00" }

  private var hours: String {
    moment.clock.hasPrefix("0") ? String(moment.clock.dropFirst()) : moment.clock
  }

  private var date: String {
    let parts = moment.day.iso.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? "\(parts[1])/\(parts[2])/\(parts[0])" : ""
  }
}
