extension TrackedTable {
  static let ofInformUsers = [statement, notice, messageText, signIn]

  /// What the admin says of all of a step, by the number of the step.
  static let statement = TrackedTable(12, "step_statement", ["day"])

  /// Messages by person and kind.
  static let notice = TrackedTable(
    18, "notice", ["user", "kind", "standing", "since", "hand_over", "address", "reason"])

  /// Texts that the admin changed.
  static let messageText = TrackedTable(
    19, "message_text", ["kind", "language", "subject", "body"])

  /// The last use of each person, by the number of the user.
  static let signIn = TrackedTable(20, "sign_in", ["day", "evidence"])
}

extension ForgottenRows {
  /// A text may name people too, and a sender is one.
  static let ofInformUsers = [
    "DELETE FROM notice", "DELETE FROM message_text", "DELETE FROM sign_in",
    "UPDATE hand_over_message SET sender = '', reply_to = ''",
  ]
}
