import Canvas
import Migration
import Widgets

/// What files tell of computers, before any of it is taken over.
struct ReviewDevices: Screen {
  let name = "review-devices"

  private static let list = ListPage<Numbered<DeviceBatch.Told>>(
    table: "computers", title: { $0.words("labels.computers") },
    source: .here { Numbered.all($0.state.switchDevices.review?.batch.told ?? []) },
    columns: { scene in
      let words = scene.words
      return [
        Table.Column(words("columns.computer"), width: 14, share: 2, isPersonal: true),
        Table.Column(words("columns.source"), width: 19, share: 1),
        Table.Column(words("columns.day"), width: 11),
        Table.Column(words("columns.products"), width: 9, isTrailing: true),
        Table.Column(words("columns.switched"), width: 12, isTrailing: true),
        Table.Column(words("columns.failed"), width: 7, isTrailing: true, dropOrder: 1),
      ]
    }, key: { Int64($0.place) }, cells: { row, _, scene in cells(row.value, scene) },
    empty: { $0.words("notes.nothing") })

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    guard let review = scene.state.switchDevices.review else {
      return Form.gone(words("notes.gone"), scene)
    }
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
    below += ReviewPage.unread(review.failures, words)
    return ReviewPage(
      facts: facts(review, scene), list: Self.list, below: below,
      take: .init("take", words("actions.take"))
    ).page(scene, words)
  }

  func commands(_ scene: Scene) -> [Offer] {
    scene.state.switchDevices.review == nil ? [] : Self.list.offers(scene)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .pressed("take"):
      guard let review = state.switchDevices.review else { return Navigation.back(&state) }
      return [.switchDevices(.take(review.batch))]
    case .pressed("cancel"):
      state.switchDevices.review = nil
      return Navigation.back(&state)
    case .answered(.applied):
      state.switchDevices.review = nil
      return Navigation.finish(by: "done", &state)
    default: return Self.list.handle(event, &state) ?? []
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
    facts += ReviewPage.files(review.batch.files, words)
    return facts
  }

  private static func cells(_ told: DeviceBatch.Told, _ scene: Scene) -> [Table.Item] {
    let words = scene.words
    let hasProducts = told.source != .deviceList
    let switched = told.products.count { $0.method == .user }
    let failed = told.products.count { !$0.failure.isEmpty }
    return [
      .plain(told.computer.name), .plain(words("values.kind-\(told.source.name)")),
      .plain(told.moment.map { scene.day($0.day) } ?? ""),
      .plain(hasProducts ? String(told.products.count) : ""),
      .plain(hasProducts ? String(switched) : ""),
      failed > 0 ? .text(String(failed), .error) : .plain(""),
    ]
  }
}
