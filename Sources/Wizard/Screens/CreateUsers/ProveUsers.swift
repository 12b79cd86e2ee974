import Canvas
import Migration
import Widgets

/// Prove step 1: what is stated, what is proven, and which document proves it.
struct ProveUsers: Screen {
  let name = "prove-users"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let funnel = scene.summary.userFunnel
    var page = Page()
    page.widgets = [
      Heading(words("title")), Paragraph(words("introduction"), style: .dim), Gap(),
      Facts([
        Facts.Fact(words.common("values.total"), String(funnel.total)),
        Facts.Fact(words.common("values.stated"), String(funnel.stated)),
        Facts.Fact(words.common("values.proven"), String(funnel.proven)),
      ]), Gap(),
      Paragraph(words("notes.not-yet"), style: .warning), Gap(),
      ItemList([ItemList.Item("hand-over", words("actions.hand-over"))]),
    ]
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard case .pressed(let id) = event else { return [] }
    return Navigation.follow(id, &state)
  }
}
