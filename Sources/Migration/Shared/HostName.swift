/// Computers' names.
package enum HostName {
  /// Whether two names are one computer's: case is left aside, and a name without a domain is that
  /// of the same computer with one.
  package static func isSame(_ left: String, _ right: String) -> Bool {
    let (left, right) = (left.lowercased(), right.lowercased())
    if left == right { return true }
    let hasDomains = left.contains(".") && right.contains(".")
    guard !hasDomains, !left.isEmpty, !right.isEmpty else { return false }
    return left.prefix { $0 != "." } == right.prefix { $0 != "." }
  }

  /// Whether a text can be a computer's name or address: letters, digits, `.`, `-`, `_` and `:`, so
  /// that it can stand in a script without meaning anything there. RFC 952, 1123 and 4291.
  package static func isPlain(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 253 && !text.hasPrefix("-")
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || ".-_:".utf8.contains(byte)
      }
  }
}
