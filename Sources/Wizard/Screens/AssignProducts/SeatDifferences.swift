import Canvas
import Migration
import Widgets

/// An export of the portal beside the plan: what it proves, and the differences, each of which may be
/// decided either way.
struct SeatDifferences: Screen {
  let name = "seat-differences"

  fileprivate enum Kind: String, CaseIterable {
    case proves, gone, extra, unmatched, strangers
  }

  private static let kinds = RowKinds<Kind> { $0.rawValue }

  /// The rows of a kind, by their places among those of it.
  private static let list = ListPage<Int>(
    table: "rows", title: { $0.words("labels.kind-\(kind($0).rawValue)") },
    source: .here { scene in
      let kind = kind(scene)
      guard kind != .proves, let review = scene.state.assignProducts.review else { return [] }
      return Array(0..<count(kind, review.comparison))
    },
    columns: { scene in
      let words = scene.words
      return [
        Table.Column(
          words("columns.what"), width: 24, share: 2, isPersonal: kind(scene) != .unmatched),
        Table.Column(words("columns.product"), width: 22, share: 1),
        Table.Column(words("columns.becomes"), width: 22),
      ]
    }, key: { Int64($0) },
    cells: { place, _, scene in
      scene.state.assignProducts.review.map {
        cells(kind(scene), place, $0, scene.words)
      } ?? []
    },
    empty: { scene in
      guard kind(scene) == .proves, let review = scene.state.assignProducts.review else {
        return scene.words("notes.none")
      }
      return scene.words(
        "values.proves",
        [
          "new": String(review.comparison.proves.count),
          "known": String(review.comparison.confirms.count),
        ])
    })

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    guard let review = scene.state.assignProducts.review else {
      return Form.gone(words("notes.gone"), scene)
    }
    let kind = Self.kind(scene)
    var page = ReviewPage(
      facts: [
        Facts.Fact(words("labels.from"), "\(review.path) · \(scene.day(review.document.day))"),
        Facts.Fact(
          words("labels.team"),
          review.document.team.isEmpty ? words("values.no-team") : review.document.team),
      ],
      above: [
        Self.kinds.row(Kind.allCases, present: kind, words) { Self.count($0, review.comparison) }
      ], list: Self.list,
      take: .init("take-over", words("counts.take-over", count: taken(review.comparison)))
    ).page(scene, words)
    if scene.memory.focus == "rows" { page.hint = hint(kind, scene, review.comparison) }
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    guard scene.state.assignProducts.review != nil else { return [] }
    return (Self.isDecided(Self.kind(scene)) ? RowDecision.offers() : []) + Self.list.offers(scene)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard let review = state.assignProducts.review else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    let decided = RowDecision.handle(event, in: Self.list, &state) { decision, alike, state in
      Self.decide(decision, alike, &state)
    }
    if let decided { return decided }
    switch event {
    case .opened(isReturn: true), .answered(.undone), .answered(.redone):
      return [.assignProducts(.compareSeats(review))]
    case .pressed("take-over"):
      return [review.taking]
    case .pressed("cancel"):
      state.assignProducts.review = nil
      return Navigation.back(&state)
    case .pressed("rows"): return open(review, &state)
    case .pressed(let id):
      return Self.kinds.pressed(id, Self.list, &state) ?? Self.list.handle(event, &state) ?? []
    case .answered(.applied(let outcome, _)) where ReviewEvidence.isProof(outcome):
      return ReviewEvidence.leave(&state)
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  // MARK: Parts

  private func hint(_ kind: Kind, _ scene: Scene, _ comparison: SeatComparison) -> String {
    if kind == .gone, let row = Self.list.present(scene), comparison.gone[row].isStatedOnly {
      return scene.words("labels.hint-stated")
    }
    return scene.words("labels.hint-\(kind.rawValue)")
  }

  /// Seats that become proven as things are decided.
  private func taken(_ comparison: SeatComparison) -> Int {
    comparison.proves.count + comparison.extra.count(where: \.followsPortal)
      + comparison.strangers.filter(\.followsPortal).reduce(0) { $0 + $1.products.count }
  }

  private static func count(_ kind: Kind, _ comparison: SeatComparison) -> Int {
    switch kind {
    case .proves: comparison.proves.count + comparison.confirms.count
    case .gone: comparison.gone.count
    case .extra: comparison.extra.count
    case .unmatched: comparison.unmatched.count
    case .strangers: comparison.strangers.count
    }
  }

  private static func cells(
    _ kind: Kind, _ place: Int, _ review: SeatReview, _ words: Words
  ) -> [Table.Item] {
    let comparison = review.comparison
    func seat(_ seat: SeatComparison.Seat, _ portal: String, _ plan: String) -> [Table.Item] {
      [
        .plain("\(seat.details.firstName) \(seat.details.lastName)"), .plain(seat.product),
        .text(words(seat.followsPortal ? portal : plan), seat.followsPortal ? .plain : .dim),
      ]
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
      return [
        .plain(review.evidence.offerings[found.offering]),
        .plain(words("counts.seats", count: found.seats)), .text(words("values.map"), .warning),
      ]
    case .strangers:
      let stranger = comparison.strangers[place]
      return [
        .plain(stranger.address), .plain(stranger.products.joined(separator: ", ")),
        .text(
          words(stranger.followsPortal ? "values.stranger-portal" : "values.stranger-plan"),
          stranger.followsPortal ? .plain : .dim),
      ]
    case .proves: return []
    }
  }

  // MARK: What is chosen

  /// The kind whose rows are seen: the chosen one, or the first that needs a look.
  private static func kind(_ scene: Scene) -> Kind {
    if let chosen = kinds.chosen(scene.memory) { return chosen }
    guard let comparison = scene.state.assignProducts.review?.comparison else { return .proves }
    return [.unmatched, .gone, .extra, .strangers].first { count($0, comparison) > 0 } ?? .proves
  }

  /// Whether rows of a kind are for the admin to decide.
  private static func isDecided(_ kind: Kind) -> Bool {
    switch kind {
    case .gone, .extra, .strangers: true
    case .proves, .unmatched: false
    }
  }

  /// Decides the row under the cursor, or all of its kind that are seen; tells how many.
  private static func decide(
    _ decision: RowDecision, _ alike: Bool, _ state: inout State
  ) -> Int {
    let kind = kind(Scene(state))
    guard isDecided(kind), var comparison = state.assignProducts.review?.comparison else {
      return 0
    }
    let wanted = alike ? list.window(Scene(state)).rows : list.present(state).map { [$0] } ?? []
    func follow(_ now: inout Bool) {
      switch decision {
      case .take: now = true
      case .leave: now = false
      }
    }
    for place in wanted {
      switch kind {
      case .gone: follow(&comparison.gone[place].followsPortal)
      case .extra: follow(&comparison.extra[place].followsPortal)
      case .strangers: follow(&comparison.strangers[place].followsPortal)
      case .proves, .unmatched: break
      }
    }
    kinds.keep(kind, &state)
    state.assignProducts.review?.comparison = comparison
    return wanted.count
  }

  private func open(_ review: SeatReview, _ state: inout State) -> [Effect] {
    guard Self.kind(Scene(state)) == .unmatched, let row = Self.list.present(state) else {
      return []
    }
    let place = review.comparison.unmatched[row].offering
    return Navigation.follow("map", about: review.evidence.offerings[place], &state)
  }
}
