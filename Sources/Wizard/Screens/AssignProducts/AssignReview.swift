import Canvas
import Migration
import Widgets

/// The check before a list is taken over to assign: the same rows, kinds and decisions as in step 1,
/// and everybody who is taken over or is there gets a seat.
struct AssignReview: Screen {
  let name = "assign-review"

  private let list = ReviewUsers()

  func page(_ scene: Scene) -> Page {
    guard let product = SeatText.product(scene.state) else { return SeatText.gone(scene) }
    let words = scene.words
    var page = list.page(scene)
    guard let review = scene.state.createUsers.review else { return page }
    let count = Self.count(review)
    page.widgets[0] = Heading(words("title"), remark: product.details.name)
    let short = count - (product.seats.free ?? count)
    if short > 0 {
      page.widgets.insert(Paragraph(words("counts.short", count: short), style: .warning), at: 2)
    }
    page.footer = [
      Form.buttons(
        .init(
          "take-over", words("counts.take-over", count: count),
          reason: count == 0 ? words("errors.nobody") : nil),
        others: list.sideButtons(review, ReviewUsers.words(scene)), scene)
    ]
    page.firstFocus = count > 0 && review.count(.doubtful) == 0 ? "take-over" : "rows"
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    SeatText.product(scene.state) == nil ? [] : list.commands(scene)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard let product = SeatText.product(state), let review = state.createUsers.review else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    switch event {
    case .pressed("take-over"):
      guard Self.count(review) > 0 else {
        state.notice = Notice(.problem, "nothing-new")
        return [.bell]
      }
      return [.assignProducts(.takeOverAssigning(review, product.id))]
    case .answered(.applied):
      state.createUsers.review = nil
      return Navigation.finish(by: "done", about: String(product.id.number), &state)
    default: return list.handle(event, &state)
    }
  }

  /// Rows whose people get a seat: new ones, and those who are there.
  private static func count(_ review: Review) -> Int {
    review.count(.new) + review.count(.same) + review.count(.changed)
  }
}
