import Documents
import Migration

extension UsersExport {
  /// What it says about the seats of one team; what it does not say of a seat is left out.
  func seatEvidence(team: Int) -> SeatEvidence {
    var addresses: [Int: String] = [:]
    let lines = assignments.compactMap { assignment -> SeatEvidence.Line? in
      guard assignment.seat != .unknown, assignment.team == team else { return nil }
      let address =
        addresses[assignment.person] ?? people.text(people.rows[assignment.person].address)
      addresses[assignment.person] = address
      return SeatEvidence.Line(
        address: address, offering: assignment.offering, isAssigned: assignment.seat == .assigned,
        takenBackOn: assignment.unassignedOn)
    }
    return SeatEvidence(offerings: offerings, lines: lines)
  }
}
