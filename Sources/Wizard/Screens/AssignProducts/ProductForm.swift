import Canvas
import Migration
import Widgets

/// One product more, or other details of one: the name with completion, and the seats bought.
struct ProductForm: Screen {
  let name = "product-form"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    if !scene.visit.argument.isEmpty, SeatText.product(scene.state) == nil {
      return SeatText.gone(scene)
    }
    page.dialogTitle = words(scene.visit.argument.isEmpty ? "title" : "labels.correct")
    page.widgets = [scene.fieldBox(ProductFields.name)]
    let completions = completions(scene.memory)
    if !completions.isEmpty {
      page.widgets.append(
        ItemList(
          completions.enumerated().map { index, offering in
            ItemList.Item(
              "offering.\(index)", offering.name,
              remark: offering.isCollection ? words("values.collection") : "")
          }))
    }
    page.widgets += [scene.fieldBox(ProductFields.seats, columns: 10), Gap()]
    page.widgets.append(Paragraph(words("notes.unknown-seats"), style: .dim))
    page.footer = [
      ButtonRow([
        .init("keep", words("actions.keep")),
        .init("cancel", scene.words.common("actions.cancel")),
      ])
    ]
    page.firstFocus = scene.visit.argument.isEmpty ? "product" : "seats"
    page.defaultButton = "keep"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened:
      fill(&state)
      return []
    case .pressed("keep"): return keep(&state)
    case .pressed("cancel"):
      Navigation.forget(&state)
      return Navigation.back(&state)
    case .pressed(let id) where id.hasPrefix("offering."):
      let completions = completions(state.memory)
      guard let index = Int(id.dropFirst("offering.".count)), completions.indices.contains(index)
      else { return [] }
      state.memory.setText("product", completions[index].name)
      return Focusing.move(to: "seats", &state)
    case .answered(.applied(let outcome, let summary)):
      Navigation.forget(&state)
      let effects = Navigation.back(&state)
      show(outcome.product, summary, &state)
      return effects
    default: return []
    }
  }

  /// The new product is the one under the cursor, where the list is as it comes.
  private func show(_ product: ProductID?, _ summary: Summary, _ state: inout State) {
    guard state.visit.screen == "by-product", state.memory.inputs["filter"] == nil,
      state.memory.rows("products") == Memory.Rows(),
      let place = summary.products.firstIndex(where: { $0.id == product })
    else { return }
    state.memory.focus = "products"
    state.memory.tables["products", default: Memory.Rows()].cursor = place
  }

  /// What the table has for the letters; nothing once they are a name of it.
  private func completions(_ memory: Memory) -> [Offering] {
    let typed = memory.text("product")
    guard !typed.isEmpty, OfferingTable.offering(named: typed)?.name != typed else { return [] }
    return OfferingTable.completions(of: typed, most: 5)
  }

  private func fill(_ state: inout State) {
    guard let product = SeatText.product(state) else { return }
    state.memory.offer("product", product.details.name)
    state.memory.offer("seats", product.details.seats.map(String.init) ?? "")
  }

  private func keep(_ state: inout State) -> [Effect] {
    if let refused = state.refuseReadOnly() { return refused }
    // Enter behind a few letters goes to what they may become.
    let typed = state.memory.text("product")
    if state.memory.focus == "product", OfferingTable.offering(named: typed) == nil,
      !completions(state.memory).isEmpty
    {
      return Focusing.move(to: "offering.0", &state)
    }
    state.memory.hasTried = true
    for field in ProductFields.all {
      let value = field.normalise(state.memory.text(field.name))
      let findings = field.check(value)
      // A warning holds nobody back, but it has to be seen once.
      let isUnseen = !findings.isEmpty && state.memory.left.insert(field.name).inserted
      if isUnseen || findings.contains(where: \.isError) {
        let isError = findings.contains(where: \.isError)
        state.notice = Notice(.problem, isError ? "look-at-fields" : "look-at-warning")
        return Focusing.move(to: field.name, &state) + [.bell]
      }
    }
    let seats = ProductFields.count(
      ProductFields.seats.normalise(state.memory.text("seats")))
    var details = ProductDetails(
      named: ProductFields.name.normalise(state.memory.text("product")), seats: seats)
    guard let product = SeatText.product(state) else { return [.apply(.addProduct(details))] }
    if seats == product.details.seats {
      details.source = product.details.source
      details.networkSeats = product.details.networkSeats
    }
    return [.apply(.editProduct(product.id, details))]
  }
}
