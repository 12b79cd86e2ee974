import Canvas
import Migration
import Widgets

/// One row of a list before it is taken over: how it was understood, what is there already, and what
/// can be corrected or decided.
struct ReviewRow: Screen {
  let name = "review-row"

  /// A list's own language of letters stays as it is.
  private static let form = FormPage.person.first(5)

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    guard let review = scene.state.createUsers.review, let place = place(scene.visit, review) else {
      return Form.gone(words("notes.gone"), scene)
    }
    var page = Page()
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
    page.widgets += Self.form.widgets(scene)
    page.footer = [
      Form.buttons(
        .init("keep", words("actions.keep")), others: decisions(place, review, words), scene)
    ]
    page.defaultButton = "keep"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard let review = state.createUsers.review, let place = place(state.visit, review) else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    switch event {
    case .opened:
      Self.form.show(review.batch.details(of: review.batch.rows[place]), &state)
      return review.comparison.users[place].map { [.createUsers(.readUser($0))] } ?? []
    case .pressed("keep"): return keep(place, review, &state)
    case .pressed("take"): return decide(.take, place, &state)
    case .pressed("leave"): return decide(.leave, place, &state)
    case .pressed("cancel"), .answered(.createUsers(.review)): return Form.leave(&state)
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
    if let id = review.comparison.users[place], let user = scene.state.createUsers.user,
      user.id == id
    {
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

  private func decisions(_ place: Int, _ review: Review, _ words: Words) -> [ButtonRow.Button] {
    guard review.isForAdmin(place) else { return [] }
    let isChange = review.kinds[place] == .changed
    return [
      .init("take", words(isChange ? "actions.update" : "actions.take-over")),
      .init("leave", words(isChange ? "actions.leave-as-is" : "actions.leave-out")),
    ]
  }

  // MARK: What is done

  private func decide(
    _ decision: Review.Decision, _ place: Int, _ state: inout State
  ) -> [Effect] {
    state.createUsers.review?.decide(place: place, decision)
    return Form.leave(&state)
  }

  private func keep(_ place: Int, _ review: Review, _ state: inout State) -> [Effect] {
    let read = review.batch.details(of: review.batch.rows[place])
    return Self.form.accept(into: read, &state) { details, state in
      if details == read { return Form.leave(&state) }
      return [.createUsers(.correct(review, place: place, details))]
    }
  }
}
