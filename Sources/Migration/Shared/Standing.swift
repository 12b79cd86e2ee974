/// How far one user, assignment, installation, notice or server is.
package enum Standing: Int, CaseIterable, Sendable {
  /// In the plan, nothing handed over.
  case planned = 0
  /// The admin says that it is done.
  case stated = 1
  /// A document or a live check says that it is done.
  case proven = 2
  /// It was refused, or a proof was taken back.
  case failed = 3
  /// Not part of the work any more, for a reason that is kept.
  case setAside = 4

  /// The standing's name in files and in the words of the screens.
  package var name: String {
    switch self {
    case .planned: "planned"
    case .stated: "stated"
    case .proven: "proven"
    case .failed: "failed"
    case .setAside: "set-aside"
    }
  }
}

/// Counts of one step: `total >= stated >= proven`; a funnel, never a sum.
package struct Funnel: Hashable, Sendable {
  /// All that is in the plan, set aside left out.
  package var total: Int
  /// What is stated or proven.
  package var stated: Int
  /// What is proven.
  package var proven: Int
  /// What failed or was taken back.
  package var failed: Int

  /// Makes a funnel; every count is held within the one above it.
  package init(total: Int = 0, stated: Int = 0, proven: Int = 0, failed: Int = 0) {
    self.total = max(0, total)
    self.stated = min(max(0, stated), self.total)
    self.proven = min(max(0, proven), self.stated)
    self.failed = min(max(0, failed), self.total)
  }
}
