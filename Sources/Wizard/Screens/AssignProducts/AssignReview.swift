import Canvas
import Migration
import Widgets

/// The check before a list is taken over to assign: who is new, who is there, who is left out.
struct AssignReview: Screen {
  let name = "assign-review"

  func page(_ scene: Scene) -> Page {
    guard let product = SeatText.product(scene.state) else { return SeatText.gone(scene) }
    let words = scene.words
    guard let review = scene.state.review else {
      var page = Page()
      page.widgets = [
        Heading(words("title")), Paragraph(words("notes.gone")),
        ItemList([ItemList.Item("cancel", words.common("actions.back"))]),
      ]
      return page
    }
    let count = count(review)
    var page = Page()
    page.widgets = [
      Heading(words("title"), remark: product.details.name),
      Facts([
        Facts.Fact(words("labels.from"), review.path),
        Facts.Fact(words("labels.new"), String(review.count(.new))),
        Facts.Fact(
          words("labels.known"), String(review.count(.same) + review.count(.changed))),
        Facts.Fact(words("labels.left"), String(left(review))),
      ]),
    ]
    let short = count - (product.seats.free ?? count)
    if short > 0 {
      page.widgets.append(Paragraph(words("counts.short", count: short), style: .warning))
    }
    page.widgets += [Rule(words("labels.rows")), table(review, scene)]
    page.footer = [
      ButtonRow([
        .init("cancel", words.common("actions.cancel")),
        .init(
          "take-over", words("counts.take-over", count: count),
          reason: count == 0 ? words("errors.nobody") : nil),
      ])
    ]
    page.firstFocus = count > 0 ? "take-over" : "rows"
    page.defaultButton = "take-over"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard let product = SeatText.product(state), let review = state.review else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    switch event {
    case .pressed("take-over"):
      if let refused = SeatText.refuseReading(&state) { return refused }
      guard count(review) > 0 else {
        state.notice = Notice(.problem, "nothing-new")
        return [.bell]
      }
      state.work = LongWork(.takingOver, total: count(review))
      return [.takeOverAssigning(review, .keep, product.id)]
    case .pressed("cancel"):
      state.review = nil
      return Navigation.back(&state)
    case .answered(.applied):
      state.review = nil
      state.memories[Visit("assign-import", state.visit.argument).key] = nil
      Navigation.forget(&state)
      return Navigation.visit(Visit("product-page", state.visit.argument), &state)
    default: return []
    }
  }

  /// Rows that are taken over: new people and those who are there; doubtful ones are not.
  private func count(_ review: Review) -> Int {
    review.count(.new) + review.count(.same) + review.count(.changed)
  }

  private func left(_ review: Review) -> Int {
    review.count(.doubtful) + review.count(.refused) + review.count(.double)
  }

  private func table(_ review: Review, _ scene: Scene) -> Table {
    let words = scene.words
    let rows = scene.memory.rows("rows")
    let first = max(0, min(rows.top, review.kinds.count - 1))
    let seen = review.kinds.indices.dropFirst(first).prefix(scene.state.size.height)
    return Table(
      id: "rows", name: words("labels.rows"),
      columns: [
        Table.Column(words("columns.line"), width: 6, isTrailing: true),
        Table.Column(words("columns.name"), width: 18, share: 2, isPersonal: true),
        Table.Column(words("columns.address"), width: 20, share: 2, isPersonal: true, dropOrder: 1),
        Table.Column(words("columns.becomes"), width: 16),
      ],
      rows: seen.map { place in
        let row = review.batch.rows[place]
        let details = review.batch.details(of: row)
        let kind = review.kinds[place]
        return Table.Row(
          key: Int64(row.line),
          items: [
            .text(String(row.line), .dim), .plain("\(details.firstName) \(details.lastName)"),
            .plain(details.address),
            .text(words("values.kind-\(kind.name)"), style(kind)),
          ])
      }, first: first, total: review.kinds.count, cursor: rows.cursor, top: rows.top,
      emptyText: words("notes.gone"))
  }

  private func style(_ kind: Review.Kind) -> Style {
    switch kind {
    case .new, .same, .changed: .plain
    case .doubtful: .warning
    case .refused, .double: .error
    }
  }
}
