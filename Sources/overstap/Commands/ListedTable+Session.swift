import Documents
import Migration
import SessionFile

extension ListedTable {
  /// What left for the portal, newest first.
  static let handOvers = ListedTable(
    reported: ["number", "step", "group", "rows", "writtenOn", "stage", "statedOn", "found"],
    columns: [
      Column("number", "its number, from 1"),
      Column("step", "the step that it is for", isState: true),
      Column("writtenOn", "the day on which its files were written"),
      Column("group", "the group that it holds; empty for everyone"),
      Column("rows", "rows in it"), Column("files", "the paths of its files"),
      Column("stage", "written, stated or withdrawn", isState: true),
      Column("statedOn", "the day on which it was stated as done"),
      Column("found", "how many users the portal found in it, as somebody said"),
    ]
  ) { file, body in
    for handOver in try file.summary().handOvers {
      body(
        Row(
          number: Int64(handOver.number),
          values: [
            .number(handOver.number), .text(handOver.step.id), .day(handOver.writtenOn),
            .text(handOver.group), .number(handOver.rowCount), .texts(handOver.files),
            .text(name(of: handOver.stage)), .day(handOver.statedOn), .number(handOver.found),
          ]))
    }
  }

  /// What was done, newest first.
  static let journal = ListedTable(columns: [
    Column("number", "its number, from 1"), Column("moment", "when, in local time"),
    Column("name", "what was done, by its name in the session file"),
    Column("step", "the step that it belongs to; null for the migration as a whole", isState: true),
    Column("count", "rows that it was about"),
    Column("subject", "what it was about: a group, a product, a hand-over's number"),
    Column("person", "whom it was about", isPersonal: true),
    Column(
      "stage", "done, undone, lapsed (undone for good) or settled (cannot be undone)", isState: true
    ),
  ]) { file, body in
    for entry in try file.journal(latest: Int.max) {
      body(
        Row(
          number: entry.number,
          values: [
            .number(Int(entry.number)), .moment(entry.moment),
            entry.name.map { .text($0.text) } ?? .absent,
            entry.step.map { .text($0.id) } ?? .absent, .number(entry.count),
            entry.isPersonal ? .absent : .known(entry.subject),
            entry.isPersonal ? .known(entry.subject) : .absent, .text(name(of: entry.stage)),
          ]))
    }
  }

  private static func name(of stage: HandOver.Stage) -> String {
    switch stage {
    case .written: "written"
    case .stated: "stated"
    case .withdrawn: "withdrawn"
    }
  }

  static func name(of stage: JournalEntry.Stage) -> String {
    switch stage {
    case .done: "done"
    case .undone: "undone"
    case .lapsed: "lapsed"
    case .settled: "settled"
    }
  }
}
