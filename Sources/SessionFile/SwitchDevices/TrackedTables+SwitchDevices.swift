extension TrackedTable {
  static let ofSwitchDevices = [installation]

  static let installation = TrackedTable(
    11, "installation",
    [
      "install_key", "computer", "product", "offering", "login", "source", "standing", "since",
    ])
}

extension Tally {
  /// The number of the last product on a computer that was ever made.
  static let lastInstallation = Tally(name: "last-installation")
}
