import Canvas
import Migration
import Widgets

/// The check before a list is taken over: how it was read, what becomes of each row.
struct ReviewUsers: Screen {
  let name = "review-users"

  private static let kinds = RowKinds<Review.Kind> { $0.name }

  /// The rows of a kind, by their places in the list. It has no filter: a list of 100,000 rows is made
  /// into text as far as it is seen.
  static let list: ListPage<Int> = ListPage(
    table: "rows", title: { words($0)("labels.kind-\(kind($0).name)") },
    source: .here { scene in
      scene.state.createUsers.review?.places[kind(scene).rawValue] ?? []
    },
    columns: { scene in
      let words = words(scene)
      return [
        Table.Column(words("columns.line"), width: 6, isTrailing: true),
        Table.Column(words("columns.name"), width: 16, share: 1, isPersonal: true),
        Table.Column(words("columns.address"), width: 20, share: 1, isPersonal: true),
        Table.Column(words("columns.why"), width: 27),
      ]
    }, key: { Int64($0) }, cells: cells, letters: .none,
    empty: { words($0)("notes.none-of-kind") })

  /// Only with a list that can be read again.
  func canComeBack(_ state: State) -> Bool {
    state.createUsers.review.map { !$0.digest.isEmpty } ?? (state.createUsers.reviewDraft != nil)
  }

  func page(_ scene: Scene) -> Page {
    let words = Self.words(scene)
    guard let review = scene.state.createUsers.review else {
      return Form.gone(words("notes.gone"), scene)
    }
    let kind = Self.kind(scene)
    let shown = Review.Kind.allCases.filter { $0 == kind || review.count($0) > 0 }
    var page = ReviewPage(
      facts: read(review, words),
      above: [Self.kinds.row(shown, present: kind, words) { review.count($0) }],
      list: Self.list, take: take(review, words),
      others: update(review, words) + sideButtons(review, words)
    ).page(scene, words)
    page.hint = hint(scene, review, kind)
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    guard let review = scene.state.createUsers.review else { return [] }
    let kind = Self.kind(scene)
    var offers: [Offer] = []
    // A row that is not marked is not what somebody means.
    if scene.memory.focus == Self.list.table, let place = Self.list.present(scene),
      review.isForAdmin(place)
    {
      // A double is left out as it is.
      offers += RowDecision.offers(
        canTake: !review.isTaken(place),
        canLeave: review.decisions[place] != .leave && kind != .double)
    }
    if kind == .doubtful, review.count(.doubtful) > 0 { offers.append(Offer(.chooseAll)) }
    if review.facts != nil { offers.append(Offer(.createUsers(.columns))) }
    if scene.visit.screen == name, !scene.summary.products.isEmpty {
      offers.append(Offer(.createUsers(.seats)))
    }
    // What was decided here is taken back here; what is in the list is out of reach.
    return offers + [
      Offer(.undo, unless: review.canTakeBack ? nil : .nothingToUndo),
      Offer(.redo, unless: review.canDecideAgain ? nil : .nothingToRedo),
    ]
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    let decided = RowDecision.handle(event, in: Self.list, &state) { decision, alike, state in
      Self.decide(decision, alike, &state)
    }
    if let decided { return decided }
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
      guard let place = Self.list.present(state) else { return [] }
      return Navigation.follow("row", about: String(place), &state)
    case .pressed("read-differently"), .command(.createUsers(.columns)):
      return Navigation.follow("read", &state)
    case .pressed("cancel"):
      state.createUsers.review = nil
      return Navigation.back(&state)
    case .pressed(let id): return Self.kinds.pressed(id, Self.list, &state) ?? []
    case .command(.createUsers(.seats)): return Navigation.follow("assign", &state)
    case .command(.chooseAll): return Self.change(&state) { $0.takeOverAll() }
    case .command(.undo): return Self.change(&state) { $0.takeBack() }
    case .command(.redo): return Self.change(&state) { $0.decideAgain() }
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

  private static func cells(_ place: Int, _ row: Int, _ scene: Scene) -> [Table.Item] {
    guard let review = scene.state.createUsers.review else { return [] }
    let row = review.batch.rows[place]
    let details = review.batch.details(of: row)
    return [
      .text(String(row.line), .dim), .plain(details.fullName), .plain(details.address),
      ReviewText.why(place, details, review, words(scene)),
    ]
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
    if scene.memory.focus == "rows", let place = Self.list.present(scene),
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
  private static func kind(_ scene: Scene) -> Review.Kind {
    if let chosen = kinds.chosen(scene.memory) { return chosen }
    guard let review = scene.state.createUsers.review else { return .same }
    return [.doubtful, .refused, .new, .changed].first { review.count($0) > 0 } ?? .same
  }

  private func count(_ review: Review) -> Int { review.count(.new) + review.updateCount }

  /// Decides the row under the cursor, where that is for the admin to say, or all like it; tells how many.
  private static func decide(
    _ decision: RowDecision, _ alike: Bool, _ state: inout State
  ) -> Int {
    guard let place = list.present(state) else { return 0 }
    var count = 0
    change(&state) { review in
      let wanted: Review.Decision =
        switch decision {
        case .take: .take
        case .leave: .leave
        }
      if alike {
        count = review.decideAll(like: place, wanted)
      } else {
        review.decide(place: place, wanted)
        count = 1
      }
    }
    return count
  }

  /// Changes the review; the kind that is seen stays, also when its last row went to another.
  @discardableResult
  private static func change(
    _ state: inout State, _ change: (inout Review) -> Void
  ) -> [Effect] {
    guard state.createUsers.review != nil else { return [] }
    kinds.keep(kind(Scene(state)), &state)
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
