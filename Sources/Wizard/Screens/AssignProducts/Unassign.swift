import Canvas
import Migration
import Widgets

/// Seats that the portal has, or may have: they are free once they are unassigned there too.
struct Unassign: Screen {
  let name = "unassign"

  func page(_ scene: Scene) -> Page {
    guard let product = SeatText.product(scene.state) else { return SeatText.gone(scene) }
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [
      Heading(product.details.name),
      Paragraph(words("counts.introduction", count: users(scene.state).count)), Gap(),
      Paragraph(words("briefing.clicks", ["product": product.details.name])), Gap(),
      Paragraph(words("notes.group"), style: .dim),
    ]
    page.footer = [
      ButtonRow([
        .init("done", words("actions.done")),
        .init("cancel", words.common("actions.cancel")),
      ])
    ]
    page.firstFocus = "cancel"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .pressed("done"):
      guard let product = SeatText.product(state) else { return [] }
      return [.apply(.assignProducts(.unassign(users(state), [product.id])))]
    case .pressed("cancel"), .answered(.applied): return Navigation.back(&state)
    default: return []
    }
  }

  /// Of one user (`product.user`), or of those who are meant on the product's page.
  private func users(_ state: State) -> [UserID] {
    let parts = state.visit.argument.split(separator: ".")
    if parts.count == 2, let user = Int64(parts[1]) { return [UserID(user)] }
    return ProductPage.meant(state)
  }
}
