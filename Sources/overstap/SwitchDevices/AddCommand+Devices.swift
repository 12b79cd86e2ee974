import Documents
import Migration
import SessionFile
import Wizard

extension AddCommand {
  /// Takes what computers tell, all in one go and one undo.
  func add(_ reading: DevicesReader, to file: SessionFile) -> ExitStatus {
    for failure in reading.failures {
      Output.screenProblem(failure.key, failure.arguments)
    }
    guard !reading.batch.told.isEmpty else {
      if reading.ahead > 0 { Output.screenProblem("file-ahead", ["count": String(reading.ahead)]) }
      return .badData
    }
    do {
      let before = try file.summary()
      let outcome = try file.apply(
        .switchDevices(.take(reading.batch)), at: WallClock.moment())
      let after = try file.summary()
      tell(reading, outcome, before, after)
      let isFinding =
        reading.refused + reading.duplicates + reading.ahead + after.devices.failed > 0
        || !reading.failures.isEmpty
      return isFinding ? .findings : .done
    } catch let refusal as ChangeRefusal {
      Output.problem(refusal)
      return ExitStatus(refusal)
    } catch {
      Output.problem(ChangeRefusal.busy)
      return .locked
    }
  }

  private func tell(
    _ reading: DevicesReader, _ outcome: ChangeOutcome, _ before: Summary, _ after: Summary
  ) {
    let (was, now) = (before.funnel(of: .switchDevices), after.funnel(of: .switchDevices))
    let counts: [(String, Int)] = [
      ("computers", Set(reading.batch.told.map { $0.computer.name.lowercased() }).count),
      ("added", outcome.count), ("updated", outcome.updated), ("unchanged", outcome.unchanged),
      ("proven", now.proven - was.proven), ("failed", after.devices.failed - before.devices.failed),
      ("refused", reading.refused), ("duplicates", reading.duplicates),
      ("ahead", reading.ahead), ("unread", reading.failures.count),
    ]
    let kinds = Set(reading.batch.told.map(\.source))
    let kind: DocumentKind =
      kinds.contains(.result)
      ? .switchResult : kinds.contains(.helperList) ? .helperList : .deviceList
    let files = reading.batch.files
    tell(
      files.count > 3 ? "\(files[0]) … \(files[files.count - 1])" : files.joined(separator: ", "),
      kind, counts)
  }
}
