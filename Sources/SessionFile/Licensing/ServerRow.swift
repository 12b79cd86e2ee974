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

  init(details: ServerDetails) { self.details = details }

  /// The values in the order of `TrackedTable.server.columns`.
  init(_ values: [RecordValue]) {
    func number(_ place: Int) -> Int? { values.indices.contains(place) ? values[place].int : nil }
    func text(_ place: Int) -> String { values.indices.contains(place) ? values[place].text : "" }
    details = ServerDetails(
      hosts: Self.lines(text(0)), lmgrdPort: number(1), vendorPort: number(2), daemon: text(3),
      licenceFile: text(4), logFile: text(5), serviceName: text(6),
      system: number(7).flatMap { ServerSystem(rawValue: $0) } ?? .unknown,
      setUp: number(8).flatMap { ServerSetUp(rawValue: $0) } ?? .single,
      runsAsService: number(9).map { $0 != 0 }, isLocalOnly: number(10) == 1,
      otherDaemons: Self.lines(text(11)))
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
  }

  /// The values as the table holds them.
  var values: [RecordValue] {
    [
      RecordValue(details.hosts.joined(separator: "\n")), RecordValue(details.lmgrdPort),
      RecordValue(details.vendorPort), RecordValue(details.daemon),
      RecordValue(details.licenceFile), RecordValue(details.logFile),
      RecordValue(details.serviceName), RecordValue(details.system.rawValue),
      RecordValue(details.setUp.rawValue), RecordValue(details.runsAsService.map { $0 ? 1 : 0 }),
      RecordValue(details.isLocalOnly ? 1 : 0),
      RecordValue(details.otherDaemons.joined(separator: "\n")), RecordValue(standing.rawValue),
      RecordValue(since), RecordValue(keptReason), RecordValue(proof),
      RecordValue(log?.first.minutes), RecordValue(log?.end.minutes), RecordValue(log?.outs),
      RecordValue(log?.lastOut?.minutes), RecordValue(log?.shutDown?.minutes),
      RecordValue(answer?.state.rawValue), RecordValue(answer?.moment.minutes),
      RecordValue(answer?.unclear), RecordValue(fileAwayOn),
    ]
  }

  /// What its name is in a sentence: its first computer, else the daemon.
  var name: String { details.name.isEmpty ? details.daemon : details.name }

  /// Says that somebody took a licence on a day: what was out of use is used again.
  mutating func noteUse(on day: Day) {
    guard standing == .stated || standing == .proven, let since, day.number >= since else { return }
    standing = .failed
    self.since = day.number
    proof = ""
  }

  /// What its last log proves: a server that was reported as out of use and whose log ends with a
  /// shutdown is out of use. A newer log that goes on, or an answer after it, takes that back.
  mutating func weighLog() {
    let isAnswered =
      answer.map { answer in
        answer.state == .up && log?.shutDown.map { answer.moment > $0 } ?? true
      } ?? false
    let isShutDown = log?.shutDown != nil && !isAnswered
    if standing == .stated, isShutDown {
      standing = .proven
      proof = LicenceServer.Proof.logShutdown.rawValue
    } else if standing == .proven, proof == LicenceServer.Proof.logShutdown.rawValue, !isShutDown {
      standing = .stated
      proof = ""
    }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }
}
