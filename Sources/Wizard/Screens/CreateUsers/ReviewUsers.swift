import Canvas
import Migration
import Widgets

/// The check before a list is taken over: how it was read, what becomes of each row.
struct ReviewUsers: Screen {
  let name = "review-users"

  private static let kinds = RowKinds<Review.Kind> { $0.name }

  /// Only with a list that can be read again.
  func canComeBack(_ state: State) -> Bool {
    state.createUsers.review.map { !$0.digest.isEmpty } ?? (state.createUsers.reviewDraft != nil)
  }

  func page(_ scene: Scene) -> Page {
    let words = Self.words(scene)
    guard let review = scene.state.createUsers.review else {
      return Form.gone(words("notes.gone"), scene)
    }
    let kind = kind(scene.memory, review)
    let shown = Review.Kind.allCases.filter { $0 == kind || review.count($0) > 0 }
    var page = ReviewPage(
      facts: read(review, words),
      above: [Self.kinds.row(shown, present: kind, words) { review.count($0) }],
      rows: table(scene, review, kind), take: take(review, words),
      others: update(review, words) + sideButtons(review, words)
    ).page(scene, words)
    page.hint = hint(scene, review, kind)
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    guard let review = scene.state.createUsers.review else { return [] }
    let kind = kind(scene.memory, review)
    var offers: [Offer] = []
    // A row that is not marked is not what somebody means.
    if scene.memory.focus == "rows", let place = place(scene.memory, review, kind),
      review.isForAdmin(place)
    {
      let isLeft = review.decisions[place] == .leave
      if !review.isTaken(place) { offers += [Offer(.takeOver), Offer(.takeOverLike)] }
      // A double is left out as it is.
      if !isLeft, kind != .double { offers += [Offer(.leaveOut), Offer(.leaveOutLike)] }
    }
    if kind == .doubtful, review.count(.doubtful) > 0 { offers.append(Offer(.chooseAll)) }
    if review.facts != nil { offers.append(Offer(.columns)) }
    if scene.visit.screen == name, !scene.summary.products.isEmpty { offers.append(Offer(.seats)) }
    // What was decided here is taken back here; what is in the list is out of reach.
    return offers + [
      Offer(.undo, unless: review.canTakeBack ? nil : .nothingToUndo),
      Offer(.redo, unless: review.canDecideAgain ? nil : .nothingToRedo),
    ]
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened:
      guard state.createUsers.review == nil, let draft = state.createUsers.reviewDraft else {
        return []
      }
      return Self.resume(draft, &state)
    case .pressed("take-over"): return takeOver(.keep, &state)
    case .pressed("update"): return takeOver(.update, &state)
    case .pressed("save-refused"):
      guard var review = state.createUsers.review else { return [] }
      review.repair = ReviewText.repair(Self.words(Scene(state)))
      return [.createUsers(.saveRefused(review))]
    case .pressed("rows"):
      guard let review = state.createUsers.review,
        let place = place(state.memory, review, kind(state.memory, review))
      else { return [] }
      return Navigation.follow("row", about: String(place), &state)
    case .pressed("read-differently"), .command(.columns):
      return Navigation.follow("read", &state)
    case .pressed("cancel"):
      state.createUsers.review = nil
      return Navigation.back(&state)
    case .pressed(let id): return Self.kinds.pressed(id, &state) ?? []
    case .command(.seats): return Navigation.follow("assign", &state)
    case .command(.takeOver): return decide(.take, &state)
    case .command(.leaveOut): return decide(.leave, &state)
    case .command(.takeOverLike): return decideAll(.take, &state)
    case .command(.leaveOutLike): return decideAll(.leave, &state)
    case .command(.chooseAll): return change(&state) { $0.takeOverAll() }
    case .command(.undo): return change(&state) { $0.takeBack() }
    case .command(.redo): return change(&state) { $0.decideAgain() }
    case .answered(.applied(let outcome, _)):
      tellLeft(outcome, &state)
      state.createUsers.review = nil
      return Navigation.finish(by: "done", &state)
    default: return []
    }
  }

  // MARK: Parts

  /// The words of this screen, also where the list is looked through to assign.
  static func words(_ scene: Scene) -> Words { scene.words.of("review-users") }

  private func read(_ review: Review, _ words: Words) -> [Facts.Fact] {
    var facts: [Facts.Fact] = []
    if review.path.isEmpty {
      facts.append(
        Facts.Fact(
          words("labels.from"),
          review.source == .licenceLog
            ? words("counts.licence-log", count: review.batch.rows.count)
            : words("counts.pasted", count: review.batch.rows.count)))
    } else {
      facts.append(
        Facts.Fact(
          words("labels.from"),
          "\(review.path) · \(words("counts.rows", count: review.batch.rows.count))"))
      if let list = review.facts {
        facts.append(Facts.Fact(words("labels.read-as"), ReviewText.how(list, words)))
      }
    }
    if let list = review.facts, list.hasHeader {
      facts.append(Facts.Fact(words("labels.columns"), ReviewText.columns(list, words)))
    }
    return facts
  }

  private func table(_ scene: Scene, _ review: Review, _ kind: Review.Kind) -> Table {
    let words = Self.words(scene)
    let rows = scene.memory.rows("rows")
    let places = review.places[kind.rawValue]
    // Only what can be seen is made into text, so that a list of 100,000 rows costs no more.
    let first = max(0, min(rows.top, places.count - 1))
    let seen = places.dropFirst(first).prefix(scene.state.size.height)
    return Table(
      id: "rows", name: words("labels.kind-\(kind.name)"),
      columns: [
        Table.Column(words("columns.line"), width: 6, isTrailing: true),
        Table.Column(words("columns.name"), width: 16, share: 1, isPersonal: true),
        Table.Column(words("columns.address"), width: 20, share: 1, isPersonal: true),
        Table.Column(words("columns.why"), width: 27),
      ],
      rows: seen.map { place in
        let row = review.batch.rows[place]
        let details = review.batch.details(of: row)
        return Table.Row(
          key: Int64(row.line),
          items: [
            .text(String(row.line), .dim),
            .plain("\(details.firstName) \(details.lastName)"), .plain(details.address),
            ReviewText.why(place, details, review, words),
          ])
      }, first: first, total: places.count, cursor: rows.cursor, top: rows.top,
      emptyText: words("notes.none-of-kind"))
  }

  /// The buttons between those that take over and the one that goes back.
  func sideButtons(_ review: Review, _ words: Words) -> [ButtonRow.Button] {
    var buttons: [ButtonRow.Button] = []
    let refused = review.count(.refused)
    if refused > 0, !review.path.isEmpty {
      buttons.append(.init("save-refused", words("counts.save-refused", count: refused)))
    }
    if review.facts != nil {
      buttons.append(.init("read-differently", words("actions.read-differently")))
    }
    return buttons
  }

  private func take(_ review: Review, _ words: Words) -> ButtonRow.Button {
    .init(
      "take-over",
      review.updateCount > 0
        ? words(
          "labels.take-over-some",
          ["new": String(review.count(.new)), "changed": String(review.updateCount)])
        : words("counts.take-over", count: count(review)),
      reason: count(review) == 0 ? words("errors.nothing-new") : nil)
  }

  private func update(_ review: Review, _ words: Words) -> [ButtonRow.Button] {
    guard review.count(.changed) > 0 else { return [] }
    let count = review.count(.new) + review.count(.changed)
    return [.init("update", words("counts.update", count: count))]
  }

  private func hint(_ scene: Scene, _ review: Review, _ kind: Review.Kind) -> String {
    if scene.memory.focus == "rows", let place = place(scene.memory, review, kind),
      !scene.state.look.isMasked,
      let sentence = ReviewText.sentence(place, review, Self.words(scene))
    {
      return kind == .changed
        ? Self.words(scene)("labels.changes-keys", ["sentence": sentence]) : sentence
    }
    guard scene.memory.focus == "rows", kind == .doubtful, review.count(.doubtful) > 0 else {
      return ""
    }
    return Self.words(scene)("counts.hint-doubtful", count: review.count(.doubtful))
  }

  // MARK: What is chosen

  /// The kind whose rows are seen: the chosen one, or the first that needs a look.
  private func kind(_ memory: Memory, _ review: Review) -> Review.Kind {
    if let chosen = Self.kinds.chosen(memory) { return chosen }
    return [.doubtful, .refused, .new, .changed].first { review.count($0) > 0 } ?? .same
  }

  private func place(_ memory: Memory, _ review: Review, _ kind: Review.Kind) -> Int? {
    let places = review.places[kind.rawValue]
    let cursor = memory.rows("rows").cursor
    return places.indices.contains(cursor) ? places[cursor] : nil
  }

  /// The row under the cursor. The review is let go of again: it is changed next, without a copy.
  private func chosen(_ state: State) -> (kind: Review.Kind, place: Int)? {
    guard let review = state.createUsers.review else { return nil }
    let kind = kind(state.memory, review)
    return place(state.memory, review, kind).map { (kind, $0) }
  }

  private func count(_ review: Review) -> Int { review.count(.new) + review.updateCount }

  /// Decides the row under the cursor, where that is for the admin to say.
  private func decide(_ decision: Review.Decision, _ state: inout State) -> [Effect] {
    guard let (kind, place) = chosen(state) else { return [] }
    let effects = change(&state) { $0.decide(place: place, decision) }
    // A changed row stays where it is, and the next one waits.
    if kind == .changed, let count = state.createUsers.review?.count(.changed) {
      var rows = state.memory.rows("rows")
      rows.cursor = max(0, min(rows.cursor + 1, count - 1))
      state.memory.tables["rows"] = rows
    }
    return effects
  }

  private func decideAll(_ decision: Review.Decision, _ state: inout State) -> [Effect] {
    guard let (_, place) = chosen(state) else { return [] }
    var count = 0
    let effects = change(&state) { count = $0.decideAll(like: place, decision) }
    state.notice = Notice(.done, "decided-like", ["count": String(count)])
    return effects
  }

  /// Changes the review; the kind that is seen stays, also when its last row went to another.
  private func change(_ state: inout State, _ change: (inout Review) -> Void) -> [Effect] {
    guard let seen = state.createUsers.review.map({ kind(state.memory, $0) }) else { return [] }
    Self.kinds.keep(seen, &state)
    guard var review = state.createUsers.review.take() else { return [] }
    change(&review)
    state.createUsers.review = review
    return []
  }

  /// Says how many rows stay behind, which are not to be seen any more.
  private func tellLeft(_ outcome: ChangeOutcome, _ state: inout State) {
    guard let review = state.createUsers.review, outcome.name == .createUsers(.importUsers) else {
      return
    }
    let (doubtful, refused) = (review.count(.doubtful), review.count(.refused))
    guard doubtful + refused > 0 else { return }
    state.notice = Notice(
      .done, "done-import-left",
      [
        "count": String(outcome.count), "updated": String(outcome.updated),
        "unchanged": String(outcome.unchanged), "doubtful": String(doubtful),
        "refused": String(refused),
      ])
  }

  private func takeOver(_ existing: Change.Existing, _ state: inout State) -> [Effect] {
    guard let review = state.createUsers.review else { return [] }
    let wanted =
      review.count(.new) + (existing == .update ? review.count(.changed) : review.updateCount)
    guard wanted > 0 else {
      state.notice = Notice(.problem, "nothing-new")
      return [.bell]
    }
    return [.createUsers(.takeOver(review, existing))]
  }
}
