import Canvas
import Migration
import Widgets

/// Which product the people of a list get a seat of, for a list that was added anywhere.
struct AssignList: Screen {
  let name = "assign-list"

  private static let list = ListPage.products(
    columns: { [Table.Column($0.words("columns.available"), width: 30)] },
    cells: { [.plain(SeatText.available($0, $1))] })

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [Paragraph(words("introduction"), style: .dim), Self.list.widget(scene)]
    page.footer = [
      ButtonRow([
        .init("choose", words("actions.choose")),
        .init("cancel", words.common("actions.cancel")),
      ])
    ]
    page.firstFocus = scene.summary.products.isEmpty ? "cancel" : "products"
    page.defaultButton = "choose"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .pressed("products"), .pressed("choose"):
      guard let product = Self.list.picked(state) else { return Self.list.ask(&state) }
      return Navigation.follow("review", about: String(product.id.number), &state)
    case .pressed("cancel"): return Navigation.back(&state)
    default: return []
    }
  }
}
