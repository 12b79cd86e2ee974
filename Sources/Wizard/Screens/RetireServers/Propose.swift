import Canvas
import Migration
import Widgets

/// What the network use is to bring: users, seats or computers; of the chosen rows, else of all.
struct Propose: Screen {
  let name = "propose"

  private static let kinds = ["users", "seats", "computers"]

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [
      Paragraph(NetworkUsePage.told(scene)),
      Gap(),
      ItemList(
        Self.kinds.map { kind in
          ItemList.Item(kind, words("actions.\(kind)"), detail: words("notes.\(kind)"))
        }),
    ]
    page.footer = [
      ButtonRow([.init("cancel", words.common("actions.cancel"))]),
      Paragraph(words("notes.looked-through"), style: .dim),
    ]
    page.firstFocus = Self.kinds[0]
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened(isReturn: false):
      Navigation.forget(&state)
      return []
    case .pressed("cancel"): return Navigation.back(&state)
    case .pressed(let id) where Self.kinds.contains(id):
      // The choice itself is no place to come back to.
      return Navigation.turn(id, &state)
    default: return []
    }
  }
}
