import Canvas
import Migration
import Widgets

/// One hand-over: its files, the portal's clicks in order, the traps, and the question "done?".
struct HandOverPage: Screen {
  let name = "hand-over"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    guard let handOver = handOver(scene.state) else {
      page.widgets = [
        Heading(words("title")), Paragraph(words("notes.gone")),
        ItemList([ItemList.Item("back", words.common("actions.back"))]),
      ]
      return page
    }
    let number = String(handOver.number)
    page.widgets = [
      Heading(
        words("labels.number", ["number": number]), remark: scene.day(handOver.writtenOn)),
      Facts([
        Facts.Fact(words("labels.rows"), words("counts.rows", count: handOver.rowCount)),
        Facts.Fact(words("labels.files"), handOver.files.joined(separator: "\n")),
        Facts.Fact(words("labels.stage"), stage(handOver, scene)),
      ]),
      Rule(words("labels.clicks")),
      Reader(id: "clicks", text: clicks(scene), top: scene.memory.rows("clicks").top),
    ]
    page.footer = [ButtonRow(buttons(handOver, scene))]
    // Never on Done: whoever presses Enter twice must not state what nobody did.
    page.firstFocus = "clicks"
    page.defaultButton = handOver.stage == .written ? "done" : nil
    return page
  }

  func commands(_ scene: Scene) -> [Offer] { [Offer(.copy)] }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard let handOver = handOver(state) else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    switch event {
    case .pressed("done"), .pressed("sent-again"):
      return [.apply(.stateHandOver(handOver.number, state.moment.day))]
    case .pressed("failed"): return [.apply(.withdrawHandOver(handOver.number))]
    case .pressed("later"): return Navigation.back(&state)
    case .command(.copy):
      guard !state.look.isMasked else {
        state.notice = Notice(.problem, "copy-masked")
        return [.bell]
      }
      return [.copy(handOver.files.joined(separator: "\n"))]
    default: return []
    }
  }

  private func handOver(_ state: State) -> HandOver? {
    state.summary.handOvers.first { String($0.number) == state.visit.argument }
  }

  private func stage(_ handOver: HandOver, _ scene: Scene) -> String {
    guard case .text(let text, _) = HandOverStage.item(handOver, scene) else { return "" }
    return text
  }

  private func clicks(_ scene: Scene) -> String {
    let words = scene.words
    let team = scene.setup.team
    let pick = team.isEmpty ? words("briefing.pick") : words("briefing.pick-team", ["team": team])
    return words("briefing.clicks", ["pick": pick]) + "\n\n" + words("briefing.traps")
  }

  private func buttons(_ handOver: HandOver, _ scene: Scene) -> [ButtonRow.Button] {
    let words = scene.words
    let again = ButtonRow.Button("sent-again", words("actions.sent-again"))
    let isOld = handOver.statedOn.map { $0 < scene.today } ?? false
    return switch handOver.stage {
    case .written:
      [
        .init("later", words("actions.later")), .init("failed", words("actions.failed")),
        .init("done", words("actions.done")),
      ]
    case .stated:
      [.init("later", words.common("actions.back")), .init("failed", words("actions.take-back"))]
        + (isOld ? [again] : [])
    case .withdrawn: [.init("later", words.common("actions.back"))]
    }
  }
}
