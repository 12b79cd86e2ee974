import Canvas
import Migration
import Widgets

/// What was done: the hand-overs, and what undo and redo would do next.
struct Journal: Screen {
  let name = "journal"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.widgets = [
      Heading(words("title")), Paragraph(words("introduction"), style: .dim), Gap(),
      Table(
        id: "entries", name: words("title"),
        columns: [
          Table.Column(words("columns.when"), width: 18),
          Table.Column(words("columns.what"), width: 25, share: 1),
          Table.Column(words("columns.subject"), width: 18, share: 1),
          Table.Column("", width: 8),
        ], rows: Table.Rows(scene.state.journal) { row($0, scene) },
        cursor: scene.memory.rows("entries").cursor, top: scene.memory.rows("entries").top,
        emptyText: words("notes.empty")),
    ]
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened, .answered(.undone), .answered(.redone): [.readJournal]
    default: []
    }
  }

  private func row(_ entry: JournalEntry, _ scene: Scene) -> Table.Row {
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
    return Table.Row(
      key: entry.number,
      items: [
        .text("\(scene.day(entry.moment.day)) \(entry.moment.clock)", .dim),
        .text(what, isHeld ? .plain : .disabled),
        .plain(subject(entry, scene)),
        .text(note, .dim),
      ])
  }

  /// Whom or what an entry is about: a person, a group, or the number of a hand-over.
  private func subject(_ entry: JournalEntry, _ scene: Scene) -> String {
    if entry.isPersonal, scene.state.look.isMasked { return Mask.text(entry.subject, tag: nil) }
    return Int(entry.subject) == nil
      ? entry.subject : scene.words("values.number", ["number": entry.subject])
  }
}
