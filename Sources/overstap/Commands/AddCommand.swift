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
      lmstat, licence files, and texts with ADSKFLEX_LICENSE_FILE or LM_LICENSE_FILE. Lists of devices, \
      what the licensing helper lists on a computer, and the results of the scripts tell which products \
      are where, and which have gone over; they may come as a folder or an archive. Files are known by \
      their content, never by their name, but that an answer of the licensing helper is of the computer \
      after which its file is called.
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

  @Option(
    help: """
      The licence server of an answer or a log that does not name it: lic01, or 27000@lic01.
      """)
  var server: String?

  @Option(help: "Seconds to wait for another program that works on the session; 0 for none.")
  var wait = 10

  @OptionGroup var speech: SpeechOptions

  @OptionGroup(title: "How a list of people is read")
  var list: ReadingOptions

  @Argument(help: "The session's file.")
  var session: String

  @Argument(
    help: """
      Files of people; the portal's exports of subscriptions and users; logs, answers and licence \
      files of licence servers; lists of devices, and folders of what computers answered. - is \
      standard input.
      """)
  var files: [String]

  func validate() throws {
    if let day, Day(text: day) == nil { throw ValidationError("--day is a day like 2027-01-08.") }
    if !(0...86_400).contains(wait) { throw ValidationError("--wait is a number of seconds.") }
    if server != nil, namedServer == nil {
      throw ValidationError("--server is the name of a computer, as in lic01 or 27000@lic01.")
    }
  }

  /// The server that was named; nil for none.
  private var namedServer: ServerDetails? {
    server.flatMap { LicencePathValue($0.contains("@") ? $0 : "@\($0)").servers.first }
  }

  func run() throws { try Output.$tellsJSON.withValue(json) { try add() } }

  private func add() throws {
    let path = AdminPath.system(session)
    var status = ExitStatus.done
    guard FileAccess.exists(path) else {
      // A session is made when there is something to put into it, not before.
      var taken = takeIn(&status, for: nil)
      guard !taken.isEmpty else { throw status.code }
      try CommandSession.write(path, within: wait) { file in
        add(&taken, to: file, &status)
        // Nothing of the files could be used after all: no empty session is left where there was none.
        if try file.revision() == 0 { try FileAccess.remove(path) }
      }
      throw status.code
    }
    try CommandSession.write(path, within: wait) { file in
      var taken = takeIn(&status, for: file)
      add(&taken, to: file, &status)
    }
    throw status.code
  }

  /// What was made of the files, in their order.
  private struct TakenFiles {
    /// The parts of a rotated log belong together, in whatever order they are named.
    var servers = LicensingReader(now: WallClock.moment(), isLookedThrough: false)
    /// Whether any of the files is a licence server's.
    var hasServers = false
    /// What computers tell belongs together too: a folder of results is one undo.
    var devices = DevicesReader(now: WallClock.moment())
    /// Whether any of the files tells of computers.
    var hasDevices = false
    /// All others, with the names that they were given by.
    var others: [(name: String, taken: Intake.Taken)] = []

    var isEmpty: Bool { !hasServers && !hasDevices && others.isEmpty }
  }

  /// Reads the files, each once; where one cannot be read, that is said and the status is graver.
  private func takeIn(_ status: inout ExitStatus, for file: SessionFile?) -> TakenFiles {
    var files = TakenFiles()
    files.servers.asked = namedServer
    for name in self.files {
      let path = AdminPath.system(name)
      if FileAccess.isFolder(path) {
        _ = files.devices.read([path])
        files.hasDevices = true
        continue
      }
      do throws(Intake.Failure) {
        let taken = try Intake.read(
          path, as: list.reading, mapping: list.mapping ?? ListColumns.known(file))
        guard let taken else { continue }
        if let key = taken.document.refusal {
          Output.failure(
            key, ["path": AdminPath.shown(path), "reason": ""], kind: taken.document.kind.name,
            file: json ? name : nil)
          status = status.orWorse(.badData)
        } else if files.servers.add(taken.document, with: taken.others, path: path) {
          files.hasServers = true
        } else if files.devices.add(taken, at: path) {
          files.hasDevices = true
        } else {
          files.others.append((name, taken))
        }
      } catch {
        switch error.kind.subject {
        case .licences:
          files.servers.note(error)
          files.hasServers = true
        case .people, .portal, .computers, .undecided, .nothing:
          Output.failure(
            error.key, error.arguments, kind: error.file == nil ? error.kind.name : nil,
            file: json ? name : nil)
          status = status.orWorse(error.key == "file-missing" ? .noFile : .badData)
        }
      }
    }
    return files
  }

  private func add(_ files: inout TakenFiles, to file: SessionFile, _ status: inout ExitStatus) {
    if files.hasServers { status = status.orWorse(add(files.servers, to: file)) }
    if files.hasDevices { status = status.orWorse(add(files.devices, to: file)) }
    // Each is handed on and let go: a list may be long.
    files.others.reverse()
    while let (name, taken) = files.others.popLast() {
      status = status.orWorse(add(taken, name, to: file))
    }
  }

  private func add(
    _ taken: consuming Intake.Taken, _ name: String, to file: SessionFile
  ) -> ExitStatus {
    let source = taken.source
    do {
      switch taken.document {
      case .people(let list):
        _ = consume taken
        return try add(list, name, to: file)
      case .export(let export): return try prove(export, source, name, in: file)
      case .subscriptions(let export): return try add(export, name, to: file)
      // What licence servers and computers tell is taken together.
      case .licensing, .devices: return .done
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
      Output.problem(
        "not-read",
        ["path": session, "reason": (error as? SessionReadError)?.reason ?? SystemReason.unsaid])
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
    let facts = list.facts
    let missing = self.list.missing(in: facts)
    guard missing.isEmpty else {
      Output.failure(
        "columns-missing",
        [
          "path": PrintedText.clean(name),
          "names": PrintedText.clean(missing.joined(separator: ", ")),
          "columns": PrintedText.clean(facts.header.joined(separator: ", ")), "reason": "",
        ], kind: DocumentKind.peopleList.name, file: json ? name : nil)
      return .badData
    }
    let guess = list.guessedName
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
        .assignProducts(.importAssignments(batch, .imported, existing, product.id)),
        at: WallClock.moment())
      let added = try file.summary().userFunnel.total - before
      tell(
        name, .peopleList, [("added", added), ("different", different)] + rest,
        seats: [("planned", outcome.count), ("unchanged", outcome.unchanged)])
    } else {
      let outcome = try file.apply(
        .createUsers(.importUsers(batch, .imported, existing)), at: WallClock.moment())
      tell(
        name, .peopleList,
        [
          ("added", outcome.count), ("updated", outcome.updated),
          ("unchanged", outcome.unchanged - different), ("different", different),
        ] + rest)
    }
    if self.list.columns != nil, facts.hasHeader {
      try ListColumns.remember(facts.columns, header: facts.header, in: file)
    }
    tell(doubts)
    if let guess, !json {
      Output.line(
        "  " + Output.words("values.encoding-guessed", ["name": PrintedText.clean(guess)]))
    }
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
        [("file", .text(name)), ("kind", .text(kind.name))] + figures(counts)
          + (seats.isEmpty ? [] : [("seats", .record(figures(seats)))]))
      return
    }
    let all = counts + seats.map { ("seats-\($0.0)", $0.1) }
    let told = all.enumerated().filter { $0.offset == 0 || $0.element.1 != 0 }.map(\.element).map {
      "\($0.1) \(Output.words("values.\($0.0)", count: $0.1))"
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
