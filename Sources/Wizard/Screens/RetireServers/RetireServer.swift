import Canvas
import Migration
import Widgets

/// Reports a server as out of use. While a condition is not met its name has to be typed.
struct RetireServer: Screen {
  let name = "retire-server"

  private static let form = FormPage<String>([
    .init(ServerFields.typedName, \.self, columns: 40, isAnswer: false)
  ])

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    guard let server = scene.server else {
      return Form.gone(words.of("servers")("notes.gone"), scene)
    }
    var page = Page()
    page.dialogTitle = words("title")
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
        page.widgets.append(Gap())
        page.widgets += Self.form.widgets(scene)
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
    case .pressed("cancel"): return Form.leave(&state)
    case .pressed("unretire"):
      guard let server = state.visitedServer else { return Navigation.back(&state) }
      return [.apply(.retireServers(.unretire(server.id)))]
    case .pressed:
      guard let server = state.visitedServer else { return Navigation.back(&state) }
      guard !server.details.name.isEmpty else { return [.bell] }
      let typed = Self.form.typed(into: "", state.memory)
      return [
        .apply(
          .retireServers(
            .retire(
              server.id, typed: typed.isEmpty ? nil : typed,
              quietDays: ReadyToRetire.quietDays(state))))
      ]
    case .answered(.applied): return Form.leave(&state)
    case .answered(.refused(.retireServers(.nameNotTyped))):
      return Focus.move(to: ServerFields.typedName.name, &state)
    default: return []
    }
  }

  private static func verdict(_ state: State, _ server: LicenceServer) -> RetireVerdict {
    state.summary.retireVerdict(
      of: server.id, quietDays: ReadyToRetire.quietDays(state), now: state.moment)
  }
}
