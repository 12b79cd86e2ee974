import Canvas
import Migration
import Widgets

/// How many people use what over the network licence: what is to be bought.
struct OfferingUsePage: Screen {
  let name = "offering-use"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let rows = scene.memory.rows("offerings")
    var page = Page()
    page.widgets = [
      Heading(words("title")), Paragraph(words("introduction"), style: .dim), Gap(),
      Table(
        id: "offerings", name: words("title"),
        columns: [
          Table.Column(words("columns.offering"), width: 26, share: 1),
          Table.Column(words("columns.people"), width: 12, isTrailing: true),
          Table.Column(words("columns.still"), width: 12, isTrailing: true),
          Table.Column(words("columns.seldom"), width: 14, isTrailing: true),
        ],
        rows: scene.state.licensing.offerings.enumerated().map { place, use in
          Table.Row(
            key: Int64(place),
            items: [
              .plain(use.offering), .plain(String(use.people)), .plain(String(use.stillUsing)),
              .text(String(use.seldom), .dim),
            ])
        }, cursor: rows.cursor, top: rows.top, emptyText: words("notes.empty")),
    ]
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened, .answered(.undone), .answered(.redone): [.licensing(.readOfferings)]
    default: []
    }
  }
}
