import Migration

/// What came of a folder of results so far.
package struct ResultsRead: Sendable {
  /// The folder, as it was asked for.
  package var folder: String
  /// Files that were looked at since it is watched.
  package var files: Int
  /// Those of which nothing could be made.
  package var unread: [UnreadFile]
  /// What is dated in the future, which is no evidence.
  package var ahead: Int
  /// What the files told that were read just now.
  package var told: Int

  /// Makes it.
  package init(folder: String, files: Int, unread: [UnreadFile], ahead: Int, told: Int) {
    self.folder = folder
    self.files = files
    self.unread = unread
    self.ahead = ahead
    self.told = told
  }
}
