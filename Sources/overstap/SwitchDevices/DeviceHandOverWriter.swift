import Documents
import Migration
import SessionFile
import Wizard

/// Hand-overs of products on computers: the folder of scripts or the leaflets, and the record of them.
enum DeviceHandOverWriter {
  static func carryOut(
    _ order: DeviceHandOverOrder, on file: SessionFile, at moment: Moment
  ) throws -> Answer {
    try HandOverWriter.carryOut(
      .devices, of: .switchDevices, into: order.folder, group: order.scope.group, on: file,
      at: moment
    ) { outgoing in
      outgoing.terms = order.terms
      let (outputs, rows) = try files(outgoing, try file.switchOrder(order.scope), file)
      outgoing.installations = rows
      return rows.isEmpty ? nil : files(outputs, rows, order.terms)
    }
  }

  /// A hand-over that was broken off, made again from the session; nil where its products are not as they
  /// were.
  static func prepared(
    _ outgoing: Outgoing, on file: SessionFile
  ) throws -> (Change, [OutgoingWriter.Output])? {
    let (outputs, rows) = try files(
      outgoing, try file.switchOrder(of: outgoing.installations), file)
    guard rows == outgoing.installations else { return nil }
    return HandOverWriter.prepared(
      outgoing, of: .switchDevices, files(outputs, rows, outgoing.terms))
  }

  private static func files(
    _ outputs: [OutgoingWriter.Output], _ rows: [InstallationID], _ terms: SwitchTerms
  ) -> HandOverFiles {
    HandOverFiles(outputs, rows: rows.count) { .switchDevices(.handOver($0, rows, terms)) }
  }

  /// The files of an order, and the products that are in them: those that no script can name are left
  /// out.
  private static func files(
    _ outgoing: Outgoing, _ draft: SwitchOrderDraft, _ file: SessionFile
  ) throws -> ([OutgoingWriter.Output], [InstallationID]) {
    let setup = try file.summary().setup
    let terms = outgoing.terms
    var draft = draft
    draft.order.number = outgoing.handOver ?? 0
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
}

extension OutgoingWriter.Output {
  init(_ file: ScriptFile) { self.init(name: file.name, bytes: file.bytes) }
}
