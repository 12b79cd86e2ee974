import ArgumentParser
import Documents
import Migration
import SessionFile

extension Change.Existing: ExpressibleByArgument {}

/// `overstap add`: files into a session, by the same rules as on the screens.
///
/// What the screens ask about is a warning, and here nobody can be asked: such rows are added.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds files to a session, which is made where there is none.")

  @Flag(help: "One line of JSON for each file.")
  var json = false

  @Option(help: "What becomes of people who are there already: keep or update.")
  var existing = Change.Existing.keep

  @Argument(help: "The session's file.")
  var session: String

  @Argument(
    help: """
      Files of people; the portal's exports of subscriptions and users; logs, answers and licence \
      files of licence servers.
      """)
  var files: [String]

  func run() throws {
    let path = AdminPath.system(session)
    var status = ExitStatus.done
    // A session is made when there is something to put into it, not before.
    guard FileAccess.exists(path) || files.contains(where: isOfUse) else {
      for name in files { _ = list(name, &status) }
      throw status.code
    }
    try CommandSession.write(path) { file in
      // The parts of a rotated log belong together, in whatever order they are named.
      let servers = files.filter { LicensingReading.isLicensing(atPath: AdminPath.system($0)) }
      if !servers.isEmpty { status = status.orWorse(add(servers: servers, to: file)) }
      for name in files where !servers.contains(name) {
        if let seats = addSeats(name, to: file) {
          status = status.orWorse(seats)
          continue
        }
        guard let list = list(name, &status) else { continue }
        status = status.orWorse(add(list, name, to: file))
      }
    }
    throw status.code
  }

  /// Whether a file is of a kind that can be added, by its beginning.
  private func isOfUse(_ name: String) -> Bool {
    let head = try? FileAccess.head(AdminPath.system(name), count: DocumentKind.headSize)
    guard let head, !head.isEmpty else { return false }
    switch DocumentKind.recognise(head) {
    case .unknown, .oldWorkbook, .helperList: return false
    default: return true
    }
  }

  /// Reads a list; nil, with a sentence and a graver status, where it cannot be read.
  private func list(_ name: String, _ status: inout ExitStatus) -> PeopleList? {
    switch ListReading.read(AdminPath.system(name)) {
    case .success(let list): return list
    case .failure(let failure):
      Output.screenProblem(failure.key, failure.arguments)
      status = status.orWorse(failure.key == "file-missing" ? .noFile : .badData)
      return nil
    }
  }

  private func add(_ list: PeopleList, _ name: String, to file: SessionFile) -> ExitStatus {
    var batch = list.batch
    for place in batch.rows.indices { batch.rows[place].isAccepted = true }
    do {
      let outcome = try file.apply(
        .importUsers(batch, .imported, existing), at: WallClock.moment())
      tell(name, list, outcome)
      let figures = list.figures
      return figures.refused + figures.duplicates > 0 ? .findings : .done
    } catch {
      Output.problem(error)
      return ExitStatus(error)
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
