import Documents
import Migration
import SessionFile
import Wizard

/// Hand-overs of seats: one set of files for each product, and the record of them.
enum SeatHandOverWriter {
  static func carryOut(
    _ order: SeatHandOverOrder, on file: SessionFile, at moment: Moment
  ) throws -> Answer {
    try HandOverWriter.carryOut(
      .seats, of: .assignProducts, into: order.folder, group: order.group, on: file, at: moment
    ) { outgoing in
      let seats = try file.handableSeats(group: order.group)
      outgoing.isEarly = order.isEarly
      outgoing.seats = keys(seats)
      return seats.isEmpty ? nil : try files(seats, isEarly: order.isEarly)
    }
  }

  /// A hand-over that was broken off, made again from the session; nil where its seats are not as they
  /// were.
  static func prepared(
    _ outgoing: Outgoing, on file: SessionFile
  ) throws -> (Change, [OutgoingWriter.Output])? {
    let seats = try file.handableSeats(group: outgoing.group.isEmpty ? nil : outgoing.group)
    guard keys(seats) == outgoing.seats else { return nil }
    return HandOverWriter.prepared(
      outgoing, of: .assignProducts, try files(seats, isEarly: outgoing.isEarly))
  }

  private static func files(
    _ seats: [(product: Product, users: [User])], isEarly: Bool
  ) throws -> HandOverFiles {
    let keys = keys(seats)
    return HandOverFiles(
      try files(seats).map { OutgoingWriter.Output($0) }, rows: keys.count
    ) { .assignProducts(.handOverSeats($0, keys, isEarly: isEarly)) }
  }

  private static func keys(_ seats: [(product: Product, users: [User])]) -> [SeatKey] {
    seats.flatMap { product, users in
      users.map { SeatKey(user: $0.id, product: product.id) }
    }
  }

  /// Whether a file is called as one of `files`.
  static func isName(_ name: String) -> Bool {
    name.hasPrefix("02-assign-") && name.hasSuffix(".csv")
  }

  /// The portal's import files, by product; products whose names come to the same have a number.
  static func files(
    _ seats: [(product: Product, users: [User])]
  ) throws(InviteFile.Refusal) -> [InviteFile.Output] {
    var outputs: [InviteFile.Output] = []
    var names: Set<String> = []
    for (product, users) in seats {
      let base = Offering.fileName(of: product.details.name)
      var name = base
      var number = 2
      while !names.insert(name).inserted {
        name = "\(base)-no\(number)"
        number += 1
      }
      outputs += try InviteFile.files(users.map(\.details), base: "02-assign-\(name)")
    }
    return outputs
  }
}
