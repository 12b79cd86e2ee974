import Canvas
import Migration
import Widgets
import WizardTesting

@testable import Wizard

extension Situations {
  /// The screens of step 5.
  static let retireServers = servers + uses + decisions + intake + endings + computers

  /// The small organisation with its licence servers, on a screen.
  private static func licences(
    _ language: String, _ screen: String, _ argument: String = "",
    _ keys: [Key] = []
  ) throws -> Rehearsal {
    var wizard = try Rehearsal.organisation(language) { file throws(ChangeRefusal) in
      try Fixtures.fillSmallOrganisation(file, language: language)
      try Fixtures.fillLicences(file)
    }
    try wizard.jump(screen, argument)
    for key in keys { try wizard.press(key) }
    return wizard
  }

  private static func at(
    _ screen: String, _ how: String = "", _ argument: String = "", keys: [Key] = []
  ) -> Situation {
    Situation(screen, how) { try licences($0, screen, argument, keys).state }
  }

  private static func without(_ screen: String) -> Situation {
    Situation(screen, "without servers") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump(screen)
      return wizard.state
    }
  }

  private static let servers = [
    at("servers"), without("servers"),
    Situation("servers", "with one that is kept") { language in
      var wizard = try licences(language, "servers")
      try wizard.perform([
        .apply(.retireServers(.keepServer(ServerID(2), "Tokens (token-flex)", Fixtures.now.day)))
      ])
      try wizard.press(.down)
      return wizard.state
    },
    at("server-page", "", "1"), at("server-page", "of a new server"),
    at("server-page", "of one that is gone", "99"),
    Situation("server-page", "with a wrong port") { language in
      var wizard = try licences(language, "server-page", "1")
      try wizard.fill("lmgrd-port", "70000")
      try wizard.press(.function(10))
      return wizard.state
    },
    at("keep-server", "", "1"), at("keep-server", "that is gone", "99"),
    Situation("keep-server", "that is kept") { language in
      var wizard = try licences(language, "servers")
      try wizard.perform([
        .apply(.retireServers(.keepServer(ServerID(2), "Tokens (token-flex)", Fixtures.now.day)))
      ])
      try wizard.jump("keep-server", "2")
      return wizard.state
    },
  ]

  private static let uses = [
    at("network-use"), without("network-use"),
    at("network-use", "with nobody's logins", keys: Array(repeating: .character("z"), count: 3)),
    at("network-use", "with what is set aside", keys: Array(repeating: .character("z"), count: 5)),
    at(
      "network-use", "without a seat, chosen and filtered",
      keys: [.character("z"), .character("z"), .character(" "), .character("/"), .character("j")]),
    at("offering-use"), without("offering-use"),
    Situation("propose-seats") { language in
      var wizard = try licences(language, "offering-use")
      try wizard.perform([
        .apply(.assignProducts(.addProduct(ProductDetails(named: "Revit", seats: 1)))),
        .apply(.assignProducts(.addProduct(ProductDetails(named: "AEC Collection", seats: 4)))),
      ])
      try wizard.jump("propose-seats", "Revit")
      return wizard.state
    },
    at("propose-seats", "of something that is not planned", "AutoCAD"),
    at("propose-seats", "of nothing in the log", "Maya"),
    at("propose-seats", "of all that is shown"),
  ]

  private static func decision(_ key: Character) -> [Key] {
    [
      .character("z"), .character("z"), .character("z"),
      .character(key.unicodeScalars.first ?? " "),
    ]
  }

  private static let decisions = [
    Situation("couple-login") { try licences($0, "network-use", "", decision("k")).state },
    Situation("couple-login", "with letters that nobody has") { language in
      var wizard = try licences(language, "network-use", "", decision("k"))
      try wizard.type("qqq")
      return wizard.state
    },
    Situation("set-aside") { try licences($0, "network-use", "", decision("x")).state },
    Situation("set-aside", "of what is aside already") { language in
      let keys: [Key] = Array(repeating: .character("z"), count: 5) + [.character("x")]
      return try licences(language, "network-use", "", keys).state
    },
    Situation("propose") { try licences($0, "network-use", "", decision("v")).state },
    Situation("propose-users") {
      try licences($0, "network-use", "", decision("v") + [.enter]).state
    },
    Situation("propose-users", "for chosen rows") { language in
      let keys: [Key] = [.character("z"), .character("z"), .character("z"), .character(" ")]
      return try licences(language, "network-use", "", keys + [.character("v"), .enter]).state
    },
  ]

  private static let intake = [
    Situation("add-licences") { language in
      var wizard = try licences(language, "add-licences")
      var folder = Folder()
      folder.path = "/home/jan/Downloads/"
      folder.entries = [
        Folder.Entry(name: "debug.log", isFolder: false, size: 210_000_000),
        Folder.Entry(name: "debug.log.1.gz", isFolder: false, size: 21_000_000),
      ]
      try wizard.answer(.folder(folder))
      try wizard.focus("files")
      try wizard.press(.character(" "))
      return wizard.state
    },
    Situation("add-licences", "while a log is read") { language in
      var state = try licences(language, "add-licences").state
      state.work = LongWork(.retireServers(.readingLog), done: 120_000_000, total: 480_000_000)
      return state
    },
    at("paste-licences"), at("ask-servers"), without("ask-servers"),
    Situation("review-licences") { language in
      var wizard = try licences(language, "paste-licences")
      var batch = Fixtures.licenceLog
      batch.servers += Fixtures.silence.servers
      batch.files = ["/home/jan/Downloads/debug.log", "/home/jan/Downloads/debug.log.1.gz"]
      try wizard.answer(
        .retireServers(
          .documents(
            LicensingReview(
              batch, lines: 480_112,
              failures: [UnreadFile("/home/jan/Downloads/oud.log.gz", "file-damaged")]))))
      return wizard.state
    },
    Situation("review-licences", "of a log without a name") { language in
      var wizard = try licences(language, "paste-licences")
      var batch = Fixtures.licenceLog
      batch.servers[0].details = ServerDetails()
      batch.servers[0].log?.outs = 0
      try wizard.answer(.retireServers(.documents(LicensingReview(batch))))
      return wizard.state
    },
    Situation("review-licences", "of a log of a server that is not known yet") { language in
      var wizard = try licences(language, "paste-licences")
      var batch = Fixtures.licenceLog
      batch.servers[0].details = ServerDetails()
      try wizard.answer(.retireServers(.documents(LicensingReview(batch))))
      wizard.state.memory.choices["server"] = wizard.state.summary.licensing.servers.count
      return wizard.state
    },
    at("review-licences", "that is gone"),
  ]

  /// The small organisation whose computers came out of the log, one of them switched and used after
  /// that.
  /// The computers' page after one of them told of a product that is not in our list.
  static func found(_ language: String) throws -> Rehearsal {
    var wizard = try switched(language, "installations")
    let products = [("829P1", InstallationMethod.user), ("001P1", .network)]
    for count in 1...2 {
      let told = DeviceBatch.Told(
        ComputerDetails(name: "WS-0142"), .helperList,
        at: Moment(day: Fixtures.now.day - 3 + count, minute: 540),
        products: products.prefix(count).map { key, method in
          DeviceBatch.Product(key: key, version: "2024.0.0.F", method: method)
        })
      try wizard.perform([.apply(.switchDevices(.take(DeviceBatch([told]))))])
    }
    return wizard
  }

  private static func switched(
    _ language: String, _ screen: String, keys: [Key] = []
  ) throws -> Rehearsal {
    var wizard = try Rehearsal.organisation(language) { file throws(ChangeRefusal) in
      try Fixtures.fillSmallOrganisation(file, language: language)
      try Fixtures.fillLicences(file)
      try Fixtures.fillComputers(file)
    }
    try wizard.jump(screen)
    for key in keys { try wizard.press(key) }
    return wizard
  }

  private static let computers = [
    Situation("installations") { try switched($0, "installations").state },
    without("installations"),
    Situation("installations", "with what was found beside our list") { language in
      var wizard = try found(language)
      for _ in 0..<InstallationPart.found.rawValue { try wizard.type("z") }
      try wizard.press(.tab)
      return wizard.state
    },
    Situation("installations", "filtered and chosen") { language in
      let keys: [Key] = [.character("a"), .character("/"), .character("0")]
      return try switched(language, "installations", keys: keys).state
    },
    Situation("propose-computers") { language in
      let keys: [Key] = [.character("v"), .down, .down, .enter]
      return try licences(language, "network-use", "", keys).state
    },
    Situation("propose-computers", "that are all there") { language in
      let keys: [Key] = [.character("v"), .down, .down, .enter]
      return try switched(language, "network-use", keys: keys).state
    },
    Situation("network-use", "with what was used after the switch") { language in
      let keys: [Key] = Array(repeating: .character("z"), count: 6)
      return try switched(language, "network-use", keys: keys).state
    },
    Situation("ready-to-retire", "with computers, everyone informed") {
      try switched($0, "ready-to-retire").state
    },
    Situation("overview", "with a product that was used after the switch") {
      try switched($0, "overview").state
    },
    at("state-informed"),
    Situation("state-informed", "that is stated") { try switched($0, "state-informed").state },
  ]

  /// With both servers stated off.
  private static func off(_ language: String, _ screen: String) throws -> Rehearsal {
    var wizard = try licences(language, screen)
    for server in wizard.state.summary.licensing.servers {
      try wizard.perform([
        .apply(.retireServers(.retire(server.id, typed: server.details.name, quietDays: 14)))
      ])
    }
    try wizard.jump(screen)
    return wizard
  }

  private static let endings = [
    at("ready-to-retire"), without("ready-to-retire"), at("ready-to-retire", "of one server", "1"),
    Situation("ready-to-retire", "with all servers stated off") { language in
      try off(language, "ready-to-retire").state
    },
    Situation("ready-to-retire", "with all servers proven off") { language in
      var wizard = try off(language, "ready-to-retire")
      for server in wizard.state.summary.licensing.servers {
        try wizard.perform([
          .apply(.retireServers(.proveServer(server.id, "ports-refused", Fixtures.now.day)))
        ])
      }
      return wizard.state
    },
    Situation("network-use", "with all servers stated off") { language in
      try off(language, "network-use").state
    },
    at("retire-server", "", "1"), at("retire-server", "that is gone", "99"),
    Situation("retire-server", "that is off already") { language in
      var wizard = try licences(language, "retire-server", "1")
      try wizard.perform([
        .apply(.retireServers(.proveServer(ServerID(1), "ports-refused", Fixtures.now.day)))
      ])
      try wizard.jump("retire-server", "1")
      return wizard.state
    },
    at("retire-commands", "", "1"), at("retire-commands", "shared, on Windows", "2"),
    Situation("retire-commands", "on macOS") { language in
      var wizard = try licences(language, "retire-commands", "1")
      try wizard.focus("system")
      try wizard.press(.right)
      try wizard.press(.right)
      return wizard.state
    },
    without("retire-commands"), at("clean-up"), without("clean-up"), at("prove-servers"),
    without("prove-servers"),
    Situation("prove-servers", "after the ports were tried") { language in
      var wizard = try licences(language, "prove-servers")
      let outcomes: [DoorTrial.Outcome] = [.refused, .open, .silent, .unresolvable]
      let doors = wizard.state.summary.licensing.servers.flatMap { server in
        server.details.doors.map { (server.id, $0) }
      }
      try wizard.answer(
        .retireServers(
          .tried(
            zip(doors, outcomes).map {
              DoorTrial(server: $0.0, door: $0.1, outcome: $1, moment: Fixtures.now)
            })))
      return wizard.state
    },
    Situation("prove-servers", "with a log that ends and a file put away") { language in
      var wizard = try licences(language, "prove-servers")
      var log = Fixtures.licenceLog
      log.servers[0].uses = []
      log.servers[0].log?.end = Fixtures.now
      log.servers[0].log?.shutDown = Fixtures.now
      try wizard.perform([
        .apply(.retireServers(.take(log, nil))),
        .apply(.retireServers(.putFileAway(ServerID(1), Fixtures.now.day))),
        .apply(.retireServers(.retire(ServerID(1), typed: "srv-lic01", quietDays: 14))),
      ])
      return wizard.state
    },
  ]
}
