import Canvas
import Migration
import Widgets

/// An export of the portal beside the plan: what it proves, and the differences, each of which may be
/// decided either way.
struct SeatDifferences: Screen {
  let name = "seat-differences"

  private enum Kind: String, CaseIterable {
    case proves, gone, extra, unmatched, strangers
  }

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    guard let review = scene.state.seats.review else {
      page.widgets = [
        Heading(words("title")), Paragraph(words("notes.gone")),
        ItemList([ItemList.Item("cancel", words.common("actions.back"))]),
      ]
      return page
    }
    let kind = kind(scene.memory, review.comparison)
    page.widgets = [
      Heading(words("title"), remark: words("notes.nothing-taken")),
      Facts([
        Facts.Fact(words("labels.from"), "\(review.path) · \(scene.day(review.evidence.day))"),
        Facts.Fact(words("labels.team"), team(review, scene), style: teamStyle(review, scene)),
      ]),
      TabRow(
        Kind.allCases.map {
          TabRow.Tab(
            "kind-\($0.rawValue)",
            "\(words("labels.kind-\($0.rawValue)")) \(count($0, review.comparison))")
        }, present: "kind-\(kind.rawValue)"),
      table(scene, review, kind),
    ]
    page.footer = [
      ButtonRow([
        .init("cancel", words.common("actions.cancel")),
        .init("take-over", words("counts.take-over", count: review.comparison.proves.count)),
      ])
    ]
    page.firstFocus = "take-over"
    page.defaultButton = "take-over"
    if scene.memory.focus == "rows" { page.hint = words("labels.hint-\(kind.rawValue)") }
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    guard let review = scene.state.seats.review else { return [] }
    switch kind(scene.memory, review.comparison) {
    case .gone, .extra: return [Offer(.takeOver), Offer(.leaveOut)]
    default: return []
    }
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard let review = state.seats.review else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    switch event {
    case .opened(isReturn: true): return compare(review, &state)
    case .pressed("take-over"):
      if let refused = SeatText.refuseReading(&state) { return refused }
      return [.apply(review.change)]
    case .pressed("cancel"):
      state.seats.review = nil
      return Navigation.back(&state)
    case .pressed("rows"): return open(review, &state)
    case .pressed(let id) where id.hasPrefix("kind-"):
      let name = String(id.dropFirst("kind-".count))
      state.memory.choices["kind"] = Kind(rawValue: name).flatMap(Kind.allCases.firstIndex(of:))
      state.memory.tables["rows"] = nil
      return []
    case .command(.takeOver): return decide(followsPortal: true, &state)
    case .command(.leaveOut): return decide(followsPortal: false, &state)
    case .answered(.applied(let outcome, _)) where outcome.name == "prove-seats":
      state.seats.review = nil
      state.memories["prove-seats"] = nil
      Navigation.forget(&state)
      return Navigation.jump(to: Visit("by-product"), &state)
    case .answered(.undone), .answered(.redone): return compare(review, &state)
    default: return []
    }
  }

  private func compare(_ review: SeatReview, _ state: inout State) -> [Effect] {
    state.work = LongWork(.readingSeats)
    return [.compareSeats(review)]
  }

  // MARK: Parts

  private func team(_ review: SeatReview, _ scene: Scene) -> String {
    let named = review.teams.filter { !$0.isEmpty }
    guard !named.isEmpty else { return scene.words("values.no-team") }
    let own = scene.setup.team
    return named.contains(own) || own.isEmpty
      ? named.joined(separator: " · ")
      : scene.words("values.other-team", ["found": named.joined(separator: " · "), "own": own])
  }

  private func teamStyle(_ review: SeatReview, _ scene: Scene) -> Style {
    let named = review.teams.filter { !$0.isEmpty }
    return named.isEmpty || named.contains(scene.setup.team) ? .plain : .warning
  }

  private func count(_ kind: Kind, _ comparison: SeatComparison) -> Int {
    switch kind {
    case .proves: comparison.proves.count + comparison.confirms.count
    case .gone: comparison.gone.count
    case .extra: comparison.extra.count
    case .unmatched: comparison.unmatched.count
    case .strangers: comparison.strangers.count
    }
  }

  private func table(_ scene: Scene, _ review: SeatReview, _ kind: Kind) -> Table {
    let words = scene.words
    let rows = scene.memory.rows("rows")
    let total = kind == .proves ? 0 : count(kind, review.comparison)
    let first = max(0, min(rows.top, total - 1))
    let seen = Array((0..<total).dropFirst(first).prefix(scene.state.size.height))
    return Table(
      id: "rows", name: words("labels.kind-\(kind.rawValue)"),
      columns: [
        Table.Column(words("columns.what"), width: 24, share: 2, isPersonal: kind != .unmatched),
        Table.Column(words("columns.product"), width: 22, share: 1),
        Table.Column(words("columns.becomes"), width: 22),
      ],
      rows: seen.map { row(kind, $0, review, words) }, first: first, total: total,
      cursor: rows.cursor, top: rows.top,
      emptyText: kind == .proves
        ? words(
          "values.proves",
          [
            "new": String(review.comparison.proves.count),
            "known": String(review.comparison.confirms.count),
          ]) : words("notes.none"))
  }

  private func row(
    _ kind: Kind, _ place: Int, _ review: SeatReview, _ words: Words
  ) -> Table.Row {
    let comparison = review.comparison
    func seat(_ seat: SeatComparison.Seat, _ portal: String, _ plan: String) -> Table.Row {
      Table.Row(
        key: Int64(place),
        items: [
          .plain("\(seat.details.firstName) \(seat.details.lastName)"), .plain(seat.product),
          .text(words(seat.followsPortal ? portal : plan), seat.followsPortal ? .plain : .dim),
        ])
    }
    switch kind {
    case .gone:
      return seat(comparison.gone[place], "values.gone-portal", "values.gone-plan")
    case .extra:
      return seat(comparison.extra[place], "values.extra-portal", "values.extra-plan")
    case .unmatched:
      let found = comparison.unmatched[place]
      return Table.Row(
        key: Int64(place),
        items: [
          .plain(review.evidence.offerings[found.offering]),
          .plain(words("counts.seats", count: found.seats)), .text(words("values.map"), .warning),
        ])
    case .strangers:
      return Table.Row(
        key: Int64(place),
        items: [
          .plain(comparison.strangers[place]), .plain(""), .text(words("values.stranger"), .dim),
        ])
    case .proves: return Table.Row(key: Int64(place), items: [])
    }
  }

  // MARK: What is chosen

  private func kind(_ memory: Memory, _ comparison: SeatComparison) -> Kind {
    if let chosen = memory.choices["kind"], Kind.allCases.indices.contains(chosen) {
      return Kind.allCases[chosen]
    }
    return [.unmatched, .gone, .extra].first { count($0, comparison) > 0 } ?? .proves
  }

  private func decide(followsPortal: Bool, _ state: inout State) -> [Effect] {
    guard var review = state.seats.review else { return [] }
    let cursor = state.memory.rows("rows").cursor
    switch kind(state.memory, review.comparison) {
    case .gone where review.comparison.gone.indices.contains(cursor):
      review.comparison.gone[cursor].followsPortal = followsPortal
    case .extra where review.comparison.extra.indices.contains(cursor):
      review.comparison.extra[cursor].followsPortal = followsPortal
    default: return []
    }
    state.seats.review = review
    state.memory.tables["rows", default: Memory.Rows()].cursor += 1
    return []
  }

  private func open(_ review: SeatReview, _ state: inout State) -> [Effect] {
    let cursor = state.memory.rows("rows").cursor
    guard kind(state.memory, review.comparison) == .unmatched,
      review.comparison.unmatched.indices.contains(cursor)
    else { return [] }
    let place = review.comparison.unmatched[cursor].offering
    return Navigation.follow("map", about: review.evidence.offerings[place], &state)
  }
}
