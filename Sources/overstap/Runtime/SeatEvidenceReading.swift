import Documents
import Glibc
import Migration

/// Seats from a Users export or a usage report of the portal.
enum SeatEvidenceReading {
  /// What was found: the evidence, and the teams that the file names.
  struct Found {
    var evidence: SeatEvidence
    var teams: [String]
  }

  static func read(
    _ path: String, isWhole: Bool, today: Day
  ) -> Result<Found, FileIntake.Failure> {
    func failure(_ key: String, _ reason: String = "") -> Result<Found, FileIntake.Failure> {
      .failure(
        FileIntake.Failure(
          key: key, arguments: ["path": AdminPath.shown(path), "reason": reason]))
    }
    do {
      let bytes = try FileAccess.read(path)
      guard !bytes.isEmpty else { return failure("file-empty") }
      guard let export = try? UsersExport.read(bytes) else { return failure("file-no-seats") }
      guard !export.isMasked else { return failure("file-names-hidden") }
      let evidence = evidence(export, isWhole: isWhole, day: day(of: path) ?? today)
      return .success(Found(evidence: evidence, teams: export.teams))
    } catch {
      return failure(error.unreadKey, error.words)
    }
  }

  /// An export as evidence, of one team or of all; what it does not say of a seat is left out.
  static func evidence(
    _ export: UsersExport, team: Int? = nil, isWhole: Bool, day: Day
  ) -> SeatEvidence {
    let lines = export.assignments.compactMap { assignment -> SeatEvidence.Line? in
      guard assignment.seat != .unknown, team ?? assignment.team == assignment.team else {
        return nil
      }
      return SeatEvidence.Line(
        address: export.people.text(export.people.rows[assignment.person].address),
        offering: assignment.offering, isAssigned: assignment.seat == .assigned,
        takenBackOn: assignment.unassignedOn)
    }
    return SeatEvidence(
      proof: export.kind == .usage ? .usageReport : .usersExport, day: day, isWhole: isWhole,
      offerings: export.offerings, lines: lines)
  }

  /// The day on which the file was written, in local time: exports carry no date of their own.
  private static func day(of path: String) -> Day? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    var seconds = status.st_mtim.tv_sec
    var parts = tm()
    localtime_r(&seconds, &parts)
    return Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
