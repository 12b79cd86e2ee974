import Canvas
import Migration
import Widgets

/// What files tell of computers, before any of it is taken over.
struct ReviewDevices: Screen {
  let name = "review-devices"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    guard let review = scene.state.switchDevices.review else {
      return Form.gone(words("notes.gone"), scene)
    }
    let rows = scene.memory.rows("computers")
    let told = review.batch.told
    let table = Table(
      id: "computers", name: words("labels.computers"),
      columns: [
        Table.Column(words("columns.computer"), width: 14, share: 2, isPersonal: true),
        Table.Column(words("columns.source"), width: 14, share: 1),
        Table.Column(words("columns.day"), width: 11),
        Table.Column(words("columns.products"), width: 9, isTrailing: true),
        Table.Column(words("columns.switched"), width: 12, isTrailing: true),
        Table.Column(words("columns.failed"), width: 7, isTrailing: true, dropOrder: 1),
      ],
      rows: told.enumerated().map { row($1, place: $0, scene) }, cursor: rows.cursor,
      top: rows.top, emptyText: words("notes.nothing"))
    var below: [any Widget] = []
    if review.refused + review.duplicates + review.ahead > 0 {
      let left = [
        review.refused > 0 ? words("counts.refused", count: review.refused) : nil,
        review.duplicates > 0 ? words("counts.duplicates", count: review.duplicates) : nil,
        review.ahead > 0 ? words("counts.ahead", count: review.ahead) : nil,
      ]
      below.append(
        Paragraph(left.compactMap { $0 }.joined(separator: " · "), style: .warning))
    }
    for failure in review.failures.prefix(3) {
      below.append(
        Paragraph(
          words.of("messages")("messages.\(failure.key)", failure.arguments), style: .warning))
    }
    return ReviewPage(
      facts: facts(review, scene), rows: table, below: below,
      take: .init("take", words("actions.take"))
    ).page(scene, words)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .pressed("take"), .pressed("computers"):
      guard let review = state.switchDevices.review else { return Navigation.back(&state) }
      return [.switchDevices(.take(review.batch))]
    case .pressed("cancel"):
      state.switchDevices.review = nil
      return Navigation.back(&state)
    case .answered(.applied):
      state.switchDevices.review = nil
      return Navigation.finish(by: "done", &state)
    default: return []
    }
  }

  private func facts(_ review: DevicesReview, _ scene: Scene) -> [Facts.Fact] {
    let words = scene.words
    let kinds = DeviceSource.allCases.filter { kind in
      review.batch.told.contains { $0.source == kind }
    }
    var facts = [
      Facts.Fact(
        words("labels.kind"),
        kinds.map { words("values.kind-\($0.name)") }.joined(separator: ", "))
    ]
    if let first = review.batch.files.first {
      let more = review.batch.files.count - 1
      facts.append(
        Facts.Fact(
          words("labels.from"), more > 0 ? "\(first) \(words("counts.more", count: more))" : first))
    }
    return facts
  }

  private func row(_ told: DeviceBatch.Told, place: Int, _ scene: Scene) -> Table.Row {
    let words = scene.words
    let hasProducts = told.source != .deviceList
    let switched = told.products.count { $0.method == .user }
    let failed = told.products.count { !$0.failure.isEmpty }
    return Table.Row(
      key: Int64(place),
      items: [
        .plain(told.computer.name), .plain(words("values.kind-\(told.source.name)")),
        .plain(told.moment.map { scene.day($0.day) } ?? ""),
        .plain(hasProducts ? String(told.products.count) : ""),
        .plain(hasProducts ? String(switched) : ""),
        failed > 0 ? .text(String(failed), .error) : .plain(""),
      ])
  }
}
