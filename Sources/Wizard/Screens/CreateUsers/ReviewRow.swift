import Canvas
import Migration
import Widgets

/// One row of a list before it is taken over: how it was understood, what is there already, and what
/// can be corrected or decided.
struct ReviewRow: Screen {
  let name = "review-row"

  private static let fields = [
    PersonFields.firstName, PersonFields.lastName, PersonFields.address, PersonFields.login,
    PersonFields.group,
  ]

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    guard let review = scene.state.review, let place = place(scene.visit, review) else {
      page.widgets = [
        Heading(words("title")), Paragraph(words("notes.gone")),
        ItemList([ItemList.Item("cancel", words.common("actions.back"))]),
      ]
      return page
    }
    let row = review.batch.rows[place]
    page.widgets = [
      Heading(
        words("labels.line", ["line": String(row.line)]),
        remark: words.of("review-users")("labels.kind-\(review.kinds[place].name)"))
    ]
    let facts = facts(place, review, scene)
    if !facts.isEmpty { page.widgets.append(Facts(facts)) }
    if let sentence = ReviewText.sentence(place, review, words.of("review-users")),
      !scene.state.look.isMasked
    {
      page.widgets.append(Paragraph(sentence, style: .warning))
    }
    page.widgets += Self.fields.map { scene.fieldBox($0) }
    page.footer = [ButtonRow(buttons(place, review, words))]
    page.defaultButton = "keep"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard let review = state.review, let place = place(state.visit, review) else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    switch event {
    case .opened:
      PersonForm.fill(review.batch.details(of: review.batch.rows[place]), &state.memory)
      return review.comparison.users[place].map { [.readUser($0)] } ?? []
    case .pressed("keep"): return keep(place, review, &state)
    case .pressed("take"): return decide(.take, place, &state)
    case .pressed("leave"): return decide(.leave, place, &state)
    case .pressed("cancel"), .answered(.review):
      Navigation.forget(&state)
      return Navigation.back(&state)
    default: return []
    }
  }

  private func place(_ visit: Visit, _ review: Review) -> Int? {
    Int(visit.argument).flatMap { review.batch.rows.indices.contains($0) ? $0 : nil }
  }

  // MARK: Parts

  private func facts(_ place: Int, _ review: Review, _ scene: Scene) -> [Facts.Fact] {
    let words = scene.words
    var facts: [Facts.Fact] = []
    if let pasted = review.pasted {
      facts.append(
        Facts.Fact(words("labels.pasted"), pasted.source(ofRow: place), isPersonal: true))
      facts.append(
        Facts.Fact(
          words("labels.understood"),
          words("notes.form-\(pasted.pieces[place].form.name)")))
    }
    if let id = review.comparison.users[place], let user = scene.state.user, user.id == id {
      let details = user.details
      facts.append(
        Facts.Fact(
          words("labels.there"), "\(details.firstName) \(details.lastName) <\(details.address)>",
          isPersonal: true))
      let more = [details.login, details.group].filter { !$0.isEmpty }
      if !more.isEmpty {
        facts.append(Facts.Fact("", more.joined(separator: " · "), isPersonal: true))
      }
    }
    return facts
  }

  private func buttons(_ place: Int, _ review: Review, _ words: Words) -> [ButtonRow.Button] {
    var buttons = [ButtonRow.Button("keep", words("actions.keep"))]
    if review.isForAdmin(place) {
      let isChange = review.kinds[place] == .changed
      buttons += [
        .init("take", words(isChange ? "actions.update" : "actions.take-over")),
        .init("leave", words(isChange ? "actions.leave-as-is" : "actions.leave-out")),
      ]
    }
    return buttons + [.init("cancel", words.common("actions.cancel"))]
  }

  // MARK: What is done

  private func decide(
    _ decision: Review.Decision, _ place: Int, _ state: inout State
  ) -> [Effect] {
    state.review?.decide(place: place, decision)
    Navigation.forget(&state)
    return Navigation.back(&state)
  }

  private func keep(_ place: Int, _ review: Review, _ state: inout State) -> [Effect] {
    state.memory.hasTried = true
    guard let details = PersonForm.details(&state, fields: Self.fields) else { return [.bell] }
    var kept = details
    kept.language = review.batch.text(review.batch.rows[place].language)
    guard kept != review.batch.details(of: review.batch.rows[place]) else {
      Navigation.forget(&state)
      return Navigation.back(&state)
    }
    state.work = LongWork(.readingList)
    return [.correct(review, place: place, kept)]
  }
}
