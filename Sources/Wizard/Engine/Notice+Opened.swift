extension Notice {
  /// What is said when a migration is opened that may only be read, or lies where locks are not sure;
  /// nil when there is nothing to say.
  package static func of(_ info: SessionInfo) -> Notice? {
    switch info.readOnly {
    case .held(let process, let host, let since):
      Notice(
        .problem, "session-held", ["process": String(process), "host": host, "since": since])
    case .notWritable: Notice(.problem, "session-not-writable")
    case .newer: Notice(.problem, "session-newer")
    case nil: info.isOnWindowsDrive ? Notice(.problem, "windows-drive") : nil
    }
  }
}
