import Canvas
import Migration
import SessionFile
import WizardTesting

@testable import Wizard

extension Situations {
  /// The pages of step 3 that read what computers tell.
  static let switchDevices = [
    Situation("computers") { try computers($0, "computers").state },
    Situation("computers", "with none") { language in
      var wizard = try Rehearsal.organisation(language) { file throws(ChangeRefusal) in
        try Fixtures.fillSmallOrganisation(file, language: language)
      }
      try wizard.jump("computers")
      return wizard.state
    },
    Situation("computers", "filtered and chosen") { language in
      let keys: [Key] = [.character("a"), .character("/"), .character("0")]
      return try computers(language, "computers", keys: keys).state
    },
    Situation("computer-page") { language in
      try computers(language, "computers", keys: [.down, .down, .enter]).state
    },
    Situation("computer-page", "that failed in part") { language in
      try computers(language, "computers", keys: [.enter]).state
    },
    Situation("computer-page", "that is gone") { language in
      var wizard = try computers(language, "computers", keys: [.enter])
      try wizard.press(.function(10))
      wizard.state.switchDevices.computer = nil
      wizard.state.memory.focus = "cancel"
      return wizard.state
    },
    Situation("computer-form") { try computers($0, "computers", keys: [.character("n")]).state },
    Situation("computer-form", "of one that is there") { language in
      try computers(language, "computers", keys: [.character("e")]).state
    },
    Situation("hand-over-devices") { language in
      var wizard = try computers(language, "hand-over-devices")
      try wizard.focus("locked-out")
      try wizard.press(.right)
      return wizard.state
    },
    Situation("hand-over-devices", "of a leaflet for each, with two made") { language in
      var wizard = try handedOver(language, "hand-over-devices")
      try wizard.focus("way")
      try wizard.press(.right, .right)
      return wizard.state
    },
    Situation("hand-over-devices", "with nothing left") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("hand-over-devices")
      return wizard.state
    },
    Situation("device-hand-over") { language in
      try handedOver(language, "hand-over-devices", keys: [.enter]).state
    },
    Situation("device-hand-over", "of leaflets, stated") { language in
      try handedOver(language, "hand-over-devices", keys: [.down, .enter]).state
    },
    Situation("device-hand-over", "that is gone") { language in
      var wizard = try handedOver(language, "hand-over-devices", keys: [.enter])
      wizard.state.summary.handOvers = []
      wizard.state.memory.focus = "cancel"
      return wizard.state
    },
    Situation("prove-devices") { try computers($0, "prove-devices").state },
    Situation("prove-devices", "with what was found, chosen") { language in
      var wizard = try found(language)
      try wizard.jump("prove-devices")
      try wizard.focus("tab-failed")
      try wizard.press(.right, .right, .right, .down, .character(" "))
      return wizard.state
    },
    Situation("prove-devices", "with what is gone and what is to be done again") { language in
      var wizard = try computers(language, "prove-devices")
      let later = Moment(day: Fixtures.now.day, minute: 700)
      let failed = DeviceBatch.Product(
        key: "001N1", version: "2022.0.0.F", method: .network, failure: "timeout")
      let gone = DeviceBatch.Told(ComputerDetails(name: "WS-0142"), .helperList, at: later)
      let again = DeviceBatch.Told(
        ComputerDetails(name: "WS-0077"), .result, at: later, products: [failed], order: 8)
      let written = HandOver(
        number: 8, step: .switchDevices, writtenOn: Fixtures.now.day - 1, rowCount: 1)
      try wizard.perform([
        .apply(.switchDevices(.handOver(written, [InstallationID(3)], SwitchTerms()))),
        .apply(.switchDevices(.take(DeviceBatch([gone, again])))),
      ])
      wizard.state.notice = nil
      try wizard.focus("tab-failed")
      try wizard.press(.right, .right, .right, .right, .tab)
      return wizard.state
    },
    Situation("prove-devices", "of a folder that is watched, the pilot done") { language in
      var wizard = try computers(language, "prove-devices")
      wizard.state.switchDevices.watched = "/srv/overstap"
      wizard.state.switchDevices.results = ResultsRead(
        folder: "/srv/overstap", files: 12,
        unread: [UnreadFile("/srv/overstap/half.json", "file-not-devices")], ahead: 1, told: 3)
      wizard.state.summary.devices.nextGroup = .init(name: "Zwolle", count: 12)
      try wizard.focus("tab-failed")
      try wizard.press(.right, .right)
      return wizard.state
    },
    Situation("switch-here") { language in
      try here(language) { state in
        state.helper = "/opt/Autodesk/AdskLicensing/12.0.0.6537/helper/AdskLicensingInstHelper"
        state.products = [
          .init(key: "001P1", version: "2024.0.0.F", feature: "ACD", method: .network),
          .init(key: "829P1", version: "2024.0.0.F", feature: "RVT", method: .user),
        ]
        state.calls = [.init(["list"], exit: 0, answer: "[\n  {\n    \"feature_id\": \"ACD\",")]
      }
    },
    Situation("switch-here", "without a helper") { try here($0) { _ in } },
    Situation("switch-here", "that is asked") { language in
      var state = try here(language) { _ in }
      state.switchDevices.here = nil
      return state
    },
    Situation("group-computers") { language in
      let keys: [Key] = [.character(" "), .character(" "), .character("g")]
      return try computers(language, "computers", keys: keys).state
    },
    Situation("review-devices") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("add-file")
      try wizard.answer(.switchDevices(.devices(Fixtures.devicesReview)))
      return wizard.state
    },
    Situation("review-devices", "that is gone") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("review-devices")
      return wizard.state
    },
  ]
}

extension Situations {
  /// The small organisation with computers of the log, what some of them told, and one without a product.
  static func computers(
    _ language: String, _ screen: String, keys: [Key] = []
  ) throws -> Rehearsal {
    var wizard = try Rehearsal.organisation(language) { file throws(ChangeRefusal) in
      try Fixtures.fillSmallOrganisation(file, language: language)
      try Fixtures.fillLicences(file)
      try Fixtures.fillComputers(file)
      _ = try file.apply(.switchDevices(.take(Fixtures.devicesReview.batch)), at: Fixtures.now)
      _ = try file.apply(
        .switchDevices(.saveComputer(nil, ComputerDetails(name: "LT-0200"))), at: Fixtures.now)
    }
    try wizard.jump(screen)
    for key in keys { try wizard.press(key) }
    return wizard
  }

  /// The page of this computer's own helper, whatever this computer has.
  private static func here(
    _ language: String, _ change: (inout HelperHereState) -> Void
  ) throws -> State {
    var wizard = try computers(language, "hand-over-devices")
    wizard.state.visits.append(Visit("switch-here"))
    var here = HelperHereState(host: "WS-0142", helper: "")
    change(&here)
    wizard.state.switchDevices.here = here
    try wizard.perform([])
    try wizard.press(.control("l"))
    return wizard.state
  }

  /// The same with a hand-over of leaflets that is stated and one of scripts that is written.
  static func handedOver(
    _ language: String, _ screen: String, keys: [Key] = []
  ) throws -> Rehearsal {
    var wizard = try computers(language, screen)
    let day = Fixtures.now.day
    let folder = "/home/jan/Downloads/overstap-hand-over"
    let first = HandOver(
      number: 7, step: .switchDevices, writtenOn: day - 1, rowCount: 1,
      files: ["\(folder)-7/leaflet.nl.html"], digest: "00ff")
    let second = HandOver(
      number: 8, step: .switchDevices, writtenOn: day, group: "Pilot", rowCount: 2,
      files: ["\(folder)-8/switch.sh", "\(folder)-8/undo.sh"], digest: "00fe")
    try wizard.perform([
      .apply(
        .switchDevices(
          .handOver(first, [InstallationID(4)], SwitchTerms(.leafletEach)))),
      .apply(.stateHandOver(7, day)),
      .apply(
        .switchDevices(
          .handOver(
            second, [InstallationID(2), InstallationID(5)],
            SwitchTerms(.script, results: "\\\\srv\\overstap", lockedOut: true)))),
    ])
    wizard.state.notice = nil
    try wizard.focus("hand-overs")
    for key in keys { try wizard.press(key) }
    return wizard
  }
}

extension Fixtures {
  /// A list of devices, what the helper listed on one of them, and a result that partly failed.
  static var devicesReview: DevicesReview {
    let before = Moment(day: now.day - 2, minute: 540)
    let installed = ["829P1", "001P1"].map {
      DeviceBatch.Product(key: $0, version: "2024.0.0.F", method: .network)
    }
    var results = installed
    results[0].method = .user
    (results[1].failure, results[1].answer) = ("refused", "access denied")
    return DevicesReview(
      DeviceBatch(
        [
          .init(
            ComputerDetails(
              name: "WS-0142", system: .windows, group: "Pilot", people: ["hpotter", "hgranger"]),
            .deviceList, at: before),
          .init(ComputerDetails(name: "WS-0142"), .helperList, at: before, products: installed),
          .init(ComputerDetails(name: "LT-0031"), .result, at: now, products: results),
        ], files: ["devices.csv", "WS-0142.json", "overstap-3-LT-0031.json"]),
      failures: [UnreadFile("/home/jan/Downloads/list.json", "file-without-computer")],
      refused: 2, duplicates: 1, ahead: 1)
  }
}
