import Migration

extension Flow {
  /// Step 4: its screens, and where they lead. A new screen is one line here.
  static let informUsers: [Entry] = [
    Entry(
      Briefing(.informUsers), "4", step: .informUsers, behind: "overview",
      ["close": "close-step", "pages": "inform-users-pages"]),
    Entry(
      LaterPages(.informUsers), "4.1", step: .informUsers, behind: "inform-users", isGoal: false),
  ]
}
