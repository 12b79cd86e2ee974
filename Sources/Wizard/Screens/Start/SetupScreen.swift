import Canvas
import Migration
import Widgets

/// What a migration begins with; later the same page corrects it.
struct SetupScreen: Screen {
  let name = "setup"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let isNew = scene.summary.setup == nil
    var page = Page()
    page.widgets = [
      Heading(words(isNew ? "title" : "labels.correct")),
      Paragraph(words(isNew ? "introduction" : "notes.correct"), style: .dim),
    ]
    for field in SetupFields.all {
      if case .choice = field.kind {
        page.widgets.append(scene.choiceBox(field))
      } else {
        page.widgets.append(scene.fieldBox(field))
      }
      if field.name == SetupFields.startDate.name { page.widgets.append(rightsEnd(scene)) }
    }
    page.footer = [
      ButtonRow([
        .init("start", words(isNew ? "actions.start" : "actions.keep")),
        .init("cancel", words.common("actions.cancel")),
      ])
    ]
    page.defaultButton = "start"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened, .answered(.undone), .answered(.redone):
      fill(&state)
      return []
    case .chose(SetupFields.language.name):
      let code = value(SetupFields.language, state)
      if let place = state.languages.firstIndex(where: { $0.language.code == code }) {
        state.language = place
      }
      return []
    case .pressed("start"): return finish(&state)
    case .pressed("cancel"):
      Navigation.forget(&state)
      return Navigation.back(&state)
    case .answered(.applied):
      Navigation.forget(&state)
      return Navigation.jump(by: "done", &state)
    default: return []
    }
  }

  private func rightsEnd(_ scene: Scene) -> Paragraph {
    let typed = SetupFields.startDate.normalise(scene.memory.text(SetupFields.startDate.name))
    let end = Day(text: typed).flatMap { Setup(startDate: $0).networkRightsEnd }
    return Paragraph(
      "  "
        + (end.map { scene.words("notes.rights-end", ["day": scene.words.fullDay($0)]) }
          ?? scene.words("notes.no-start")),
      style: .dim)
  }

  /// The setup as it is, or what a new one begins with, into the fields in which
  /// nobody typed.
  private func fill(_ state: inout State) {
    let setup = state.setup
    var memory = state.memory
    for field in SetupFields.all {
      let text = setup.text(of: field)
      if case .choice(let values) = field.kind {
        memory.offer(field.name, values.firstIndex(of: text) ?? 0)
      } else {
        memory.offer(field.name, text)
      }
    }
    state.memory = memory
  }

  private func value(_ field: Field, _ state: State) -> String {
    if case .choice(let values) = field.kind {
      let chosen = state.memory.choices[field.name] ?? 0
      return values.indices.contains(chosen) ? values[chosen] : ""
    }
    return field.normalise(state.memory.text(field.name))
  }

  private func finish(_ state: inout State) -> [Effect] {
    state.memory.hasTried = true
    for field in SetupFields.all
    where field.check(value(field, state)).contains(where: \.isError) {
      state.notice = Notice(.problem, "look-at-fields")
      return Focusing.move(to: field.name, &state) + [.bell]
    }
    var setup = state.setup
    for field in SetupFields.all { setup.set(field, to: value(field, state)) }
    if state.session.path.isEmpty, !state.session.isDemo { return [.makeSession(setup)] }
    return [.apply(.setUp(setup))]
  }
}
