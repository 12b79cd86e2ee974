import Migration

extension Flow {
  /// The screen of a start, before a migration is open.
  package static let first = "sessions"
  /// The screen of a migration that has no setup yet.
  static let setUp = "setup"
  /// The screen of a migration that nobody was in before.
  static let home = "overview"

  /// Where a migration begins, and the overview: its screens, and where they lead. A new screen is one line here.
  static let start: [Entry] = [
    Entry(Sessions(), "0.1", behind: nil, isKept: false, isGoal: true, ["new": "setup"]),
    Entry(SetupPage(), "0.2", behind: nil, ["done": "overview"]),
    Entry(
      Overview(), "0", behind: nil,
      [
        "create-users": "create-users", "assign-products": "assign-products",
        "switch-devices": "switch-devices", "inform-users": "inform-users",
        "retire-servers": "retire-servers", "setup": "setup", "report": "write-report",
        "forget": "forget", "users": "user-table",
        "invite": "invite-single", "hand-over": "hand-over-users", "prove": "prove-users",
        "by-product": "by-product",
        "hand-over-seats": "hand-over-seats",
        "network-use": "network-use", "servers": "servers", "prove-servers": "prove-servers",
        "add-licences": "add-licences", "computers": "computers",
        "hand-over-devices": "hand-over-devices",
        "prove-devices": "prove-devices",
        "hand-over-messages": "hand-over-messages", "prove-messages": "prove-messages",
      ]),
  ]
}
