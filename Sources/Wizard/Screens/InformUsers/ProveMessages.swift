import Canvas
import Migration
import Widgets

/// Prove step 4: who was told, whose message came back, who signed in since, and whom to remind.
struct ProveMessages: Screen {
  let name = "prove-messages"

  private static let list = ListPage<InformedPerson>(
    table: "people", source: .here { scene in people(scene) },
    columns: { scene in
      let words = scene.words
      return [
        Table.Column(words("columns.name"), width: 20, share: 1, isPersonal: true),
        Table.Column(words("columns.products"), width: 18, share: 1, dropOrder: 1),
        Table.Column(words("columns.state"), width: 38),
      ]
    }, key: { $0.person.id.number },
    cells: { person, _, scene in
      [
        .plain(person.person.details.fullName),
        .plain(person.person.products.joined(separator: ", ")), state(person, scene),
      ]
    }, narrowing: .parts(Part.allCases.count))

  /// A part of the list.
  enum Part: Int, CaseIterable {
    case all, chase, failed, untold

    var name: String {
      switch self {
      case .all: "all"
      case .chase: "chase"
      case .failed: "failed"
      case .untold: "untold"
      }
    }

    func has(_ person: InformedPerson, today: Day) -> Bool {
      switch self {
      case .all: true
      case .chase: person.isToChase(today: today)
      case .failed: MessageKind.allCases.contains { person.notice($0).standing == .failed }
      case .untold: person.notice(.switchOver).standing == .none
      }
    }
  }

  private static func part(_ memory: Memory) -> Part { Part(rawValue: list.part(memory)) ?? .all }

  private static func people(_ scene: Scene) -> [InformedPerson] {
    let part = part(scene.memory)
    return scene.state.informUsers.informed.filter { part.has($0, today: scene.today) }
  }

  private static func state(_ person: InformedPerson, _ scene: Scene) -> Table.Item {
    let words = scene.words
    // The furthest of its messages tells; what came back tells first.
    let notices = MessageKind.allCases.map { ($0, person.notice($0)) }
    let shown =
      notices.first { $0.1.standing == .failed } ?? notices.last { $0.1.standing != .none }
    guard let (kind, notice) = shown else {
      return .marked(.told(.planned), words("values.none"))
    }
    let arguments = [
      "kind": words.of("message-list")("values.kind-\(kind.name)"),
      "day": notice.since.map { scene.day($0) } ?? "",
    ]
    func said() -> String { words("values.\(notice.standing.name)", arguments) }
    switch notice.standing {
    case .none, .written: return .marked(.told(.planned), said())
    case .stated:
      return person.isToChase(today: scene.today)
        ? .marked(.told(.attention), words("values.chase", arguments))
        : .marked(.told(.stated), said())
    case .proven: return .marked(.told(.proven), said())
    case .failed:
      let reason = Bounce.Reason(rawValue: notice.reason) ?? .other
      return .marked(.told(.failed), words("values.reason-\(reason.rawValue)", arguments))
    }
  }

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let funnel = scene.summary.funnel(of: .informUsers)
    var page = Page()
    page.widgets = [
      Heading(words("title"), remark: words("values.part-\(Self.part(scene.memory).name)")),
      Paragraph(words("introduction"), style: .dim),
      Paragraph(
        [
          words("counts.told", count: funnel.stated, ["total": String(funnel.total)]),
          words("counts.signed-in", count: funnel.proven),
          words("counts.failed", count: scene.summary.messages.failed),
          words("counts.chase", count: scene.summary.messages.toChase),
        ].joined(separator: " · ")),
    ]
    if let day = scene.summary.informedOn {
      page.widgets.append(
        Paragraph(words("notes.bare-word", ["day": scene.day(day)]), style: .dim))
    }
    page.widgets += Self.list.widgets(scene)
    page.widgets.append(
      FieldBox(
        id: "bounces", label: words("labels.bounces"),
        input: scene.memory.inputs["bounces"] ?? TextInput(), columns: 60))
    page.footer = [
      ButtonRow([
        .init("read", words("actions.read")),
        .init("remind", words("actions.remind")), .init("informed", words("actions.informed")),
      ])
    ]
    page.firstFocus = Self.list.table
    return page
  }

  func commands(_ scene: Scene) -> [Offer] { Self.list.offers(scene) }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened, .answered(.applied), .answered(.undone), .answered(.redone):
      return [.informUsers(.readInformed), .readSummary]
    case .pressed("remind"):
      HandOverMessages.choose(.reminder, &state)
      return Navigation.follow("hand-over", &state)
    case .pressed("read"), .pressed("bounces"):
      let path = state.memory.text("bounces")
      guard !path.isEmpty else {
        state.notice = Notice(.problem, "no-path")
        return Focus.move(to: "bounces", &state) + [.bell]
      }
      return [.informUsers(.readBounces(path: path))]
    case .pressed("informed"): return Navigation.follow("informed", &state)
    case .pressed("people"):
      guard let row = Self.list.present(state) else { return [] }
      return Navigation.follow("open", about: String(row.person.id.number), &state)
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  /// Opens the list on a part; Esc leads back from there at once.
  static func turn(to part: Part, _ state: inout State) {
    Self().remember(&state) { list.open(on: part.rawValue, &$0) }
  }
}
