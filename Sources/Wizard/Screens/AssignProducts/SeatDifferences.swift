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

  private static let kinds = RowKinds<Kind> { $0.rawValue }

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    guard let review = scene.state.assignProducts.review else {
      return Form.gone(words("notes.gone"), scene)
    }
    let kind = kind(scene.memory, review.comparison)
    var page = ReviewPage(
      facts: [
        Facts.Fact(words("labels.from"), "\(review.path) · \(scene.day(review.document.day))"),
        Facts.Fact(
          words("labels.team"),
          review.document.team.isEmpty ? words("values.no-team") : review.document.team),
      ],
      above: [
        Self.kinds.row(Kind.allCases, present: kind, words) { count($0, review.comparison) }
      ], rows: table(scene, review, kind),
      take: .init("take-over", words("counts.take-over", count: taken(review.comparison)))
    ).page(scene, words)
    if scene.memory.focus == "rows" { page.hint = hint(kind, scene, review.comparison) }
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    guard let review = scene.state.assignProducts.review else { return [] }
    switch kind(scene.memory, review.comparison) {
    case .gone, .extra, .strangers:
      return [
        Offer(.takeOver), Offer(.takeOverLike), Offer(.leaveOut), Offer(.leaveOutLike),
      ]
    default: return []
    }
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard let review = state.assignProducts.review else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    switch event {
    case .opened(isReturn: true): return compare(review, &state)
    case .pressed("take-over"):
      return [review.taking]
    case .pressed("cancel"):
      state.assignProducts.review = nil
      return Navigation.back(&state)
    case .pressed("rows"): return open(review, &state)
    case .pressed(let id): return Self.kinds.pressed(id, &state) ?? []
    case .command(.takeOver): return decide(followsPortal: true, &state)
    case .command(.leaveOut): return decide(followsPortal: false, &state)
    case .command(.takeOverLike): return decideAll(followsPortal: true, &state)
    case .command(.leaveOutLike): return decideAll(followsPortal: false, &state)
    case .answered(.applied(let outcome, _)) where ReviewEvidence.isProof(outcome):
      return ReviewEvidence.leave(&state)
    case .answered(.undone), .answered(.redone): return compare(review, &state)
    default: return []
    }
  }

  private func compare(_ review: SeatReview, _ state: inout State) -> [Effect] {
    return [.assignProducts(.compareSeats(review))]
  }

  // MARK: Parts

  private func hint(_ kind: Kind, _ scene: Scene, _ comparison: SeatComparison) -> String {
    let cursor = scene.memory.rows("rows").cursor
    if kind == .gone, comparison.gone.indices.contains(cursor),
      comparison.gone[cursor].isStatedOnly
    {
      return scene.words("labels.hint-stated")
    }
    return scene.words("labels.hint-\(kind.rawValue)")
  }

  /// Seats that become proven as things are decided.
  private func taken(_ comparison: SeatComparison) -> Int {
    comparison.proves.count + comparison.extra.count(where: \.followsPortal)
      + comparison.strangers.filter(\.followsPortal).reduce(0) { $0 + $1.products.count }
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
      return comparison.gone[place].isStatedOnly
        ? seat(comparison.gone[place], "values.stated-portal", "values.stated-plan")
        : seat(comparison.gone[place], "values.gone-portal", "values.gone-plan")
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
      let stranger = comparison.strangers[place]
      return Table.Row(
        key: Int64(place),
        items: [
          .plain(stranger.address), .plain(stranger.products.joined(separator: ", ")),
          .text(
            words(stranger.followsPortal ? "values.stranger-portal" : "values.stranger-plan"),
            stranger.followsPortal ? .plain : .dim),
        ])
    case .proves: return Table.Row(key: Int64(place), items: [])
    }
  }

  // MARK: What is chosen

  private func kind(_ memory: Memory, _ comparison: SeatComparison) -> Kind {
    if let chosen = Self.kinds.chosen(memory) { return chosen }
    return [.unmatched, .gone, .extra, .strangers].first { count($0, comparison) > 0 } ?? .proves
  }

  /// Decides the row under the cursor.
  private func decide(followsPortal: Bool, _ state: inout State) -> [Effect] {
    let cursor = state.memory.rows("rows").cursor
    guard decide(followsPortal, at: cursor..<cursor + 1, &state) > 0 else { return [] }
    let last = state.assignProducts.review.map {
      count(kind(state.memory, $0.comparison), $0.comparison)
    }
    state.memory.tables["rows", default: Memory.Rows()].cursor = min(cursor + 1, (last ?? 1) - 1)
    return []
  }

  /// Decides all rows of the kind that is seen.
  private func decideAll(followsPortal: Bool, _ state: inout State) -> [Effect] {
    let count = decide(followsPortal, at: 0..<Int.max, &state)
    guard count > 0 else { return [] }
    state.notice = Notice(.done, "decided-like", ["count": String(count)])
    return []
  }

  private func decide(_ followsPortal: Bool, at places: Range<Int>, _ state: inout State) -> Int {
    guard var comparison = state.assignProducts.review?.comparison else { return 0 }
    let kind = kind(state.memory, comparison)
    let wanted = places.clamped(to: 0..<count(kind, comparison))
    for place in wanted {
      switch kind {
      case .gone: comparison.gone[place].followsPortal = followsPortal
      case .extra: comparison.extra[place].followsPortal = followsPortal
      case .strangers: comparison.strangers[place].followsPortal = followsPortal
      case .proves, .unmatched: return 0
      }
    }
    state.memory.choices["kind"] = Kind.allCases.firstIndex(of: kind)
    state.assignProducts.review?.comparison = comparison
    return wanted.count
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
