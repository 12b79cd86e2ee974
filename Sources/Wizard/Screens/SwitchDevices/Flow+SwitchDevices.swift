import Migration

extension Flow {
  /// Step 3: its screens, and where they lead. A new screen is one line here.
  static let switchDevices: [Entry] = [
    Entry(
      Briefing(.switchDevices), "3", step: .switchDevices, behind: "overview",
      [
        "close": "close-step", "computers": "computers", "carry-out": "hand-over-devices",
        "prove": "prove-devices",
      ]),
    Entry(
      Computers(), "3.1", step: .switchDevices, behind: "switch-devices",
      [
        "product": "installations", "open": "computer-page", "edit": "computer-form",
        "new": "computer-form", "group": "group-computers", "use": "network-use",
        "hand-over": "hand-over-devices",
      ]),
    Entry(
      Installations(), "3.2", step: .switchDevices, behind: "switch-devices",
      ["computer": "computers", "open": "computer-page", "use": "network-use"]),
    Entry(
      ComputerPage(), "3.3", step: .switchDevices, behind: "computers", isGoal: false,
      [
        "edit": "computer-form", "seats": "user-products", "plan": "by-product",
        "use": "network-use", "hand-over": "hand-over-devices",
      ]),
    Entry(ComputerForm(), "3.4", step: .switchDevices, behind: "computers"),
    Entry(GroupComputers(), "3.5", step: .switchDevices, behind: "computers", isKept: false),
    Entry(
      HandOverDevices(), "3.6", step: .switchDevices, behind: "switch-devices",
      ["open": "device-hand-over", "computers": "computers", "here": "switch-here"]),
    Entry(
      DeviceHandOver(), "3.7", step: .switchDevices, behind: "hand-over-devices", isGoal: false,
      ["prove": "prove-devices"]),
    Entry(
      ProveDevices(), "3.8", step: .switchDevices, behind: "switch-devices",
      ["open": "computer-page", "hand-over": "hand-over-devices"]),
    Entry(
      SwitchHere(), "3.9", step: .switchDevices, behind: "hand-over-devices", isKept: false),
    Entry(
      ReviewDevices(), "3.10", step: .switchDevices, behind: "computers", isKept: false,
      ["done": "computers"]),
  ]
}
