import Glibc

/// Reads a debug log as it streams in. Memory grows with the distinct people, computers and
/// features, never with the length of the log.
package struct DebugLogReader: Sendable {
  private enum Event { case out, backIn }

  private var feed = LineFeed()
  private var table = LogUsageTable()
  private var startBlock = LogStartBlock()
  private var log = DebugLog()
  /// What else stands in the text: an answer that was written behind the log.
  private var answer: LmstatOutputReader?

  // The clock.
  private var lastClock: UInt64 = 0
  private var second: Int32 = -1
  private var day: Int32 = 0
  private var isDated = false
  private var firstSecond: Int32 = -1
  private var firstDay: Int32 = 0
  private var lastOutDay = Int32.min
  private var shutDownDay: Int32 = 0
  private var shutDownSecond: Int32 = -1
  /// By daemon, the day and the second of its last start.
  private var restarts: [Int: (day: Int32, second: Int32)] = [:]

  /// Whether something stands before the clocks of the lines; nil before the first clock.
  private var hasPrefix: Bool?

  // The daemon of the last line, and the last line that takes a licence.
  private var daemon = -1
  private var daemonName: [UInt8] = []
  /// The first daemon that refused somebody.
  private var refusing = -1
  private var previousUsage = -1
  private var previousSecond: Int32 = -1
  private var firstUsage = -1
  private var firstUsageSecond: Int32 = -1

  /// A reader at the start of a log.
  package init() {}

  /// Takes the next bytes of the log; where it is cut makes no difference.
  package mutating func consume(_ bytes: Span<UInt8>) {
    var lines = feed
    feed = LineFeed()
    bytes.withUnsafeBufferPointer { buffer in
      lines.feed(buffer) { read($0) }
    }
    feed = lines
  }

  /// The log, after its last byte; the reader is at a start again.
  package mutating func finish() -> DebugLog {
    var lines = feed
    lines.finish { read($0) }
    log.lineCount = lines.lines
    func moment(_ day: Int32, _ second: Int32) -> LogMoment? {
      second < 0 ? nil : LogMoment(dayNumber: day, secondOfDay: second, isDated: isDated)
    }
    log.first = moment(firstDay, firstSecond)
    log.last = moment(day, second)
    log.shutDown = moment(shutDownDay, shutDownSecond)
    let names = startBlock.server.daemons.map(\.name)
    for (daemon, start) in restarts {
      log.restarts[names[daemon]] = moment(start.day, max(0, start.second))
    }
    let server = startBlock.finish()
    if server.hasStartBlock || !server.daemons.isEmpty { log.servers = [server] }
    log.userHosts = table.userHosts
    log.usages = table.finish(daemons: names, isDated: isDated)
    if firstUsage >= 0 {
      log.firstTaking = LogCheckout(log.usages[firstUsage], second: firstUsageSecond)
      log.lastTaking = LogCheckout(log.usages[previousUsage], second: previousSecond)
    }
    if names.indices.contains(refusing) { log.refusingDaemon = names[refusing] }
    log.answer = answer?.finish()
    let whole = log
    self = DebugLogReader()
    return whole
  }

  // MARK: A line

  @inline(__always)
  private mutating func read(_ line: ByteRun) {
    guard line.count >= 11 else { return readOther(line) }
    let clock = UnsafeRawPointer(line.start).loadUnaligned(as: UInt64.self)
    if clock == lastClock, line[8] == 0x20, line[9] == UInt8(ascii: "(") {
      readText(line.from(9))
      return
    }
    guard let time = Self.fixedClock(line) else { return readOther(line) }
    lastClock = clock
    if hasPrefix == nil { hasPrefix = false }
    pass(time)
    readText(line.from(9))
  }

  /// The clock of `HH:MM:SS (` or ` H:MM:SS (`; nil for a line of any other form.
  @inline(__always)
  private static func fixedClock(_ line: ByteRun) -> Int32? {
    let tens = line[0] == 0x20 ? 0 : line[0] &- 0x30
    let (ones, minuteTens, minuteOnes) = (line[1] &- 0x30, line[3] &- 0x30, line[4] &- 0x30)
    let (secondTens, secondOnes) = (line[6] &- 0x30, line[7] &- 0x30)
    guard tens < 3, ones < 10, minuteTens < 6, minuteOnes < 10, secondTens < 6, secondOnes < 10,
      line[2] == UInt8(ascii: ":"), line[5] == UInt8(ascii: ":"), line[8] == 0x20,
      line[9] == UInt8(ascii: "(")
    else { return nil }
    let hour = Int32(tens) * 10 + Int32(ones)
    guard hour < 24 else { return nil }
    let minute = Int32(minuteTens) * 10 + Int32(minuteOnes)
    return hour * 3600 + minute * 60 + Int32(secondTens) * 10 + Int32(secondOnes)
  }

  /// A line whose clock is not in the two usual columns, or that has none.
  @inline(never)
  private mutating func readOther(_ line: ByteRun) {
    let body = line.trimmed
    let words = body.firstWord
    if let time = LogDay.clock(words.word), words.word.count >= 7 {
      let text = words.rest.trimmedStart
      if text.count > 2, text[0] == UInt8(ascii: "(") {
        hasPrefix = hasPrefix ?? false
        pass(time)
        lastClock = 0
        // Blanks at the end tell where a list of features goes on.
        readText(line.from(text.start - line.start))
        return
      }
    }
    // A log either has something before each of its clocks, or before none.
    guard hasPrefix ?? true, let bare = DebugLog.withoutPrefix(line) else {
      return readAnswer(body)
    }
    hasPrefix = true
    let clock = bare.firstWord
    guard let time = LogDay.clock(clock.word) else { return }
    pass(time)
    lastClock = 0
    readText(clock.rest.trimmedStart)
  }

  /// A line without a clock: that of an answer of lmstat, behind the line with which one begins.
  private mutating func readAnswer(_ body: ByteRun) {
    if answer == nil, body.hasPrefix("Flexible License Manager status on ") {
      answer = LmstatOutputReader()
    }
    answer?.read(body)
  }

  /// Carries the date over midnight.
  @inline(__always)
  private mutating func pass(_ time: Int32) {
    if time < second { passBack(time) }
    if firstSecond < 0 { firstSecond = time }
    second = time
  }

  @inline(never)
  private mutating func passBack(_ time: Int32) {
    if DebugLog.isNewDay(from: second, to: time) { day &+= 1 }
  }

  /// A line from its `(daemon) ` on.
  @inline(__always)
  private mutating func readText(_ line: ByteRun) {
    let length = daemonName.count
    let isSame =
      line.count > length + 1 && line[length + 1] == UInt8(ascii: ")")
      && daemonName.withUnsafeBufferPointer { name in
        name.baseAddress.map { memcmp($0, line.start + 1, length) == 0 } ?? false
      }
    if !isSame, !turn(to: line) { return }
    var offset = daemonName.count + 2
    if offset < line.count, line[offset] == 0x20 { offset += 1 }
    let text = line.from(offset)
    guard text.count >= 4 else { return }
    switch (text[0], text[1]) {
    case (0x4F, 0x55) where text.hasPrefix("OUT: "): readEvent(.out, text.from(5))
    case (0x49, 0x4E) where text.hasPrefix("IN: "): readEvent(.backIn, text.from(4))
    case (0x28, 0x40): readSummary(text)
    default: readRest(text)
    }
  }

  /// Notes another daemon's name; false where the line has none.
  @inline(never)
  private mutating func turn(to line: ByteRun) -> Bool {
    guard let close = line.firstIndex(of: UInt8(ascii: ")")), close > 1, close < 80 else {
      return false
    }
    let name = line.upTo(close).from(1)
    guard let number = startBlock.daemonNumber(of: Self.unforked(name)) else { return false }
    daemon = number
    daemonName = Array(UnsafeBufferPointer(start: name.start, count: name.count))
    return true
  }

  /// The name of the daemon of which a process is a copy: a daemon that forks writes as `adskflex_1`.
  private static func unforked(_ name: ByteRun) -> ByteRun {
    guard let line = name.lastIndex(of: UInt8(ascii: "_")), line > 0,
      name.from(line + 1).number != nil
    else { return name }
    return name.upTo(line)
  }

  @inline(__always)
  private mutating func readEvent(_ kind: Event, _ rest: ByteRun) {
    guard daemon >= 0 else { return }
    let line = rest.trimmedEnd
    let end = LogEvent.end(line)
    let behind = line.from(end)
    let suffix = LogEvent.Suffix(behind)
    let usage =
      behind.count > 3 && behind.find("^^^") != nil
      ? verboseUsage(line.upTo(end), behind) : table.usage(line.upTo(end), daemon: daemon)
    switch kind {
    case .out:
      log.outs += 1
      log.outLicences += suffix.licences
      shutDownSecond = -1
      // Nobody's: there is no login to the licence.
      guard usage >= 0 else { return }
      table.takeOut(usage, licences: suffix.licences, day: day, second: second)
      noteOut()
      if previousSecond == second {
        table.link(usage, to: previousUsage)
      } else if firstUsage < 0 {
        (firstUsage, firstUsageSecond) = (usage, second)
      }
      previousUsage = usage
      previousSecond = second
    case .backIn:
      log.ins += 1
      if suffix.isInactive { log.inactiveIns += 1 }
      if suffix.isShutdown { log.shutdownIns += 1 }
      guard usage >= 0 else { return }
      table.takeIn(usage, by: suffix, day: day, second: second)
    }
  }

  /// The usage of a line in the verbose form, in which the user stands behind `^^^` where none is
  /// before the @.
  @inline(never)
  private mutating func verboseUsage(_ event: ByteRun, _ behind: ByteRun) -> Int {
    let parts = LogEvent.split(event)
    guard parts.userHost.firstIndex(of: UInt8(ascii: "@")) == 0,
      let user = LogEvent.verboseUser(behind)
    else { return table.usage(event, daemon: daemon) }
    var bytes = Array("\"".utf8)
    for run in [parts.feature, user, parts.userHost] {
      bytes.append(contentsOf: UnsafeBufferPointer(start: run.start, count: run.count))
      if bytes.count == run.count + 1 { bytes += Array("\" ".utf8) }
    }
    return bytes.withUnsafeBufferPointer { buffer in
      ByteRun(buffer).map { table.usage($0, daemon: daemon) } ?? -1
    }
  }

  @inline(__always)
  private mutating func noteOut() {
    if day == lastOutDay { return }
    if day > lastOutDay { lastOutDay = day }
    Self.insert(day, into: &log.carriedOutDays)
  }

  static func insert(_ day: Int32, into days: inout [Int32]) {
    guard let last = days.last else {
      days.append(day)
      return
    }
    if day > last {
      days.append(day)
      return
    }
    // A log whose dates go back, as parts in the wrong order do, still looks each of them up quickly.
    var low = 0
    var high = days.count - 1
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    if days[low] != day { days.insert(day, at: low) }
  }

  // MARK: Lines that are no event

  /// A line of the periodic summary: nearly all are counters of no interest here.
  @inline(__always)
  private mutating func readSummary(_ text: ByteRun) {
    let usual = daemonName.count + 9
    guard text.count > usual + 2 else { return }
    var body = text.from(usual)
    if text[usual - 1] == UInt8(ascii: ")") {
      body = text.from(usual + 1)
    } else if let close = text.find("@) ") {
      body = text.from(close + 3)
    }
    guard body.count > 3 else { return }
    switch body[0] {
    case UInt8(ascii: "T"), UInt8(ascii: "S"), UInt8(ascii: "I"), UInt8(ascii: "L"),
      UInt8(ascii: "C"), UInt8(ascii: "O"):
      readStatement(body)
    default: break
    }
  }

  @inline(never)
  private mutating func readStatement(_ body: ByteRun) {
    if let stated = body.after("Time: ") ?? body.after("Start-Date: ") {
      // Only a time that is this line's own says which day it is.
      if let moment = LogDay.spelled(stated), abs(moment.second - second) <= 300 {
        setDate(moment.day)
      }
    } else {
      startBlock.readSummary(body.trimmedEnd, daemon: daemon)
    }
  }

  @inline(never)
  private mutating func readRest(_ text: ByteRun) {
    if let rest = text.after("TIMESTAMP ") {
      if let stated = LogDay.american(rest.trimmedStart)?.day {
        setDate(stated)
        noteStated(stated)
      }
      return
    }
    if text.hasPrefix("DENIED: ") {
      log.denied += 1
      if refusing < 0 { refusing = daemon }
      return
    }
    if text.hasPrefix("UNSUPPORTED: ") {
      log.unsupported += 1
      if refusing < 0 { refusing = daemon }
      return
    }
    if text.hasPrefix("Checkin failed") {
      log.failedCheckins += 1
      return
    }
    if let rest = text.after("Server's System Date and Time: ") {
      if let moment = LogDay.spelled(rest) { setDate(moment.day) }
      return
    }
    switch startBlock.read(text, daemon: daemon) {
    case .started(let stated):
      shutDownSecond = -1
      if let stated {
        setDate(stated)
        noteStated(stated)
      }
    case .daemonStarted:
      shutDownSecond = -1
      table.restart(daemon: daemon)
      restarts[daemon] = (day, second)
    case .shutDown:
      shutDownDay = day
      shutDownSecond = second
    case .other: break
    }
  }

  private mutating func noteStated(_ stated: LogDay) {
    if log.firstStatedDay == nil { log.firstStatedDay = stated }
    log.lastStatedDay = stated
  }

  /// Takes a stated date; the first one dates the lines before it as well.
  private mutating func setDate(_ stated: LogDay) {
    guard !isDated else {
      day = stated.number
      return
    }
    isDated = true
    let shift = stated.number &- day
    firstDay &+= shift
    shutDownDay &+= shift
    for daemon in restarts.keys { restarts[daemon]?.day &+= shift }
    log.backdatedOutDays = log.carriedOutDays.map { $0 &+ shift }
    log.carriedOutDays = []
    lastOutDay = .min
    table.shiftDays(by: shift)
    day = stated.number
  }
}
