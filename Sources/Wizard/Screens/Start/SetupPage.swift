import Canvas
import Migration
import Widgets

/// What a migration begins with; later the same page corrects it.
struct SetupPage: Screen {
  let name = "setup"

  private static let startDate = FormPage<Setup>.Line(SetupFields.startDate, \.startDate)

  private static let form = FormPage<Setup>([
    .init(SetupFields.organisation, \.organisation), .init(SetupFields.team, \.team), startDate,
    .init(SetupFields.singleUserLicences, \.hasSingleUserLicences),
    .init(SetupFields.directory, \.directory), .init(SetupFields.role, \.role),
    .init(SetupFields.language, \.language), .init(SetupFields.helpdeskName, \.helpdesk.name),
    .init(SetupFields.helpdeskTelephone, \.helpdesk.telephone),
    .init(SetupFields.helpdeskAddress, \.helpdesk.address),
  ])

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let isNew = scene.summary.setup == nil
    var page = Page()
    page.widgets = [
      Heading(words(isNew ? "title" : "labels.goal")),
      Paragraph(words(isNew ? "introduction" : "notes.correct"), style: .dim),
    ]
    page.widgets += Self.form.widgets(scene, notes: [SetupFields.startDate.name: rightsEnd(scene)])
    let start = words(isNew ? "actions.start" : "actions.keep")
    page.footer = [Form.buttons(.init("start", start), scene)]
    page.defaultButton = "start"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened, .answered(.undone), .answered(.redone):
      Self.form.show(state.setup, &state)
      return []
    case .chose(SetupFields.language.name):
      let code = Self.form.typed(into: state.setup, state.memory).language
      if let place = state.languages.firstIndex(where: { $0.language.code == code }) {
        state.language = place
      }
      return []
    case .pressed("start"):
      return Self.form.accept(into: state.setup, &state) { setup, state in
        state.session.path.isEmpty && !state.session.isDemo
          ? [.makeSession(setup)] : [.apply(.setUp(setup))]
      }
    case .pressed("cancel"): return Form.leave(&state)
    case .answered(.applied):
      Navigation.forget(&state)
      return Navigation.jump(by: "done", &state)
    default: return []
    }
  }

  private func rightsEnd(_ scene: Scene) -> Paragraph {
    let words = scene.words
    let start = FormPage([Self.startDate]).typed(into: Setup(), scene.memory)
    let end = start.networkRightsEnd
    let told = end.map { words("notes.rights-end", ["day": words.fullDay($0)]) }
    return Paragraph("  " + (told ?? words("notes.no-start")), style: .dim)
  }
}
