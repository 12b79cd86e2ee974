import Canvas
import Migration
import Widgets

/// One licence server: what is known of it, to be typed or corrected; or a new one.
struct ServerPage: Screen {
  let name = "server-page"

  private static let form = FormPage<ServerDetails>([
    .init(ServerFields.hosts, \.hosts), .init(ServerFields.lmgrdPort, \.lmgrdPort),
    .init(ServerFields.vendorPort, \.vendorPort), .init(ServerFields.system, \.system),
    .init(ServerFields.setUp, \.setUp), .init(ServerFields.serviceName, \.serviceName),
    .init(ServerFields.licenceFile, \.licenceFile), .init(ServerFields.logFile, \.logFile),
    .init(ServerFields.otherDaemons, \.otherDaemons),
  ])

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let isNew = scene.visit.argument.isEmpty
    let server = scene.server
    if !isNew, server == nil { return Form.gone(words.of("servers")("notes.gone"), scene) }
    let standing = server.map { ServerTexts.howFar($0, scene) }
    var page = Page()
    page.widgets = [
      Heading(
        isNew ? words("labels.new") : words("title"),
        remark: standing?.text ?? "", mark: standing?.mark)
    ]
    page.widgets += Self.form.widgets(scene)
    var others: [ButtonRow.Button] = []
    if let server {
      others = [
        .init("keep", words(server.keptReason.isEmpty ? "actions.keep" : "actions.unkeep")),
        .init("ready", words("actions.ready")),
        .init("retire", words(server.isActive ? "actions.retire" : "actions.unretire")),
      ]
    }
    page.footer = [Form.buttons(.init("save", words("actions.save")), others: others, scene)]
    page.defaultButton = "save"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened, .answered(.undone), .answered(.redone):
      Self.form.show(Self.details(state), &state)
      return []
    case .pressed("cancel"), .answered(.applied): return Form.leave(&state)
    case .pressed("save"): return save(&state)
    case .pressed("keep"), .pressed("ready"), .pressed("retire"):
      guard case .pressed(let outcome) = event, let server = state.visitedServer else { return [] }
      return Navigation.follow(outcome, about: String(server.id.number), &state)
    default: return []
    }
  }

  /// The details of the server, or those of a new one.
  private static func details(_ state: State) -> ServerDetails {
    state.visitedServer?.details ?? ServerDetails(daemon: "adskflex")
  }

  private func save(_ state: inout State) -> [Effect] {
    Self.form.accept(into: Self.details(state), &state) { typed, state in
      var details = typed
      if details.hosts.count == 3, details.setUp == .single { details.setUp = .redundant }
      guard let server = state.visitedServer else {
        return [.apply(.retireServers(.addServer(details)))]
      }
      if details == server.details { return Form.leave(&state) }
      return [.apply(.retireServers(.editServer(server.id, details)))]
    }
  }
}
