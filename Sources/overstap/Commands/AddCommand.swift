import ArgumentParser
import Documents
import Migration
import SessionFile
import Wizard

extension Change.Existing: ExpressibleByArgument {}

/// `overstap add`: files into a session, by the same rules as on the screens.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Adds files to a session, which is made where there is none.",
    discussion: """
      Lists of people become users. A Users export or a usage report of the portal proves users. Files
      are known by their content, never by their name.
      """)

  @Flag(help: "One line of JSON for each file.")
  var json = false

  @Option(help: "What becomes of people who are there already: keep or update.")
  var existing = Change.Existing.keep

  @Flag(help: "The Users export is of the whole team, unfiltered: who is not in it is gone.")
  var whole = false

  @Option(help: "The day of the export (2027-01-08); without it the day of the file.")
  var day: String?

  @Option(help: "The team in the export that is this migration's, when the names differ.")
  var team: String?

  @Argument(help: "The session's file.")
  var session: String

  @Argument(help: "Files of people, or exports of the portal.")
  var files: [String]

  func validate() throws {
    if let day, Day(text: day) == nil { throw ValidationError("--day is a day like 2027-01-08.") }
  }

  func run() throws {
    let path = AdminPath.system(session)
    var status = ExitStatus.done
    try CommandSession.write(path) { file in
      for name in files { status = status.orWorse(add(name, to: file)) }
    }
    throw status.code
  }

  private func add(_ name: String, to file: SessionFile) -> ExitStatus {
    switch FileIntake.read(AdminPath.system(name), mapping: ListMapping.known(file)) {
    case .failure(let failure):
      Output.screenProblem(failure.key, failure.arguments)
      return failure.key == "file-missing" ? .noFile : .badData
    case .success(.people(let list)): return add(list, name, to: file)
    case .success(.export(let export, let document)):
      return prove(export, document, name, in: file)
    }
  }

  // MARK: People

  private func add(_ list: PeopleList, _ name: String, to file: SessionFile) -> ExitStatus {
    do {
      let outcome = try file.apply(
        .importUsers(list.batch, .imported, existing), at: WallClock.moment())
      let figures = list.figures
      let doubtful = list.batch.count(.doubtful)
      tell(
        name, .peopleList,
        [
          ("added", outcome.count), ("updated", outcome.updated), ("unchanged", outcome.unchanged),
          ("doubtful", doubtful), ("refused", figures.refused), ("duplicates", figures.duplicates),
        ])
      return figures.refused + figures.duplicates + doubtful > 0 ? .findings : .done
    } catch {
      Output.problem(error)
      return ExitStatus(error)
    }
  }

  // MARK: Exports of the portal

  private func prove(
    _ export: UsersExport, _ document: FileIntake.DocumentFile, _ name: String,
    in file: SessionFile
  ) -> ExitStatus {
    do {
      let own = try file.summary().setup?.team ?? ""
      guard let place = place(in: export, own: own) else {
        Output.problem(
          export.figures.users > 0 && export.people.rows.isEmpty ? "masked" : "other-team",
          [
            "path": PrintedText.clean(name), "team": PrintedText.clean(own),
            "teams": PrintedText.clean(export.teams.joined(separator: ", ")),
          ])
        return .badData
      }
      let portal = export.portalPeople(team: place)
      let evidence = Evidence(
        kind: export.evidenceKind, file: document.name,
        day: day.flatMap { Day(text: $0) } ?? document.day, team: export.teams[place],
        isWhole: whole, digest: document.digest, rowCount: export.figures.rows,
        personCount: portal.count)
      let outcome = try file.apply(.proveUsers(evidence, portal), at: WallClock.moment())
      let summary = try file.summary()
      tell(
        name, DocumentKind(export.evidenceKind),
        [
          ("people", portal.count), ("proven", outcome.count), ("taken-back", outcome.updated),
          ("pending", portal.invitations.count { $0 == .pending }),
          ("accepted", portal.invitations.count { $0 == .accepted }),
          ("strangers", try file.strangers(places: 0..<0).total),
          ("absent", summary.userFunnel.total - summary.userFunnel.proven),
          ("masked", export.figures.masked),
        ])
      return outcome.updated + export.figures.masked > 0 ? .findings : .done
    } catch let error as ChangeRefusal {
      Output.problem(error)
      return ExitStatus(error)
    } catch {
      Output.problem(
        "not-read", ["path": PrintedText.clean(session), "reason": String(describing: error)])
      return .badData
    }
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

  // MARK: What is told

  private func tell(_ name: String, _ kind: DocumentKind, _ counts: [(String, Int)]) {
    guard !json else {
      Output.json(
        [("file", .text(name)), ("kind", .text(kind.rawValue))]
          + counts.map { (Self.jsonName($0.0), FigureValue.number($0.1)) })
      return
    }
    let told = counts.map { "\($0.1) \(Output.words("values.\($0.0)"))" }.joined(separator: ", ")
    Output.line("\(PrintedText.clean(name)): \(told)")
  }

  /// `taken-back` is `takenBack` in JSON.
  private static func jsonName(_ name: String) -> String {
    let parts = name.split(separator: "-")
    return parts.enumerated().map {
      $0 == 0 ? String($1) : $1.prefix(1).uppercased() + $1.dropFirst()
    }
    .joined()
  }
}

extension DocumentKind {
  /// The kind of document that evidence is.
  init(_ kind: Evidence.Kind) {
    switch kind {
    case .usersExport: self = .usersExport
    case .usageReport: self = .usageReport
    }
  }
}
