import Canvas
import Migration
import Widgets

/// An offering that an export names and no product has: which product it means, said once.
struct MapOffering: Screen {
  let name = "map-offering"

  private static let list = ListPage.products(width: 30)

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [
      Facts([Facts.Fact(words("labels.offering"), scene.visit.argument)]),
      Paragraph(words("introduction"), style: .dim), Self.list.widget(scene),
    ]
    page.footer = [
      ButtonRow([
        .init("none", words("actions.none")),
        .init("new", words("actions.new")),
        .init("cancel", words.common("actions.cancel")),
      ])
    ]
    page.firstFocus = scene.summary.products.isEmpty ? "new" : "products"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    let offering = state.visit.argument
    switch event {
    case .pressed("products"):
      guard let product = Self.list.picked(state) else { return [] }
      return map(offering, to: product.id, &state)
    case .pressed("none"): return map(offering, to: nil, &state)
    case .pressed("new"):
      return [.apply(.assignProducts(.addProduct(ProductDetails(named: offering))))]
    case .pressed("cancel"): return Navigation.back(&state)
    case .answered(.applied(let outcome, _)):
      if let made = outcome.product, outcome.name == .assignProducts(.addProduct) {
        state.assignProducts.review?.made.insert(made)
      }
      return Form.leave(&state)
    case .answered(.refused):
      state.assignProducts.mapped[offering] = nil
      return []
    default: return []
    }
  }

  private func map(_ offering: String, to product: ProductID?, _ state: inout State) -> [Effect] {
    state.assignProducts.mapped[offering] = .some(product)
    return [.apply(.assignProducts(.mapOffering(offering, product)))]
  }
}
