extension TrackedTable {
  /// Every table that the journal keeps: those of the migration as a whole, then one line a step.
  static let every: [TrackedTable] =
    [setting, handOver, closedStep]
    + ofCreateUsers
    + ofAssignProducts
    + ofSwitchDevices
    + ofInformUsers
    + ofRetireServers

  /// The table with a number in records; nil for none.
  static func with(number: Int) -> TrackedTable? { byNumber[number] }

  private static let byNumber = Dictionary(
    every.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })

  /// The answers of the first screen.
  static let setting = TrackedTable(1, "setting", ["name", "value"])

  /// Steps that were closed with a reason, by their numbers.
  static let closedStep = TrackedTable(17, "closed_step", ["day", "reason"])

  /// How far hand-overs are. Their rows and files are never changed, and never taken out: the files are
  /// in the world under that number.
  static let handOver = TrackedTable(
    2, "hand_over", key: "number", ["stage", "stated_on", "found"])
}
