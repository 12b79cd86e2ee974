import Migration

extension Flow {
  /// Step 4: its screens, and where they lead. A new screen is one line here.
  static let informUsers: [Entry] = [
    Entry(
      Briefing(.informUsers), "4", step: .informUsers, behind: "overview",
      [
        "close": "close-step",
        "prepare": "message-list", "carry-out": "hand-over-messages", "prove": "prove-messages",
      ]),
    Entry(
      MessageList(), "4.1", step: .informUsers, behind: "inform-users",
      ["open": "edit-message", "people": "message-people", "carry-out": "hand-over-messages"]),
    Entry(EditMessage(), "4.2", step: .informUsers, behind: "message-list", isGoal: false),
    Entry(
      MessagePeople(), "4.3", step: .informUsers, behind: "message-list",
      ["open": "preview-message", "carry-out": "hand-over-messages"]),
    Entry(
      PreviewMessage(), "4.4", step: .informUsers, behind: "message-people", isGoal: false,
      ["edit": "edit-message"]),
    Entry(
      HandOverMessages(), "4.5", step: .informUsers, behind: "inform-users",
      ["open": "message-hand-over", "people": "message-people"]),
    Entry(
      MessageHandOver(), "4.6", step: .informUsers, behind: "hand-over-messages", isGoal: false),
    Entry(
      ProveMessages(), "4.7", step: .informUsers, behind: "inform-users",
      ["hand-over": "hand-over-messages", "informed": "state-informed", "open": "user-page"]),
  ]
}
