import Canvas
import Migration
import Widgets

/// Scripts that take the retired servers out of clients' settings: edit, never delete what others
/// share, try without changing anything first, and undo from the copy that they make.
struct CleanUp: Screen {
  let name = "clean-up"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let servers = scene.summary.licensing.forgettable
    var page = Page()
    page.widgets = [
      Heading(words("title")), Paragraph(words("introduction"), style: .dim), Gap(),
      Facts([
        Facts.Fact(
          words("labels.hosts"),
          servers.isEmpty
            ? words("notes.no-server")
            : servers.flatMap(\.details.hosts).joined(separator: ", ")),
        Facts.Fact(words("labels.left-out"), Self.leftOut(scene)),
        Facts.Fact(words("labels.edits"), words("briefing.edits")),
        Facts.Fact(words("labels.leaves"), words("briefing.leaves")),
      ]), Gap(),
      HandOverFolder.widget(scene, label: words("labels.folder")),
      Gap(), Reader(id: "how", text: words("briefing.how"), top: scene.memory.rows("how").top),
    ]
    page.footer = [
      ButtonRow([
        .init(
          "write", words("actions.write"),
          reason: servers.isEmpty ? words("notes.no-server") : nil)
      ])
    ]
    page.firstFocus = "write"
    page.defaultButton = "write"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened:
      HandOverFolder.propose(&state)
      return [.readSummary]
    case .pressed("write"), .pressed("folder"):
      let servers = state.summary.licensing.forgettable
      guard !servers.isEmpty else {
        state.notice = Notice(.problem, "no-server")
        return [.bell]
      }
      return HandOverFolder.write(&state) { folder, _ in
        [.retireServers(.writeCleanUp(servers, folder: folder))]
      }
    case .answered(.written(let path, let count)):
      state.notice = Notice(.done, "scripts-written", ["path": path, "count": String(count)])
      return []
    default: return []
    }
  }

  /// The servers that stay in the settings, each with why.
  private static func leftOut(_ scene: Scene) -> String {
    let words = scene.words
    let all = scene.summary.licensing.servers
    let taken = Set(scene.summary.licensing.forgettable.map(\.id))
    let told = all.filter { !taken.contains($0.id) }.map { server in
      let why =
        if server.standing == .setAside { "kept" } else if !server.details.otherDaemons.isEmpty {
          "shared"
        } else { "nameless" }
      return "\(ServerTexts.name(server, scene)) (\(words("values.\(why)")))"
    }
    return told.isEmpty ? words("values.none") : told.joined(separator: ", ")
  }
}
