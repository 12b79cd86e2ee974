import Canvas
import Migration
import Widgets

/// A group (pilot, wave, office) for the chosen computers.
struct GroupComputers: Screen {
  let name = "group-computers"

  private static let form = FormPage<String>([.init(ComputerFields.group, \.self)])

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let groups = scene.summary.devices.groups
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [
      Paragraph(words("counts.introduction", count: Computers.meant(scene.state).count)), Gap(),
    ]
    page.widgets += Self.form.widgets(scene)
    if !groups.isEmpty {
      page.widgets += [Gap(), Paragraph(words("labels.there-are"), style: .dim)]
      page.widgets.append(
        ItemList(
          groups.prefix(6).enumerated().map { index, group in
            ItemList.Item(
              "group.\(index)", group.name, remark: words("counts.computers", count: group.count))
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
    case .pressed("keep"), .pressed(ComputerFields.group.name): return keep(&state)
    case .pressed("cancel"), .answered(.applied): return Form.leave(&state)
    case .pressed(let id):
      let groups = state.summary.devices.groups
      guard let index = Int(id.dropFirst("group.".count)), groups.indices.contains(index) else {
        return []
      }
      state.memory.setText(ComputerFields.group.name, groups[index].name)
      return keep(&state)
    default: return []
    }
  }

  private func keep(_ state: inout State) -> [Effect] {
    Self.form.accept(into: "", &state) { group, state in
      [.apply(.switchDevices(.groupComputers(Computers.meant(state), group)))]
    }
  }
}
