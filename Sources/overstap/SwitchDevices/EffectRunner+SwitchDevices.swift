import Migration
import SessionFile
import Wizard

extension EffectRunner {
  /// Carries out what the pages about products on computers ask.
  mutating func run(
    _ effect: SwitchDevicesEffect, at moment: Moment, _ report: (Answer) -> Bool
  ) -> Answer? {
    switch effect {
    case .readComputers(let query, let places):
      withFile { .switchDevices(.computers(query, try $0.computers(query, places: places))) }
    case .readComputerIDs(let query):
      withFile { .switchDevices(.computerIDs(query, try $0.computerIDs(query))) }
    case .readComputer(let id): withFile { .switchDevices(.computer(try $0.computer(id))) }
    case .readInstallations(let query, let places):
      withFile {
        .switchDevices(.installations(query, try $0.installations(query, places: places)))
      }
    case .readInstallationIDs(let query):
      withFile { .switchDevices(.installationIDs(query, try $0.installationIDs(query))) }
    case .readProposed(let uses):
      withFile { file in
        .switchDevices(.proposed(try Self.proposed(uses.ids { try file.useIDs($0) }, file)))
      }
    case .look(let folder): look(folder)
    case .readResults(let folder, _): readResults(folder, at: moment, report)
    case .count(let scope):
      withFile { .switchDevices(.counted(CountedScope(scope, try $0.switchCount(scope)))) }
    case .readTerms(let number):
      withFile { .switchDevices(.terms(number, try $0.switchTerms(number))) }
    case .handOver(let order):
      withFile { try DeviceHandOverWriter.carryOut(order, on: $0, at: moment) }
    case .take(let batch):
      make(.switchDevices(.take(batch)), at: moment) {
        report(.progress(done: $0, total: batch.told.count))
      }
    }
  }

  /// Looks whether a folder has results that were not read yet; nil where it has none.
  private mutating func look(_ folder: String) -> Answer? {
    let path = AdminPath.fromStart(folder)
    guard FileAccess.exists(path) else {
      return .notRead("file-missing", ["path": AdminPath.shown(path), "reason": ""])
    }
    let count = results.fresh(in: path).count
    // That it is watched is said the first time, also where nothing is there yet.
    return count == 0 && results.isTold
      ? nil : .switchDevices(.fresh(folder: folder, count: count))
  }

  /// Takes over what of a folder was not read yet, all in one go and one undo.
  private mutating func readResults(
    _ folder: String, at moment: Moment, _ report: (Answer) -> Bool
  ) -> Answer? {
    let fresh = results.fresh(in: AdminPath.fromStart(folder))
    // Nothing of it may keep what reports.
    let read = withoutActuallyEscaping(report) { report -> WatchedResults.Read? in
      var reader = DevicesReader(now: moment) { report(.progress(done: $0, total: $1)) }
      guard reader.read(fresh.map(\.path)) else { return nil }
      return WatchedResults.Read(
        batch: reader.batch, failures: reader.failures, ahead: reader.ahead)
    }
    guard let read else { return .cancelled }
    var watched = results
    let answer = withFile { file in
      if !read.batch.told.isEmpty {
        _ = try file.apply(.switchDevices(.take(read.batch)), at: moment)
      }
      watched.note(fresh, read)
      return .switchDevices(
        .results(watched.told(read.batch.told.count, as: folder), try file.summary()))
    }
    results = watched
    return answer
  }

  private static func proposed(
    _ ids: [Int64], _ file: SessionFile
  ) throws -> ProposedInstallations {
    let found = try file.proposedInstallations(ofUses: ids)
    return ProposedInstallations(new: found.new, known: found.known, nameless: found.nameless)
  }

  /// What one document tells of computers, to be looked through.
  static func review(_ taken: Intake.Taken, at moment: Moment) -> Answer {
    var reader = DevicesReader(now: moment)
    _ = reader.add(taken)
    if reader.batch.told.isEmpty {
      let failure = reader.failures.first
      return .notRead(
        failure?.key ?? (reader.ahead > 0 ? "file-ahead" : "file-no-computers"),
        failure?.arguments ?? ["path": taken.source.name, "count": String(reader.ahead)])
    }
    return .switchDevices(
      .devices(
        DevicesReview(
          reader.batch, failures: reader.failures, refused: reader.refused,
          duplicates: reader.duplicates, ahead: reader.ahead)))
  }
}
