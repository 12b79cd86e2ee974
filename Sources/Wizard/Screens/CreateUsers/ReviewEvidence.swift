import Canvas
import Migration
import Widgets

/// What a document of the portal would prove, and what has to be asked about it: which team, of what
/// day, and whether it is of the whole team.
struct ReviewEvidence: Screen {
  let name = "review-evidence"

  private static let form = FormPage<Day?>([.init(EvidenceFields.day, \.self, columns: 12)])

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    guard let review = scene.state.createUsers.evidence, !review.teams.isEmpty || review.isMasked
    else {
      return Form.gone(words("notes.gone"), scene)
    }
    guard !review.isMasked else {
      return ReviewPage(
        facts: file(review, scene),
        above: [Gap(), Paragraph(words("notes.masked"), style: .warning)]
      ).page(scene, words)
    }
    var asked = team(review, scene) + Self.form.widgets(scene)
    if asksWhole(review, scene.state) {
      asked.append(whole(scene))
    } else {
      let note = review.kind.namesEverybody ? "no-absence" : "usage-report"
      asked.append(Paragraph(words("notes.\(note)"), style: .dim))
    }
    var shown: [any Widget] = []
    if let team = chosenTeam(scene.state, review) {
      shown = [Rule(words("labels.shows")), Facts(shows(review, team, scene))]
    }
    var page = ReviewPage(
      facts: file(review, scene), above: asked, below: shown,
      take: .init("take-over", words("actions.take-over"))
    ).page(scene, words)
    // A question comes before the button.
    if asksTeam(review, scene.setup) {
      page.firstFocus = "team"
    } else if asksWhole(review, scene.state) {
      page.firstFocus = EvidenceFields.whole.name
    }
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened(isReturn: false):
      guard let review = state.createUsers.evidence else { return [] }
      Navigation.forget(&state)
      Self.form.show(review.day, &state)
      if let own = review.ownTeam(state.setup) { state.memory.choices["team"] = own }
      return []
    case .pressed("take-over"), .pressed(EvidenceFields.day.name): return takeOver(&state)
    case .pressed("cancel"):
      state.createUsers.evidence = nil
      return Navigation.back(&state)
    case .answered(.assignProducts(.seatReview(let seats))):
      if seats.comparison.differs { return Navigation.follow("seats", &state) }
      return [seats.taking]
    case .answered(.applied(let outcome, _)) where Self.isProof(outcome):
      return Self.leave(&state)
    default: return []
    }
  }

  /// Whether a change took a document up.
  static func isProof(_ outcome: ChangeOutcome) -> Bool {
    [.createUsers(.proveUsers), .createUsers(.proveSeats)].contains(outcome.name)
  }

  /// Goes to what the document proved: the products for who came from step 2, else the users.
  static func leave(_ state: inout State) -> [Effect] {
    let steps = state.visits.prefix { $0.screen != Self().name }.compactMap {
      Flow.entry($0.screen).step
    }
    let isOfSeats = steps.last == .assignProducts
    state.createUsers.evidence = nil
    state.assignProducts.review = nil
    return Navigation.finish(by: isOfSeats ? "products" : "done", &state)
  }

  // MARK: Parts

  private func file(_ review: EvidenceReview, _ scene: Scene) -> [Facts.Fact] {
    let words = scene.words
    var facts = [
      Facts.Fact(
        words("labels.file"), "\(review.file) · \(words("counts.rows", count: review.rowCount))"),
      Facts.Fact(words("labels.kind"), words("values.\(review.kind.rawValue)")),
    ]
    if let earlier = review.earlier {
      facts.append(
        Facts.Fact(
          words("labels.earlier"), words("notes.earlier", ["day": scene.day(earlier)]),
          style: .warning))
    }
    if review.maskedCount > 0, !review.isMasked {
      facts.append(
        Facts.Fact(
          words("labels.hidden"), words("counts.hidden", count: review.maskedCount),
          style: .warning))
    }
    if !review.isMasked, !asksTeam(review, scene.setup) {
      let name = review.teams[0].name
      facts.append(
        name.isEmpty
          ? Facts.Fact(words("labels.team"), words("notes.no-team"), style: .warning)
          : Facts.Fact(words("labels.team"), words("notes.own-team", ["team": name])))
    }
    return facts
  }

  private func team(_ review: EvidenceReview, _ scene: Scene) -> [any Widget] {
    let words = scene.words
    guard asksTeam(review, scene.setup) else { return [] }
    let own = review.ownTeam(scene.setup)
    var widgets: [any Widget] = []
    if own == nil {
      widgets.append(
        Paragraph(words("notes.other-team", ["team": scene.setup.team]), style: .warning))
    }
    widgets.append(
      ChoiceBox(
        id: "team", label: words("labels.which-team"),
        options: review.teams.map { team in
          words(
            "values.team",
            [
              "team": team.name.isEmpty ? words("values.no-team") : team.name,
              "count": String(team.portal.count),
            ])
        }, chosen: scene.memory.choices["team"] ?? review.teams.count))
    return widgets
  }

  private func whole(_ scene: Scene) -> ChoiceBox {
    var box = scene.choiceBox(EvidenceFields.whole)
    box.chosen = scene.memory.choices[EvidenceFields.whole.name] ?? box.options.count
    return box
  }

  private func shows(
    _ review: EvidenceReview, _ team: Int, _ scene: Scene
  ) -> [Facts.Fact] {
    let words = scene.words
    let portal = review.teams[team]
    let found = portal.comparison
    var facts = [
      Facts.Fact(
        words("labels.in-portal"),
        words(
          "counts.in-portal", count: portal.portal.count,
          ["known": String(found.known), "new": String(found.newlyProven)])),
      Facts.Fact(
        words("labels.of-them"),
        words(
          "notes.of-them",
          ["pending": String(found.pending), "accepted": String(found.accepted)])),
      Facts.Fact(words("labels.strangers"), words("counts.people", count: found.strangers)),
      Facts.Fact(words("labels.absent"), words("counts.people", count: found.absent)),
    ]
    if !portal.seats.lines.isEmpty {
      facts.append(
        Facts.Fact(words("labels.seats"), words("counts.seats", count: portal.seats.lines.count)))
    }
    // It hangs on the question above: unanswered, nobody knows.
    let isAnswered =
      !asksWhole(review, scene.state) || scene.memory.choices[EvidenceFields.whole.name] != nil
    if let day = day(scene.memory), isAnswered {
      let count = isWhole(scene.state, review) ? found.takenBack(by: day) : 0
      facts.append(
        Facts.Fact(
          words("labels.taken-back"), words("counts.people", count: count),
          style: count > 0 ? .warning : .plain))
    }
    return facts
  }

  // MARK: What is answered

  private func asksTeam(_ review: EvidenceReview, _ setup: Setup) -> Bool {
    review.teams.count > 1 || review.ownTeam(setup) == nil
  }

  /// Whether the document can tell who is gone, if it is of the whole team.
  private func asksWhole(_ review: EvidenceReview, _ state: State) -> Bool {
    // Before the team is chosen it is the own one, or any other that has a name.
    let team = chosenTeam(state, review).map { review.teams[$0].name } ?? state.setup.team
    return Evidence.canTellOfAbsence(review.kind, team: team, hiddenRows: review.maskedCount)
  }

  private func chosenTeam(_ state: State, _ review: EvidenceReview) -> Int? {
    let chosen = state.memory.choices["team"] ?? review.ownTeam(state.setup)
    return chosen.flatMap { review.teams.indices.contains($0) ? $0 : nil }
  }

  private func day(_ memory: Memory) -> Day? {
    Self.form.typed(into: nil, memory)
  }

  private func isWhole(_ state: State, _ review: EvidenceReview) -> Bool {
    asksWhole(review, state) && state.memory.choices[EvidenceFields.whole.name] == 1
  }

  private func takeOver(_ state: inout State) -> [Effect] {
    guard let review = state.createUsers.evidence else { return [] }
    state.memory.hasTried = true
    guard let team = chosenTeam(state, review) else {
      state.notice = Notice(.problem, "which-team")
      return Focus.move(to: "team", &state) + [.bell]
    }
    guard let day = day(state.memory), day <= state.moment.day else {
      state.notice = Notice(.problem, "look-at-day")
      return Focus.move(to: EvidenceFields.day.name, &state) + [.bell]
    }
    if asksWhole(review, state), state.memory.choices[EvidenceFields.whole.name] == nil {
      state.notice = Notice(.problem, "say-whole")
      return Focus.move(to: EvidenceFields.whole.name, &state) + [.bell]
    }
    let document = review.evidence(team: team, day: day, isWhole: isWhole(state, review))
    let portal = review.teams[team].portal
    let seats = review.teams[team].seats
    // Without a product yet, the names of the seats are what there is to ask about.
    if state.summary.products.isEmpty, !seats.lines.contains(where: \.isAssigned) {
      return [.createUsers(.prove(document, portal, SeatDecisions(seats)))]
    }
    return [
      .assignProducts(
        .compareSeats(
          SeatReview(path: review.path, document: document, portal: portal, evidence: seats)))
    ]
  }
}
