import Canvas
import Migration
import Widgets

/// What was done: the hand-overs, and what undo and redo would do next.
struct Journal: Screen {
  let name = "journal"

  /// The latest changes, the newest first.
  private static let list = ListPage<JournalEntry>(
    table: "entries", source: .here { $0.state.journal },
    columns: { scene in
      [
        Table.Column(scene.words("columns.when"), width: 18),
        Table.Column(scene.words("columns.what"), width: 25, share: 1),
        Table.Column(scene.words("columns.subject"), width: 18, share: 1),
        Table.Column("", width: 8),
      ]
    }, key: { $0.number }, cells: cells,
    orders: [
      ListOrder(column: 0, key: .given(isDescending: true)), ListOrder(column: 1, key: .text),
      ListOrder(column: 2, key: .text),
    ], start: (0, true))

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
    case .opened: Self.list.open(&state) + [.readJournal]
    case .answered(.undone), .answered(.redone): [.readJournal]
    default: Self.list.handle(event, &state) ?? []
    }
  }

  private static func cells(
    _ entry: JournalEntry, _ place: Int, _ scene: Scene
  ) -> [Table.Item] {
    let isHeld: Bool
    let note: String
    switch entry.stage {
    case .done: (isHeld, note) = (true, "")
    case .settled: (isHeld, note) = (true, scene.words("values.settled"))
    case .undone, .lapsed: (isHeld, note) = (false, scene.words("values.undone"))
    }
    let what =
      entry.name.map { scene.words("counts.\($0.text)", count: entry.count) }
      ?? scene.words("values.unknown-change")
    return [
      .text("\(scene.day(entry.moment.day)) \(entry.moment.clock)", .dim),
      .text(what, isHeld ? .plain : .disabled), .plain(subject(entry, scene)), .text(note, .dim),
    ]
  }

  /// Whom or what an entry is about: a person, a group, or the number of a hand-over.
  private static func subject(_ entry: JournalEntry, _ scene: Scene) -> String {
    if entry.isPersonal, scene.state.look.isMasked { return Mask.text(entry.subject, tag: nil) }
    return Int(entry.subject) == nil
      ? entry.subject : scene.words("values.number", ["number": entry.subject])
  }
}
