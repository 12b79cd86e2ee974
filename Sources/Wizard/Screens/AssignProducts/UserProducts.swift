import Canvas
import Migration
import Widgets

/// The products of one user, to be given and taken: the same seats from the other side.
struct UserProducts: Screen {
  let name = "user-products"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let products = scene.summary.products
    var page = Page()
    let name =
      scene.state.createUsers.user.map { "\($0.details.firstName) \($0.details.lastName)" } ?? ""
    page.widgets = [
      Heading(words("title"), remark: name, isRemarkPersonal: true),
      Paragraph(words("introduction"), style: .dim),
    ]
    let rows = scene.memory.rows("products")
    page.widgets.append(
      Table(
        id: "products", name: words("title"),
        columns: [
          Table.Column(words("columns.product"), width: 26, share: 2),
          Table.Column(words("columns.seat"), width: 15),
          Table.Column(words("columns.plan"), width: 11),
        ],
        rows: products.map { product in
          Table.Row(
            key: product.id.number,
            items: [
              .plain(product.details.name),
              assignment(product, scene.state).map {
                .text(SeatText.text($0, waits: false, scene), StandingText.style($0.standing))
              } ?? .text(words("values.none"), .dim), SeatText.plan(product, scene),
            ])
        }, cursor: rows.cursor, top: rows.top,
        chosen: Set(scene.state.assignProducts.assignments.map(\.product.number)),
        emptyText: words("notes.empty")))
    page.footer = [
      ButtonRow([
        .init("give", words("actions.give")), .init("cancel", words.common("actions.back")),
      ])
    ]
    page.firstFocus = products.isEmpty ? "cancel" : "products"
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    [Offer(writing: .choose, unless: scene.summary.products.isEmpty ? Offer.Reason.noRow : nil)]
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened, .answered(.applied), .answered(.undone), .answered(.redone):
      state.assignProducts.user = user(state.visit)
      return [
        .createUsers(.readUser(user(state.visit))),
        .assignProducts(.readAssignments(user(state.visit))),
      ]
    case .pressed("products"), .pressed("give"), .command(.choose): return turn(&state)
    case .pressed("cancel"): return Navigation.back(&state)
    default: return []
    }
  }

  private func user(_ visit: Visit) -> UserID { UserID(Int64(visit.argument) ?? 0) }

  private func assignment(_ product: Product, _ state: State) -> Assignment? {
    state.assignProducts.user == user(state.visit)
      ? state.assignProducts.assignments.first { $0.product == product.id } : nil
  }

  private func turn(_ state: inout State) -> [Effect] {
    let products = state.summary.products
    guard let place = PickedRow.place(in: "products", of: products.count, state) else {
      return products.isEmpty ? [.bell] : PickedRow.ask(in: "products", &state)
    }
    let product = products[place]
    let user = user(state.visit)
    guard let assignment = assignment(product, state) else {
      return [.apply(.assignProducts(.assign([user], [product.id], .chosen)))]
    }
    let isPlain =
      assignment.standing == .failed
      || (assignment.standing == .planned && assignment.handOver == nil)
    if isPlain { return [.apply(.assignProducts(.unassign([user], [product.id])))] }
    return Navigation.follow("unassign", about: "\(product.id.number).\(user.number)", &state)
  }
}
