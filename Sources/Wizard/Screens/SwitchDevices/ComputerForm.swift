import Canvas
import Migration
import Widgets

/// One computer more, or other details of one.
struct ComputerForm: Screen {
  let name = "computer-form"

  private static let form = FormPage<ComputerDetails>([
    .init(ComputerFields.name, \.name), .init(ComputerFields.people, \.logins),
    .init(ComputerFields.group, \.group), .init(ComputerFields.system, \.system),
  ])

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let isNew = scene.visit.argument.isEmpty
    if !isNew, ComputerText.computer(scene.state) == nil {
      var page = Form.gone(words("notes.gone"), scene)
      page.isLoading = scene.state.switchDevices.computerAsked != ComputerText.id(scene.visit)
      return page
    }
    var page = Page()
    page.dialogTitle = words(isNew ? "title" : "labels.correct")
    page.widgets = Self.form.widgets(scene)
    page.footer = [Form.buttons(.init("keep", words("actions.keep")), scene)]
    page.firstFocus = isNew ? ComputerFields.name.name : ComputerFields.people.name
    page.defaultButton = "keep"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened, .answered(.undone), .answered(.redone):
      guard !state.visit.argument.isEmpty else { return [] }
      return [.switchDevices(.readComputer(ComputerText.id(state.visit)))]
    case .answered(.switchDevices(.computer(let computer))):
      state.switchDevices.computerAsked = ComputerText.id(state.visit)
      if let computer { Self.form.show(computer.details, &state) }
      return []
    case .answered(.refused(.switchDevices(.computerTaken))):
      return Focus.move(to: ComputerFields.name.name, &state)
    case .pressed("keep"): return keep(&state)
    case .pressed("cancel"), .answered(.applied): return Form.leave(&state)
    default: return []
    }
  }

  private func keep(_ state: inout State) -> [Effect] {
    let known = ComputerText.computer(state)
    return Self.form.accept(into: known?.details ?? ComputerDetails(), &state) { details, state in
      if details == known?.details { return Form.leave(&state) }
      return [.apply(.switchDevices(.saveComputer(known?.id, details)))]
    }
  }
}
