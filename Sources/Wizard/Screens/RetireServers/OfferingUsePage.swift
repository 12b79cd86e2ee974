import Canvas
import Migration
import Widgets

/// How many people use what over the network licence: what is to be bought, and who has no seat yet.
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
          Table.Column(words("columns.people"), width: 11, isTrailing: true),
          Table.Column(words("columns.still"), width: 11, isTrailing: true),
          Table.Column(words("columns.seldom"), width: 12, isTrailing: true, dropOrder: 1),
          Table.Column(words("columns.without-seat"), width: 11, isTrailing: true),
        ],
        rows: scene.state.retireServers.offerings.enumerated().map { place, use in
          Table.Row(
            key: Int64(place),
            items: [
              .plain(use.offering), .plain(String(use.people)), .plain(String(use.stillUsing)),
              .text(String(use.seldom), .dim),
              use.withoutSeat == 0 ? .plain("0") : .text(String(use.withoutSeat), .warning),
            ])
        }, cursor: rows.cursor, top: rows.top, emptyText: words("notes.empty")),
    ]
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened, .answered(.undone), .answered(.redone): return [.retireServers(.readOfferings)]
    case .pressed("offerings"):
      let cursor = state.memory.rows("offerings").cursor
      guard state.retireServers.offerings.indices.contains(cursor) else { return [] }
      let offering = state.retireServers.offerings[cursor].offering
      return Navigation.follow("propose", about: offering, &state)
    default: return []
    }
  }
}
