import Canvas
import Migration
import Widgets

/// The licence servers: what is known of each, what else runs there, and how far each is.
struct Servers: Screen {
  let name = "servers"

  private static let list = ListPage<LicenceServer>(
    table: "servers", source: .here { $0.summary.licensing.servers }, columns: columns,
    key: { $0.id.number }, cells: cells,
    orders: [
      ListOrder(column: 0), ListOrder(column: 3, key: .number { $0.openLicences }),
      ListOrder(column: 5, key: .text),
    ])

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let servers = scene.summary.licensing.servers
    var page = Page()
    page.widgets = [
      Heading(words("title"), remark: words("counts.servers", count: servers.count)),
      Paragraph(words("introduction"), style: .dim),
    ]
    page.widgets += Self.list.widgets(scene)
    if let server = Self.list.present(scene) { page.widgets += detail(server, scene) }
    page.footer = [
      ButtonRow([
        .init("add", words("actions.add")), .init("new", words("actions.new")),
        .init("use", words("actions.use")), .init("ready", words("actions.ready")),
      ])
    ]
    page.mainButton = "add"
    page.firstFocus = servers.isEmpty ? "add" : Self.list.table
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    let empty = Self.list.noRow(scene)
    return [
      Offer(writing: .new), Offer(.edit, unless: empty), Offer(writing: .remove, unless: empty),
    ] + Self.list.offers(scene)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened: return [.readSummary]
    case .pressed("servers"), .command(.edit):
      guard let server = Self.list.present(state) else { return [] }
      return Navigation.follow("open", about: String(server.id.number), &state)
    case .pressed("new"), .command(.new): return Navigation.follow("new", &state)
    case .pressed(let id) where id != "filter": return Navigation.follow(id, &state)
    case .command(.remove):
      guard let server = Self.list.present(state) else { return [] }
      return [.apply(.retireServers(.removeServer(server.id)))]
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  private static func columns(_ scene: Scene) -> [Table.Column] {
    let words = scene.words
    return [
      Table.Column(words("columns.name"), width: 16, share: 2),
      Table.Column(words("columns.ports"), width: 11, dropOrder: 2),
      Table.Column(words("columns.set-up"), width: 9, dropOrder: 3),
      Table.Column(words("columns.out"), width: 5, isTrailing: true),
      Table.Column(words("columns.others"), width: 9, share: 1, dropOrder: 1),
      Table.Column(words("columns.standing"), width: 20, share: 1),
    ]
  }

  private static func cells(
    _ server: LicenceServer, _ place: Int, _ scene: Scene
  ) -> [Table.Item] {
    let details = server.details
    let ports = [details.lmgrdPort, details.vendorPort].map { $0.map { String($0) } ?? "?" }
    let isKnown = server.log != nil || server.answer?.state == .up
    let others = details.otherDaemons.joined(separator: " ")
    return [
      .plain(ServerTexts.name(server, scene)), .text(ports.joined(separator: " "), .dim),
      .text(scene.words("values.set-up-\(details.setUp.name)"), .dim),
      isKnown ? .plain(String(server.openLicences)) : .marked(Mark(.unknown)),
      others.isEmpty ? .plain("") : .marked(Mark(.attention), others),
      ServerTexts.standing(server, scene),
    ]
  }

  /// What is known of the server under the cursor, from where and up to when.
  private func detail(_ server: LicenceServer, _ scene: Scene) -> [any Widget] {
    let words = scene.words
    let answer = ServerTexts.answer(server, scene)
    var facts = [
      Facts.Fact(words("labels.answer"), answer.text, mark: answer.mark, style: answer.style),
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
