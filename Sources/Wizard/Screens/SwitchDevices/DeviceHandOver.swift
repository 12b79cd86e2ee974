import Canvas
import Migration
import Widgets

/// One hand-over of products on computers: its files, what is done with them, until when it can be taken
/// back, and "done?".
struct DeviceHandOver: Screen {
  let name = "device-hand-over"

  private static let made = MadeHandOver(step: .switchDevices, copiesFolder: true)

  func page(_ scene: Scene) -> Page { Self.made.page(scene) { page($0, scene) } }

  private func page(_ handOver: HandOver, _ scene: Scene) -> Page {
    let words = scene.words
    let stage = HandOverStage.told(handOver, scene)
    let terms = terms(scene.state)
    var facts = [
      Facts.Fact(words("labels.rows"), rows(handOver, terms, scene)),
      Facts.Fact(words("labels.folder"), PathText.folder(of: handOver.files.first ?? "")),
    ]
    if terms.way == .script {
      facts.append(
        Facts.Fact(
          words("labels.results"),
          terms.results.isEmpty ? words("values.on-computers") : terms.results))
    }
    facts += [
      Facts.Fact(words("labels.back"), back(scene)),
      Facts.Fact(words("labels.stage"), stage.text, mark: stage.mark),
    ]
    var buttons = Self.made.buttons(handOver, done: words("actions.done"), scene)
    if handOver.stage != .withdrawn { buttons.append(.init("prove", words("actions.prove"))) }
    return Self.made.page(
      handOver, scene, facts: facts,
      notes: terms.lockedOut ? [Paragraph(words("notes.locked-out"), style: .warning)] : [],
      clicks: words(terms.way == .script ? "briefing.script" : "briefing.leaflet"),
      buttons: buttons)
  }

  func commands(_ scene: Scene) -> [Offer] { [Offer(.copy)] }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    Self.made.handle(event, &state) { handOver, state in
      switch event {
      case .opened: [.switchDevices(.readTerms(handOver.number))]
      case .pressed("prove"): Navigation.follow("prove", &state)
      default: nil
      }
    }
  }

  // MARK: Parts

  private func terms(_ state: State) -> SwitchTerms {
    let read = state.switchDevices.terms
    return read?.number == Int(state.visit.argument) ? read?.terms ?? SwitchTerms() : SwitchTerms()
  }

  private func rows(_ handOver: HandOver, _ terms: SwitchTerms, _ scene: Scene) -> String {
    scene.words("counts.rows", count: handOver.rowCount)
      + (handOver.group.isEmpty
        ? "" : " · " + scene.words("values.group", ["group": handOver.group]))
      + " · " + scene.words("values.way-\(terms.way.name)")
  }

  /// Until when the old licences still work, so that what was there before can be put back.
  private func back(_ scene: Scene) -> String {
    guard let end = scene.setup.networkRightsEnd else { return scene.words("values.no-end") }
    return scene.words(
      scene.today <= end ? "values.until" : "values.over", ["day": scene.day(end)])
  }
}
