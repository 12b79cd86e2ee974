import Canvas
import Migration
import Widgets

/// Logins that are no person, or need nothing: put aside with a reason, or taken back.
struct SetAside: Screen {
  let name = "set-aside"

  private static let reason = ReasonForm(
    form: FormPage([.init(ServerFields.reason, \.self)]),
    usual: ["render-node", "shared", "left"], takeBack: "take-back")

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let count = max(1, NetworkUsePage.meant(scene.state).count)
    return Self.reason.page(
      scene, about: [Paragraph(words("counts.introduction", count: count))],
      isGiven: NetworkUsePage.uses(scene.state).contains { !$0.setAside.isEmpty },
      below: [Paragraph(words("notes.counted"), style: .dim)])
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    Self.reason.handle(event, &state) { reason, state in
      let ids = NetworkUsePage.meant(state)
      guard !ids.isEmpty else { return [.bell] }
      return [.retireServers(.setAside(ids, reason))]
    }
  }
}
