import Canvas
import Migration
import Widgets

/// Products on computers that the network use shows, looked through before step 3 gets them.
struct ProposeComputers: Screen {
  let name = "propose-computers"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let proposed = scene.state.switchDevices.proposed
    let new = proposed?.new ?? []
    let rows = scene.memory.rows("computers")
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [
      Paragraph(words("counts.new", count: new.count)),
      Paragraph(
        [
          words("counts.known", count: proposed?.known ?? 0),
          words("counts.nameless", count: proposed?.nameless ?? 0),
        ].joined(separator: " · "), style: .dim),
      Table(
        id: "computers", name: words("title"),
        columns: [
          Table.Column(words("columns.computer"), width: 16, share: 2, isPersonal: true),
          Table.Column(words("columns.product"), width: 20, share: 2),
          Table.Column(words("columns.login"), width: 16, share: 1, isPersonal: true),
        ], rows: new[shown(rows, new.count)].enumerated().map { row($1, key: Int64($0)) },
        first: shown(rows, new.count).lowerBound, total: new.count, cursor: rows.cursor,
        top: rows.top, emptyText: words("notes.empty")),
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

  /// The places that are made into rows: those in view and some around them.
  private func shown(_ rows: Memory.Rows, _ count: Int) -> Range<Int> {
    (max(0, rows.top - 40)..<rows.top + 80).clamped(to: 0..<count)
  }

  private func row(_ details: InstallationDetails, key: Int64) -> Table.Row {
    Table.Row(
      key: key, items: [.plain(details.computer), .plain(details.product), .plain(details.login)])
  }
}
