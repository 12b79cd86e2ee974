import Documents
import Migration
import SessionFile
import Wizard

/// Files of any kind, and what documents of the portal prove.
extension EffectRunner {
  /// Reads a file and looks at it beside what the session has.
  mutating func read(
    _ path: String, as reading: PeopleReading?, at moment: Moment, _ report: (Answer) -> Bool
  ) -> Answer? {
    // What a licence server wrote lands in step 5, wherever it was added.
    if reading == nil, LicensingReading.isLicensing(atPath: path) {
      return withFile { file in try Self.run(.readFiles([path]), on: file, at: moment, report) }
    }
    switch FileIntake.read(path, as: reading, mapping: ListMapping.known(session?.file)) {
    case .failure(let failure): return .notRead(failure.key, failure.arguments)
    case .success(.people(let found)):
      let count = found.batch.rows.count
      guard report(.progress(done: count, total: count)) else { return .cancelled }
      return review(found, path: path, as: reading)
    case .success(.export(let export, let document)):
      let count = export.figures.rows
      guard report(.progress(done: count, total: count)) else { return .cancelled }
      return withFile { file in
        .evidence(try EvidenceReading.review(export, document, path: path, file))
      }
    case .success(.products(let found)):
      return withFile { file in
        .proposals(
          AdminPath.shown(path), found.proposed(try file.summary().setup, today: moment.day))
      }
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
    _ export: UsersExport, _ document: FileIntake.DocumentFile, path: String, _ file: SessionFile
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
