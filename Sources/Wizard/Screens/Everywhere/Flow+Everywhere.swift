import Migration

extension Flow {
  /// Where every screen leads, by outcome.
  static let fromEverywhere: [String: String] = [
    "help": "help", "go-to": "go-to", "journal": "journal", "add-file": "add-file",
    "leave": "leave", "throw-away": "throw-away", "licences": "review-licences",
    "devices": "review-devices",
  ]

  /// What comes up from everywhere: its screens, and where they lead. A new screen is one line here.
  static let everywhere: [Entry] = [
    Entry(
      AddFile(), "0.6", behind: "overview",
      [
        "review": "review-users", "evidence": "review-evidence", "products": "review-products",
        "assign": "assign-review", "licences": "review-licences",
        "devices": "review-devices",
      ]),
    Entry(ThrowAway(), "0.7", behind: nil, isKept: false),
    Entry(Journal(), "0.3", behind: "overview", isKept: false),
    Entry(WriteReport(), "0.8", behind: "overview"),
    Entry(CloseStep(), "0.10", behind: "overview", isGoal: false),
    Entry(Forget(), "0.11", behind: "overview", isKept: false, isGoal: true),
    Entry(GoTo(), "0.4", behind: nil, isKept: false),
    Entry(Help(), "0.5", behind: nil, isKept: false),
    Entry(Leave(), "0.9", behind: nil, isKept: false),
  ]
}
