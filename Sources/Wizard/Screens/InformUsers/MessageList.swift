import Migration
import Widgets

/// Prepare step 4: what is to be said, in each language; and who hears it.
struct MessageList: Screen {
  let name = "message-list"

  /// A text: a kind in a language.
  private struct Row {
    var place: Int
    var kind: MessageKind
    var language: String
  }

  private static let list = ListPage<Row>(
    table: "texts", source: .here { scene in rows(scene.state) },
    columns: { scene in
      let words = scene.words
      return [
        Table.Column(words("columns.kind"), width: 16),
        Table.Column(words("columns.language"), width: 12),
        Table.Column(words("columns.whose"), width: 12, share: 1),
      ]
    }, key: { Int64($0.place) },
    cells: { row, _, scene in
      let words = scene.words
      let (_, isOwn) = MessageTexts.text(row.kind, row.language, scene.state)
      return [
        .plain(words("values.kind-\(row.kind.name)")),
        .plain(scene.words.of("fields").of("choices.", "language", "-" + row.language)),
        .text(words(isOwn ? "values.own" : "values.standard"), isOwn ? .plain : .dim),
      ]
    }, letters: .none)

  private static func rows(_ state: State) -> [Row] {
    MessageKind.allCases.flatMap { kind in state.languages.map { (kind, $0.language.code) } }
      .enumerated().map { Row(place: $0, kind: $1.0, language: $1.1) }
  }

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.widgets = [Heading(words("title")), Paragraph(words("introduction"), style: .dim)]
    page.widgets += Self.list.widgets(scene)
    // A subject is longer than a column: that of the row under the cursor stands below.
    if let row = Self.list.present(scene) {
      let subject = MessageTexts.text(row.kind, row.language, scene.state).text.subject
      page.widgets.append(Facts([Facts.Fact(words("columns.subject"), subject)]))
    }
    page.footer = [
      ButtonRow([
        .init("people", words("actions.people")), .init("carry-out", words("actions.carry-out")),
      ])
    ]
    page.firstFocus = Self.list.table
    return page
  }

  func commands(_ scene: Scene) -> [Offer] { Self.list.offers(scene, own: [Offer(.open)]) }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened, .answered(.undone), .answered(.redone): return [.informUsers(.readTexts)]
    case .pressed("texts"), .command(.open):
      guard let row = Self.list.present(state) else { return [] }
      return Navigation.follow("open", about: "\(row.kind.name)/\(row.language)", &state)
    case .pressed("people"): return Navigation.follow("people", &state)
    case .pressed("carry-out"): return Navigation.follow("carry-out", &state)
    default: return Self.list.handle(event, &state) ?? []
    }
  }
}
