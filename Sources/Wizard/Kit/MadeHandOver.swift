import Migration
import Widgets

/// One hand-over that was made: its files, what is done with them elsewhere, and the question "done?".
struct MadeHandOver: Sendable {
  /// The step that it is of.
  let step: Step
  /// Whether the folder is copied, where there are many files.
  var copiesFolder = false

  /// The hand-over that a visit is about; nil where there is none such.
  func handOver(_ state: State) -> HandOver? {
    state.summary.handOvers.first {
      $0.step == step && String($0.number) == state.visit.argument
    }
  }

  /// The page about the hand-over that is visited, or that there is none such.
  func page(_ scene: Scene, _ page: (HandOver) -> Page) -> Page {
    handOver(scene.state).map(page) ?? Form.gone(scene.words("notes.gone"), scene)
  }

  /// What happens on it: what `own` does, else what is done on every such page.
  func handle(
    _ event: Event, _ state: inout State,
    _ own: (HandOver, inout State) -> [Effect]? = { _, _ in nil }
  ) -> [Effect] {
    guard let handOver = handOver(state) else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    return own(handOver, &state) ?? handle(event, handOver, &state) ?? []
  }

  /// The page: facts and notes above, what is done elsewhere to be read, and what is asked below.
  func page(
    _ handOver: HandOver, _ scene: Scene, facts: [Facts.Fact], notes: [any Widget] = [],
    clicks: String, below: [any Widget] = [], buttons: [ButtonRow.Button]
  ) -> Page {
    let words = scene.words
    var page = Page()
    page.widgets = [
      Heading(
        words("labels.number", ["number": String(handOver.number)]),
        remark: scene.day(handOver.writtenOn)),
      Facts(facts),
    ]
    page.widgets += notes
    page.widgets += [
      Rule(words("labels.clicks")),
      Reader(id: "clicks", text: clicks, top: scene.memory.rows("clicks").top),
    ]
    page.widgets += below
    page.footer = [ButtonRow(buttons)]
    // Never on Done: whoever presses Enter twice must not state what nobody did.
    page.firstFocus = "clicks"
    page.defaultButton = handOver.stage == .written ? "done" : nil
    return page
  }

  /// Its buttons; `done` are the words that say that it was done.
  func buttons(_ handOver: HandOver, done: String, _ scene: Scene) -> [ButtonRow.Button] {
    let words = scene.words
    let back = ButtonRow.Button("later", words.common("actions.back"))
    switch handOver.stage {
    case .written:
      return [
        .init("later", words("actions.later")), .init("failed", words("actions.failed")),
        .init("done", done),
      ]
    case .stated: return [back, .init("failed", words("actions.take-back"))]
    case .withdrawn: return [back]
    }
  }

  private func handle(
    _ event: Event, _ handOver: HandOver, _ state: inout State
  ) -> [Effect]? {
    switch event {
    case .pressed("done"): [.apply(.stateHandOver(handOver.number, state.moment.day))]
    case .pressed("failed"): [.apply(.withdrawHandOver(handOver.number))]
    case .pressed("later"): Navigation.back(&state)
    case .command(.copy):
      Self.copy(&state) {
        [
          .copy(
            copiesFolder
              ? PathText.folder(of: handOver.files.first ?? "")
              : handOver.files.joined(separator: "\n"))
        ]
      }
    default: nil
    }
  }

  /// Copies something, unless names are hidden: then that is said.
  static func copy(_ state: inout State, _ effects: () -> [Effect]) -> [Effect] {
    guard state.look.isMasked else { return effects() }
    state.notice = Notice(.problem, "copy-masked")
    return [.bell]
  }
}
