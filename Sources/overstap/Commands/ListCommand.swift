import ArgumentParser
import SessionFile

/// `overstap list`: what the tables of the screens show, for scripts and spreadsheets.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract:
      "Lists what a session holds: people, products, computers, messages, use, servers, what was done.",
    discussion: """
      Rows come in the order of the screens, each with the same columns: an object a line with --json, \
      where what is not known is null; a row with --csv, where it is empty, and where nothing can be \
      run as a formula.

      """ + ListPart.allCases.map(\.help).joined(separator: "\n\n"))

  @Flag(help: "One line of JSON for each row.")
  var json = false

  @Flag(help: "Comma-separated values in UTF-8 with a mark and a header, for a spreadsheet.")
  var csv = false

  @Flag(help: "Names, addresses, logins and computers hidden; numbers tell them apart.")
  var masked = false

  @Option(
    name: .customLong("where"),
    help: "Only rows with all these words in their names and texts, whatever the case and accents.")
  var filter = ""

  @OptionGroup var speech: SpeechOptions

  @Argument(help: "The session's file.")
  var session: String

  @Argument(help: "What to list.")
  var part: ListPart

  func validate() throws {
    if json, csv { throw ValidationError("Either --json or --csv.") }
  }

  func run() throws { try Output.$tellsJSON.withValue(json) { try list() } }

  private func list() throws {
    let table = part.table
    var writer: any ListWriter =
      if json { ListLines(table) } else if csv { ListSpreadsheet(table) } else { ListText(table) }
    let filter = ListedFilter(filter, in: table)
    try CommandSession.read(AdminPath.system(session)) { file in
      try table.forEachRow(file) { row in
        if filter.passes(row) { writer.add(masked ? table.masked(row) : row) }
      }
    }
    writer.end()
  }
}

/// What can be listed: one table a word.
enum ListPart: String, CaseIterable, ExpressibleByArgument {
  case users, products, assignments, installations, messages, use, servers
  case handOvers = "hand-overs"
  case journal

  /// The table.
  var table: ListedTable {
    switch self {
    case .users: .users
    case .products: .products
    case .assignments: .assignments
    case .installations: .installations
    case .messages: .messages
    case .use: .use
    case .servers: .servers
    case .handOvers: .handOvers
    case .journal: .journal
    }
  }

  /// The columns and what they say, for the help.
  var help: String {
    "Columns of \(rawValue):\n"
      + table.columns.map { "  \($0.name): \($0.about)" }.joined(separator: "\n")
  }
}
