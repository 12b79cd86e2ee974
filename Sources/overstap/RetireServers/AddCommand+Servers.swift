import Documents
import Migration
import SessionFile
import Wizard

extension AddCommand {
  /// Takes documents of licence servers, all in one go and one undo.
  func add(_ reading: LicensingReader, to file: SessionFile) -> ExitStatus {
    let moment = WallClock.moment()
    let review = reading.review
    for failure in reading.failures {
      Output.failure(
        failure.key, failure.arguments, file: json ? failure.arguments["path"] ?? "" : nil)
    }
    let isAsked = reading.failures.contains { $0.key == "file-names-no-server" }
    guard let review else { return isAsked ? .findings : .badData }
    do {
      let outcome = try file.apply(.retireServers(.take(review.batch, nil)), at: moment)
      tell(review, outcome)
      let isSilent = review.batch.servers.contains {
        $0.answer.map { $0.state != .up } ?? false
      }
      return reading.failures.isEmpty && !isSilent ? .done : .findings
    } catch {
      Output.problem(error)
      return ExitStatus(error)
    }
  }

  private func tell(_ review: LicensingReview, _ outcome: ChangeOutcome) {
    let counts: [(String, Int)] = [
      ("added", outcome.count), ("updated", outcome.updated), ("unchanged", outcome.unchanged),
    ]
    let names = review.batch.files.joined(separator: ", ")
    guard !json else {
      Output.json(
        [
          ("file", .text(names)), ("kind", .text(review.batch.source.rawValue)),
          (
            "servers",
            .texts(
              review.batch.servers.map(\.details.name).reduce(into: []) { names, name in
                if !names.contains(name) { names.append(name) }
              })
          ),
        ] + counts.map { ($0.0, FigureValue.number($0.1)) })
      return
    }
    let told = counts.map {
      "\($0.1) \(Output.words("values.\($0.0)", count: $0.1))"
    }.joined(separator: ", ")
    Output.line("\(PrintedText.clean(names)): \(told)")
    if review.batch.servers.contains(where: { $0.details.hosts.isEmpty && $0.log != nil }) {
      Output.line(Output.words("values.nameless-log"))
    }
  }
}
