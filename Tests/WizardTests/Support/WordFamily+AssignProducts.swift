import Migration

@testable import Wizard

extension WordFamily {
  /// What the command line tells of files of step 2.
  static let seatFigures = [
    "products", "seats", "seats-planned", "seats-unchanged", "seats-proven", "seats-gone",
    "seats-extra", "seats-strangers",
    "seats-unmatched",
  ]

  /// Words of the screens of step 2.
  static let seats = [
    WordFamily("review-products", "counts.", ["ended", "other-team"]),
    WordFamily("seats", "values.source-", SeatSource.allCases.map(\.name)),
    WordFamily("seats", "labels.tab-", Tabs.assign.names),
    WordFamily("product-page", "values.proof-", SeatProof.allCases.map(\.name)),
    WordFamily("seat-queue", "actions.", QueueMove.allCases.map(\.rawValue)),
    WordFamily(
      "seat-differences", "labels.kind-", ["proves", "gone", "extra", "unmatched", "strangers"]),
    WordFamily(
      "seat-differences", "labels.hint-", ["proves", "gone", "extra", "unmatched", "strangers"]),
  ]
}
