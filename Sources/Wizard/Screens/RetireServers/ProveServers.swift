import Canvas
import Migration
import Widgets

/// Prove that servers are out of use: their ports refuse, their log ends with a shutdown.
struct ProveServers: Screen {
  let name = "prove-servers"

  private static let list = ListPage<LicenceServer>(
    table: "servers", source: .here { servers($0.state) },
    columns: { scene in
      let words = scene.words
      return [
        Table.Column(words("columns.server"), width: 9, share: 1),
        Table.Column(words("columns.standing"), width: 20),
        Table.Column(words("columns.ports"), width: 20),
        Table.Column(words("columns.log"), width: 11),
        Table.Column(words("columns.file"), width: 8),
      ]
    }, key: { $0.id.number }, cells: { server, _, scene in cells(server, scene) },
    orders: [ListOrder(column: 0), ListOrder(column: 1, key: .text)])

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let servers = Self.servers(scene.state)
    var page = Page()
    page.widgets = [
      Heading(words("title")), Paragraph(words("introduction"), style: .dim), Gap(),
    ]
    page.widgets += Self.list.widgets(scene)
    if let server = Self.list.present(scene) { page.widgets += doors(server, scene) }
    page.footer = [
      ButtonRow([
        .init(
          "try", words("actions.try"), reason: servers.isEmpty ? words("notes.empty") : nil),
        .init(
          "file-away",
          words(
            Self.list.present(scene)?.fileAwayOn == nil ? "actions.file-away" : "actions.file-back"),
          reason: servers.isEmpty ? words("notes.empty") : nil),
        .init("ready", words("actions.ready")),
      ]),
      Paragraph(words("notes.refused-only"), style: .dim),
    ]
    page.firstFocus = servers.isEmpty ? "ready" : "try"
    return page
  }

  func commands(_ scene: Scene) -> [Offer] { Self.list.offers(scene) }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened: return [.readSummary]
    case .pressed("try"):
      let servers = Self.servers(state)
      guard !servers.isEmpty else { return [.bell] }
      return [.retireServers(.tryDoors(servers))]
    case .pressed("servers"): return Focus.move(to: "try", &state)
    case .pressed("file-away"):
      guard let server = Self.list.present(state) else { return [.bell] }
      let day = server.fileAwayOn == nil ? state.moment.day : nil
      return [.apply(.retireServers(.putFileAway(server.id, day)))]
    case .pressed(let id) where id != "filter": return Navigation.follow(id, &state)
    case .answered(.retireServers(.tried)): return prove(state)
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  /// Servers with a known name, but for those that are kept.
  private static func servers(_ state: State) -> [LicenceServer] {
    state.summary.licensing.servers.filter {
      $0.standing != .setAside && !$0.details.hosts.isEmpty
    }
  }

  /// What was reported as out of use and refuses on every port is proven.
  private func prove(_ state: State) -> [Effect] {
    guard state.session.readOnly == nil else { return [] }
    return Self.servers(state).filter { $0.standing == .stated }.compactMap { server in
      let trials = state.retireServers.trials.filter { $0.server == server.id }
      let wanted = Set(server.details.doors)
      // A usual port that refuses may never have been this server's: a known one has to.
      guard wanted.contains(where: { !$0.isAssumed }), !wanted.isEmpty,
        wanted.isSubset(of: trials.map(\.door)),
        trials.allSatisfy({ $0.outcome == .refused })
      else { return nil }
      return .apply(
        .retireServers(
          .proveServer(
            server.id, LicenceServer.Proof.portsRefused.rawValue, state.moment.day)))
    }
  }

  private static func cells(_ server: LicenceServer, _ scene: Scene) -> [Table.Item] {
    let words = scene.words
    let trials = scene.state.retireServers.trials.filter { $0.server == server.id }
    let ports: Table.Item
    if trials.isEmpty, server.proof == LicenceServer.Proof.portsRefused.rawValue {
      ports = .marked(.told(.proven), words("values.outcome-refused"))
    } else if trials.isEmpty {
      ports = .text(words("values.not-tried"), .dim)
    } else if let outcome = worst(trials) {
      ports = .text(words("values.outcome-\(outcome.rawValue)"), style(outcome))
    } else {
      ports = .text("", .plain)
    }
    let log: Table.Item =
      server.log?.shutDown.map { .marked(Mark(.proven), scene.day($0.day)) }
      ?? (server.log == nil ? .marked(Mark(.unknown)) : .text(words("values.goes-on"), .warning))
    let file: Table.Item =
      server.fileAwayOn.map { .marked(Mark(.stated), scene.day($0)) } ?? .marked(Mark(.planned))
    return [
      .plain(ServerTexts.name(server, scene)), ServerTexts.standing(server, scene), ports, log,
      file,
    ]
  }

  /// Each port of the server under the cursor, and where its licence file should be gone from.
  private func doors(_ server: LicenceServer, _ scene: Scene) -> [any Widget] {
    let words = scene.words
    var facts = server.details.doors.map { door in
      let trial = scene.state.retireServers.trials.last {
        $0.server == server.id && $0.door == door
      }
      let said = trial.map {
        words("values.outcome-\($0.outcome.rawValue)") + " · " + scene.moment($0.moment)
      }
      return Facts.Fact(
        "\(door.host):\(door.port)" + (door.isAssumed ? " \(words("values.assumed"))" : ""),
        said ?? words("values.not-tried"),
        style: trial.map { Self.style($0.outcome) } ?? .dim)
    }
    facts.append(logFact(server, scene))
    let path = server.details.licenceFile
    facts.append(
      server.fileAwayOn.map { day in
        Facts.Fact(
          words("labels.licence-file"),
          words("values.file-away", ["day": scene.day(day)]), mark: .told(.stated), style: .stated)
      }
        ?? Facts.Fact(
          words("labels.licence-file"),
          path.isEmpty
            ? words("notes.put-away-unknown") : words("notes.put-away", ["path": path])))
    return [Rule(ServerTexts.name(server, scene)), Facts(facts)]
  }

  /// How its last log ends: with a shutdown, or not yet.
  private func logFact(_ server: LicenceServer, _ scene: Scene) -> Facts.Fact {
    let words = scene.words
    guard let log = server.log else {
      return Facts.Fact(
        words("labels.log"), words("values.no-log"), mark: .told(.unknown), style: .warning)
    }
    if let end = log.shutDown {
      return Facts.Fact(
        words("labels.log"), words("values.log-shutdown", ["when": scene.moment(end)]),
        mark: .told(.proven), style: .proven)
    }
    return Facts.Fact(
      words("labels.log"), words("values.log-goes-on", ["when": scene.moment(log.end)]),
      style: .warning)
  }

  private static func worst(_ trials: [DoorTrial]) -> DoorTrial.Outcome? {
    let order: [DoorTrial.Outcome] = [.open, .unresolvable, .silent, .refused]
    return order.first { outcome in trials.contains { $0.outcome == outcome } }
  }

  private static func style(_ outcome: DoorTrial.Outcome) -> Style {
    switch outcome {
    case .refused: .proven
    case .open: .error
    case .silent, .unresolvable: .warning
    }
  }
}
