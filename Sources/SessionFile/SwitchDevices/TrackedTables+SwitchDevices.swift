extension TrackedTable {
  static let ofSwitchDevices = [installation, computer, computerPerson]

  static let installation = TrackedTable(
    11, "installation",
    [
      "install_key", "computer", "product", "offering", "login", "source", "standing", "since",
      "computer_id", "product_key", "version", "feature", "method", "helper_at", "result_at",
      "stated_at", "proven_at", "refuted_at", "failed_at", "used_at", "failure", "answer",
      "listed", "missing", "hand_over", "answered",
    ])

  static let computer = TrackedTable(
    15, "computer",
    [
      "name_key", "short_key", "name", "system", "group_name", "listed_at", "helper_at",
      "result_at",
    ])

  static let computerPerson = TrackedTable(
    16, "computer_person", ["computer", "login_key", "login"])
}

extension Tally {
  /// The number of the last product on a computer that was ever made.
  static let lastInstallation = Tally(name: "last-installation")
  /// The number of the last computer that was ever made.
  static let lastComputer = Tally(name: "last-computer")
  /// The number of the last person at a computer that was ever made.
  static let lastComputerPerson = Tally(name: "last-computer-person")
}

extension ForgottenRows {
  static let ofSwitchDevices = [
    "DELETE FROM hand_over_installation", "DELETE FROM hand_over_switch",
    "DELETE FROM installation", "DELETE FROM computer_person", "DELETE FROM computer",
  ]
}
