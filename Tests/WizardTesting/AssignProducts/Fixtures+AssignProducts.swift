import Migration
import SessionFile

extension Fixtures {
  /// Fills a session that has the small organisation with five products: a collection that is short of
  /// seats, AutoCAD with a hand-over that is stated and one that is written, Maya with the buyer's
  /// seat proven at a glance, Navisworks of which the seats are not known, and one that nobody has.
  package static func fillProducts(_ file: SessionFile) throws(ChangeRefusal) {
    let ids = try userIDs(file)
    let day = startDate + 2
    let collection = try add(ProductDetails(named: "AEC Collection", seats: 3), day, file)
    var traded = ProductDetails(named: "AutoCAD", seats: 6, source: .tradeIn)
    traded.networkSeats = 3
    let autocad = try add(traded, day, file)
    let maya = try add(ProductDetails(named: "Maya", seats: 4, source: .subscriptions), day, file)
    let navisworks = try add(ProductDetails(named: "Navisworks Manage"), day, file)
    _ = try add(
      ProductDetails(named: "Product Design & Manufacturing Collection", seats: 2), day, file)

    _ = try file.apply(
      .assignProducts(.assign(Array(ids[0..<4]), [autocad], .chosen)),
      at: Moment(day: day, minute: 660))
    try handOverSeats(4, ids[0..<2].map { SeatKey(user: $0, product: autocad) }, on: day + 1, file)
    _ = try file.apply(.stateHandOver(4, day + 2), at: Moment(day: day + 2, minute: 600))
    try handOverSeats(5, [SeatKey(user: ids[2], product: autocad)], on: now.day - 1, file)
    _ = try file.apply(
      .assignProducts(.assign(Array(ids[3..<8]), [collection], .imported)),
      at: Moment(day: day, minute: 670))
    _ = try file.apply(
      .assignProducts(.assign([ids[7]], [maya], .buyer)), at: Moment(day: day, minute: 680))
    _ = try file.apply(
      .assignProducts(.glance(maya, isRight: true)), at: Moment(day: day + 5, minute: 600))
    _ = try file.apply(.assignProducts(.assign([ids[8]], [navisworks], .chosen)), at: now)
  }

  /// The users of a session, in the order in which they were added.
  package static func userIDs(_ file: SessionFile) throws(ChangeRefusal) -> [UserID] {
    do {
      return try file.userIDs(UserQuery()).sorted()
    } catch {
      throw .notWritable(SystemReason.unsaid)
    }
  }

  private static func add(
    _ details: ProductDetails, _ day: Day, _ file: SessionFile
  ) throws(ChangeRefusal) -> ProductID {
    let outcome = try file.apply(
      .assignProducts(.addProduct(details)), at: Moment(day: day, minute: 650))
    return outcome.product ?? ProductID(0)
  }

  private static func handOverSeats(
    _ number: Int, _ seats: [SeatKey], on day: Day, _ file: SessionFile
  ) throws(ChangeRefusal) {
    let written = HandOver(
      number: number, step: .assignProducts, writtenOn: day, rowCount: seats.count,
      files: ["/home/jan/Downloads/overstap-hand-over-\(number)/02-assign-autocad-1.csv"])
    _ = try file.apply(
      .assignProducts(.handOverSeats(written, seats, isEarly: false)),
      at: Moment(day: day, minute: 610))
  }
}
