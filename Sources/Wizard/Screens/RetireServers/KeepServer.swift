import Canvas
import Migration
import Widgets

/// "Keep the server" is a valid end: for perpetual licences, tokens, other vendors; with the reason.
struct KeepServer: Screen {
  let name = "keep-server"

  private static let reasons = ["perpetual", "token", "other-vendor"]

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    guard let server = scene.server else { return RetireServer.gone(page, words) }
    page.widgets = [
      Heading(ServerTexts.name(server, scene)), Paragraph(words("introduction"), style: .dim),
      Gap(), scene.fieldBox(ServerFields.reason), Gap(),
      ItemList(Self.reasons.map { ItemList.Item("reason.\($0)", words("values.\($0)")) }),
    ]
    var buttons = [ButtonRow.Button("keep", words("actions.keep"))]
    if !server.keptReason.isEmpty { buttons.append(.init("unkeep", words("actions.unkeep"))) }
    buttons.append(.init("cancel", words.common("actions.cancel")))
    page.footer = [ButtonRow(buttons)]
    page.firstFocus = ServerFields.reason.name
    page.defaultButton = "keep"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .pressed("cancel"): return Navigation.back(&state)
    case .pressed("unkeep"): return put("", &state)
    case .pressed(let id) where id.hasPrefix("reason."):
      return put(Scene(state).words("values.\(id.dropFirst("reason.".count))"), &state)
    case .pressed:
      state.memory.hasTried = true
      let field = ServerFields.reason
      let value = field.normalise(state.memory.text(field.name))
      guard !field.check(value).contains(where: \.isError) else { return [.bell] }
      return put(value, &state)
    case .answered(.applied):
      Navigation.forget(&state)
      return Navigation.back(&state)
    default: return []
    }
  }

  private func put(_ reason: String, _ state: inout State) -> [Effect] {
    guard let server = state.visitedServer else { return Navigation.back(&state) }
    if let refused = state.refuseReadOnly() { return refused }
    return [.apply(.licensing(.keepServer(server.id, reason, state.moment.day)))]
  }
}
