import Canvas
import Migration
import Widgets

/// A group (pilot, wave, office) for the chosen people.
struct GroupUsers: Screen {
  let name = "group-users"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [
      Paragraph(words("counts.introduction", count: UserSelection.ids(scene.state).count)),
      Gap(),
      scene.fieldBox(PersonFields.group),
    ]
    if !scene.summary.groups.isEmpty {
      page.widgets += [Gap(), Paragraph(words("labels.there-are"), style: .dim)]
      page.widgets.append(
        ItemList(
          scene.summary.groups.prefix(6).enumerated().map { index, group in
            ItemList.Item(
              "group.\(index)", group.name, remark: words("counts.people", count: group.count))
          }))
    }
    page.footer = [
      ButtonRow([
        .init("keep", words("actions.keep")),
        .init("cancel", words.common("actions.cancel")),
      ])
    ]
    page.defaultButton = "keep"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .pressed("keep"), .pressed("group"): return keep(&state)
    case .pressed("cancel"), .answered(.applied):
      Navigation.forget(&state)
      return Navigation.back(&state)
    case .pressed(let id):
      guard let index = Int(id.dropFirst("group.".count)),
        state.summary.groups.indices.contains(index)
      else { return [] }
      state.memory.setText(PersonFields.group.name, state.summary.groups[index].name)
      return keep(&state)
    default: return []
    }
  }

  private func keep(_ state: inout State) -> [Effect] {
    state.memory.hasTried = true
    let field = PersonFields.group
    let value = field.normalise(state.memory.text(field.name))
    guard !field.check(value).contains(where: \.isError) else { return [.bell] }
    return [.apply(.groupUsers(UserSelection.ids(state), value))]
  }
}
