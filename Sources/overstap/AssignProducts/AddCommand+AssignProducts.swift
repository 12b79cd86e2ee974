import ArgumentParser
import Documents
import Migration
import SessionFile

/// The product that is asked for is none of the session's.
struct NoSuchProduct: Error {}

extension AddCommand {
  /// The product of which the people of a list get a seat: the one that is asked for, or the one after
  /// which the file is called; nil for none.
  func assigned(_ name: String, in file: SessionFile) throws -> Product? {
    let products = try file.summary().products
    guard let product else {
      let path = AdminPath.system(name).split(separator: "/").last.map { String($0) } ?? ""
      return AssignmentFileName.product(of: path, among: products)
    }
    let key = ProductDetails(named: product).key
    guard let found = products.first(where: { $0.details.key == key }) else {
      throw NoSuchProduct()
    }
    return found
  }

  /// Takes in the products of an export of subscriptions.
  func add(
    _ export: SubscriptionsExport, _ name: String, to file: SessionFile
  ) throws -> ExitStatus {
    let moment = WallClock.moment()
    let proposed = export.proposed(try file.summary().setup, today: moment.day)
    let proposals = proposed.proposals
    let outcome = try file.apply(
      .assignProducts(.takeOverProducts(proposals.map(\.details))), at: moment)
    tell(
      name, .subscriptionsExport,
      [
        ("products", outcome.count), ("updated", outcome.updated),
        ("unchanged", outcome.unchanged),
        ("seats", proposals.reduce(0) { $0 + ($1.details.seats ?? 0) }),
        ("ended", proposed.endedSeats), ("other-team", proposed.otherTeamSeats),
      ])
    return proposed.endedSeats + proposed.otherTeamSeats > 0 ? .findings : .done
  }

  /// The seats of an export as they are taken up, and what is told of them: differences stay as they
  /// are, or with `--take-over` the plan follows the portal, and names that no product has become
  /// products. Where they do not, they are named. Nothing is counted where there are no products.
  func seats(
    _ export: UsersExport, _ evidence: Evidence, team: Int, in file: SessionFile
  ) throws -> (SeatDecisions, [(String, Int)]) {
    let seats = export.seatEvidence(team: team)
    var comparison = try file.compare(seats, by: evidence)
    let names = comparison.unmatched.map { seats.offerings[$0.offering] }
    if takeOver, !names.isEmpty {
      for name in names {
        _ = try file.apply(
          .assignProducts(.addProduct(ProductDetails(named: name))), at: WallClock.moment())
      }
      comparison = try file.compare(seats, by: evidence)
    } else if !names.isEmpty {
      Output.problem(
        "offerings-unknown",
        [
          "path": PrintedText.clean(evidence.file),
          "names": PrintedText.clean(names.joined(separator: ", ")),
        ])
    }
    var taking = SeatDecisions(seats)
    if takeOver {
      taking.take = comparison.extra.map(\.key)
      taking.strangers = comparison.strangers.map(\.address)
    }
    guard try !file.summary().products.isEmpty else { return (taking, []) }
    return (
      taking,
      [
        ("proven", comparison.proves.count), ("gone", comparison.gone.count),
        ("extra", comparison.extra.count), ("strangers", comparison.strangers.count),
        ("unmatched", comparison.unmatched.count),
      ]
    )
  }
}
