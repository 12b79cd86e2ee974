import Documents
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
    case .askHere: askHere(at: moment, report)
    case .switchHere(let products): act("switch.sh", products, at: moment, report)
    case .putBackHere(let products): act("undo.sh", products, at: moment, report)
    case .look(let folder, let isAnew):
      look(folder, anew: isAnew)
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

  private func askHere(at moment: Moment, _ report: (Answer) -> Bool) -> Answer {
    guard let helper = here.find() else {
      return .switchDevices(.here(HelperHereState(host: here.host, helper: ""), nil))
    }
    let state = here.list(helper, at: moment) { report(.progress(done: 0, total: 0)) }
    return state.map { .switchDevices(.here($0.state, nil)) } ?? .cancelled
  }

  /// Runs a script on this computer, and takes over what it tells.
  private func act(
    _ script: String, _ products: [DeviceBatch.Product], at moment: Moment,
    _ report: (Answer) -> Bool
  ) -> Answer? {
    guard let helper = here.find() else { return askHere(at: moment, report) }
    return withFile { file in
      do {
        let result = try here.run(script, products, helper) {
          report(.progress(done: 0, total: 0))
        }
        // A script that was stopped, or left no result, may have switched some: the helper knows.
        guard let result else { return try askAgain(helper, file, at: moment) }
        return .switchDevices(try Self.took(result, on: here, helper, file, at: moment))
      } catch let failure as FileFailure {
        return .notWritten(path: AdminPath.shown(failure.path), reason: failure.words)
      }
    }
  }

  private func askAgain(
    _ helper: String, _ file: SessionFile, at moment: Moment
  ) throws -> Answer {
    guard let (state, told) = here.list(helper, at: moment, isWanted: { true }), let told else {
      return .notRead("script-without-result", [:])
    }
    _ = try file.apply(.switchDevices(.take(DeviceBatch([told]))), at: moment)
    return .switchDevices(.here(state, try file.summary()))
  }

  private static func took(
    _ result: SwitchResult, on here: HelperHere, _ helper: String, _ file: SessionFile,
    at moment: Moment
  ) throws -> SwitchDevicesAnswer {
    let told = DeviceBatch.Told(result, at: moment)
    _ = try file.apply(.switchDevices(.take(DeviceBatch([told]))), at: moment)
    var state = HelperHereState(host: here.host, helper: helper, products: told.products)
    let calls = result.products.flatMap(\.calls)
    state.calls = (result.calls.prefix(1) + calls + result.calls.dropFirst()).map { .init($0) }
    return .here(state, try file.summary())
  }

  /// Looks whether a folder has results that were not read yet; nil where it has none.
  private mutating func look(_ folder: String, anew isAnew: Bool) -> Answer? {
    // What was undone since, or is of another migration, is read once more; what is there already stays
    // as it is.
    if isAnew { results = WatchedResults() }
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
      guard reader.read(fresh.map(\.path), below: AdminPath.fromStart(folder)) else { return nil }
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
    _ = reader.add(taken, at: taken.source.name)
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
