import Canvas
import Migration
import Widgets

/// A group (pilot, wave, office) for the chosen people.
struct GroupUsers: Screen {
  let name = "group-users"

  private static let form = FormPage<String>([.init(PersonFields.group, \.self)])

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [
      Paragraph(words("counts.introduction", count: UserTable.meant(scene.state).count)),
      Gap(),
    ]
    page.widgets += Self.form.widgets(scene)
    if !scene.summary.groups.isEmpty {
      page.widgets += [Gap(), Paragraph(words("labels.there-are"), style: .dim)]
      page.widgets.append(
        ItemList(
          scene.summary.groups.prefix(6).enumerated().map { index, group in
            ItemList.Item(
              "group.\(index)", group.name, remark: words("counts.people", count: group.count))
          }))
    }
    page.footer = [Form.buttons(.init("keep", words("actions.keep")), scene)]
    page.defaultButton = "keep"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened(isReturn: false):
      state.memory.begin()
      return []
    case .pressed("keep"), .pressed("group"): return keep(&state)
    case .pressed("cancel"), .answered(.applied): return Form.leave(&state)
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
    Self.form.accept(into: "", &state) { group, state in
      [.apply(.createUsers(.groupUsers(UserTable.meant(state), group)))]
    }
  }
}
