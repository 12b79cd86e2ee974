import Canvas
import Migration
import Widgets

/// The products of one user, to be given and taken: the same seats from the other side.
struct UserProducts: Screen {
  let name = "user-products"

  private static let list = ListPage.products(
    letters: .onDemand, share: 2,
    marked: { Set($0.assignProducts.assignments.map(\.product.number)) },
    columns: { scene in
      [
        Table.Column(scene.words("columns.seat"), width: 15),
        Table.Column(scene.words("columns.plan"), width: 11),
      ]
    },
    cells: { product, scene in
      [
        assignment(product, scene.state).map {
          SeatText.item($0, waits: false, scene)
        } ?? .text(scene.words("values.none"), .dim), SeatText.plan(product, scene),
      ]
    }, empty: { $0.words("notes.empty") })

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.widgets = [
      Heading(
        words("title"), remark: scene.state.createUsers.user?.details.fullName ?? "",
        isRemarkPersonal: true), Paragraph(words("introduction"), style: .dim),
    ]
    page.widgets += Self.list.widgets(scene)
    page.footer = [
      ButtonRow([
        .init("give", words("actions.give")), .init("cancel", words.common("actions.back")),
      ])
    ]
    page.firstFocus = scene.summary.products.isEmpty ? "cancel" : Self.list.table
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    [Offer(writing: .choose, unless: Self.list.noRow(scene))] + Self.list.offers(scene)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened, .answered(.applied), .answered(.undone), .answered(.redone):
      state.assignProducts.user = Self.user(state.visit)
      return [
        .createUsers(.readUser(Self.user(state.visit))),
        .assignProducts(.readAssignments(Self.user(state.visit))),
      ]
    case .pressed("products"), .pressed("give"), .command(.choose): return turn(&state)
    case .pressed("cancel"): return Navigation.back(&state)
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  private static func user(_ visit: Visit) -> UserID { UserID(Int64(visit.argument) ?? 0) }

  private static func assignment(_ product: Product, _ state: State) -> Assignment? {
    state.assignProducts.user == user(state.visit)
      ? state.assignProducts.assignments.first { $0.product == product.id } : nil
  }

  private func turn(_ state: inout State) -> [Effect] {
    guard let product = Self.list.picked(state) else {
      return Self.list.noRow(Scene(state)) == nil ? Self.list.ask(&state) : [.bell]
    }
    let user = Self.user(state.visit)
    guard let assignment = Self.assignment(product, state) else {
      return [.apply(.assignProducts(.assign([user], [product.id], .chosen)))]
    }
    let isPlain =
      assignment.standing == .failed
      || (assignment.standing == .planned && assignment.handOver == nil)
    if isPlain { return [.apply(.assignProducts(.unassign([user], [product.id])))] }
    return Navigation.follow("unassign", about: "\(product.id.number).\(user.number)", &state)
  }
}
