extension Tabs {
  /// The three tabs of *Invite users*, in the portal's own order.
  static let invite = Tabs(names: ["single", "multiple", "import"], words: "invite-single")
}
