/// How far one of the steps is for one person, as one mark tells it.
package enum StepMark: UInt8, CaseIterable, Sendable {
  /// Nothing was done yet.
  case planned = 0
  /// The admin says that it is done.
  case stated
  /// A document or check says so.
  case proven
  /// It failed or was taken back.
  case failed
  /// Waits for a seat.
  case waiting
  /// Not known.
  case unknown
  /// Does not apply: the login is set aside.
  case notApplicable

  /// Its name in files.
  package var name: String {
    switch self {
    case .planned: "planned"
    case .stated: "stated"
    case .proven: "proven"
    case .failed: "failed"
    case .waiting: "waiting"
    case .unknown: "unknown"
    case .notApplicable: "not-applicable"
    }
  }

  /// The mark of a standing.
  package init(_ standing: Standing) {
    self =
      switch standing {
      case .planned: .planned
      case .stated: .stated
      case .proven: .proven
      case .failed: .failed
      case .setAside: .notApplicable
      }
  }
}
