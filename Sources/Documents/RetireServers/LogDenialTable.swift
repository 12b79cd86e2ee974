/// Refused requests while a log is read. The reason may stand on the next line, so the last one
/// waits until its reason is known.
struct LogDenialTable {
  private struct Entry {
    var kind: LogDenial.Kind
    var userHost: [UInt8]
    var feature: [UInt8]
    var reason: [UInt8]
    var code: Int?
    var daemon: Int
    var count = 0
    var firstDay: Int32
    var firstSecond: Int32
    var lastDay: Int32
    var lastSecond: Int32
  }

  private var entries: [Entry] = []
  private var keys = ByteTable()
  private var waiting: Entry?

  /// Reads a refused request after its keyword.
  mutating func read(
    _ rest: ByteRun, kind: LogDenial.Kind, daemon: Int, day: Int32, second: Int32
  ) {
    var line = rest.trimmed
    var feature = line.upTo(0)
    if line.count > 0, line[0] == UInt8(ascii: "\""),
      let close = line.firstIndex(of: UInt8(ascii: "\""), from: 1)
    {
      feature = line.upTo(close).from(1)
      line = line.from(close + 1).trimmedStart
    } else {
      (feature, line) = line.firstWord
      line = line.trimmedStart
    }
    // A signature or `PORT_AT_HOST_PLUS` in brackets may stand before the name.
    if line.count > 0, line[0] == UInt8(ascii: "("), let close = line.firstIndex(of: 0x29) {
      line = line.from(close + 1).trimmedStart
    }
    let end = LogEvent.end(line)
    var reason = line.from(end).trimmed
    if reason.count > 0, reason[0] == UInt8(ascii: "["), let close = reason.firstIndex(of: 0x5D) {
      reason = reason.from(close + 1).trimmedStart
    }
    waiting = Entry(
      kind: kind, userHost: Self.bytes(line.upTo(end)), feature: Self.bytes(feature), reason: [],
      daemon: daemon, firstDay: day, firstSecond: second, lastDay: day, lastSecond: second)
    if !reason.isEmpty { settle(reason: reason) }
  }

  /// Closes the waiting request, with a next line that may hold its reason.
  @inline(__always)
  mutating func settle(reason: ByteRun?) {
    if waiting != nil { close(reason) }
  }

  mutating func shiftDays(by days: Int32) {
    for index in entries.indices {
      entries[index].firstDay &+= days
      entries[index].lastDay &+= days
    }
    waiting?.firstDay &+= days
    waiting?.lastDay &+= days
  }

  mutating func finish(daemons: [String], isDated: Bool) -> [LogDenial] {
    let denials = entries.map { entry in
      func text(_ bytes: [UInt8]) -> String {
        bytes.withUnsafeBufferPointer { ByteRun($0)?.text ?? "" }
      }
      func moment(_ day: Int32, _ second: Int32) -> LogMoment? {
        second < 0 ? nil : LogMoment(dayNumber: day, secondOfDay: second, isDated: isDated)
      }
      let at = entry.userHost.lastIndex(of: UInt8(ascii: "@"))
      return LogDenial(
        kind: entry.kind, user: text(Array(entry.userHost[..<(at ?? entry.userHost.count)])),
        host: at.map { text(Array(entry.userHost[($0 + 1)...])) } ?? "",
        feature: text(entry.feature),
        daemon: daemons.indices.contains(entry.daemon) ? daemons[entry.daemon] : "",
        reason: text(entry.reason), code: entry.code, count: entry.count,
        first: moment(entry.firstDay, entry.firstSecond),
        last: moment(entry.lastDay, entry.lastSecond))
    }
    self = LogDenialTable()
    return denials
  }

  @inline(never)
  private mutating func close(_ reason: ByteRun?) {
    guard var entry = waiting else { return }
    waiting = nil
    if let reason, reason.count > 1, reason[0] == UInt8(ascii: "(") {
      var words = reason.from(1)
      if let code = reason.find("(-"), let number = reason.from(code + 2).leadingNumber {
        entry.code = -number.value
        words = reason.upTo(code).from(1)
      } else if words[words.count - 1] == UInt8(ascii: ")") {
        words = words.upTo(words.count - 1)
      }
      entry.reason = Self.bytes(words.trimmed)
    }
    var key = entry.feature + [0]
    entry.userHost.withUnsafeBufferPointer { bytes in
      if let run = ByteRun(bytes) { key.append(contentsOf: run.foldedCase) }
    }
    key.append(0)
    withUnsafeBytes(of: Int64(entry.code ?? 0)) { key.append(contentsOf: $0) }
    withUnsafeBytes(of: Int32(truncatingIfNeeded: entry.daemon)) { key.append(contentsOf: $0) }
    key.append(entry.kind == .denied ? 0 : 1)
    let found = key.withUnsafeBufferPointer { bytes in
      ByteRun(bytes).map { keys.number(of: $0) }
    }
    guard let found else { return }
    if found.isNew { entries.append(entry) }
    entries[found.number].count += 1
    entries[found.number].reason = entry.reason
    entries[found.number].lastDay = entry.lastDay
    entries[found.number].lastSecond = entry.lastSecond
  }

  private static func bytes(_ run: ByteRun) -> [UInt8] {
    Array(UnsafeBufferPointer(start: run.start, count: run.count))
  }
}
