import Migration
import Widgets

/// Making the next hand-over of a step, above what became of the ones before.
struct NextHandOver: Sendable {
  /// The step that it is of.
  let step: Step

  /// The page; `next` is what is asked before the next one is written, and `first` what has the focus
  /// where there is anything to write.
  func page(_ scene: Scene, next: [any Widget], first: String?) -> Page {
    let words = scene.words
    var page = Page()
    page.widgets = [Heading(words("title")), Paragraph(words("introduction"), style: .dim)]
    page.widgets += next
    page.widgets += [Rule(words("labels.made")), MadeHandOvers.list(step).widget(scene)]
    page.firstFocus = first ?? "hand-overs"
    page.defaultButton = "write"
    return page
  }

  /// What happens on it; nil for what only its step knows.
  func handle(_ event: Event, _ state: inout State) -> [Effect]? {
    switch event {
    case .opened:
      HandOverFolder.propose(&state)
      return [.readSummary]
    case .pressed("hand-overs"):
      guard let handOver = MadeHandOvers.list(step).present(state) else { return [] }
      return Navigation.follow("open", about: String(handOver.number), &state)
    case .answered(.handedOver(let handOver, _)):
      return Navigation.follow("open", about: String(handOver.number), &state)
    default: return nil
    }
  }
}
