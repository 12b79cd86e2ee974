import Canvas
import Migration
import Widgets

/// One hand-over of seats: its files, the portal's clicks in order, the traps, and "done?".
struct SeatHandOver: Screen {
  let name = "seat-hand-over"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    guard let handOver = handOver(scene.state) else {
      page.widgets = [
        Heading(words("title")), Paragraph(words("notes.gone")),
        ItemList([ItemList.Item("later", words.common("actions.back"))]),
      ]
      return page
    }
    page.widgets = [
      Heading(
        words("labels.number", ["number": String(handOver.number)]),
        remark: scene.day(handOver.writtenOn)),
      Facts([
        Facts.Fact(words("labels.rows"), words("counts.rows", count: handOver.rowCount)),
        Facts.Fact(words("labels.files"), files(handOver)),
        Facts.Fact(words("labels.stage"), HandOverStage.text(handOver, scene)),
      ]),
    ]
    page.widgets += overwritten(handOver, scene)
    page.widgets += [
      Rule(words("labels.clicks")),
      Reader(id: "clicks", text: clicks(scene), top: scene.memory.rows("clicks").top),
    ]
    page.footer = [ButtonRow(buttons(handOver, words))]
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
    case .pressed("done"): return [.apply(.stateHandOver(handOver.number, state.moment.day))]
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
    state.summary.handOvers.first {
      String($0.number) == state.visit.argument && $0.step == .assignProducts
    }
  }

  /// What does not fit any more, since the portal has more than it had when the files were written.
  private func overwritten(_ handOver: HandOver, _ scene: Scene) -> [any Widget] {
    let products = scene.summary.products
    // Its products are known by the names of its files, unless they are called otherwise since.
    let own = handOver.files.compactMap {
      AssignmentFileName.product(of: PathText.name(of: $0), among: products)?.id
    }
    guard handOver.stage == .written,
      let product = products.first(where: {
        $0.seats.isOverwritten && (own.isEmpty || own.contains($0.id))
      })
    else { return [] }
    return [
      Paragraph(
        scene.words(
          "notes.overwritten",
          [
            "product": product.details.name, "written": String(product.counts.written),
            "left": String(product.seats.available ?? 0),
          ]), style: .warning)
    ]
  }

  /// The first files; a hand-over of many products has more than a screen holds.
  private func files(_ handOver: HandOver) -> String {
    let most = 4
    let shown = handOver.files.prefix(most).joined(separator: "\n")
    let rest = handOver.files.count - most
    return rest > 0 ? "\(shown)\n+ \(rest)" : shown
  }

  private func clicks(_ scene: Scene) -> String {
    scene.words("briefing.clicks", ["team": scene.setup.team]) + "\n\n"
      + scene.words("briefing.traps", ["team": scene.setup.team])
  }

  private func buttons(_ handOver: HandOver, _ words: Words) -> [ButtonRow.Button] {
    switch handOver.stage {
    case .written:
      [
        .init("later", words("actions.later")), .init("failed", words("actions.failed")),
        .init("done", words("actions.done")),
      ]
    case .stated:
      [.init("later", words.common("actions.back")), .init("failed", words("actions.take-back"))]
    case .withdrawn: [.init("later", words.common("actions.back"))]
    }
  }
}
