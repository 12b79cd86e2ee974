import Canvas
import Migration
import Widgets

/// Prove step 2: an export of the portal, or a look at its number of seats.
struct ProveSeats: Screen {
  let name = "prove-seats"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let funnel = scene.summary.funnel(of: .assignProducts)
    var page = Page()
    page.widgets = [
      Heading(
        words("title"),
        remark: words(
          "labels.funnel",
          [
            "total": String(funnel.total), "stated": String(funnel.stated),
            "proven": String(funnel.proven),
          ])),
      Paragraph(words("introduction"), style: .dim),
    ]
    page.widgets += FileChooser.widgets(scene, label: words("labels.path"))
    page.widgets.append(
      ChoiceBox(
        id: "whole", label: words("labels.whole", ["team": scene.setup.team]),
        options: [words("values.part"), words("values.whole")],
        chosen: scene.memory.choices["whole"] ?? 0))
    page.footer = [
      ButtonRow([
        .init("read", words("actions.read")), .init("glance", words("actions.glance")),
      ])
    ]
    page.firstFocus = "path"
    page.defaultButton = "read"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    let isWhole = state.memory.choices["whole"] == 1
    let effects = FileChooser.handle(event, &state, .readingSeats) {
      .readSeatEvidence(path: $0, isWhole: isWhole)
    }
    if let effects { return effects }
    switch event {
    case .pressed("glance"): return Navigation.follow("glance", &state)
    case .answered(.seatReview): return Navigation.follow("differences", &state)
    default: return []
    }
  }
}
