import Canvas
import Migration
import Widgets

/// Which product the people of a list get a seat of, for a list that was added anywhere.
struct AssignList: Screen {
  let name = "assign-list"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let rows = scene.memory.rows("products")
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [
      Paragraph(words("introduction"), style: .dim),
      Table(
        id: "products", name: words("title"),
        columns: [
          Table.Column(words("columns.product"), width: 26, share: 1),
          Table.Column(words("columns.available"), width: 30),
        ],
        rows: scene.summary.products.map {
          Table.Row(
            key: $0.id.number,
            items: [.plain($0.details.name), .plain(SeatText.available($0, scene))])
        }, cursor: rows.cursor, top: rows.top, emptyText: words("notes.none")),
    ]
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
      let products = state.summary.products
      guard let place = PickedRow.place(in: "products", of: products.count, state) else {
        return PickedRow.ask(in: "products", &state)
      }
      let product = products[place].id
      return Navigation.follow("review", about: String(product.number), &state)
    case .pressed("cancel"): return Navigation.back(&state)
    default: return []
    }
  }
}
