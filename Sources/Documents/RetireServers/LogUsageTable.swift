import Migration

/// Who used what, while a log is read: counters by person, computer, feature and daemon. The event
/// lines of a pair are alike, so one look-up of their bytes finds the counters.
struct LogUsageTable {
  /// The running numbers of one usage.
  struct Counters {
    var userHost: Int32
    var feature: Int32
    var daemon: Int32
    /// The usage of the package under which this release was taken; -1 where none was seen.
    var packageUsage: Int32 = -1
    /// 0 another feature, 1 a package, 2 a release.
    var kind: UInt8
    var generation: Int32
    var outs: UInt32 = 0
    var ins: UInt32 = 0
    var inactiveIns: UInt32 = 0
    var shutdownIns: UInt32 = 0
    var outLicences = 0
    var firstOutDay: Int32 = 0
    var firstOutSecond: Int32 = -1
    var lastOutDay: Int32 = 0
    var lastOutSecond: Int32 = 0
    var lastInDay: Int32 = 0
    var lastInSecond: Int32 = -1
    var change = 0
    var floor = 0
    var days = LogDayTrail()

    @inline(__always)
    mutating func takeOut(_ licences: Int, day: Int32, second: Int32, generation: Int32) {
      settle(generation)
      outs &+= 1
      outLicences += licences
      change = LogUsage.sum(change, licences)
      floor &+= licences
      if firstOutSecond < 0 {
        (firstOutDay, firstOutSecond) = (day, second)
        (lastOutDay, lastOutSecond) = (day, second)
      } else if day > lastOutDay || (day == lastOutDay && second >= lastOutSecond) {
        (lastOutDay, lastOutSecond) = (day, second)
      } else if day < firstOutDay || (day == firstOutDay && second < firstOutSecond) {
        (firstOutDay, firstOutSecond) = (day, second)
      }
      days.insert(day)
    }

    @inline(__always)
    mutating func takeIn(
      _ suffix: LogEvent.Suffix, day: Int32, second: Int32, generation: Int32
    ) {
      settle(generation)
      ins &+= 1
      if suffix.isInactive { inactiveIns &+= 1 }
      if suffix.isShutdown { shutdownIns &+= 1 }
      change = LogUsage.sum(change, -suffix.licences)
      floor = max(floor &- suffix.licences, 0)
      (lastInDay, lastInSecond) = (day, second)
    }

    /// Forgets what was open before the daemon's last start.
    @inline(__always)
    mutating func settle(_ current: Int32) {
      if generation != current {
        generation = current
        change = LogUsage.forgets
        floor = 0
      }
    }
  }

  private(set) var counters: [Counters] = []
  /// The written `user@host` of each number, as first seen.
  private var writtenUserHosts = ByteTable()
  private var writtenNumbers: [Int32] = []
  private var foldedUserHosts = ByteTable()
  private var features = ByteTable()
  private var pairs = ByteTable()
  /// By daemon: the event's bytes, with the usage as their tag.
  private var written: [ByteTable] = []
  private var generations: [Int32] = []

  /// The distinct people on computers, case left aside.
  var userHosts: Int { foldedUserHosts.count }

  /// The usage of `"feature" user@host` as written by a daemon; -1 where no user is named.
  @inline(__always)
  mutating func usage(_ event: ByteRun, daemon: Int) -> Int {
    if daemon >= written.count { addDaemons(daemon) }
    let found = written[daemon].number(of: event)
    if found.isNew {
      written[daemon].setTag(of: found.number, to: Int64(usageOfNew(event, daemon: daemon)))
    }
    return Int(written[daemon].tag(of: found.number))
  }

  /// Takes licences.
  @inline(__always)
  mutating func takeOut(_ usage: Int, licences: Int, day: Int32, second: Int32) {
    let generation = generations[Int(counters[usage].daemon)]
    counters[usage].takeOut(licences, day: day, second: second, generation: generation)
  }

  /// Gives licences back.
  @inline(__always)
  mutating func takeIn(_ usage: Int, by suffix: LogEvent.Suffix, day: Int32, second: Int32) {
    let generation = generations[Int(counters[usage].daemon)]
    counters[usage].takeIn(suffix, day: day, second: second, generation: generation)
  }

  /// Notes that a release was taken in the same breath as a package by the same person.
  @inline(__always)
  mutating func link(_ usage: Int, to previous: Int) {
    guard previous >= 0, counters[usage].kind == 2, counters[usage].packageUsage < 0,
      counters[previous].kind == 1, counters[previous].userHost == counters[usage].userHost,
      counters[previous].daemon == counters[usage].daemon
    else { return }
    counters[usage].packageUsage = Int32(previous)
  }

  /// Ends everything that a daemon has open, since it starts anew.
  mutating func restart(daemon: Int) {
    if daemon >= written.count { addDaemons(daemon) }
    generations[daemon] &+= 1
  }

  /// Moves every day on, once the date of the log's first lines is known.
  mutating func shiftDays(by days: Int32) {
    for index in counters.indices {
      counters[index].firstOutDay &+= days
      counters[index].lastOutDay &+= days
      counters[index].lastInDay &+= days
      counters[index].days.shift(by: days)
    }
  }

  /// The usages as values; the table is empty afterwards.
  mutating func finish(daemons: [String], isDated: Bool) -> [LogUsage] {
    for index in counters.indices {
      counters[index].settle(generations[Int(counters[index].daemon)])
    }
    written = []
    pairs = ByteTable()
    foldedUserHosts = ByteTable()
    let featureNames = (0..<features.count).map { features.withRun(of: $0) { $0.text } }
    var usages: [LogUsage] = []
    usages.reserveCapacity(counters.count)
    // One text for all features of a person.
    let people = writtenNumbers.map { number in
      writtenUserHosts.withRun(of: Int(number)) { bytes in
        let at = bytes.lastIndex(of: UInt8(ascii: "@"))
        return (
          user: bytes.upTo(at ?? bytes.count).text, host: at.map { bytes.from($0 + 1).text } ?? ""
        )
      }
    }
    for counter in counters {
      let person = people[Int(counter.userHost)]
      var usage = LogUsage(
        user: person.user, host: person.host, feature: featureNames[Int(counter.feature)],
        daemon: daemons[Int(counter.daemon)])
      if counter.packageUsage >= 0 {
        let package = counters[Int(counter.packageUsage)]
        usage.packageFeature = featureNames[Int(package.feature)]
      }
      func moment(_ day: Int32, _ second: Int32) -> LogMoment {
        LogMoment(dayNumber: day, secondOfDay: second, isDated: isDated)
      }
      if counter.firstOutSecond >= 0 {
        usage.firstOut = moment(counter.firstOutDay, counter.firstOutSecond)
        usage.lastOut = moment(counter.lastOutDay, counter.lastOutSecond)
      }
      if counter.lastInSecond >= 0 {
        usage.lastIn = moment(counter.lastInDay, counter.lastInSecond)
      }
      usage.outs = Int(counter.outs)
      usage.outLicences = counter.outLicences
      usage.ins = Int(counter.ins)
      usage.inactiveIns = Int(counter.inactiveIns)
      usage.shutdownIns = Int(counter.shutdownIns)
      usage.days = counter.days
      usage.change = counter.change
      usage.floor = counter.floor
      usages.append(usage)
    }
    counters = []
    return usages
  }

  private mutating func addDaemons(_ daemon: Int) {
    while written.count <= daemon {
      written.append(ByteTable())
      generations.append(0)
    }
  }

  @inline(never)
  private mutating func usageOfNew(_ event: ByteRun, daemon: Int) -> Int {
    let parts = LogEvent.split(event)
    // An empty login is nobody.
    if parts.userHost.firstIndex(of: UInt8(ascii: "@")) == 0 { return -1 }
    let feature = features.number(of: parts.feature).number
    let folded = parts.userHost.foldedCase
    let userHost = folded.withUnsafeBufferPointer { bytes in
      foldedUserHosts.number(
        of: ByteRun(bytes) ?? ByteRun(start: parts.userHost.start, count: 0))
    }
    if userHost.isNew {
      writtenNumbers.append(Int32(writtenUserHosts.number(of: parts.userHost).number))
    }
    var key: [UInt8] = []
    withUnsafeBytes(of: Int32(daemon)) { key.append(contentsOf: $0) }
    withUnsafeBytes(of: Int32(feature)) { key.append(contentsOf: $0) }
    withUnsafeBytes(of: Int32(userHost.number)) { key.append(contentsOf: $0) }
    let pair = key.withUnsafeBufferPointer { bytes in
      pairs.number(of: ByteRun(bytes) ?? event)
    }
    if pair.isNew {
      let kind: UInt8 =
        switch AutodeskFeature.kind(of: parts.feature) {
        case .perpetualPackage, .termPackage: 1
        case .component: 2
        case nil: 0
        }
      var counter = Counters(
        userHost: Int32(userHost.number), feature: Int32(feature), daemon: Int32(daemon),
        kind: kind, generation: generations[daemon])
      // What an earlier part of the log left open ended with the daemon's start in this one.
      if generations[daemon] != 0 { counter.change = LogUsage.forgets }
      counters.append(counter)
    }
    return pair.number
  }
}

extension ByteRun {
  /// The bytes in lower case: ASCII at once, other letters by Unicode's own mapping.
  var foldedCase: [UInt8] {
    var isASCII = true
    var folded: [UInt8] = []
    folded.reserveCapacity(count)
    for index in 0..<count {
      let byte = start[index]
      if byte >= 0x80 { isASCII = false }
      folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return isASCII ? folded : Array(text.lowercased().utf8)
  }
}
