import Migration

@testable import Wizard

extension WordFamily {
  /// The names of the changes of step 2.
  static let seatChangeNames = [
    Change.addProduct(ProductDetails(name: "")),
    .editProduct(ProductID(1), ProductDetails(name: "")), .removeProducts([]),
    .takeOverProducts([]), .assign([], [], .chosen), .assign([], [], .buyer), .unassign([], []),
    .addAndAssign(UserDetails(), ProductID(1)),
    .importAssignments(PeopleBatch(), .typed, .keep, ProductID(1)),
    .moveInQueue([], ProductID(1), .first), .planAgain([], []),
    .handOverSeats(handOver, [], isEarly: false), .handOverSeats(handOver, [], isEarly: true),
    .glance(ProductID(1), isRight: true), .glance(ProductID(1), isRight: false),
    .proveUsers(
      Evidence(
        kind: .usersExport, file: "", day: Day(number: 0), team: "", isWhole: true, digest: "",
        rowCount: 0, personCount: 0), PortalPeople(), seats: SeatTaking(SeatEvidence())),
    .mapOffering("", nil),
  ].map(\.name)

  private static let handOver = HandOver(
    number: 1, step: .assignProducts, writtenOn: Day(number: 0), rowCount: 0)

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
