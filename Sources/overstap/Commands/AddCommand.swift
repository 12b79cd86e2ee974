import ArgumentParser
import Documents
import Migration
import SessionFile

extension Change.Existing: ExpressibleByArgument {}

/// `overstap add`: files into a session, by the same rules as on the screens.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds files to a session, which is made where there is none.")

  @Flag(help: "One line of JSON for each file.")
  var json = false

  @Option(help: "What becomes of people who are there already: keep or update.")
  var existing = Change.Existing.keep

  @Argument(help: "The session's file.")
  var session: String

  @Argument(help: "Files of people; logs, answers and licence files of licence servers.")
  @Argument(help: "Files of people, or the portal's exports of subscriptions and users.")
  var files: [String]

  func run() throws {
    let path = AdminPath.system(session)
    var status = ExitStatus.done
    try CommandSession.write(path) { file in
      // The parts of a rotated log belong together, in whatever order they are named.
      let servers = files.filter { LicensingReading.isLicensing(atPath: AdminPath.system($0)) }
      if !servers.isEmpty { status = status.orWorse(add(servers: servers, to: file)) }
      for name in files where !servers.contains(name) {
        status = status.orWorse(add(name, to: file))
      }
    }
    throw status.code
  }

  private func add(_ name: String, to file: SessionFile) -> ExitStatus {
    if let status = addSeats(name, to: file) { return status }
    switch ListReading.read(AdminPath.system(name)) {
    case .failure(let failure):
      Output.screenProblem(failure.key, failure.arguments)
      return failure.key == "file-missing" ? .noFile : .badData
    case .success(let list):
      do {
        let outcome = try file.apply(
          .importUsers(list.batch, .imported, existing), at: WallClock.moment())
        tell(name, list, outcome)
        let figures = list.figures
        return figures.refused + figures.duplicates > 0 ? .findings : .done
      } catch {
        Output.problem(error)
        return ExitStatus(error)
      }
    }
  }

  private func tell(_ name: String, _ list: PeopleList, _ outcome: ChangeOutcome) {
    let figures = list.figures
    let counts: [(String, Int)] = [
      ("added", outcome.count), ("updated", outcome.updated), ("unchanged", outcome.unchanged),
      ("refused", figures.refused), ("duplicates", figures.duplicates),
    ]
    guard !json else {
      Output.json(
        [("file", .text(name)), ("kind", .text(DocumentKind.peopleList.rawValue))]
          + counts.map { ($0.0, FigureValue.number($0.1)) })
      return
    }
    let told = counts.map { "\($0.1) \(Output.words("values.\($0.0)"))" }.joined(separator: ", ")
    Output.line("\(PrintedText.clean(name)): \(told)")
  }
}
