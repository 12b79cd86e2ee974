import Canvas
import Migration
import Widgets

/// One hand-over of messages: its files, what is done with them, and "done?".
struct MessageHandOver: Screen {
  let name = "message-hand-over"

  private static let made = MadeHandOver(step: .informUsers)

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    guard let handOver = Self.made.handOver(scene.state) else {
      return Form.gone(words("notes.gone"), scene)
    }
    let stage = HandOverStage.told(handOver, scene)
    let read = scene.state.informUsers.terms
    let kind = read?.number == handOver.number ? read?.terms.kind : nil
    return Self.made.page(
      handOver, scene,
      facts: [
        Facts.Fact(
          words("labels.rows"),
          words("counts.rows", count: handOver.rowCount)
            + (kind.map { " · " + words.of("message-list")("values.kind-\($0.name)") } ?? "")
            + (handOver.group.isEmpty ? "" : " · \(handOver.group)")),
        Facts.Fact(words("labels.folder"), PathText.folder(of: handOver.files.first ?? "")),
        Facts.Fact(words("labels.stage"), stage.text, mark: stage.mark),
      ], clicks: words("briefing.clicks"),
      buttons: Self.made.buttons(handOver, done: words("actions.done"), scene))
  }

  func commands(_ scene: Scene) -> [Offer] { [Offer(.copy)] }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard let handOver = Self.made.handOver(state) else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    switch event {
    case .opened: return [.informUsers(.readTerms(handOver.number))]
    case .command(.copy):
      return MadeHandOver.copy(&state) {
        [.copy(PathText.folder(of: handOver.files.first ?? ""))]
      }
    default: return Self.made.handle(event, handOver, &state) ?? []
    }
  }
}
