extension TrackedTable {
  static let ofInformUsers = [statement]

  /// What the admin says of all of a step, by the number of the step.
  static let statement = TrackedTable(12, "step_statement", ["day"])
}

extension ForgottenRows {
  static let ofInformUsers: [String] = []
}
