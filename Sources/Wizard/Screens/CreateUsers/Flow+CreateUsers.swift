import Migration

extension Flow {
  /// Step 1: its screens, and where they lead. A new screen is one line here.
  static let createUsers: [Entry] = [
    Entry(
      Briefing(.createUsers), "1", step: .createUsers, behind: "overview",
      [
        "close": "close-step", "prepare": "user-table", "carry-out": "hand-over-users",
        "prove": "prove-users",
      ]),
    Entry(
      UserTable(), "1.1", step: .createUsers, behind: "create-users", usesRows: true,
      [
        "invite": "invite-single", "open": "user-page", "group": "group-users",
        "hand-over": "hand-over-users",
      ]),
    Entry(
      InviteSingle(), "1.2", step: .createUsers, behind: "user-table",
      ["multiple": "invite-multiple", "import": "import-users"]),
    Entry(
      InviteMultiple(), "1.3", step: .createUsers, behind: "user-table",
      ["single": "invite-single", "import": "import-users", "review": "review-users"]),
    Entry(
      ImportUsers(), "1.4", step: .createUsers, behind: "user-table",
      [
        "single": "invite-single", "multiple": "invite-multiple", "review": "review-users",
        "evidence": "review-evidence", "products": "review-products", "assign": "assign-review",
      ]),
    Entry(
      ReviewUsers(), "1.5", step: .createUsers, behind: "user-table", isGoal: false,
      [
        "done": "user-table", "row": "review-row", "read": "read-list", "assign": "assign-list",
      ]),
    Entry(ReviewRow(), "1.12", step: .createUsers, behind: "review-users", isKept: false),
    Entry(
      ReadList(), "1.13", step: .createUsers, behind: "review-users", isKept: false,
      ["column": "map-column"]),
    Entry(MapColumn(), "1.14", step: .createUsers, behind: "review-users", isKept: false),
    Entry(
      UserPage(), "1.6", step: .createUsers, behind: "user-table", isGoal: false,
      ["products": "user-products"]),
    Entry(GroupUsers(), "1.7", step: .createUsers, behind: "user-table", isKept: false),
    Entry(
      HandOverUsers(), "1.8", step: .createUsers, behind: "create-users",
      ["open": "hand-over", "users": "user-table"]),
    Entry(HandOverPage(), "1.9", step: .createUsers, behind: "hand-over-users", isGoal: false),
    Entry(
      ProveUsers(), "1.10", step: .createUsers, behind: "create-users", usesRows: true,
      ["hand-over": "hand-over-users", "open": "user-page", "add": "add-file"]),
    Entry(
      ReviewEvidence(), "1.11", step: .createUsers, behind: "prove-users", isKept: false,
      ["done": "prove-users", "products": "by-product", "seats": "seat-differences"]),
  ]
}
