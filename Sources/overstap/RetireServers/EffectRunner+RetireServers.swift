import Documents
import Migration
import ScreenTexts
import SessionFile
import Wizard

extension EffectRunner {
  /// Carries out what the pages of step 5 ask.
  func run(
    _ effect: RetireServersEffect, at moment: Moment, _ report: (Answer) -> Bool
  ) -> Answer? {
    withFile { try Self.run(effect, on: $0, at: moment, report) }
  }

  private static func run(
    _ effect: RetireServersEffect, on file: SessionFile, at moment: Moment,
    _ report: (Answer) -> Bool
  ) throws -> Answer? {
    switch effect {
    case .readUses(let query, let places):
      let (window, figures) = try file.uses(query, places: places)
      return .retireServers(.uses(query, window, figures))
    case .readUseIDs(let query): return .retireServers(.useIDs(query, try file.useIDs(query)))
    case .readOfferings: return .retireServers(.offerings(try file.offeringUse()))
    case .readSeatProposal(let offering):
      return .retireServers(.seatProposals([try file.seatProposal(for: offering)]))
    case .readSeatProposals(let uses):
      return .retireServers(
        .seatProposals(try file.seatProposals(ofUses: uses.ids { try file.useIDs($0) })))
    case .setAside(let ids, let reason):
      let logins = try file.logins(ofUses: ids)
      return .applied(
        try file.apply(.retireServers(.setAside(logins, reason)), at: moment), try file.summary())
    case .readFiles(let paths):
      return withoutActuallyEscaping(report) { report in
        var reading = LicensingReader(
          now: moment, progress: { report(.progress(done: $0, total: $1)) })
        guard let review = reading.read(paths.map { AdminPath.system($0) }) else {
          return reading.failures.first.map { .notRead($0.key, $0.arguments) }
            ?? .cancelled
        }
        return .retireServers(.documents(review))
      }
    case .readText(let text):
      var reading = LicensingReader(now: moment)
      return reading.read(text: text).map { .retireServers(.documents($0)) }
        ?? .notRead("paste-without-server", [:])
    case .ask(let servers, let lmutil): return ask(servers, lmutil, at: moment, report)
    case .take(let review):
      let change = RetireServersChange.take(review.batch, review.server)
      let total = review.batch.useCount
      return try withoutActuallyEscaping(report) { report in
        .applied(
          try file.apply(
            .retireServers(change), at: moment,
            progress: { report(.progress(done: $0, total: total)) }), try file.summary())
      }
    case .propose(let uses, let domain):
      return try propose(uses.ids { try file.useIDs($0) }, domain, file)
    case .writeCleanUp(let servers, let folder):
      return try writeCleanUp(servers, folder, on: file, at: moment)
    case .tryDoors(let servers):
      let doors = servers.flatMap { server in server.details.doors.map { (server.id, $0) } }
      return withoutActuallyEscaping(report) { report in
        let outcomes = DoorCheck.tryAll(doors.map(\.1)) {
          report(.progress(done: $0, total: doors.count))
        }
        guard let outcomes else { return .cancelled }
        return .retireServers(
          .tried(
            zip(doors, outcomes).map {
              DoorTrial(server: $0.0, door: $0.1, outcome: $1, moment: moment)
            }))
      }
    }
  }

  private static func ask(
    _ servers: [LicenceServer], _ lmutil: String, at moment: Moment, _ report: (Answer) -> Bool
  ) -> Answer {
    guard let program = LmutilQuestion.program(lmutil) else {
      return .notRead("no-lmutil", ["path": AdminPath.shown(AdminPath.system(lmutil))])
    }
    var reading = LicensingReader(now: moment)
    for (place, server) in servers.enumerated() {
      let answer = LmutilQuestion.ask(server.details, with: program) {
        report(.progress(done: place, total: servers.count))
      }
      guard let answer else { return .cancelled }
      reading.add(answer: answer, of: server.details)
    }
    return reading.review.map { .retireServers(.documents($0)) }
      ?? .notRead("paste-without-server", [:])
  }

  private static func propose(
    _ ids: [Int64], _ domain: String, _ file: SessionFile
  ) throws -> Answer {
    let nobodys = try ids.filter { id in
      try file.use(id).map { $0.user == nil && $0.setAside.isEmpty } ?? false
    }
    let logins = try file.logins(ofUses: nobodys)
    guard !logins.isEmpty else { return .notRead("nobody-to-propose", [:]) }
    let (batch, comparison) = try PeopleDoubts.find(
      in: UserProposals.batch(logins, domain: domain), beside: file)
    return .createUsers(.review(Review(source: .licenceLog, batch: batch, comparison: comparison)))
  }

  private static func writeCleanUp(
    _ servers: [LicenceServer], _ folder: String, on file: SessionFile, at moment: Moment
  ) throws -> Answer {
    if let told = OutgoingWriter.answer(on: file, at: moment) { return told }
    let target = AdminPath.system(folder) + "/overstap-clean-up"
    do {
      let scripts = cleanUpScripts(for: servers, try file.summary())
      _ = try OutgoingWriter.carryOut(
        Outgoing(.scripts, folder: target, makesFolder: false, day: moment.day),
        scripts.map { OutgoingWriter.Output(name: $0.name, bytes: $0.bytes) }, on: file,
        at: moment)
      return .written(path: AdminPath.shown(target), rows: scripts.count)
    } catch let failure as FileFailure {
      return .notWritten(path: AdminPath.shown(failure.path), reason: failure.words)
    } catch let refusal as ChangeRefusal {
      throw refusal
    } catch {
      return .notWritten(path: AdminPath.shown(target), reason: SystemReason.unsaid)
    }
  }

  /// The scripts that take servers out of clients' settings, in the words of the migration.
  static func cleanUpScripts(
    for servers: [LicenceServer], _ summary: Summary
  ) -> [ScriptFile] {
    CleanUpScripts.files(for: servers.map(\.details), words: cleanUpWords(summary))
  }

  /// What the scripts say of themselves, in the language of the migration.
  private static func cleanUpWords(_ summary: Summary) -> CleanUpScripts.Words {
    let catalogue = EmbeddedScreens.catalogue
    let code = summary.setup?.language ?? ""
    let language = catalogue.languages.first { $0.code == code } ?? catalogue.fallback
    let words = Words(catalogue.texts(in: language), screen: "clean-up")
    return CleanUpScripts.Words(
      purpose: words("briefing.script-purpose"), trying: words("briefing.script-trying"),
      undoing: words("briefing.script-undoing"))
  }
}
