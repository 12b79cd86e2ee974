import Canvas
import Migration
import Widgets

/// A seat for everybody who uses something over the network licence and has none for it yet.
struct ProposeSeats: Screen {
  let name = "propose-seats"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let offering = scene.visit.argument
    let products = Self.products(for: offering, scene.state)
    let users = Self.users(scene.state)
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [
      Paragraph(words("counts.people", count: users.count, ["name": offering])),
      Paragraph(words("notes.nobodys"), style: .dim), Gap(),
    ]
    if products.isEmpty {
      page.widgets.append(
        Paragraph(
          words.of("messages")("messages.product-not-planned", ["name": offering]),
          style: .warning))
    } else {
      page.widgets.append(
        ChoiceBox(
          id: "product", label: words("labels.product"), options: products.map(\.details.name),
          chosen: scene.memory.choices["product"] ?? 0))
      page.widgets += [Gap(), Paragraph(words("notes.queue"))]
    }
    page.footer = [
      ButtonRow([
        .init("cancel", words.common("actions.cancel")),
        .init(
          "assign", words("counts.assign", count: users.count),
          reason: users.isEmpty || products.isEmpty ? words("errors.nobody") : nil),
      ])
    ]
    page.firstFocus = users.isEmpty ? "cancel" : "assign"
    page.defaultButton = "assign"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened: return [.licensing(.readWithoutSeat(state.visit.argument))]
    case .pressed("assign"), .pressed("product"):
      if let refused = state.refuseReadOnly() { return refused }
      let users = Self.users(state)
      let products = Self.products(for: state.visit.argument, state)
      let chosen = state.memory.choices["product"] ?? 0
      guard !users.isEmpty, products.indices.contains(chosen) else { return [.bell] }
      return [.apply(.assign(users, [products[chosen].id], .chosen))]
    case .pressed("cancel"): return Navigation.back(&state)
    case .answered(.applied):
      Navigation.forget(&state)
      return Navigation.back(&state)
    default: return []
    }
  }

  /// The products in the plan with a seat of which an offering may be used, its own first.
  static func products(for offering: String, _ state: State) -> [Product] {
    let known = OfferingTable.offering(named: offering)
    let collections = known.map { OfferingTable.collections(with: $0.id).map(\.id) } ?? []
    let own = state.summary.products.filter { product in
      known.map { product.details.offering == $0.id } ?? (product.details.name == offering)
    }
    return own + state.summary.products.filter { collections.contains($0.details.offering) }
  }

  private static func users(_ state: State) -> [UserID] {
    guard let found = state.licensing.withoutSeat, found.offering == state.visit.argument else {
      return []
    }
    return found.users
  }
}
