import Migration
import SessionFile

extension Fixtures {
  /// Adds two licence servers to the small organisation: one that answers, with four people of whom
  /// two belong to nobody yet and one has borrowed a licence, and one that is silent.
  package static func fillLicences(_ file: SessionFile) throws(ChangeRefusal) {
    let moment = Moment(day: now.day, minute: now.minute - 12)
    _ = try file.apply(.retireServers(.take(licenceLog, nil)), at: moment)
    _ = try file.apply(.retireServers(.take(licenceAnswer, nil)), at: moment)
    _ = try file.apply(.retireServers(.take(silence, nil)), at: moment)
    _ = try file.apply(.retireServers(.setAside(["render02"], "Rendernode")), at: moment)
  }

  /// Adds the computers of the log to step 3: two are stated as switched, and one of these used the
  /// network licence after that. Everyone is informed.
  package static func fillComputers(_ file: SessionFile) throws(ChangeRefusal) {
    let seen = [
      ("WS-0142", "RVT", 2024, "hpotter"), ("LT-0031", "CIV3D", 2023, "hgranger"),
      ("WS-0077", "ACD", 2022, "jpeters"), ("WS-BALIE", "ACD", 2024, "tekenkamer"),
      ("LT-0099", "NAVMAN", 2024, "lvisser"),
    ].map { computer, product, year, login in
      let name = ProductName.of(code: product)
      return InstallationDetails(
        computer: computer, product: "\(name) \(year)", offering: name, login: login)
    }
    let before = Moment(day: now.day - 1, minute: 600)
    _ = try file.apply(.switchDevices(.add(seen)), at: before)
    _ = try file.apply(
      .switchDevices(.state([InstallationID(1), InstallationID(3)], isSwitched: true)), at: before)
    _ = try file.apply(.retireServers(.take(licenceAnswer, nil)), at: now)
    _ = try file.apply(.informUsers(.stateInformed(now.day)), at: now)
  }

  /// A debug log of the first server, up to this morning.
  package static var licenceLog: LicensingBatch {
    let end = Moment(day: now.day, minute: 628)
    var server = LicensingBatch.Server(details: firstServer)
    server.log = LogSpan(
      first: Moment(day: now.day - 120, minute: 300), end: end, outs: 2_418,
      lastOut: Moment(day: now.day, minute: 552))
    server.uses = [
      use("hpotter", "WS-0142", "RVT", 2024, daysAgo: 0, minute: 552, days: 61, open: 1),
      use("hgranger", "LT-0031", "CIV3D", 2023, daysAgo: 2, minute: 1_015, days: 40),
      use("jpeters", "WS-0077", "ACD", 2022, daysAgo: 1, minute: 520, days: 12),
      use("tekenkamer", "WS-BALIE", "ACD", 2024, daysAgo: 3, minute: 903, days: 55),
      use("render02", "REN-02", "3DSMAX", 2024, daysAgo: 3, minute: 1_390, days: 80),
      use("lvisser", "LT-0099", "NAVMAN", 2024, daysAgo: 41, minute: 700, days: 2),
    ]
    return LicensingBatch(.debugLog, servers: [server])
  }

  /// What the first server answers this morning.
  package static var licenceAnswer: LicensingBatch {
    let moment = Moment(day: now.day, minute: 630)
    var server = LicensingBatch.Server(details: firstServer)
    server.answer = ServerAnswer(.up, at: moment)
    var borrowed = use(
      "hgranger", "LT-0031", "CIV3D", 2023, daysAgo: 0, minute: 630, days: 1, open: 1)
    borrowed.borrowedUntil = now.day + 29
    server.uses = [
      use("hpotter", "WS-0142", "RVT", 2024, daysAgo: 0, minute: 630, days: 1, open: 1), borrowed,
    ]
    return LicensingBatch(.lmstat, servers: [server])
  }

  /// The second server, which does not answer.
  package static var silence: LicensingBatch {
    var server = LicensingBatch.Server(
      details: ServerDetails(
        hosts: ["srv-lic02"], lmgrdPort: 27_000, daemon: "adskflex", otherDaemons: ["mapinfo"]))
    server.answer = ServerAnswer(.silent, at: Moment(day: now.day, minute: 631))
    return LicensingBatch(.lmstat, servers: [server])
  }

  private static var firstServer: ServerDetails {
    ServerDetails(
      hosts: ["srv-lic01"], lmgrdPort: 27_000, vendorPort: 2_080, daemon: "adskflex",
      licenceFile: "C:\\Autodesk\\brugman.lic", system: .windows)
  }

  private static func use(
    _ login: String, _ computer: String, _ product: String, _ year: Int, daysAgo: Int,
    minute: Int, days: Int, open: Int = 0
  ) -> LicensingBatch.Use {
    let name = ProductName.of(code: product)
    var use = LicensingBatch.Use(
      login: login, computer: computer, feature: "64300\(product)_F", offering: name,
      product: "\(name) \(year)")
    use.lastUsed = Moment(day: now.day - daysAgo, minute: minute)
    for back in 0..<days { use.days.insert(now.day - daysAgo - back) }
    use.open = open
    return use
  }
}
