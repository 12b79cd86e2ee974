import Canvas
import Migration
import Widgets

/// One product: its assigned users, each with invitation and seat, and what can be done with them.
struct ProductPage: Screen {
  let name = "product-page"

  static let reading = SeatRowsReader(table: "seats", isOwn: true)

  func page(_ scene: Scene) -> Page {
    guard let product = SeatText.product(scene.state) else { return SeatText.gone(scene) }
    let words = scene.words
    var page = Page()
    page.widgets = [
      Heading(product.details.name, remark: SeatText.available(product, scene)),
      BarRow(SeatText.bar(product), text: counts(product, scene)),
      Facts([Facts.Fact(words("labels.log"), SeatText.use(product, scene))]),
    ]
    if scene.memory.inputs["filter"] != nil {
      page.widgets.append(
        FieldBox(
          id: "filter", label: words("labels.filter"),
          input: scene.memory.inputs["filter"] ?? TextInput(), isPersonal: true, columns: 40))
    }
    page.widgets += [
      Rule(words("counts.assigned", count: product.counts.total) + chosen(scene)),
      table(product, scene),
    ]
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
    let own = Self.reading.list.offers(
      scene.memory, isEmpty: scene.state.assignProducts.rows.window.total == 0)
    return [Offer(writing: .new)] + own.prefix(1)
      + [Offer(writing: .unassign, unless: empty), Offer(.edit)]
      + (product.counts.failed + product.counts.old > 0
        ? [Offer(writing: .planAgain)] : [])
      + own.dropFirst()
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard let product = SeatText.product(state) else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    let argument = String(product.id.number)
    switch event {
    case .opened:
      return Self.reading.reread(product.id, &state) + [.assignProducts(.readUse(product.id))]
    case .needs("seats", let places): return Self.reading.needs(places, state)
    case .edited("filter"):
      state.memory.tables["seats", default: Memory.Rows()].cursor = 0
      return Self.reading.reread(product.id, &state)
    case .pressed("filter"): return Focus.move(to: "seats", &state)
    case .pressed("seats"):
      let cursor = state.memory.rows("seats").cursor
      guard let row = state.assignProducts.rows.window[cursor] else { return [] }
      return Navigation.follow("user", about: String(row.user.id.number), &state)
    case .pressed("assign"), .command(.new):
      return Navigation.follow("assign", about: argument, &state)
    case .pressed("unassign"), .command(.unassign): return unassign(product, &state)
    case .pressed("queue"): return Navigation.follow("queue", about: argument, &state)
    case .command(.edit):
      return Navigation.follow("edit", about: argument, &state)
    case .command(.planAgain):
      let users = Self.meant(state)
      guard !users.isEmpty else { return PickedRow.ask(in: "seats", &state) }
      return [.apply(.assignProducts(.planAgain(users, [product.id])))]
    case .command(let id): return Self.reading.command(id, product.id, &state) ?? []
    case .answered(.createUsers(.userIDs(let query, let ids))):
      Self.reading.take(query, ids, &state)
      return []
    case .answered(.applied), .answered(.undone), .answered(.redone), .answered(.summary):
      state.memory.tables["seats", default: Memory.Rows()].chosen = []
      return Self.reading.reread(product.id, &state)
    default: return []
    }
  }

  /// The users that are meant on the page about the product that is visited.
  static func meant(_ state: State) -> [UserID] {
    reading.meant(state, Self().memory(state, about: state.visit.argument))
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

  private func chosen(_ scene: Scene) -> String {
    let count = scene.memory.rows("seats").chosen.count
    var text = count == 0 ? "" : " · " + scene.words("counts.chosen", count: count)
    if !scene.memory.text("filter").isEmpty {
      text +=
        " · " + scene.words("counts.filtered", count: scene.state.assignProducts.rows.window.total)
    }
    return text
  }

  private func table(_ product: Product, _ scene: Scene) -> Table {
    let words = scene.words
    let rows = scene.memory.rows("seats")
    let held = scene.state.assignProducts.rows
    let window = held.product == product.id ? held.window : RowWindow()
    return Table(
      id: "seats", name: words("title"),
      columns: [
        Table.Column(words("columns.name"), width: 18, share: 3, isPersonal: true),
        Table.Column(words("columns.address"), width: 20, share: 4, isPersonal: true, dropOrder: 1),
        Table.Column(words("columns.invitation"), width: 13),
        Table.Column(words("columns.seat"), width: 15),
      ],
      rows: Table.Rows(window.rows) { row in
        let details = row.user.details
        return Table.Row(
          key: row.user.id.number,
          items: [
            .plain("\(details.firstName) \(details.lastName)"), .plain(details.address),
            InvitationText.item(row.user, scene), SeatText.item(row, scene),
          ])
      }, first: window.first, total: window.total, cursor: rows.cursor, top: rows.top,
      chosen: rows.chosen, ordered: (rows.column, rows.isDescending),
      emptyText: words(
        scene.memory.text("filter").isEmpty ? "notes.nobody" : "notes.no-hit"))
  }

  /// What the row under the cursor means, or what the product's figures do.
  private func hint(_ product: Product, _ scene: Scene) -> String {
    let words = scene.words
    guard scene.memory.focus == "seats" || scene.memory.focus.isEmpty,
      let row = scene.state.assignProducts.rows.window[scene.memory.rows("seats").cursor],
      let assignment = row.assignment, assignment.product == product.id
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
    guard !users.isEmpty else { return PickedRow.ask(in: "seats", &state) }
    let isPlain =
      rows.chosen.isEmpty
      ? state.assignProducts.rows.window[rows.cursor]?.assignment.map {
        $0.standing == .failed || ($0.standing == .planned && $0.handOver == nil)
      } ?? true
      : product.counts.left == 0
    if isPlain { return [.apply(.assignProducts(.unassign(users, [product.id])))] }
    return Navigation.follow("unassign", about: String(product.id.number), &state)
  }
}
