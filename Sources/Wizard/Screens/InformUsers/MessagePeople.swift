import Canvas
import Migration
import Widgets

/// Who gets a message of a kind, and who does not, with the reason.
struct MessagePeople: Screen {
  let name = "message-people"

  /// Somebody of the list: with what is said to the person, or with the reason for nothing.
  struct Row: Sendable {
    var id: UserID
    var name: String
    var person: MessagePerson?
    var reason: LeftOutPerson.Reason?
  }

  private static let list = ListPage<Row>(
    table: "people", source: .here { scene in rows(scene.state) },
    columns: { scene in
      let words = scene.words
      return [
        Table.Column(words("columns.name"), width: 20, share: 1, isPersonal: true),
        Table.Column(words("columns.products"), width: 24, share: 1, dropOrder: 1),
        Table.Column(words("columns.group"), width: 9, dropOrder: 2),
        Table.Column(words("columns.state"), width: 25),
      ]
    }, key: { $0.id.number },
    cells: { row, _, scene in
      [
        .plain(row.name), .plain(row.person?.products.joined(separator: ", ") ?? ""),
        .plain(row.person?.details.group ?? ""), state(row, scene),
      ]
    })

  private static func state(_ row: Row, _ scene: Scene) -> Table.Item {
    guard let reason = row.reason else {
      return .marked(.told(.planned), scene.words("values.gets"))
    }
    let mark: Mark = reason == .told || reason == .signedIn ? .told(.stated) : Mark(.notApplicable)
    return .marked(mark, scene.words("values.\(reason.rawValue)"), .dim)
  }

  private static func rows(_ state: State) -> [Row] {
    guard let audience = state.informUsers.audience else { return [] }
    return audience.people.map {
      Row(id: $0.id, name: $0.details.fullName, person: $0, reason: nil)
    } + audience.leftOut.map { Row(id: $0.id, name: $0.name, person: nil, reason: $0.reason) }
  }

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let audience = scene.state.informUsers.audience
    var page = Page()
    page.widgets = [
      Heading(
        words("title"),
        remark: [
          words("counts.people", count: audience?.people.count ?? 0),
          words("counts.left-out", count: audience?.leftOut.count ?? 0),
        ].joined(separator: " · ")),
      MessageKindChoice.widget(scene),
    ]
    page.widgets += Self.list.widgets(scene)
    page.footer = [
      ButtonRow([
        .init("preview", words("actions.preview")),
        .init("carry-out", words("actions.carry-out")),
      ])
    ]
    page.firstFocus = Self.list.table
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    Self.list.offers(scene, own: [Offer(.open, unless: Self.list.noRow(scene))])
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened, .chose(MessageKindChoice.id), .answered(.applied), .answered(.undone),
      .answered(.redone):
      if case .chose = event { Self.list.toTop(&state) }
      return [
        .informUsers(.readAudience(MessageKindChoice.kind(state.memory), group: nil))
      ]
    case .pressed("people"), .pressed("preview"), .command(.open):
      guard let row = Self.list.present(state) else { return [] }
      let kind = MessageKindChoice.kind(state.memory)
      return Navigation.follow("open", about: "\(kind.name)/\(row.id.number)", &state)
    case .pressed("carry-out"): return Navigation.follow("carry-out", &state)
    default: return Self.list.handle(event, &state) ?? []
    }
  }
}

/// Which kind of message a page is about.
enum MessageKindChoice {
  /// What the focus calls it.
  static let id = "message-kind"

  /// The choice.
  static func widget(_ scene: Scene) -> ChoiceBox {
    let words = scene.words.of("message-list")
    return ChoiceBox(
      id: id, label: words("columns.kind"),
      options: MessageKind.allCases.map { words("values.kind-\($0.name)") },
      chosen: scene.memory.choices[id] ?? 0)
  }

  /// The kind that is chosen.
  static func kind(_ memory: Memory) -> MessageKind {
    MessageKind(rawValue: (memory.choices[id] ?? 0) + 1) ?? .announcement
  }
}
