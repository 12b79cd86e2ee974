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
      let found = try Intake.read(path, as: reading, mapping: ListColumns.known(session?.file)) {
        done += $0
        return report(.progress(done: done, total: max(done, total)))
      }
      guard let found else { return .cancelled }
      taken = found
    } catch {
      let isNothing = forProducts && error.key == "file-unknown"
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
        .createUsers(.evidence(try EvidenceReader.review(export, taken.source, path: path, file)))
      }
    case .subscriptions(let export):
      return withFile { file in
        .assignProducts(
          .proposals(
            AdminPath.shown(path), export.proposed(try file.summary().setup, today: moment.day)))
      }
    case .licensing(.licenceFile(let licence)) where forProducts:
      let proposals = licence.tradeIn
      return proposals.isEmpty
        ? refused("file-no-products")
        : .assignProducts(.proposals(AdminPath.shown(path), ProposedProducts(proposals)))
    // What a licence server wrote lands in step 5.
    case .licensing:
      var licensing = LicensingReader(now: moment)
      licensing.add(taken.document, with: taken.others, path: path)
      if let review = licensing.review { return .retireServers(.documents(review)) }
      return licensing.failures.first.map { .notRead($0.key, $0.arguments) } ?? .cancelled
    // What computers tell lands in step 3.
    case .devices:
      return Self.review(taken, at: moment)
    }
  }

  /// Carries out what the pages of step 1 ask.
  mutating func run(
    _ effect: CreateUsersEffect, at moment: Moment, _ report: (Answer) -> Bool
  ) -> Answer? {
    switch effect {
    case .readUsers(let query, let places):
      withFile { .createUsers(.users(query, try $0.users(query, places: places))) }
    case .readUserIDs(let query):
      withFile { .createUsers(.userIDs(query, try $0.userIDs(query).map(\.number))) }
    case .readUser(let id): withFile { .createUsers(.user(try $0.user(id))) }
    case .readStrangers(let query, let places):
      withFile { .createUsers(.strangers(query, try $0.strangers(query, places: places))) }
    case .readStrangerIDs(let query):
      withFile { .createUsers(.strangerIDs(query, try $0.strangerIDs(query))) }
    case .readHandOver(let number, let spelling):
      withFile { try UserHandOverWriter.text(of: number, spelling, on: $0) }
    case .readPaste(let text): readPaste(text)
    case .resumeReview(let draft, let text): resume(draft, text: text)
    case .correct(let review, let place, let details): correct(review, place, details)
    case .takeOver(let review, let existing):
      make(
        .createUsers(
          .importUsers(
            review.batch(for: existing), review.source, review.existing(asked: existing))),
        at: moment
      ) { report(.progress(done: $0, total: review.batch.rows.count)) }
    case .saveRefused(let review): saveRefused(review, at: moment)
    case .handOver(let order):
      withFile { try UserHandOverWriter.carryOut(order, on: $0, at: moment) }
    case .prove(let evidence, let portal, let seats):
      prove(.proveUsers(evidence, portal, seats: seats), at: moment, report)
    case .takeOverStrangers(let people):
      withFile { file in
        let all = try people.ids { try file.strangerIDs($0) }
        return make(.createUsers(.takeOverFromPortal(all)), at: moment) {
          report(.progress(done: $0, total: all.count))
        }
      }
    case .writeMessage(let order):
      withFile { try UserHandOverWriter.write(order, on: $0, at: moment) }
    case .writeCalendar(let entries, let folder):
      withFile { try CalendarWriter.write(entries, folder: folder, on: $0, at: moment) }
    }
  }

  private func prove(
    _ change: CreateUsersChange, at moment: Moment, _ report: (Answer) -> Bool
  ) -> Answer? {
    withFile { file in
      let total = try file.summary().userFunnel.total
      return make(.createUsers(change), at: moment) {
        report(.progress(done: min($0, total), total: total))
      }
    }
  }
}

/// Days for a calendar program, written where hand-overs go.
enum CalendarWriter {
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
      _ = try OutgoingWriter.carryOut(
        Outgoing(.calendar, folder: target, makesFolder: false, day: moment.day),
        [OutgoingWriter.Output(name: "\(name).ics", bytes: bytes)], on: file, at: moment)
      return .written(path: AdminPath.shown("\(target)/\(name).ics"), rows: entries.count)
    } catch let failure as FileFailure {
      return .notWritten(path: AdminPath.shown(failure.path), reason: failure.words)
    }
  }
}

/// A document of the portal beside what the session has.
enum EvidenceReader {
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
enum ListColumns {
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

extension InviteFile.Refusal {
  /// The key of the sentence about it in `messages`.
  var messageKey: String {
    switch self {
    case .likeFormula: "person-like-formula"
    case .unseenCharacter: "person-unseen-character"
    }
  }
}

extension Answer {
  /// A person whose name or address must not leave in a file; none such gets past the checks.
  static func notForAFile(_ refusal: InviteFile.Refusal) -> Answer {
    .notRead(refusal.messageKey, [:])
  }
}
