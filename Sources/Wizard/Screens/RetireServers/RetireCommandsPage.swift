import Canvas
import Migration
import Widgets

/// The commands that take a server out of use, with its own values, for its system.
struct RetireCommandsPage: Screen {
  let name = "retire-commands"

  private static let systems: [ServerSystem] = [.windows, .linux, .macOS]

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.widgets = [Heading(words("title"))]
    guard let server = Self.server(scene.state) else {
      page.widgets += [
        Paragraph(words("notes.no-server"), style: .warning),
        ItemList([ItemList.Item("back", words.common("actions.back"))]),
      ]
      return page
    }
    guard !server.details.hosts.isEmpty else {
      // Commands without the server's name would be commands with holes.
      page.widgets = [
        Heading(words("title"), remark: ServerTexts.name(server, scene)),
        Paragraph(words("notes.nameless"), style: .warning), Gap(),
        ItemList([ItemList.Item("name", words("actions.name"))]),
      ]
      return page
    }
    page.widgets = [
      Heading(words("title"), remark: ServerTexts.name(server, scene)),
      ChoiceBox(
        id: "system", label: words("labels.system"),
        options: Self.systems.map { words("values.system-\($0.name)") },
        chosen: Self.chosen(scene.memory, server)),
    ]
    if !server.details.otherDaemons.isEmpty {
      page.widgets.append(
        Paragraph(
          words(
            "notes.shared", ["daemons": server.details.otherDaemons.joined(separator: ", ")]),
          style: .warning))
    }
    page.widgets.append(
      Reader(
        id: "commands", text: text(server, scene), top: scene.memory.rows("commands").top))
    page.firstFocus = "commands"
    return page
  }

  func commands(_ scene: Scene) -> [Offer] { [Offer(.copy)] }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .pressed("back"): return Navigation.back(&state)
    case .pressed("name"):
      guard let server = Self.server(state) else { return [.bell] }
      return Navigation.jump(by: "name", about: String(server.id.number), &state)
    case .command(.copy):
      guard let server = Self.server(state), !server.details.hosts.isEmpty else { return [.bell] }
      let system = Self.systems[Self.chosen(state.memory, server)]
      let lines = RetireCommands(of: server.details, on: system).parts.flatMap(\.lines)
      return [.copy(lines.joined(separator: "\n"))]
    default: return []
    }
  }

  private static func server(_ state: State) -> LicenceServer? {
    state.visitedServer ?? state.summary.licensing.active.first
      ?? state.summary.licensing.servers.first
  }

  private static func chosen(_ memory: Memory, _ server: LicenceServer) -> Int {
    memory.choices["system"] ?? systems.firstIndex(of: server.details.system) ?? 0
  }

  private func text(_ server: LicenceServer, _ scene: Scene) -> String {
    let words = scene.words
    let system = Self.systems[Self.chosen(scene.memory, server)]
    let parts = RetireCommands(of: server.details, on: system).parts
    let told = parts.map { part in
      "# \(words("labels.purpose-\(part.purpose.rawValue)"))\n"
        + "\(words("notes.source-\(part.source.rawValue)"))\n"
        + part.lines.joined(separator: "\n")
    }
    return told.joined(separator: "\n\n") + "\n\n" + words("briefing.after-\(system.name)")
  }
}
