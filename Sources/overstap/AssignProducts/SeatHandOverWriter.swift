import Documents
import Migration
import SessionFile
import Wizard

/// Hand-overs of seats: one set of files for each product, and the record of them.
enum SeatHandOverWriter {
  static func carryOut(
    _ order: SeatHandOverOrder, on file: SessionFile, at moment: Moment
  ) throws -> Answer {
    if let told = OutgoingWriter.answer(on: file, at: moment) { return told }
    let seats = try file.handableSeats(group: order.group)
    guard !seats.isEmpty else { return .notRead("hand-over-empty", [:]) }
    let number = (try file.summary().handOvers.map(\.number).max() ?? 0) + 1
    var outgoing = Outgoing(
      .seats, folder: AdminPath.system(order.folder) + "/overstap-hand-over-\(number)",
      makesFolder: true, day: moment.day)
    outgoing.handOver = number
    outgoing.group = order.group ?? ""
    outgoing.isEarly = order.isEarly
    outgoing.seats = keys(seats)
    do {
      let outputs = try files(seats).map { OutgoingWriter.Output($0) }
      let written = try OutgoingWriter.carryOut(
        outgoing, outputs, on: file, at: moment
      ) { .assignProducts(.handOverSeats(handOver($0, outputs), $0.seats, isEarly: $0.isEarly)) }
      return .handedOver(handOver(written, outputs), try file.summary())
    } catch let failure as FileFailure {
      return .notWritten(path: AdminPath.shown(failure.path), reason: failure.words)
    }
  }

  /// A hand-over that was broken off, made again from the session; nil where its seats are not as they
  /// were.
  static func prepared(
    _ outgoing: Outgoing, on file: SessionFile
  ) throws -> (Change, [OutgoingWriter.Output])? {
    let seats = try file.handableSeats(group: outgoing.group.isEmpty ? nil : outgoing.group)
    guard keys(seats) == outgoing.seats else { return nil }
    let outputs = try files(seats).map { OutgoingWriter.Output($0) }
    return (
      .assignProducts(
        .handOverSeats(handOver(outgoing, outputs), outgoing.seats, isEarly: outgoing.isEarly)),
      outputs
    )
  }

  private static func keys(_ seats: [(product: Product, users: [User])]) -> [SeatKey] {
    seats.flatMap { product, users in
      users.map { SeatKey(user: $0.id, product: product.id) }
    }
  }

  private static func handOver(
    _ outgoing: Outgoing, _ outputs: [OutgoingWriter.Output]
  ) -> HandOver {
    HandOver(
      number: outgoing.handOver ?? 0, step: .assignProducts, writtenOn: outgoing.day,
      group: outgoing.group, rowCount: outgoing.seats.count,
      files: outgoing.files.map { AdminPath.shown("\(outgoing.folder)/\($0.name)") },
      digest: Digest.of(outputs.map(\.bytes)))
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
