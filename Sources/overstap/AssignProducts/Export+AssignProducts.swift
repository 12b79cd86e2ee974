import Documents
import Migration
import SessionFile

extension Export {
  /// The portal's import files with the seats that are in no hand-over yet.
  static func ofAssignProducts(_ file: SessionFile, _ group: String?) throws -> Export {
    let seats = try file.handableSeats(group: group)
    let gate = try file.summary().gate(of: .assignProducts, today: WallClock.moment().day)
    // Nothing is kept, so that nothing is asked.
    if !seats.isEmpty, gate.reason == .beforeStart, let from = gate.from {
      Output.problem("before-start", ["day": from.iso])
    }
    return Export(
      outputs: try SeatHandOverWriter.files(seats).map { OutgoingWriter.Output($0) },
      isOfIt: { SeatHandOverWriter.isName($0) })
  }
}
