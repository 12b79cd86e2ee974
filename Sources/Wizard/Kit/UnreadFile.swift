/// A file that could not be read, and why.
package struct UnreadFile: Hashable, Sendable {
  /// The path as the admin knows it.
  package var path: String
  /// The key of a sentence in `messages`.
  package var key: String
  /// What the system said; empty where the sentence needs nothing of it.
  package var reason: String

  /// Names a file.
  package init(_ path: String, _ key: String, reason: String = "") {
    self.path = path
    self.key = key
    self.reason = reason
  }

  /// The arguments of its sentence.
  package var arguments: [String: String] { ["path": path, "reason": reason] }
}
