import Canvas
import Migration
import Widgets

/// "Keep the server" is a valid end: for perpetual licences, tokens, other vendors; with the reason.
struct KeepServer: Screen {
  let name = "keep-server"

  private static let form = FormPage<String>([.init(ServerFields.reason, \.self)])
  private static let reasons = ["perpetual", "token", "other-vendor"]

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    guard let server = scene.server else {
      return Form.gone(words.of("servers")("notes.gone"), scene)
    }
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [
      Heading(ServerTexts.name(server, scene)), Paragraph(words("introduction"), style: .dim),
      Gap(),
    ]
    page.widgets += Self.form.widgets(scene)
    page.widgets += [
      Gap(), ItemList(Self.reasons.map { ItemList.Item("reason.\($0)", words("values.\($0)")) }),
    ]
    var others: [ButtonRow.Button] = []
    if !server.keptReason.isEmpty { others.append(.init("unkeep", words("actions.unkeep"))) }
    page.footer = [Form.buttons(.init("keep", words("actions.keep")), others: others, scene)]
    page.firstFocus = ServerFields.reason.name
    page.defaultButton = "keep"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .pressed("cancel"): return Form.leave(&state)
    case .pressed("unkeep"): return put("", &state)
    case .pressed(let id) where id.hasPrefix("reason."):
      return put(Scene(state).words("values.\(id.dropFirst("reason.".count))"), &state)
    case .pressed: return Self.form.accept(into: "", &state) { put($0, &$1) }
    case .answered(.applied): return Form.leave(&state)
    default: return []
    }
  }

  private func put(_ reason: String, _ state: inout State) -> [Effect] {
    guard let server = state.visitedServer else { return Navigation.back(&state) }
    return [.apply(.retireServers(.keepServer(server.id, reason, state.moment.day)))]
  }
}
