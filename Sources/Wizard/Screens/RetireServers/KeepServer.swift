import Canvas
import Migration
import Widgets

/// "Keep the server" is a valid end: for perpetual licences, tokens, other vendors; with the reason.
struct KeepServer: Screen {
  let name = "keep-server"

  private static let reason = ReasonForm(
    form: FormPage([.init(ServerFields.reason, \.self)]),
    usual: ["perpetual", "token", "other-vendor"], takeBack: "unkeep")

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    guard let server = scene.server else {
      return Form.gone(words.of("servers")("notes.gone"), scene)
    }
    return Self.reason.page(
      scene,
      about: [
        Heading(ServerTexts.name(server, scene)), Paragraph(words("introduction"), style: .dim),
      ], isGiven: !server.keptReason.isEmpty)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    Self.reason.handle(event, &state) { reason, state in
      guard let server = state.visitedServer else { return Navigation.back(&state) }
      return [.apply(.retireServers(.keepServer(server.id, reason, state.moment.day)))]
    }
  }
}
