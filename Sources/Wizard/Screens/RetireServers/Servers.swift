import Canvas
import Migration
import Widgets

/// The licence servers: what is known of each, what else runs there, and how far each is.
struct Servers: Screen {
  let name = "servers"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let servers = scene.summary.licensing.servers
    let rows = scene.memory.rows("servers")
    var page = Page()
    page.widgets = [
      Heading(words("title"), remark: words("counts.servers", count: servers.count)),
      Paragraph(words("introduction"), style: .dim),
      Table(
        id: "servers", name: words("title"),
        columns: [
          Table.Column(words("columns.name"), width: 16, share: 2),
          Table.Column(words("columns.ports"), width: 11, dropOrder: 2),
          Table.Column(words("columns.set-up"), width: 9, dropOrder: 3),
          Table.Column(words("columns.out"), width: 5, isTrailing: true),
          Table.Column(words("columns.others"), width: 9, share: 1, dropOrder: 1),
          Table.Column(words("columns.standing"), width: 20, share: 1),
        ], rows: servers.map { row($0, scene) }, cursor: rows.cursor, top: rows.top,
        emptyText: words("notes.empty")),
    ]
    if servers.indices.contains(rows.cursor) { page.widgets += detail(servers[rows.cursor], scene) }
    page.footer = [
      ButtonRow([
        .init("add", words("actions.add")), .init("new", words("actions.new")),
        .init("use", words("actions.use")), .init("ready", words("actions.ready")),
      ])
    ]
    page.mainButton = "add"
    page.firstFocus = servers.isEmpty ? "add" : "servers"
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    let empty = scene.summary.licensing.servers.isEmpty ? Offer.Reason.noRow : nil
    return [
      Offer(writing: .new), Offer(.edit, unless: empty),
      Offer(writing: .remove, unless: empty),
    ]
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened: return [.readSummary]
    case .pressed("servers"), .command(.edit):
      guard let server = chosen(state) else { return [] }
      return Navigation.follow("open", about: String(server.id.number), &state)
    case .pressed("new"), .command(.new): return Navigation.follow("new", &state)
    case .pressed(let id): return Navigation.follow(id, &state)
    case .command(.remove):
      guard let server = chosen(state) else { return [] }
      return [.apply(.retireServers(.removeServer(server.id)))]
    default: return []
    }
  }

  private func chosen(_ state: State) -> LicenceServer? {
    let cursor = state.memory.rows("servers").cursor
    let servers = state.summary.licensing.servers
    return servers.indices.contains(cursor) ? servers[cursor] : nil
  }

  private func row(_ server: LicenceServer, _ scene: Scene) -> Table.Row {
    let details = server.details
    let ports = [details.lmgrdPort, details.vendorPort].map { $0.map { String($0) } ?? "?" }
    let isKnown = server.log != nil || server.answer?.state == .up
    let others = details.otherDaemons.joined(separator: " ")
    return Table.Row(
      key: server.id.number,
      items: [
        .plain(ServerTexts.name(server, scene)), .text(ports.joined(separator: " "), .dim),
        .text(scene.words("values.set-up-\(details.setUp.name)"), .dim),
        isKnown ? .plain(String(server.openLicences)) : .text(Glyph.unknown, .warning),
        .text(others.isEmpty ? "" : "\(Glyph.attention) \(others)", .warning),
        ServerTexts.standing(server, scene),
      ])
  }

  /// What is known of the server under the cursor, from where and up to when.
  private func detail(_ server: LicenceServer, _ scene: Scene) -> [any Widget] {
    let words = scene.words
    let answer = ServerTexts.answer(server, scene)
    var facts = [
      Facts.Fact(words("labels.answer"), answer.text, style: answer.style),
      Facts.Fact(words("labels.log"), ServerTexts.log(server, scene)),
    ]
    if !server.details.licenceFile.isEmpty {
      facts.append(Facts.Fact(words("labels.licence-file"), server.details.licenceFile))
    }
    if !server.keptReason.isEmpty {
      facts.append(Facts.Fact(words("labels.kept"), server.keptReason))
    }
    return [Rule(ServerTexts.name(server, scene)), Facts(facts)]
  }
}
