import Documents
import Migration
import SessionFile

/// Exports of the portal on the command line: who is in the team.
extension AddCommand {
  func prove(
    _ export: UsersExport, _ document: Intake.Source, _ name: String,
    in file: SessionFile
  ) throws -> ExitStatus {
    let own = try file.summary().setup?.team ?? ""
    guard let place = place(in: export, own: own) else {
      Output.problem(
        export.isMasked && export.people.rows.isEmpty ? "masked" : "other-team",
        [
          "path": PrintedText.clean(name), "team": PrintedText.clean(team ?? own),
          "teams": PrintedText.clean(export.teams.joined(separator: ", ")),
        ])
      return .badData
    }
    let portal = export.portalPeople(team: place)
    let told = day.flatMap { Day(text: $0) } ?? document.day
    guard told <= WallClock.moment().day else {
      Output.screenProblem("look-at-day", [:])
      return .badData
    }
    let canTellOfAbsence = Evidence.canTellOfAbsence(
      export.evidenceKind, team: export.teams[place], hiddenRows: export.figures.masked)
    if whole, !canTellOfAbsence {
      Output.problem("absence-not-told", ["path": PrintedText.clean(name)])
    }
    let evidence = Evidence(
      kind: export.evidenceKind, file: document.name,
      day: told, team: export.teams[place], isWhole: whole && canTellOfAbsence,
      digest: document.digest, rowCount: export.figures.rows,
      personCount: portal.count)
    let (taking, seats) = try seats(export, evidence, team: place, in: file)
    let outcome = try file.apply(
      .createUsers(.proveUsers(evidence, portal, seats: taking)), at: WallClock.moment())
    let summary = try file.summary()
    tell(
      name, DocumentKind(export.kind),
      [
        ("people", portal.count), ("proven", outcome.count), ("taken-back", outcome.updated),
        ("pending", portal.invitations.count { $0 == .pending }),
        ("accepted", portal.invitations.count { $0 == .accepted }),
        ("strangers", try file.strangers(places: 0..<0).total),
        ("absent", summary.userFunnel.total - summary.userFunnel.proven),
        ("masked", export.figures.masked),
      ], seats: seats)
    let open = takeOver ? 0 : seats.dropFirst().reduce(0) { $0 + $1.1 }
    let isAsked = whole && !canTellOfAbsence
    return isAsked || outcome.updated + export.figures.masked + open > 0 ? .findings : .done
  }

  /// The place of the team that is this migration's; nil when none is, or nobody is named.
  private func place(in export: UsersExport, own: String) -> Int? {
    guard !export.people.rows.isEmpty else { return nil }
    if export.teams == [""] { return 0 }
    if let team { return export.teams.firstIndex { TeamName.isSame($0, team) } }
    if let place = export.teams.firstIndex(where: { TeamName.isSame($0, own) }) { return place }
    // A migration that does not say its team takes the only one that there is.
    return own.isEmpty && export.teams.count == 1 ? 0 : nil
  }
}
