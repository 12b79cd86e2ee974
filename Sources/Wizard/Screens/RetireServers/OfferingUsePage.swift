import Canvas
import Migration
import Widgets

/// How many people use what over the network licence: what is to be bought, and who has no seat yet.
struct OfferingUsePage: Screen {
  let name = "offering-use"

  /// The most used first.
  private static let list = ListPage<Numbered<OfferingUse>>(
    table: "offerings", source: .here { Numbered.all($0.state.retireServers.offerings) },
    columns: { scene in
      let words = scene.words
      return [
        Table.Column(words("columns.offering"), width: 26, share: 1),
        Table.Column(words("columns.people"), width: 13, isTrailing: true),
        Table.Column(words("columns.still"), width: 13, isTrailing: true),
        Table.Column(words("columns.seldom"), width: 14, isTrailing: true, dropOrder: 1),
        Table.Column(words("columns.without-seat"), width: 13, isTrailing: true),
      ]
    }, key: { Int64($0.place) },
    cells: { row, _, _ in
      let use = row.value
      return [
        .plain(use.offering), .plain(String(use.people)), .plain(String(use.stillUsing)),
        .text(String(use.seldom), .dim),
        use.withoutSeat == 0 ? .plain("0") : .text(String(use.withoutSeat), .warning),
      ]
    },
    orders: [
      ListOrder(column: 1, key: .given(isDescending: true)), ListOrder(column: 0, key: .text),
      ListOrder(column: 2, key: .number { $0.value.stillUsing }),
      ListOrder(column: 3, key: .number { $0.value.seldom }),
      ListOrder(column: 4, key: .number { $0.value.withoutSeat }),
    ], start: (1, true))

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.widgets = [Heading(words("title")), Paragraph(words("introduction"), style: .dim), Gap()]
    page.widgets += Self.list.widgets(scene)
    return page
  }

  func commands(_ scene: Scene) -> [Offer] { Self.list.offers(scene) }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened: return Self.list.open(&state) + [.retireServers(.readOfferings)]
    case .answered(.undone), .answered(.redone): return [.retireServers(.readOfferings)]
    case .pressed("offerings"):
      guard let use = Self.list.present(state) else { return [] }
      return Navigation.follow("propose", about: use.value.offering, &state)
    default: return Self.list.handle(event, &state) ?? []
    }
  }
}
