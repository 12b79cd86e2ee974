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
    let uses = assignments.compactMap { assignment -> SeatEvidence.Use? in
      guard assignment.team == team, offerings.indices.contains(assignment.offering) else {
        return nil
      }
      return assignment.lastUsedOn.map { day in
        SeatEvidence.Use(
          address: people.text(people.rows[assignment.person].address),
          offering: offerings[assignment.offering], day: day)
      }
    }
    return SeatEvidence(offerings: offerings, lines: lines, uses: uses)
  }
}
