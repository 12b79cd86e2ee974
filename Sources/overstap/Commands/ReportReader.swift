import Canvas
import Documents
import Migration
import ScreenTexts
import SessionFile
import Wizard

/// What a report of a session is made of.
struct ReportReader {
  private let words: Words
  private let language: Language
  private let isMasked: Bool
  private let now: Moment

  /// Makes a reader for a report in a language, with names hidden or not, of a moment.
  init(_ language: Language, isMasked: Bool, at moment: Moment) {
    words = Words(EmbeddedScreens.catalogue.texts(in: language), screen: "report")
    self.language = language
    self.isMasked = isMasked
    now = moment
  }

  /// Reads the report of a session.
  func read(_ file: SessionFile) throws -> Report {
    file.today = now.day
    let summary = try file.summary()
    let journal = try file.journal(latest: Int.max)
    let organisation = hidden(summary.setup?.organisation ?? "", words("values.organisation"))
    return Report(
      language: language.code,
      title: organisation.isEmpty
        ? words("title") : words("labels.title", ["organisation": organisation]),
      remark: words(
        "labels.made", ["day": words.fullDay(now.day), "clock": now.clock, "version": Version.text]),
      titles: Report.Titles(
        open: words("labels.open"), steps: words("labels.steps"),
        columns: ["step", "total", "stated", "proven"].map { words("columns.\($0)") },
        timeline: words("labels.timeline"), contents: words("labels.contents"),
        none: words("notes.none")),
      facts: facts(summary), open: open(summary), steps: Step.allCases.map { bar($0, summary) },
      timeline: timeline(summary, journal),
      sections: try ListPart.allCases.compactMap { try section($0, file) }
        + [evidence(summary), done(journal)])
  }

  private func hidden(_ text: String, _ standIn: String) -> String {
    isMasked && !text.isEmpty ? standIn : text
  }

  private func day(_ day: Day) -> String { words.day(day, today: now.day) }

  // MARK: The first page

  private func facts(_ summary: Summary) -> [Report.Fact] {
    guard let setup = summary.setup else { return [] }
    var facts: [Report.Fact] = []
    if !setup.team.isEmpty {
      facts.append(.init(words("labels.team"), hidden(setup.team, words("values.team"))))
    }
    if let start = setup.startDate { facts.append(.init(words("labels.start"), day(start))) }
    if let end = setup.networkRightsEnd { facts.append(.init(words("labels.end"), day(end))) }
    let helpdesk = setup.helpdesk
    facts.append(.init(words("labels.helpdesk"), "\(helpdesk.telephone) · \(helpdesk.address)"))
    return facts
  }

  private func open(_ summary: Summary) -> [String] {
    let things = summary.toDo(today: now.day)
    if things.isEmpty { return [words.of("overview")("notes.nothing-now")] }
    return things.map { thing in
      words(
        "labels.open-line",
        [
          "what": words.of("overview")("counts.\(thing.kind.rawValue)", count: thing.count),
          "step": words.common("labels.step", ["number": String(thing.step.rawValue)]),
        ])
    }
  }

  private func bar(_ step: Step, _ summary: Summary) -> Report.Bar {
    let gate = summary.gate(of: step, today: now.day)
    let remark =
      if let closed = summary.closed[step] {
        words(
          "values.closed",
          ["day": day(closed.day), "reason": hidden(closed.reason, words("values.hidden"))])
      } else if let reason = gate.reason {
        words.common("messages.gate-\(reason.rawValue)", ["day": gate.from.map(day) ?? ""])
      } else if gate.openFor < gate.total {
        words("values.open-for", ["open": String(gate.openFor), "total": String(gate.total)])
      } else {
        words("values.open")
      }
    return Report.Bar(
      name: "\(step.rawValue) \(words.common("labels.step-long-\(step.id)"))",
      funnel: summary.funnel(of: step), remark: remark)
  }

  /// The days that the migration turned on, the earliest first.
  private func timeline(_ summary: Summary, _ journal: [JournalEntry]) -> [Report.Fact] {
    var days: [(day: Day, text: String)] = []
    if let first = journal.last { days.append((first.moment.day, words("values.begun"))) }
    if let start = summary.setup?.startDate { days.append((start, words("labels.start"))) }
    if let end = summary.setup?.networkRightsEnd { days.append((end, words("labels.end"))) }
    for handOver in summary.handOvers {
      let arguments = [
        "number": String(handOver.number),
        "step": words.common("labels.step", ["number": String(handOver.step.rawValue)]),
      ]
      days.append(
        (
          handOver.writtenOn,
          words("counts.handed-over", count: handOver.rowCount, arguments)
        ))
      if let stated = handOver.statedOn {
        days.append((stated, words("counts.stated", count: handOver.rowCount, arguments)))
      }
    }
    for evidence in summary.evidence {
      days.append(
        (
          evidence.day,
          words(
            "counts.evidence", count: evidence.personCount,
            ["kind": words("values.\(evidence.kind.rawValue)")])
        ))
    }
    for server in summary.licensing.servers {
      guard let since = server.since, !server.isActive else { continue }
      days.append(
        (
          since,
          words(
            "values.server",
            [
              "server": hidden(server.details.name, "S\(server.id.number)"),
              "standing": words("values.\(server.standing.name)"),
            ])
        ))
    }
    for step in Step.allCases {
      guard let closed = summary.closed[step] else { continue }
      days.append(
        (
          closed.day,
          words(
            "values.step-closed",
            ["step": words.common("labels.step", ["number": String(step.rawValue)])])
        ))
    }
    if let informed = summary.informedOn { days.append((informed, words("values.informed"))) }
    let sorted = days.enumerated().sorted { ($0.1.day, $0.0) < ($1.1.day, $1.0) }.map(\.element)
    return sorted.map { .init(day($0.day), $0.text) }
  }

  // MARK: The tables

  private func section(_ part: ListPart, _ file: SessionFile) throws -> Report.Section? {
    let table = part.table
    let places = table.reported.compactMap { name in
      table.columns.firstIndex { $0.name == name }
    }
    guard !places.isEmpty else { return nil }
    var rows: [[String]] = []
    try table.forEachRow(file) { row in
      let row = isMasked ? table.masked(row) : row
      rows.append(places.map { shown(row.values[$0], table.columns[$0]) })
    }
    return Report.Section(
      id: part.rawValue, title: words("labels.part-\(part.rawValue)"),
      columns: places.map { words("columns.\(Self.key(table.columns[$0].name))") }, rows: rows)
  }

  /// A column's name as keys of words have it: `firstName` is `first-name`.
  static func key(_ name: String) -> String {
    name.reduce(into: "") { key, letter in
      key += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
  }

  private func shown(_ value: FigureValue, _ column: ListedTable.Column) -> String {
    switch value {
    case .truth(let isTrue): words(isTrue ? "values.yes" : "values.no")
    case .text(let text) where column.isWord:
      words.optional("values.\(text)") ?? words.common.optional("labels.step-long-\(text)") ?? text
    case .text, .number, .numbers, .texts, .absent, .objects, .record: value.plain
    }
  }

  private func evidence(_ summary: Summary) -> Report.Section {
    let columns = ["kind", "file", "day", "team", "whole", "people"]
    return Report.Section(
      id: "evidence", title: words("labels.part-evidence"),
      columns: columns.map { words("columns.\($0)") },
      rows: summary.evidence.map { evidence in
        [
          words("values.\(evidence.kind.rawValue)"),
          hidden(evidence.file, words("values.hidden")), evidence.day.iso,
          hidden(evidence.team, words("values.team")),
          words(evidence.isWhole ? "values.yes" : "values.no"), String(evidence.personCount),
        ]
      })
  }

  private func done(_ journal: [JournalEntry]) -> Report.Section {
    let said = words.of("journal")
    return Report.Section(
      id: "journal", title: words("labels.part-journal"),
      columns: ["moment", "what", "subject", "stage"].map { words("columns.\($0)") },
      rows: journal.map { entry in
        let isHidden = isMasked && !entry.subject.isEmpty
        return [
          "\(entry.moment.day.iso) \(entry.moment.clock)",
          entry.name.map { said("counts.\($0.text)", count: entry.count) }
            ?? said("values.unknown-change"),
          isHidden ? words("values.hidden") : entry.subject,
          words("values.\(ListedTable.name(of: entry.stage))"),
        ]
      })
  }
}
