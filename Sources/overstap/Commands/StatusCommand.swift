import ArgumentParser
import Documents
import Migration
import SessionFile
import Wizard

/// `overstap status`: how far a migration is, and what waits today.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Tells how far a migration is and what waits today.")

  @Flag(help: "One line of JSON.")
  var json = false

  @OptionGroup var speech: SpeechOptions

  @Argument(help: "The session's file.")
  var session: String

  func run() throws { try Output.$tellsJSON.withValue(json) { try tell() } }

  private func tell() throws {
    let today = WallClock.moment().day
    let summary = try CommandSession.read(AdminPath.system(session)) { file in
      file.today = today
      return try file.summary()
    }
    let toDo = summary.toDo(today: today)
    json ? tellAsJSON(summary, toDo, today) : tell(summary, toDo, today)
    throw (toDo.isEmpty ? ExitStatus.done : .findings).code
  }

  private func tellAsJSON(_ summary: Summary, _ toDo: [ToDo], _ today: Day) {
    let steps = Step.allCases.map { step -> [(String, FigureValue)] in
      let gate = summary.gate(of: step, today: today)
      let funnel = summary.funnel(of: step)
      return [
        ("id", .text(step.id)), ("open", .truth(gate.isOpen)), ("openFor", .number(gate.openFor)),
        ("openOf", .number(gate.total)),
        ("from", gate.from.map { .text($0.iso) } ?? .absent), ("total", .number(funnel.total)),
        ("stated", .number(funnel.stated)), ("proven", .number(funnel.proven)),
        ("failed", .number(funnel.failed)),
      ]
    }
    let now = toDo.map { thing -> [(String, FigureValue)] in
      [
        ("what", .text(thing.kind.rawValue)), ("step", .text(thing.step.id)),
        ("count", .number(thing.count)),
      ]
    }
    Output.json(
      [
        ("organisation", .text(summary.setup?.organisation ?? "")),
        ("team", .text(summary.setup?.team ?? "")), ("steps", .objects(steps)),
        ("now", .objects(now)), ("invitations", .record(invitations(summary))),
        ("evidence", .objects(summary.evidence.map(record))),
      ] + (summary.products.isEmpty ? [] : [("products", .objects(Self.products(summary)))]))
  }

  /// How far the invitations of step 1 are: what documents of the portal tell, and those that are open.
  private func invitations(_ summary: Summary) -> [(String, FigureValue)] {
    [
      ("pending", .number(summary.invitations[.pending, default: 0])),
      ("accepted", .number(summary.acceptedUsers)),
      ("open", .number(summary.openInvitations.reduce(0) { $0 + $1.count })),
    ]
  }

  private func record(_ evidence: Evidence) -> [(String, FigureValue)] {
    [
      ("number", .number(evidence.number)), ("kind", .text(evidence.kind.rawValue)),
      ("file", .text(evidence.file)), ("day", .text(evidence.day.iso)),
      ("team", .text(evidence.team)), ("whole", .truth(evidence.isWhole)),
      ("people", .number(evidence.personCount)),
    ]
  }

  private func tell(_ summary: Summary, _ toDo: [ToDo], _ today: Day) {
    let words = Output.words
    let common = words.common
    if let setup = summary.setup {
      let names = [setup.organisation, setup.team].filter { !$0.isEmpty }
      if !names.isEmpty { Output.line(PrintedText.clean(names.joined(separator: " · "))) }
    }
    for step in Step.allCases {
      let funnel = summary.funnel(of: step)
      Output.line(
        words(
          "labels.step-line",
          [
            "number": String(step.rawValue), "name": common("labels.step-long-\(step.id)"),
            "total": String(funnel.total), "stated": String(funnel.stated),
            "proven": String(funnel.proven),
          ]))
    }
    if let latest = summary.evidence.first {
      Output.line(
        words(
          "labels.evidence-line",
          [
            "file": PrintedText.clean(latest.file), "day": latest.day.iso,
            "pending": String(summary.invitations[.pending, default: 0]),
            "accepted": String(summary.acceptedUsers),
          ]))
    }
    Self.tellProducts(summary)
    for thing in toDo {
      Output.line("! " + words.of("overview")("counts.\(thing.kind.rawValue)", count: thing.count))
    }
  }
}
