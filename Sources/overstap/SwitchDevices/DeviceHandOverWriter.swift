import Documents
import Migration
import SessionFile
import Wizard

/// Hand-overs of products on computers: the folder of scripts or the leaflets, and the record of them.
enum DeviceHandOverWriter {
  static func carryOut(
    _ order: DeviceHandOverOrder, on file: SessionFile, at moment: Moment
  ) throws -> Answer {
    if let told = OutgoingWriter.answer(on: file, at: moment) { return told }
    let summary = try file.summary()
    let number = (summary.handOvers.map(\.number).max() ?? 0) + 1
    let draft = try file.switchOrder(order.scope)
    let (outputs, rows) = try files(number, draft, order.terms, file)
    guard !rows.isEmpty else { return .notRead("hand-over-empty", [:]) }
    var outgoing = Outgoing(
      .devices, folder: AdminPath.system(order.folder) + "/overstap-hand-over-\(number)",
      makesFolder: true, day: moment.day)
    outgoing.handOver = number
    outgoing.group = order.scope.group ?? ""
    outgoing.installations = rows
    outgoing.terms = order.terms
    do {
      let written = try OutgoingWriter.carryOut(outgoing, outputs, on: file, at: moment) {
        .switchDevices(.handOver(handOver($0, outputs), $0.installations, $0.terms))
      }
      return .handedOver(handOver(written, outputs), try file.summary())
    } catch let failure as FileFailure {
      return .notWritten(path: AdminPath.shown(failure.path), reason: failure.words)
    }
  }

  /// A hand-over that was broken off, made again from the session; nil where its products are not as they
  /// were.
  static func prepared(
    _ outgoing: Outgoing, on file: SessionFile
  ) throws -> (Change, [OutgoingWriter.Output])? {
    let draft = try file.switchOrder(of: outgoing.installations)
    let (outputs, rows) = try files(outgoing.handOver ?? 0, draft, outgoing.terms, file)
    guard rows == outgoing.installations else { return nil }
    return (
      .switchDevices(.handOver(handOver(outgoing, outputs), rows, outgoing.terms)), outputs
    )
  }

  /// The files of an order, and the products that are in them: those that no script can name are left
  /// out.
  private static func files(
    _ number: Int, _ draft: SwitchOrderDraft, _ terms: SwitchTerms, _ file: SessionFile
  ) throws -> ([OutgoingWriter.Output], [InstallationID]) {
    let setup = try file.summary().setup
    var draft = draft
    draft.order.number = number
    draft.order.results = terms.results
    switch terms.way {
    case .script:
      let (files, refused) = SwitchFolder.files(for: draft.order, of: setup)
      guard !files.isEmpty else { return ([], []) }
      let hosts = Set(refused.filter { $0.part == .host }.map(\.value))
      let products = Set(refused.filter { $0.part == .product }.map(\.value))
      let rows = draft.hosts.filter { !hosts.contains($0.host.name) }.flatMap { host in
        host.rows.filter { row in
          !row.products.isEmpty && !products.contains(row.name)
        }
      }
      return (files.map { OutgoingWriter.Output($0) }, rows.map(\.installation))
    case .leaflet, .leafletEach:
      let files =
        terms.way == .leaflet
        ? SwitchFolder.leaflets(for: draft, of: setup)
        : SwitchFolder.leaflets(for: draft, in: try languages(of: draft, file), of: setup)
      let rows = draft.hosts.flatMap(\.rows).map(\.installation)
      return (rows.isEmpty ? [] : files.map { OutgoingWriter.Output($0) }, rows)
    }
  }

  /// The languages of the letters of who works with the products of an order.
  private static func languages(
    of draft: SwitchOrderDraft, _ file: SessionFile
  ) throws -> [UserID: String] {
    var languages: [UserID: String] = [:]
    try file.forEachUser(draft.people.compactMap(\.person.user)) { user in
      languages[user.id] = user.details.language
      return true
    }
    return languages
  }

  private static func handOver(
    _ outgoing: Outgoing, _ outputs: [OutgoingWriter.Output]
  ) -> HandOver {
    HandOver(
      number: outgoing.handOver ?? 0, step: .switchDevices, writtenOn: outgoing.day,
      group: outgoing.group, rowCount: outgoing.installations.count,
      files: outgoing.files.map { AdminPath.shown("\(outgoing.folder)/\($0.name)") },
      digest: Digest.of(outputs.map(\.bytes)))
  }
}

extension OutgoingWriter.Output {
  init(_ file: ScriptFile) { self.init(name: file.name, bytes: file.bytes) }
}
