import Canvas
import Migration
import Widgets

/// Asks the servers now, where `lmutil` is at hand; else says what to run where.
struct AskServers: Screen {
  let name = "ask-servers"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let servers = Self.servers(scene.state)
    var page = Page()
    page.dialogTitle = words.of("add-licences")("title")
    page.widgets = [
      Tabs.licences.row("ask", scene),
      Paragraph(words("introduction"), style: .dim), Gap(),
      FieldBox(
        id: "lmutil", label: words("labels.lmutil"),
        input: scene.memory.inputs["lmutil"] ?? TextInput(), example: words("values.example"),
        columns: 64),
      Gap(), Rule(words("labels.commands")),
    ]
    if servers.isEmpty {
      page.widgets.append(Paragraph(words("notes.no-server"), style: .warning))
    } else {
      page.widgets.append(
        Reader(
          id: "commands", text: Self.commands(servers, scene),
          top: scene.memory.rows("commands").top))
    }
    page.footer = [
      ButtonRow([
        .init(
          "ask", words("counts.ask", count: servers.count),
          reason: servers.isEmpty ? words("notes.no-server") : nil),
        .init("cancel", words.common("actions.cancel")),
      ])
    ]
    page.firstFocus = servers.isEmpty ? "lmutil" : "ask"
    page.defaultButton = "ask"
    return page
  }

  func commands(_ scene: Scene) -> [Offer] { [Offer(.copy)] }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .pressed("ask"), .pressed("lmutil"):
      let servers = Self.servers(state)
      guard !servers.isEmpty else {
        state.notice = Notice(.problem, "no-server")
        return [.bell]
      }
      return [.retireServers(.ask(servers, lmutil: state.memory.text("lmutil")))]
    case .pressed("cancel"):
      return Form.leave(&state)
    case .pressed(let id): return Tabs.licences.pressed(id, &state) ?? []
    case .command(.copy): return [.copy(Self.commands(Self.servers(state), Scene(state)))]
    default: return []
    }
  }

  /// The servers that are in use or kept, and whose address is known.
  private static func servers(_ state: State) -> [LicenceServer] {
    state.summary.licensing.servers.filter {
      $0.standing != .proven && !$0.details.hosts.isEmpty
    }
  }

  private static func commands(_ servers: [LicenceServer], _ scene: Scene) -> String {
    servers.map { scene.words("values.command", ["address": $0.details.address]) }
      .joined(separator: "\n")
  }
}
