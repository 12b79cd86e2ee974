import Migration

/// A licence server's row as its table holds it.
struct ServerRow: Equatable {
  var details = ServerDetails()
  var standing = Standing.planned
  var since: Int?
  var keptReason = ""
  var proof = ""
  var log: LogSpan?
  var answer: ServerAnswer?
  var fileAwayOn: Int?
  /// When it last said who holds what, whether or not its last answer does.
  var toldAt: Moment?
  /// The day of the statement or proof that use after it contradicts.
  var statedOn: Int?

  init(details: ServerDetails) { self.details = details }

  /// The values in the order of `TrackedTable.server.columns`.
  init(_ values: [RecordValue]) {
    func number(_ place: Int) -> Int? { values.indices.contains(place) ? values[place].int : nil }
    func text(_ place: Int) -> String { values.indices.contains(place) ? values[place].text : "" }
    details = ServerDetails(values[...])
    standing = number(12).flatMap { Standing(rawValue: $0) } ?? .planned
    since = number(13)
    keptReason = text(14)
    proof = text(15)
    if let first = number(16), let end = number(17) {
      log = LogSpan(
        first: Moment(minutes: first), end: Moment(minutes: end), outs: number(18) ?? 0,
        lastOut: number(19).map { Moment(minutes: $0) },
        shutDown: number(20).map { Moment(minutes: $0) })
    }
    if let state = number(21).flatMap({ ServerAnswer.State(rawValue: $0) }), let at = number(22) {
      answer = ServerAnswer(state, at: Moment(minutes: at), unclear: number(23) ?? 0)
    }
    fileAwayOn = number(24)
    toldAt =
      number(25).map { Moment(minutes: $0) } ?? (answer?.state == .up ? answer?.moment : nil)
    statedOn = number(26)
  }

  /// The values as the table holds them.
  var values: [RecordValue] {
    details.values + [
      RecordValue(standing.rawValue), RecordValue(since), RecordValue(keptReason),
      RecordValue(proof),
      RecordValue(log?.first.minutes), RecordValue(log?.end.minutes), RecordValue(log?.outs),
      RecordValue(log?.lastOut?.minutes), RecordValue(log?.shutDown?.minutes),
      RecordValue(answer?.state.rawValue), RecordValue(answer?.moment.minutes),
      RecordValue(answer?.unclear), RecordValue(fileAwayOn), RecordValue(toldAt?.minutes),
      RecordValue(statedOn),
    ]
  }

  /// What its name is in a sentence: its first computer, else the daemon.
  var name: String { details.name.isEmpty ? details.daemon : details.name }

  /// Says that somebody took a licence on a day: what was out of use is used again. Of several days
  /// the last one is kept.
  mutating func noteUse(on day: Day) {
    guard let since else { return }
    switch standing {
    case .stated, .proven:
      guard day.number >= since else { return }
      statedOn = since
      standing = .failed
      self.since = day.number
      proof = ""
    case .failed: self.since = max(since, day.number)
    case .planned, .setAside: return
    }
  }

  /// What its last log proves: a server that was reported as out of use and whose log ends with a
  /// shutdown is out of use. A newer log that goes on, or an answer after it, takes that back.
  mutating func weighLog() {
    let isAnswered = toldAt.map { told in log?.shutDown.map { told > $0 } ?? true } ?? false
    let isShutDown = log?.shutDown != nil && !isAnswered
    // Use on the day itself came before the shutdown, though another part of the log shows that.
    if standing == .failed, isShutDown, let day = statedOn, since == day {
      standing = .stated
      statedOn = nil
    }
    if standing == .stated, isShutDown {
      standing = .proven
      proof = LicenceServer.Proof.logShutdown.rawValue
    } else if standing == .proven, proof == LicenceServer.Proof.logShutdown.rawValue, !isShutDown {
      standing = .stated
      proof = ""
    }
  }
}

extension ServerDetails {
  /// The details out of the columns `hosts` to `other_daemons`.
  init(_ values: ArraySlice<RecordValue>) {
    let values = Array(values)
    func number(_ place: Int) -> Int? { values.indices.contains(place) ? values[place].int : nil }
    func text(_ place: Int) -> String { values.indices.contains(place) ? values[place].text : "" }
    func lines(_ place: Int) -> [String] { text(place).split(separator: "\n").map(String.init) }
    self.init(
      hosts: lines(0), lmgrdPort: number(1), vendorPort: number(2), daemon: text(3),
      licenceFile: text(4), logFile: text(5), serviceName: text(6),
      system: number(7).flatMap { ServerSystem(rawValue: $0) } ?? .unknown,
      setUp: number(8).flatMap { ServerSetUp(rawValue: $0) } ?? .single,
      runsAsService: number(9).map { $0 != 0 }, isLocalOnly: number(10) == 1,
      otherDaemons: lines(11))
  }

  /// The values of the columns `hosts` to `other_daemons`.
  var values: [RecordValue] {
    [
      RecordValue(hosts.joined(separator: "\n")), RecordValue(lmgrdPort), RecordValue(vendorPort),
      RecordValue(daemon), RecordValue(licenceFile), RecordValue(logFile), RecordValue(serviceName),
      RecordValue(system.rawValue), RecordValue(setUp.rawValue),
      RecordValue(runsAsService.map { $0 ? 1 : 0 }), RecordValue(isLocalOnly ? 1 : 0),
      RecordValue(otherDaemons.joined(separator: "\n")),
    ]
  }
}
