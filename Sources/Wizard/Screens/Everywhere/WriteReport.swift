import Canvas
import Migration
import Widgets

/// The whole migration as a page for the manager and the file, written where hand-overs go.
struct WriteReport: Screen {
  let name = "write-report"

  private static let names = "names"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [
      Paragraph(words("introduction")), Gap(),
      ChoiceBox(
        id: Self.names, label: words("labels.names"),
        options: [words("choices.shown"), words("choices.hidden")],
        chosen: Self.chosen(scene.memory, scene.state)),
      HandOverFolder.widget(scene, label: words("labels.folder")),
    ]
    page.footer = [Form.buttons(.init("write", words("actions.write")), scene)]
    page.defaultButton = "write"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened:
      HandOverFolder.propose(&state)
      return []
    case .pressed("write"):
      return HandOverFolder.write(&state) { folder, state in
        [
          .writeReport(
            folder: folder, isMasked: Self.chosen(state.memory, state) == 1,
            language: state.languages[state.language].language.code)
        ]
      }
    case .pressed("cancel"): return Form.leave(&state)
    case .answered(.written): return Navigation.back(&state)
    default: return []
    }
  }

  /// Who works with names hidden gets a report with names hidden, unless something else is chosen.
  private static func chosen(_ memory: Memory, _ state: State) -> Int {
    memory.choices[names] ?? (state.look.isMasked ? 1 : 0)
  }
}
