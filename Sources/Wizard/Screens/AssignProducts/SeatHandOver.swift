import Canvas
import Migration
import Widgets

/// One hand-over of seats: its files, the portal's clicks in order, the traps, and "done?".
struct SeatHandOver: Screen {
  let name = "seat-hand-over"

  private static let made = MadeHandOver(step: .assignProducts)

  func page(_ scene: Scene) -> Page { Self.made.page(scene) { page($0, scene) } }

  private func page(_ handOver: HandOver, _ scene: Scene) -> Page {
    let words = scene.words
    let stage = HandOverStage.told(handOver, scene)
    return Self.made.page(
      handOver, scene,
      facts: [
        Facts.Fact(words("labels.rows"), words("counts.rows", count: handOver.rowCount)),
        Facts.Fact(words("labels.files"), files(handOver)),
        Facts.Fact(words("labels.stage"), stage.text, mark: stage.mark),
      ], notes: overwritten(handOver, scene), clicks: clicks(scene),
      buttons: Self.made.buttons(handOver, done: words("actions.done"), scene))
  }

  func commands(_ scene: Scene) -> [Offer] { [Offer(.copy)] }

  func handle(_ event: Event, _ state: inout State) -> [Effect] { Self.made.handle(event, &state) }

  /// What does not fit any more, since the portal has more than it had when the files were written.
  private func overwritten(_ handOver: HandOver, _ scene: Scene) -> [any Widget] {
    let products = scene.summary.products
    // Its products are known by the names of its files, unless they are called otherwise since.
    let own = handOver.files.compactMap {
      AssignmentFileName.product(of: PathText.name(of: $0), among: products)?.id
    }
    guard handOver.stage == .written,
      let product = products.first(where: {
        $0.seats.isOverwritten && (own.isEmpty || own.contains($0.id))
      })
    else { return [] }
    return [
      Paragraph(
        scene.words(
          "notes.overwritten",
          [
            "product": product.details.name, "written": String(product.counts.written),
            "left": String(product.seats.available ?? 0),
          ]), style: .warning)
    ]
  }

  /// The first files; a hand-over of many products has more than a screen holds.
  private func files(_ handOver: HandOver) -> String {
    let most = 4
    let shown = handOver.files.prefix(most).joined(separator: "\n")
    let rest = handOver.files.count - most
    return rest > 0 ? "\(shown)\n+ \(rest)" : shown
  }

  private func clicks(_ scene: Scene) -> String {
    scene.words("briefing.clicks", ["team": scene.setup.team]) + "\n\n"
      + scene.words("briefing.traps", ["team": scene.setup.team])
  }
}
