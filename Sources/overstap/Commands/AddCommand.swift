import ArgumentParser
import Documents
import Migration
import SessionFile
import Wizard

extension Change.Existing: ExpressibleByArgument {}

/// `overstap add`: files into a session, by the same rules as on the screens.
///
/// What the screens ask about is a warning, and here nobody can be asked: such rows are added.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Adds files to a session, which is made where there is none.",
    discussion: """
      Lists of people become users. A Users export or a usage report of the portal proves users. \
      Documents of licence servers tell who still uses the network licence: debug logs, answers of \
      lmstat, licence files, and texts with ADSKFLEX_LICENSE_FILE or LM_LICENSE_FILE. Files are known \
      by their content, never by their name.
      """)

  @Flag(help: "One line of JSON for each file.")
  var json = false

  @Option(help: "What becomes of people who are there already: keep or update.")
  var existing = Change.Existing.keep

  @Option(
    help: """
      What becomes of doubtful rows: add or leave. Without it they are added, but not a second \
      account of somebody who is there.
      """)
  var doubtful: Doubtful?

  @Flag(help: "The Users export is of the whole team, unfiltered: who is not in it is gone.")
  var whole = false

  @Flag(help: "Seats that only the portal has come into the plan, with their people.")
  var takeOver = false

  @Option(help: "The day of the export (2027-01-08); without it the day of the file.")
  var day: String?

  @Option(help: "The team in the export that is this migration's, when the names differ.")
  var team: String?

  @Option(
    help: "Everyone in a list of people gets a seat of this product; 02-assign-maya-1.csv says it.")
  var product: String?

  @Argument(help: "The session's file.")
  var session: String

  @Argument(
    help: """
      Files of people; the portal's exports of subscriptions and users; logs, answers and licence \
      files of licence servers.
      """)
  var files: [String]

  func validate() throws {
    if let day, Day(text: day) == nil { throw ValidationError("--day is a day like 2027-01-08.") }
  }

  func run() throws {
    let path = AdminPath.system(session)
    var status = ExitStatus.done
    // A session is made when there is something to put into it, not before.
    guard FileAccess.exists(path) || files.contains(where: isOfUse) else {
      for name in files { _ = read(name, &status, for: nil) }
      throw status.code
    }
    let isNew = !FileAccess.exists(path)
    try CommandSession.write(path) { file in
      // The parts of a rotated log belong together, in whatever order they are named.
      let servers = files.filter { LicensingReading.isLicensing(atPath: AdminPath.system($0)) }
      if !servers.isEmpty { status = status.orWorse(add(servers: servers, to: file)) }
      for name in files where !servers.contains(name) {
        guard let content = read(name, &status, for: file) else { continue }
        status = status.orWorse(add(consume content, name, to: file))
      }
      // Nothing of the files could be used after all: no empty session is left where there was none.
      if isNew, try file.revision() == 0 { try FileAccess.remove(path) }
    }
    throw status.code
  }

  /// Whether a file is of a kind that can be added, by its beginning.
  private func isOfUse(_ name: String) -> Bool {
    guard let file = try? PackedFile(AdminPath.system(name)), !file.head.isEmpty else {
      return false
    }
    switch file.kind {
    case .unknown, .oldWorkbook, .helperList: return false
    // Packed is read what licence servers write.
    default: return !file.isPacked || LicensingReading.isLicensing(atPath: file.path)
    }
  }

  /// Reads a file; nil, with a sentence and a graver status, where it cannot be read.
  private func read(
    _ name: String, _ status: inout ExitStatus, for file: SessionFile?
  ) -> FileIntake.Content? {
    switch FileIntake.read(AdminPath.system(name), mapping: ListMapping.known(file)) {
    case .success(let content): return content
    case .failure(let failure):
      Output.screenProblem(failure.key, failure.arguments)
      status = status.orWorse(failure.key == "file-missing" ? .noFile : .badData)
      return nil
    }
  }

  private func add(
    _ content: consuming FileIntake.Content, _ name: String, to file: SessionFile
  ) -> ExitStatus {
    do {
      switch consume content {
      case .people(let list): return try add(consume list, name, to: file)
      case .export(let export, let document): return try prove(export, document, name, in: file)
      case .products(let found): return try add(found, name, to: file)
      }
    } catch let refusal as ChangeRefusal {
      Output.problem(refusal)
      return ExitStatus(refusal)
    } catch is NoSuchProduct {
      Output.problem("no-such-product", ["product": PrintedText.clean(product ?? "")])
      return .badData
    } catch SessionReadError.busy {
      Output.problem(ChangeRefusal.busy)
      return .locked
    } catch {
      let reason =
        switch error {
        case SessionReadError.damaged(let reason), SessionReadError.notReadable(let reason): reason
        default: String(describing: error)
        }
      Output.problem("not-read", ["path": PrintedText.clean(session), "reason": reason])
      return .badData
    }
  }

  /// What becomes of rows that the screens would ask about.
  enum Doubtful: String, CaseIterable, ExpressibleByArgument {
    case add, leave
  }

  /// Whether a doubtful row is added.
  private func isAdded(_ cause: PersonFinding?) -> Bool {
    switch doubtful {
    case .add: true
    case .leave: false
    case nil: cause != .secondAccount
    }
  }

  private func add(
    _ list: consuming PeopleList, _ name: String, to file: SessionFile
  ) throws -> ExitStatus {
    let figures = list.figures
    // The rows are handed on, not copied: a list may be long.
    let found = list.batch
    _ = consume list
    var (batch, comparison) = try PeopleDoubts.find(in: consume found, beside: file)
    var (doubts, left, different) = ([PersonFinding: Int](), 0, 0)
    for place in batch.rows.indices {
      let row = batch.rows[place]
      if row.verdict == .doubtful {
        let isAdded = isAdded(row.cause)
        if isAdded { batch.rows[place].isAccepted = true } else { left += 1 }
        if let cause = row.cause { doubts[cause, default: 0] += 1 }
      }
      if existing == .keep, batch.rows[place].isTaken,
        case .changed = comparison.rows[place]
      {
        different += 1
      }
    }
    comparison = BatchComparison()
    let rest = [
      ("left", left), ("refused", figures.refused), ("duplicates", figures.duplicates),
      ("doubtful", doubts.values.reduce(0, +)),
    ]
    let isFinding = figures.refused + figures.duplicates + doubts.count + different > 0
    if let product = try assigned(name, in: file) {
      let before = try file.summary().userFunnel.total
      let outcome = try file.apply(
        .importAssignments(batch, .imported, existing, product.id), at: WallClock.moment())
      let added = try file.summary().userFunnel.total - before
      tell(
        name, .peopleList, [("added", added), ("different", different)] + rest,
        seats: [("planned", outcome.count), ("unchanged", outcome.unchanged)])
    } else {
      let outcome = try file.apply(
        .importUsers(batch, .imported, existing), at: WallClock.moment())
      tell(
        name, .peopleList,
        [
          ("added", outcome.count), ("updated", outcome.updated),
          ("unchanged", outcome.unchanged - different), ("different", different),
        ] + rest)
    }
    tell(doubts)
    return isFinding ? .findings : .done
  }

  /// Tells why rows are doubtful, for people.
  private func tell(_ doubts: [PersonFinding: Int]) {
    guard !json else { return }
    for (cause, count) in doubts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let why = Output.words.of("fields")("choices.short-\(cause.name)")
      Output.line("  \(count) \(Output.words("values.doubtful")): \(why)")
    }
  }

  // MARK: What is told

  /// Tells the counts of a file, and those of its seats where it has some.
  func tell(
    _ name: String, _ kind: DocumentKind, _ counts: [(String, Int)],
    seats: [(String, Int)] = []
  ) {
    guard !json else {
      func figures(_ counts: [(String, Int)]) -> [(String, FigureValue)] {
        counts.map { (Self.jsonName($0.0), .number($0.1)) }
      }
      Output.json(
        [("file", .text(name)), ("kind", .text(kind.rawValue))] + figures(counts)
          + (seats.isEmpty ? [] : [("seats", .record(figures(seats)))]))
      return
    }
    let all = counts + seats.map { ("seats-\($0.0)", $0.1) }
    let told = all.enumerated().filter { $0.offset == 0 || $0.element.1 != 0 }.map(\.element).map {
      "\($0.1) \(Output.words("values.\($0.0)"))"
    }.joined(separator: ", ")
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
