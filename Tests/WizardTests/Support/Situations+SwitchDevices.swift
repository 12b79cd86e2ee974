import Migration
import WizardTesting

@testable import Wizard

extension Situations {
  /// The pages of step 3 that read what computers tell.
  static let switchDevices = [
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
