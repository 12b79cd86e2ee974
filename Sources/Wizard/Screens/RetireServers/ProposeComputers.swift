import Canvas
import Migration
import Widgets

/// Products on computers that the network use shows, looked through before step 3 gets them.
struct ProposeComputers: Screen {
  let name = "propose-computers"

  private static let list = ListPage<Numbered<InstallationDetails>>(
    table: "computers", source: .here { Numbered.all($0.state.switchDevices.proposed?.new ?? []) },
    columns: { scene in
      let words = scene.words
      return [
        Table.Column(words("columns.computer"), width: 16, share: 2, isPersonal: true),
        Table.Column(words("columns.product"), width: 20, share: 2),
        Table.Column(words("columns.login"), width: 16, share: 1, isPersonal: true),
      ]
    }, key: { Int64($0.place) },
    cells: { row, _, _ in
      [.plain(row.value.computer), .plain(row.value.product), .plain(row.value.login)]
    }, letters: .none)

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let proposed = scene.state.switchDevices.proposed
    let new = proposed?.new ?? []
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [
      Paragraph(words("counts.new", count: new.count)),
      Paragraph(
        [
          words("counts.known", count: proposed?.known ?? 0),
          words("counts.nameless", count: proposed?.nameless ?? 0),
        ].joined(separator: " · "), style: .dim),
      Self.list.widget(scene),
    ]
    page.footer = [
      ButtonRow([
        .init(
          "add", words("counts.add", count: new.count),
          reason: new.isEmpty ? words("notes.empty") : nil),
        .init("cancel", words.common("actions.cancel")),
      ])
    ]
    page.firstFocus = new.isEmpty ? "cancel" : "add"
    page.defaultButton = "add"
    page.isLoading = proposed == nil
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened:
      state.switchDevices.proposed = nil
      return [.switchDevices(.readProposed(NetworkUsePage.choice(state)))]
    case .pressed("add"):
      guard let new = state.switchDevices.proposed?.new, !new.isEmpty else { return [.bell] }
      return [.apply(.switchDevices(.add(new)))]
    case .pressed("cancel"): return Navigation.back(&state)
    case .answered(.applied):
      Navigation.forget(&state)
      state.switchDevices.proposed = nil
      return Navigation.follow("done", &state)
    default: return []
    }
  }
}
