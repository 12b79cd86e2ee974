import Canvas
import Migration
import Widgets

/// One hand-over of messages: its files, what is done with them, and "done?".
struct MessageHandOver: Screen {
  let name = "message-hand-over"

  private static let made = MadeHandOver(step: .informUsers, copiesFolder: true)

  func page(_ scene: Scene) -> Page { Self.made.page(scene) { page($0, scene) } }

  private func page(_ handOver: HandOver, _ scene: Scene) -> Page {
    let words = scene.words
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
    Self.made.handle(event, &state) { handOver, _ in
      guard case .opened = event else { return nil }
      return [.informUsers(.readTerms(handOver.number))]
    }
  }
}
