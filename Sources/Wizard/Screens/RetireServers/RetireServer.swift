import Canvas
import Migration
import Widgets

/// Reports a server as out of use. While a condition is not met its name has to be typed.
struct RetireServer: Screen {
  let name = "retire-server"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    guard let server = scene.server else { return Self.gone(page, words) }
    let verdict = Self.verdict(scene.state, server)
    let name = server.details.name
    page.widgets = [Heading(ServerTexts.name(server, scene))]
    if server.isActive {
      page.widgets += [
        Paragraph(
          ReadyToRetire.answer(verdict, scene), style: verdict.isReady ? .proven : .warning), Gap(),
      ]
      page.widgets.append(
        name.isEmpty
          ? Paragraph(words("notes.nameless"), style: .warning)
          : Paragraph(words(verdict.isReady ? "notes.ready" : "notes.early", ["name": name])))
      if !verdict.isReady, !name.isEmpty {
        var box = scene.fieldBox(ServerFields.typedName, columns: 40)
        box.isAnswer = false
        page.widgets += [Gap(), box]
      }
    } else {
      page.widgets.append(Paragraph(words("notes.already")))
    }
    page.footer = [
      ButtonRow([
        server.isActive
          ? .init(
            "retire", words("actions.retire"), reason: name.isEmpty ? words("notes.nameless") : nil)
          : .init("unretire", words("actions.unretire")),
        .init("cancel", words.common("actions.cancel")),
      ])
    ]
    page.firstFocus =
      verdict.isReady || !server.isActive || name.isEmpty ? "cancel" : ServerFields.typedName.name
    page.defaultButton = server.isActive ? "retire" : nil
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened(let isReturn):
      // A name is typed to confirm, each time anew.
      if !isReturn { Navigation.forget(&state) }
      return ReadyToRetire.reading(state)
    case .pressed("cancel"):
      Navigation.forget(&state)
      return Navigation.back(&state)
    case .pressed("unretire"):
      guard let server = state.visitedServer else { return Navigation.back(&state) }
      if let refused = state.refuseReadOnly() { return refused }
      return [.apply(.licensing(.unretire(server.id)))]
    case .pressed:
      guard let server = state.visitedServer else { return Navigation.back(&state) }
      if let refused = state.refuseReadOnly() { return refused }
      guard !server.details.name.isEmpty else { return [.bell] }
      let field = ServerFields.typedName
      let typed = field.normalise(state.memory.text(field.name))
      return [
        .apply(
          .licensing(
            .retire(
              server.id, typed: typed.isEmpty ? nil : typed,
              quietDays: ReadyToRetire.quietDays(state))))
      ]
    case .answered(.applied):
      Navigation.forget(&state)
      return Navigation.back(&state)
    case .answered(.refused(.nameNotTyped)):
      return Focusing.move(to: ServerFields.typedName.name, &state)
    default: return []
    }
  }

  private static func verdict(_ state: State, _ server: LicenceServer) -> RetireVerdict {
    state.summary.retireVerdict(
      of: server.id, quietDays: ReadyToRetire.quietDays(state), now: state.moment)
  }

  /// A page about a server that is not there any more.
  static func gone(_ page: Page, _ words: Words) -> Page {
    var page = page
    page.widgets = page.dialogTitle == nil ? [Heading(words("title"))] : []
    page.widgets += [
      Paragraph(words.of("servers")("notes.gone")),
      ItemList([ItemList.Item("cancel", words.common("actions.back"))]),
    ]
    return page
  }
}
