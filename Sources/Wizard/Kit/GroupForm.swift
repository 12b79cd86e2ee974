import Migration
import Widgets

/// A group (pilot, wave, office) for what was chosen: typed, or one of those that there are.
struct GroupForm: Sendable {
  /// The field for it.
  let field: Field
  /// The groups that there are.
  let groups: @Sendable (Summary) -> [Summary.GroupCount]

  private let form: FormPage<String>

  /// Makes a form for a field.
  init(
    field: Field, groups: @escaping @Sendable (Summary) -> [Summary.GroupCount]
  ) {
    self.field = field
    self.groups = groups
    form = FormPage([.init(field, \.self)])
  }

  /// The page; so many are chosen.
  func page(_ scene: Scene, chosen count: Int) -> Page {
    let words = scene.words
    let groups = groups(scene.summary)
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [Paragraph(words("counts.introduction", count: count)), Gap()]
    page.widgets += form.widgets(scene)
    if !groups.isEmpty {
      page.widgets += [Gap(), Paragraph(words("labels.there-are"), style: .dim)]
      page.widgets.append(
        ItemList(
          groups.prefix(6).enumerated().map { index, group in
            ItemList.Item(
              "group.\(index)", group.name,
              remark: words("counts.members", count: group.count))
          }))
    }
    page.footer = [Form.buttons(.init("keep", words("actions.keep")), scene)]
    page.defaultButton = "keep"
    return page
  }

  /// What happens on it; `put` does something with the group.
  func handle(
    _ event: Event, _ state: inout State, _ put: (String, inout State) -> [Effect]
  ) -> [Effect] {
    switch event {
    case .opened(isReturn: false):
      state.memory.begin()
      return []
    case .pressed("cancel"), .answered(.applied): return Form.leave(&state)
    case .pressed(let id) where id.hasPrefix("group."):
      let groups = groups(state.summary)
      guard let index = Int(id.dropFirst("group.".count)), groups.indices.contains(index) else {
        return []
      }
      state.memory.setText(field.name, groups[index].name)
      return form.accept(into: "", &state, put)
    case .pressed: return form.accept(into: "", &state, put)
    default: return []
    }
  }
}
