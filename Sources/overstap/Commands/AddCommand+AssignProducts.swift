import Documents
import Migration
import SessionFile

extension AddCommand {
  /// Takes in the products of an export of subscriptions.
  func add(
    _ proposals: [ProductProposal], _ name: String, to file: SessionFile
  ) throws -> ExitStatus {
    let outcome = try file.apply(
      .takeOverProducts(proposals.map(\.details)), at: WallClock.moment())
    tell(
      name, .subscriptionsExport,
      [
        ("products", outcome.count), ("updated", outcome.updated),
        ("unchanged", outcome.unchanged),
        ("seats", proposals.reduce(0) { $0 + ($1.details.seats ?? 0) }),
      ])
    return .done
  }

  /// Proves seats by an export and takes them back; differences are told and left for the wizard. None
  /// where there are no products yet.
  func proveSeats(
    _ export: UsersExport, _ evidence: Evidence, team: Int, in file: SessionFile
  ) throws -> [(String, Int)] {
    guard try !file.summary().products.isEmpty else { return [] }
    let seats = SeatEvidenceReading.evidence(
      export, team: team, isWhole: evidence.tellsOfAbsence, day: evidence.day)
    let comparison = try file.compare(seats)
    _ = try file.apply(.proveSeats(seats, take: [], leave: []), at: WallClock.moment())
    return [
      ("proven", comparison.proves.count), ("gone", comparison.gone.count),
      ("extra", comparison.extra.count), ("strangers", comparison.strangers.count),
      ("unmatched", comparison.unmatched.count),
    ]
  }
}
