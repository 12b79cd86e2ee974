import Documents
import Migration
import SessionFile

extension AddCommand {
  /// Takes in a file of step 2: products of an export of subscriptions, seats of a Users export or a
  /// usage report. Nil for any other file.
  func addSeats(_ name: String, to file: SessionFile) -> ExitStatus? {
    let path = AdminPath.system(name)
    guard let kind = try? Inspection.inspect(path).kind else { return nil }
    switch kind {
    case .subscriptionsExport: return addProducts(name, path, kind, to: file)
    case .usersExport, .usageReport: return proveSeats(name, path, kind, to: file)
    default: return nil
    }
  }

  private func addProducts(
    _ name: String, _ path: String, _ kind: DocumentKind, to file: SessionFile
  ) -> ExitStatus {
    switch ProductReading.read(path) {
    case .failure(let failure):
      Output.screenProblem(failure.key, failure.arguments)
      return .badData
    case .success(let proposals):
      do {
        let outcome = try file.apply(
          .takeOverProducts(proposals.map(\.details)), at: WallClock.moment())
        tell(
          name, kind,
          [
            ("products", outcome.count), ("updated", outcome.updated),
            ("unchanged", outcome.unchanged),
            ("seats", proposals.reduce(0) { $0 + ($1.details.seats ?? 0) }),
          ])
        return .done
      } catch {
        Output.problem(error)
        return ExitStatus(error)
      }
    }
  }

  /// Proves and takes back; differences are told and left for the wizard.
  private func proveSeats(
    _ name: String, _ path: String, _ kind: DocumentKind, to file: SessionFile
  ) -> ExitStatus {
    let moment = WallClock.moment()
    switch SeatEvidenceReading.read(path, isWhole: false, today: moment.day) {
    case .failure(let failure):
      Output.screenProblem(failure.key, failure.arguments)
      return .badData
    case .success(let found):
      do {
        let comparison = try file.compare(found.evidence)
        _ = try file.apply(.proveSeats(found.evidence, take: [], leave: []), at: moment)
        let open = [
          ("gone", comparison.gone.count), ("extra", comparison.extra.count),
          ("strangers", comparison.strangers.count), ("unmatched", comparison.unmatched.count),
        ]
        tell(name, kind, [("proven", comparison.proves.count)] + open)
        return open.contains { $0.1 > 0 } ? .findings : .done
      } catch let refusal as ChangeRefusal {
        Output.problem(refusal)
        return ExitStatus(refusal)
      } catch {
        Output.problem("not-read", ["path": PrintedText.clean(path), "reason": "\(error)"])
        return .badData
      }
    }
  }

  private func tell(_ name: String, _ kind: DocumentKind, _ counts: [(String, Int)]) {
    guard !json else {
      Output.json(
        [("file", .text(name)), ("kind", .text(kind.rawValue))]
          + counts.map { ($0.0, FigureValue.number($0.1)) })
      return
    }
    let told = counts.map { "\($0.1) \(Output.words("values.\($0.0)"))" }.joined(separator: ", ")
    Output.line("\(PrintedText.clean(name)): \(told)")
  }
}
