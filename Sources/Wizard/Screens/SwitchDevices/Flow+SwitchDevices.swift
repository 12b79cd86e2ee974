import Migration

extension Flow {
  /// Step 3: its screens, and where they lead. A new screen is one line here.
  static let switchDevices: [Entry] = [
    Entry(
      Briefing(.switchDevices), "3", step: .switchDevices, behind: "overview",
      ["computers": "computers", "pages": "switch-devices-pages"]),
    Entry(
      LaterPages(.switchDevices), "3.1", step: .switchDevices, behind: "switch-devices",
      isGoal: false),
    Entry(
      Computers(), "3.2", step: .switchDevices, behind: "switch-devices",
      ["use": "network-use"]),
    Entry(
      ReviewDevices(), "3.10", step: .switchDevices, behind: "computers", isKept: false,
      ["done": "computers"]),
  ]
}
