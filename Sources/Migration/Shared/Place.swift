/// Where somebody was: kept while they work, so that a killed program comes back just there.
///
/// Flat names and texts, so that the session file need not know the wizard: what a name means is the
/// wizard's own matter, and an unknown one is passed over.
package struct Place: Hashable, Sendable {
  /// Names with their texts, in order.
  package var entries: [(name: String, text: String)] {
    get { zip(names, texts).map { ($0, $1) } }
    set {
      names = newValue.map(\.name)
      texts = newValue.map(\.text)
    }
  }

  private var names: [String] = []
  private var texts: [String] = []

  /// Makes a place.
  package init(entries: [(name: String, text: String)] = []) {
    names = entries.map(\.name)
    texts = entries.map(\.text)
  }
}
