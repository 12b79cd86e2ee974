import Canvas
import Migration
import Widgets

/// One product more, or other details of one: the name with completion, and the seats bought.
struct ProductForm: Screen {
  let name = "product-form"

  /// What is asked of a product.
  private struct Answers {
    var name = ""
    var seats: Int?
  }

  private static let form = FormPage<Answers>([
    .init(ProductFields.name, \.name), .init(ProductFields.seats, \.seats, columns: 10),
  ])

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    if !scene.visit.argument.isEmpty, SeatText.product(scene.state) == nil {
      return SeatText.gone(scene)
    }
    page.dialogTitle = words(scene.visit.argument.isEmpty ? "title" : "labels.correct")
    let offerings = completions(scene.memory).enumerated().map { index, offering in
      ItemList.Item(
        "offering.\(index)", offering.name,
        remark: offering.isCollection ? words("values.collection") : "")
    }
    page.widgets = Self.form.widgets(
      scene, notes: offerings.isEmpty ? [:] : [ProductFields.name.name: ItemList(offerings)])
    page.widgets += [Gap(), Paragraph(words("notes.unknown-seats"), style: .dim)]
    page.footer = [Form.buttons(.init("keep", words("actions.keep")), scene)]
    page.firstFocus = scene.visit.argument.isEmpty ? "product" : "seats"
    page.defaultButton = "keep"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened, .answered(.undone), .answered(.redone):
      if let details = SeatText.product(state)?.details {
        Self.form.show(Answers(name: details.name, seats: details.seats), &state)
      }
      return []
    case .pressed("keep"): return keep(&state)
    case .pressed("cancel"): return Form.leave(&state)
    case .pressed(let id) where id.hasPrefix("offering."):
      let completions = completions(state.memory)
      guard let index = Int(id.dropFirst("offering.".count)), completions.indices.contains(index)
      else { return [] }
      state.memory.setText("product", completions[index].name)
      return Focus.move(to: "seats", &state)
    case .answered(.applied(let outcome, let summary)):
      let effects = Form.leave(&state)
      outcome.product.map { ByProduct.show($0, summary, &state) }
      return effects
    default: return []
    }
  }

  /// What the table has for the letters; nothing once they are a name of it.
  private func completions(_ memory: Memory) -> [Offering] {
    let typed = memory.text("product")
    guard !typed.isEmpty, OfferingTable.offering(named: typed)?.name != typed else { return [] }
    return OfferingTable.completions(of: typed, most: 5)
  }

  private func keep(_ state: inout State) -> [Effect] {
    // Enter behind a few letters goes to what they may become.
    let typed = state.memory.text("product")
    if state.memory.focus == "product", OfferingTable.offering(named: typed) == nil,
      !completions(state.memory).isEmpty
    {
      return Focus.move(to: "offering.0", &state)
    }
    return Self.form.accept(into: Answers(), &state) { answers, state in
      var details = ProductDetails(named: answers.name, seats: answers.seats)
      guard let product = SeatText.product(state) else {
        return [.apply(.assignProducts(.addProduct(details)))]
      }
      if answers.seats == product.details.seats {
        details.source = product.details.source
        details.networkSeats = product.details.networkSeats
      }
      return [.apply(.assignProducts(.editProduct(product.id, details)))]
    }
  }
}
