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
    page.widgets += FilePicker.widgets(scene, label: words("labels.path"))
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
    let effects =
      FilePicker.handle(event, &state) { .readFile(path: $0) }
      ?? FileLanding.follow(event, &state)
    if let effects { return effects }
    switch event {
    case .pressed("glance"): return Navigation.follow("glance", &state)
    default: return []
    }
  }
}
