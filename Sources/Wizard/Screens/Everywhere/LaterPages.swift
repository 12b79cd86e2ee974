import Canvas
import Migration
import Widgets

/// Says honestly what the pages of a step will do and that they are not there yet.
struct LaterPages: Screen {
  let step: Step

  init(_ step: Step) { self.step = step }

  var name: String { "\(step.id)-pages" }
  var wordsName: String { "later" }

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.widgets = [
      Heading("\(step.rawValue) \(scene.words.common("labels.step-long-\(step.id)"))"),
      Paragraph(words("introduction"), style: .warning),
      Gap(),
      Facts(
        ["prepare", "carry-out", "prove"].map { key in
          Facts.Fact(words("labels.\(key)"), words("briefing.\(step.id)-\(key)"))
        }),
      Gap(),
      ItemList([ItemList.Item("back", words("actions.back"))]),
    ]
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard case .pressed("back") = event else { return [] }
    return Navigation.back(&state)
  }
}
