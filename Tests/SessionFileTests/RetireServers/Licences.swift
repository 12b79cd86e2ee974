import Migration

/// Licence servers and uses for tests.
enum Licences {
  static let day = Day(number: 20_000)

  static func moment(_ day: Day, _ minute: Int = 600) -> Moment { Moment(day: day, minute: minute) }

  static func use(
    _ login: String, _ computer: String = "pc1", _ code: String = "ACD", open: Int = 0,
    change: Int? = nil, on last: Day = day, days: [Int] = [0]
  ) -> LicensingBatch.Use {
    let name = ProductName.of(code: code)
    var use = LicensingBatch.Use(
      login: login, computer: computer, feature: "64300\(code)_F", offering: name,
      product: "\(name) 2024")
    use.lastUsed = moment(last)
    for back in days { use.days.insert(last - back) }
    use.open = open
    use.openChange = change
    return use
  }

  static func log(
    _ uses: [LicensingBatch.Use], host: String = "lic01", from first: Day = day - 30,
    to end: Day = day, restarted: Bool = false, shutDown: Moment? = nil
  ) -> LicensingBatch {
    var server = LicensingBatch.Server(
      details: ServerDetails(hosts: host.isEmpty ? [] : [host], daemon: "adskflex"))
    server.log = LogSpan(
      first: moment(first, 0), end: moment(end, 700), outs: uses.count,
      lastOut: uses.compactMap(\.lastUsed).max(), shutDown: shutDown)
    server.restartedAt = restarted ? moment(first, 0) : nil
    server.uses = uses
    return LicensingBatch(.debugLog, servers: [server])
  }

  static func answer(
    _ uses: [LicensingBatch.Use], host: String = "lic01", at moment: Moment = moment(day, 720),
    state: ServerAnswer.State = .up
  ) -> LicensingBatch {
    var server = LicensingBatch.Server(
      details: ServerDetails(hosts: [host], lmgrdPort: 27_000, daemon: "adskflex"))
    server.answer = ServerAnswer(state, at: moment)
    server.uses = uses
    return LicensingBatch(.lmstat, servers: [server])
  }
}
