import Canvas
import Migration
import Widgets

/// One product: its assigned users, each with invitation and seat, and what can be done with them.
struct ProductPage: Screen {
  let name = "product-page"

  static let list: ListPage<SeatRow> = ListPage(
    table: "seats", source: .file(.seats(in: "seats", isOwn: true)), columns: columns,
    key: { $0.user.id.number }, cells: cells,
    orders: FileRows.seatOrders.indices.map { ListOrder(column: $0) }, choosing: .several,
    empty: { $0.words("notes.nobody") })

  func page(_ scene: Scene) -> Page {
    guard let product = SeatText.product(scene.state) else { return SeatText.gone(scene) }
    let words = scene.words
    var page = Page()
    page.widgets = [
      Heading(product.details.name, remark: SeatText.available(product, scene)),
      BarRow(SeatText.bar(product), text: counts(product, scene)),
      Facts([Facts.Fact(words("labels.log"), SeatText.use(product, scene))]),
    ]
    page.widgets.append(
      Rule(
        words("counts.assigned", count: product.counts.total) + Self.list.chosenRemark(scene)
          + filtered(scene)))
    page.widgets += Self.list.widgets(scene)
    let queue = product.counts.planned
    page.footer = [
      ButtonRow([
        .init("assign", words("actions.assign")), .init("unassign", words("actions.unassign")),
        .init("queue", words("counts.queue", count: queue)),
      ])
    ]
    page.mainButton = "assign"
    page.firstFocus = product.counts.total > 0 ? "seats" : "assign"
    page.hint = hint(product, scene)
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    guard let product = SeatText.product(scene.state) else { return [] }
    let empty = product.counts.total == 0 ? Offer.Reason.noRow : nil
    let isGone = product.counts.failed + product.counts.old > 0
    return [Offer(writing: .new)]
      + Self.list.offers(
        scene,
        own: [Offer(.assignProducts(.unassign), unless: empty), Offer(.edit)]
          + (isGone ? [Offer(.assignProducts(.planAgain))] : []))
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard let product = SeatText.product(state) else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    let argument = String(product.id.number)
    switch event {
    case .opened: return Self.list.open(&state) + [.assignProducts(.readUse(product.id))]
    case .pressed("seats"):
      guard let row = Self.list.present(state) else { return [] }
      return Navigation.follow("user", about: String(row.user.id.number), &state)
    case .pressed("assign"), .command(.new):
      return Navigation.follow("assign", about: argument, &state)
    case .pressed("unassign"), .command(.assignProducts(.unassign)):
      return unassign(product, &state)
    case .pressed("queue"): return Navigation.follow("queue", about: argument, &state)
    case .command(.edit):
      return Navigation.follow("edit", about: argument, &state)
    case .command(.assignProducts(.planAgain)):
      let users = Self.meant(state)
      guard !users.isEmpty else { return Self.list.ask(&state) }
      return [.apply(.assignProducts(.planAgain(users, [product.id])))]
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  /// The users that are meant on the page about the product that is visited.
  static func meant(_ state: State) -> [UserID] {
    list.meant(state, Self().memory(state, about: state.visit.argument)).map { UserID($0) }
  }

  // MARK: Parts

  private func counts(_ product: Product, _ scene: Scene) -> String {
    let words = scene.words
    var parts = [words("counts.planned", count: product.counts.total)]
    if product.seats.short > 0 {
      parts.append(words("counts.short", count: product.seats.short))
    } else if let free = product.seats.free {
      parts.append(words("counts.free", count: free))
    }
    parts.append(words("counts.stated", count: product.counts.taken))
    parts.append(words("counts.proven", count: product.counts.proven))
    return parts.joined(separator: " · ")
  }

  private func filtered(_ scene: Scene) -> String {
    guard !scene.memory.text("filter").isEmpty else { return "" }
    return " · " + scene.words("counts.filtered", count: Self.list.total(scene))
  }

  private static func columns(_ scene: Scene) -> [Table.Column] {
    let words = scene.words
    return [
      Table.Column(words("columns.name"), width: 18, share: 3, isPersonal: true),
      Table.Column(words("columns.address"), width: 20, share: 4, isPersonal: true, dropOrder: 1),
      Table.Column(words("columns.invitation"), width: 13),
      Table.Column(words("columns.seat"), width: 15),
    ]
  }

  private static func cells(_ row: SeatRow, _ place: Int, _ scene: Scene) -> [Table.Item] {
    [
      .plain(row.user.details.fullName), .plain(row.user.details.address),
      InvitationText.item(row.user, scene), SeatText.item(row, scene),
    ]
  }

  /// What the row under the cursor means, or what the product's figures do.
  private func hint(_ product: Product, _ scene: Scene) -> String {
    let words = scene.words
    guard scene.memory.focus == "seats" || scene.memory.focus.isEmpty,
      let row = Self.list.present(scene), let assignment = row.assignment,
      assignment.product == product.id
    else { return "" }
    if let old = assignment.oldAddress {
      return scene.state.look.isMasked
        ? words("hints.old-address") : words("labels.old-address", ["address": old])
    }
    if row.waits { return words("hints.waits") }
    let day = assignment.since.map { scene.day($0) } ?? ""
    switch assignment.standing {
    case .planned:
      return assignment.handOver.map { words("labels.written", ["number": String($0)]) }
        ?? words("hints.planned")
    case .stated where assignment.source == .buyer: return words("hints.buyer")
    case .stated:
      return assignment.handOver.map {
        words("labels.stated", ["number": String($0), "day": day])
      } ?? words("hints.stated")
    case .proven:
      let proof = assignment.proof ?? .glance
      let file = scene.summary.evidence.first { $0.number == assignment.evidence }?.file ?? ""
      return words("values.proof-\(proof.name)", ["day": day, "file": file])
    case .failed: return words("labels.gone", ["day": day])
    case .setAside: return ""
    }
  }

  /// Planned people are let go at once; where the portal may have the seat, it is asked first.
  private func unassign(_ product: Product, _ state: inout State) -> [Effect] {
    let rows = state.memory.rows("seats")
    let users = Self.meant(state)
    guard !users.isEmpty else { return Self.list.ask(&state) }
    let isPlain =
      rows.chosen.isEmpty
      ? Self.list.present(state)?.assignment.map {
        $0.standing == .failed || ($0.standing == .planned && $0.handOver == nil)
      } ?? true
      : product.counts.left == 0
    if isPlain { return [.apply(.assignProducts(.unassign(users, [product.id])))] }
    return Navigation.follow("unassign", about: String(product.id.number), &state)
  }
}
