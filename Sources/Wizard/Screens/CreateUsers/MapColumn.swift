import Canvas
import Migration
import Widgets

/// What one column of a list becomes.
struct MapColumn: Screen {
  let name = "map-column"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    guard let facts = scene.state.createUsers.review?.facts, let place = place(scene.visit, facts)
    else {
      page.widgets = [
        Paragraph(words("notes.gone")),
        ItemList([ItemList.Item("cancel", words.common("actions.back"))]),
      ]
      return page
    }
    let example = facts.example.indices.contains(place) ? facts.example[place] : ""
    page.widgets = [
      Facts([
        Facts.Fact(words("labels.column"), ReadList.title(place, facts, words)),
        Facts.Fact(words("labels.example"), example, isPersonal: true),
      ]),
      ItemList(
        PeopleColumn.allCases.map { column in
          ItemList.Item("column-\(column.rawValue)", ReviewText.name(of: column, words))
        }),
    ]
    let now = ReadList.columns(scene.state, facts)[place]
    page.firstFocus = "column-\(now.rawValue)"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened(isReturn: false):
      Navigation.forget(&state)
      return []
    case .pressed(let id):
      if let facts = state.createUsers.review?.facts, let place = place(state.visit, facts),
        let column = PeopleColumn(rawValue: String(id.dropFirst("column-".count)))
      {
        ReadList.choose(column, for: place, &state)
      }
      Navigation.forget(&state)
      return Navigation.back(&state)
    default: return []
    }
  }

  private func place(_ visit: Visit, _ facts: PeopleListFacts) -> Int? {
    Int(visit.argument).flatMap { facts.columns.indices.contains($0) ? $0 : nil }
  }
}
