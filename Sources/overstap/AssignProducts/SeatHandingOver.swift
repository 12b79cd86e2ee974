import Documents
import Migration
import SessionFile
import Wizard

/// Writes the files of a hand-over of seats and keeps it: one set of files for each product, first the
/// files, then the record of them.
enum SeatHandingOver {
  static func carryOut(
    _ order: SeatOrder, on file: SessionFile, at moment: Moment
  ) throws -> Answer {
    let seats = try file.handableSeats(group: order.group)
    guard !seats.isEmpty else { return .notRead("hand-over-empty", [:]) }
    let number = (try file.summary().handOvers.map(\.number).max() ?? 0) + 1
    let wanted = AdminPath.system(order.folder) + "/overstap-hand-over-\(number)"
    do {
      let outputs = try files(seats)
      let folder = try FileAccess.makeNewFolder(wanted)
      try HandingOver.write(outputs, into: folder)
      let keys = seats.flatMap { product, users in
        users.map { SeatKey(user: $0.id, product: product.id) }
      }
      let handOver = HandOver(
        number: number, step: .assignProducts, writtenOn: moment.day, group: order.group ?? "",
        rowCount: keys.count, files: outputs.map { AdminPath.shown("\(folder)/\($0.name)") },
        digest: RowDigest.of(outputs.map(\.bytes)))
      _ = try file.apply(.handOverSeats(handOver, keys, isEarly: order.isEarly), at: moment)
      return .handedOver(handOver, try file.summary())
    } catch let failure as FileFailure {
      return .notWritten(path: AdminPath.shown(failure.path), reason: failure.words)
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
