import Documents
import Migration
import SessionFile
import Wizard

/// Files of any kind, and what documents of the portal prove.
extension EffectRunner {
  /// Reads a file and looks at it beside what the session has.
  ///
  /// `forProducts` reads a licence file for the products that it trades in; any other document lands
  /// where it belongs, wherever it was added.
  mutating func read(
    _ path: String, as reading: PeopleReading?, forProducts: Bool = false, at moment: Moment,
    _ report: (Answer) -> Bool
  ) -> Answer? {
    let taken: Intake.Taken
    let total = FileAccess.size(path)
    var done = 0
    do throws(Intake.Failure) {
      let found = try Intake.take(path, as: reading, mapping: ListMapping.known(session?.file)) {
        done += $0
        return report(.progress(done: done, total: max(done, total)))
      }
      guard let found else { return .cancelled }
      taken = found
    } catch {
      let isNothing = forProducts && error.key == "file-not-people"
      return .notRead(isNothing ? "file-no-products" : error.key, error.arguments)
    }
    func refused(_ key: String) -> Answer {
      .notRead(key, ["path": AdminPath.shown(path), "reason": ""])
    }
    if let key = taken.document.refusal { return refused(key) }
    switch taken.document {
    case .people(let found):
      return forProducts
        ? refused("file-no-products") : review(found, path: path, taken.source, as: reading)
    case .export(let export):
      if forProducts { return refused("file-no-products") }
      return withFile { file in
        .evidence(try EvidenceReading.review(export, taken.source, path: path, file))
      }
    case .subscriptions(let export):
      return withFile { file in
        .proposals(
          AdminPath.shown(path), export.proposed(try file.summary().setup, today: moment.day))
      }
    case .licenceFile(let licence) where forProducts:
      let proposals = licence.tradeIn
      return proposals.isEmpty
        ? refused("file-no-products")
        : .proposals(AdminPath.shown(path), ProposedProducts(proposals))
    // What a licence server wrote lands in step 5.
    case .log, .lmstat, .licenceFile, .licencePath:
      var licensing = LicensingReading(now: moment)
      licensing.take(taken.document, path: path)
      if let review = licensing.review { return .licensing(.review(review)) }
      return licensing.failures.first.map { .notRead($0.key, $0.arguments) } ?? .cancelled
    case .helperList: return refused("file-is-helper-list")
    }
  }

  /// Effects of step 1 on an open session.
  static func proof(
    _ effect: Effect, on file: SessionFile, at moment: Moment, _ report: (Answer) -> Bool
  ) throws -> Answer? {
    switch effect {
    case .readStrangers(let places): return .strangers(try file.strangers(places: places))
    case .prove(let evidence, let portal, let seats):
      let total = try file.summary().userFunnel.total
      let outcome = try withoutActuallyEscaping(report) { report in
        try file.apply(
          .proveUsers(evidence, portal, seats: seats), at: moment,
          progress: { report(.progress(done: min($0, total), total: total)) })
      }
      return .applied(outcome, try file.summary())
    case .takeOverStrangers(let people):
      let all = try people ?? file.strangers(places: 0..<Int.max).rows.map(\.id)
      let outcome = try withoutActuallyEscaping(report) { report in
        try file.apply(
          .takeOverFromPortal(all), at: moment,
          progress: { report(.progress(done: $0, total: all.count)) })
      }
      return .applied(outcome, try file.summary())
    case .readHandOver(let number, let spelling):
      return try HandingOver.text(of: number, spelling, on: file)
    case .writeMessage(let order): return try HandingOver.write(order, on: file, at: moment)
    case .writeCalendar(let entries, let folder):
      return try CalendarWriting.write(entries, folder: folder, on: file, at: moment)
    default: return nil
    }
  }
}

/// Days for a calendar program, written where hand-overs go.
enum CalendarWriting {
  static func write(
    _ entries: [CalendarEntry], folder: String, on file: SessionFile, at moment: Moment
  ) throws -> Answer {
    let setup = try file.summary().setup ?? Setup()
    // Made anew for the same migration it takes the place of the one before, and so do its events.
    let name = AdminPath.fileName(for: setup.team.isEmpty ? setup.organisation : setup.team)
    let target = AdminPath.system(folder)
    let bytes = CalendarFile.make(
      entries, name: "\(setup.organisation) \(setup.team)", writtenOn: moment.day)
    do {
      _ = try OutgoingWriting.carryOut(
        Outgoing(.calendar, folder: target, makesFolder: false, day: moment.day),
        [OutgoingWriting.Output(name: "\(name).ics", bytes: bytes)], on: file, at: moment)
      return .written(path: AdminPath.shown("\(target)/\(name).ics"), rows: entries.count)
    } catch let failure as FileFailure {
      return .notWritten(path: AdminPath.shown(failure.path), reason: failure.words)
    }
  }
}

/// A document of the portal beside what the session has.
enum EvidenceReading {
  static func review(
    _ export: UsersExport, _ document: Intake.Source, path: String, _ file: SessionFile
  ) throws -> EvidenceReview {
    var teams: [EvidenceReview.Team] = []
    let summary = try file.summary()
    for team in places(of: export, own: summary.setup?.team ?? "") {
      let portal = export.portalPeople(team: team)
      teams.append(
        EvidenceReview.Team(
          name: export.teams[team], portal: portal, comparison: try file.compare(portal),
          seats: export.seatEvidence(team: team)))
    }
    return EvidenceReview(
      path: AdminPath.shown(path), kind: export.evidenceKind, digest: document.digest,
      rowCount: export.figures.rows, maskedCount: export.figures.masked, day: document.day,
      teams: teams,
      earlier: summary.evidence.first { $0.digest == document.digest }?.day)
  }

  /// The teams that are shown: the own one, and those with the most people.
  private static func places(of export: UsersExport, own: String) -> [Int] {
    var counts = [Int](repeating: 0, count: export.teams.count)
    for team in export.personTeams { counts[team] += 1 }
    for further in export.furtherTeams { counts[further.team] += 1 }
    let sorted = export.teams.indices.filter { counts[$0] > 0 }.sorted { left, right in
      let leftIsOwn = TeamName.isSame(export.teams[left], own)
      let rightIsOwn = TeamName.isSame(export.teams[right], own)
      if leftIsOwn != rightIsOwn { return leftIsOwn }
      return counts[left] == counts[right] ? left < right : counts[left] > counts[right]
    }
    return Array(sorted.prefix(EvidenceReview.mostTeams))
  }
}

extension UsersExport {
  /// What it is as evidence.
  var evidenceKind: Evidence.Kind {
    switch kind {
    case .users: .usersExport
    case .usage: .usageReport
    }
  }
}

/// How the columns of lists were read before, by their headers.
enum ListMapping {
  /// The columns that the session remembers for lists with the same header.
  static func known(_ file: SessionFile?) -> (PeopleListFacts) -> [PeopleColumn]? {
    { facts in
      guard let file, facts.hasHeader, let text = try? file.mapping(key(facts.header)) else {
        return nil
      }
      let columns = text.split(separator: ";").map {
        PeopleColumn(rawValue: String($0)) ?? .ignored
      }
      return columns.count == facts.columns.count ? columns : nil
    }
  }

  /// Remembers the columns of a list with a header.
  static func remember(
    _ columns: [PeopleColumn], header: [String], in file: SessionFile
  ) throws(ChangeRefusal) {
    try file.remember(
      mapping: columns.map(\.rawValue).joined(separator: ";"), as: key(header))
  }

  private static func key(_ header: [String]) -> String {
    header.map { HeaderKey.of($0) }.joined(separator: ";")
  }
}
