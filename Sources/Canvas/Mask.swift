/// Hides personal text and leaves things distinguishable: first letters, and a number for the row.
package enum Mask {
  /// A name as `J•••`, an address as `j•••@e•••.nl`; with a tag ` (#14)` behind it.
  ///
  /// How long the text was does not show. An empty text stays empty.
  package static func text(_ text: String, tag: Int?) -> String {
    let shown = text.drop { $0.isWhitespace }
    guard !shown.isEmpty else { return "" }
    let parts = shown.lastIndex(of: "@").map { (shown[..<$0], shown[shown.index(after: $0)...]) }
    let masked = parts.map { address($0.0, domain: $0.1) } ?? initial(shown)
    return tag.map { "\(masked) (#\($0))" } ?? masked
  }

  /// A text in a field that is being typed in: its first character, then `•` for every column, so
  /// that the cursor stands where it stands in the clear text.
  package static func typed(_ text: String) -> String {
    guard let first = text.first else { return "" }
    return String(first) + String(repeating: "•", count: Width.of(text.dropFirst()))
  }

  private static func address(_ local: Substring, domain: Substring) -> String {
    // The last label is kept, since it is the country or the kind of organisation, not the person.
    let label = domain.lastIndex(of: ".").map { domain[$0...] }
    let kept = label.flatMap { isTopLevel($0.dropFirst()) ? $0 : nil } ?? ""
    return initial(local) + "@" + initial(domain) + kept
  }

  private static func initial(_ text: Substring) -> String {
    (text.first.map(String.init) ?? "") + "•••"
  }

  private static func isTopLevel(_ label: Substring) -> Bool {
    !label.isEmpty && label.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }
}
