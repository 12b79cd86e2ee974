import Canvas
import Migration
import Widgets

/// *Import to assign*: a list whose people each get a seat; new ones are added in the same go.
struct AssignImport: Screen {
  let name = "assign-import"

  func page(_ scene: Scene) -> Page {
    guard let product = SeatText.product(scene.state) else { return SeatText.gone(scene) }
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = Tabs.assign("import", product, scene)
    page.widgets += FilePicker.widgets(scene, label: words("labels.path"))
    page.footer = [
      Form.buttons(.init("read", words("actions.read")), scene)
    ]
    page.firstFocus = "path"
    page.defaultButton = "read"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard SeatText.product(state) != nil else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    let effects = FilePicker.handle(event, &state) { .readFile(path: $0) }
    if let effects { return effects }
    switch event {
    case .pressed("cancel"): return Form.leave(&state)
    case .pressed(let id): return Tabs.assign.pressed(id, &state) ?? []
    case .answered(.createUsers(.review)):
      return Navigation.follow("review", about: state.visit.argument, &state)
    default: return []
    }
  }
}
