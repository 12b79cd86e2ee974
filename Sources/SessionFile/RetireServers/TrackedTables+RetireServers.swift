extension TrackedTable {
  static let ofRetireServers = [server, use, login, document, holding]

  static let server = TrackedTable(
    8, "licence_server",
    [
      "hosts", "lmgrd_port", "vendor_port", "daemon", "licence_file", "log_file", "service_name",
      "system", "set_up", "runs_as_service", "is_local_only", "other_daemons", "standing", "since",
      "kept_reason", "proof", "log_first", "log_end", "log_outs", "last_out", "shut_down",
      "answer_state", "answer_at", "unclear", "file_away_on", "told_at", "stated_on",
    ])

  static let use = TrackedTable(
    9, "network_use",
    [
      "shelved", "batch", "server", "use_key", "login", "computer", "feature", "offering",
      "product", "last_used", "days_last", "days_recent", "days_older", "open", "borrowed_until",
      "queued", "is_now", "last_line",
    ])

  /// What was decided about a login.
  static let login = TrackedTable(
    10, "network_login", ["login_key", "login", "user", "set_aside"])

  /// What documents say of a server.
  static let document = TrackedTable(
    13, "licence_document",
    [
      "server", "hosts", "lmgrd_port", "vendor_port", "daemon", "licence_file", "log_file",
      "service_name", "system", "set_up", "runs_as_service", "is_local_only", "other_daemons",
      "log_first", "log_end", "log_outs", "last_out", "shut_down", "restarted_at", "answer_state",
      "answer_at", "unclear",
    ])

  /// What a document says of a use.
  static let holding = TrackedTable(
    14, "document_holding",
    [
      "document", "use_key", "open", "change", "last_line", "last_out", "borrowed_until", "queued",
    ])
}

extension Tally {
  /// The number of the last licence server that was ever made.
  static let lastServer = Tally(name: "last-server")
}

extension ForgottenRows {
  /// A server is known by its number from then on.
  static let ofRetireServers = [
    "DELETE FROM document_holding", "DELETE FROM licence_document", "DELETE FROM network_use",
    "DELETE FROM network_login",
    """
    UPDATE licence_server SET hosts = 'S' || id, licence_file = '', log_file = '', service_name = '',
      kept_reason = '', proof = ''
    """,
  ]
}
