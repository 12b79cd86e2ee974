extension Notice {
  /// What is said when a migration is opened that may only be read, or lies where locks are not sure;
  /// nil when there is nothing to say.
  package static func of(_ info: SessionInfo) -> Notice? {
    switch info.readOnly {
    case .held(process: 0, _, _): Notice(.problem, "session-held-unknown")
    case .held(let process, let host, let since):
      Notice(
        .problem, "session-held", ["process": String(process), "host": host, "since": since])
    case .notWritable: Notice(.problem, "session-not-writable")
    case .newer: Notice(.problem, "session-newer")
    case nil where !info.keptCopies.isEmpty:
      Notice(.done, "journal-kept", ["path": info.keptCopies.joined(separator: ", ")])
    case nil:
      info.unfinished.map { Notice.of($0) }
        ?? (info.isOnWindowsDrive ? Notice(.problem, "windows-drive") : nil)
    }
  }

  /// What is said of files of which the writing was broken off.
  package static func of(_ unfinished: UnfinishedFiles) -> Notice {
    Notice(
      unfinished.end == .finished ? .done : .problem, "unfinished-\(unfinished.end.name)",
      ["path": unfinished.folder])
  }
}

/// Files of which the writing was broken off, and what became of them.
package struct UnfinishedFiles: Equatable, Sendable {
  /// What became of them, the gravest last.
  package enum End: Int, CaseIterable, Comparable, Sendable {
    /// They were whole and are kept now.
    case finished
    /// They are removed.
    case removed
    /// Somebody changed some of them, which stay; the others are removed.
    case changed
    /// They cannot be removed now.
    case stuck

    /// Its name in keys of words.
    package var name: String { "\(self)" }

    /// Whether it is less grave.
    package static func < (left: End, right: End) -> Bool { left.rawValue < right.rawValue }
  }

  /// What became of them.
  package var end: End
  /// Their folder, as the admin knows it.
  package var folder: String

  /// Tells what became of files.
  package init(end: End, folder: String) {
    self.end = end
    self.folder = folder
  }
}
