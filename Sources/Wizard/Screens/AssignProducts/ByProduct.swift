import Canvas
import Migration
import Widgets

/// By Product: every product with what the portal should show, what is free in the plan, and how far
/// its seats are.
struct ByProduct: Screen {
  let name = "by-product"

  /// The columns that order the products, by their places in the table.
  private static let orders = [0, 2, 3]

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let products = shown(scene.state)
    var page = Page()
    page.widgets = [Heading(words("title"), remark: scene.setup.team)]
    let counts = counts(scene)
    if !counts.isEmpty { page.widgets.append(Paragraph(counts, style: .dim)) }
    if scene.memory.inputs["filter"] != nil {
      page.widgets.append(
        FieldBox(
          id: "filter", label: words("labels.filter"),
          input: scene.memory.inputs["filter"] ?? TextInput(), columns: 40))
    }
    page.widgets.append(table(scene, products))
    if !products.isEmpty { page.widgets.append(Legend(entries: legend(scene))) }
    if let product = selected(scene.state) { page.widgets += details(product, scene) }
    page.footer = [
      ButtonRow([
        .init("new", words("actions.new")), .init("file", words("actions.file")),
        .init("hand-over", words("actions.hand-over")),
        .init("without", words("counts.without", count: without(scene.summary))),
      ])
    ]
    page.mainButton = "hand-over"
    page.firstFocus = products.isEmpty ? "new" : "products"
    page.hint = hint(scene)
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    let empty = shown(scene.state).isEmpty ? Offer.Reason.noRow : nil
    return [
      Offer(writing: .new), Offer(.edit, unless: empty), Offer(.handOver),
      Offer(writing: .remove, unless: empty),
    ] + Self.list.offers(scene.memory, isEmpty: empty != nil)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened:
      state.assignProducts.usesAsked = []
      return [.readSummary] + readUse(&state)
    case .needs("products", _): return readUse(&state)
    case .pressed("products"): return open("open", &state)
    case .pressed("new"), .command(.new): return Navigation.follow("new", &state)
    case .pressed("file"): return Navigation.follow("file", &state)
    case .pressed("without"): return Navigation.follow("without", &state)
    case .pressed("hand-over"), .command(.handOver):
      return Navigation.follow("hand-over", &state)
    case .pressed("right"), .pressed("wrong"): return glance(event, &state)
    case .command(.edit): return open("edit", &state)
    case .command(.remove):
      return selected(state).map { [.apply(.assignProducts(.removeProducts([$0.id])))] } ?? []
    case .edited("filter"):
      state.memory.tables["products", default: Memory.Rows()].cursor = 0
      return []
    case .pressed("filter"): return Focus.move(to: "products", &state)
    case .command(let id): return command(id, &state)
    default: return []
    }
  }

  // MARK: Parts

  private func table(_ scene: Scene, _ products: [Product]) -> Table {
    let words = scene.words
    let rows = scene.memory.rows("products")
    return Table(
      id: "products", name: words("title"),
      columns: [
        Table.Column(words("columns.product"), width: 17, share: 1),
        Table.Column(words("columns.taken"), width: 9, dropOrder: 2),
        Table.Column(words("columns.available"), width: SeatText.shortWidth),
        Table.Column(words("columns.plan"), width: 9),
        Table.Column(words("columns.total"), width: 6, isTrailing: true),
        Table.Column(words("columns.stated"), width: 6, isTrailing: true, dropOrder: 1),
        Table.Column(words("columns.proven"), width: 7, isTrailing: true),
      ],
      rows: Table.Rows(products) { product in
        Table.Row(
          key: product.id.number,
          items: [
            .text(mark(product) + product.details.name, isPressing(product) ? .warning : .plain),
            .bar(SeatText.bar(product)), SeatText.availableInShort(product, scene),
            SeatText.plan(product, scene), .plain(String(product.counts.total)),
            .text(String(product.counts.taken), .stated),
            .text(String(product.counts.proven), .proven),
          ])
      }, cursor: rows.cursor, top: rows.top, ordered: (rows.column, rows.isDescending),
      emptyText: words(emptyText(scene)))
  }

  private func emptyText(_ scene: Scene) -> String {
    if !scene.memory.text("filter").isEmpty { return "notes.no-hit" }
    return Self.list.isNarrowed(scene.memory) ? "notes.all-given" : "notes.empty"
  }

  private func isPressing(_ product: Product) -> Bool {
    product.seats.short > 0 || product.seats.isOvertaken || product.seats.isOverwritten
      || product.glance?.isRight == false || product.counts.failed + product.counts.old > 0
  }

  private func mark(_ product: Product) -> String {
    isPressing(product) ? "\(Glyph.attention) " : ""
  }

  /// All products together: a seat that is free for one is none for another, so both are said.
  private func counts(_ scene: Scene) -> String {
    let products = scene.summary.products
    guard !products.isEmpty else { return "" }
    let words = scene.words
    guard !Self.list.isNarrowed(scene.memory) else {
      return words("counts.only-nobody", count: shown(scene.state).count)
    }
    var parts = [words("counts.products", count: products.count)]
    let nobody = products.count { $0.counts.total == 0 }
    if nobody > 0 { parts.append(words("counts.nobody", count: nobody)) }
    let short = products.reduce(0) { $0 + $1.seats.short }
    if short > 0 { parts.append(words("counts.short", count: short)) }
    return parts.joined(separator: " · ")
  }

  private func legend(_ scene: Scene) -> [(String, Style, String)] {
    [
      (Glyph.barProven, .proven, scene.words.common("values.proven")),
      (Glyph.barStated, .stated, scene.words.common("values.stated")),
      (Glyph.barPlanned, .planned, scene.words.common("values.planned")),
      (Glyph.barFree, .dim, scene.words("labels.free")),
    ]
  }

  private func details(_ product: Product, _ scene: Scene) -> [any Widget] {
    let words = scene.words
    var facts = [
      Facts.Fact(words("labels.portal"), portal(product, scene)),
      Facts.Fact(words("labels.seats"), SeatText.source(product, scene)),
      Facts.Fact(words("labels.log"), SeatText.use(product, scene)),
    ]
    if product.counts.left + product.counts.planned > 0 {
      facts.append(
        Facts.Fact(
          words("labels.hand-over"),
          words(
            "values.hand-over",
            [
              "ready": String(product.seats.handable), "written": String(product.counts.written),
              "waiting": String(product.seats.waiting),
            ])))
    }
    var widgets: [any Widget] = [Rule(product.details.name), Facts(facts)]
    if product.details.seats != nil {
      widgets.append(
        ButtonRow([.init("right", words("actions.right")), .init("wrong", words("actions.wrong"))]))
    }
    return widgets
  }

  private func portal(_ product: Product, _ scene: Scene) -> String {
    let shown = SeatText.available(product, scene)
    guard let glance = product.glance else { return shown }
    let key = glance.isRight ? "values.was-right" : "values.was-wrong"
    let mark = glance.isRight ? Glyph.proven : Glyph.attention
    return "\(shown) · \(mark) \(scene.words(key, ["day": scene.day(glance.day)]))"
  }

  private func hint(_ scene: Scene) -> String {
    guard scene.memory.focus == "products", let product = selected(scene.state) else { return "" }
    let words = scene.words
    if product.seats.isOvertaken { return words("hints.overtaken") }
    if product.seats.isOverwritten { return words("hints.overwritten") }
    if product.counts.old > 0 { return words("counts.hint-old", count: product.counts.old) }
    if product.seats.waiting > 0 {
      return words("counts.hint-waiting", count: product.seats.waiting)
    }
    if product.counts.failed > 0 {
      return words("counts.hint-failed", count: product.counts.failed)
    }
    if product.details.seats == nil { return words("hints.not-known") }
    if let offering = product.offering, offering.isCollection {
      return words("hints.collection")
    }
    return ""
  }

  // MARK: Rows

  private func without(_ summary: Summary) -> Int {
    max(0, summary.userFunnel.total - summary.usersWithProduct)
  }

  /// The products that the filter leaves, in the order that was chosen.
  private func shown(_ state: State) -> [Product] {
    let memory = self.memory(state)
    let words = Folding.search.bytes(of: memory.text("filter")).split { $0 <= 0x20 }
    var products = state.summary.products
    if Self.list.isNarrowed(memory) { products.removeAll { $0.counts.total > 0 } }
    if !words.isEmpty {
      products.removeAll { product in
        let text = Folding.search.bytes(of: product.details.name)
        return !words.allSatisfy { word in text.firstRange(of: word) != nil }
      }
    }
    let rows = memory.rows("products")
    if rows.column > 0 {
      let keyed = products.map { (key: Self.key($0, column: rows.column), product: $0) }
      products = keyed.sorted { $0.key < $1.key }.map(\.product)
    }
    return rows.isDescending ? products.reversed() : products
  }

  /// What orders a product: the seats that are available, or those that are left or missing.
  private static func key(_ product: Product, column: Int) -> Int {
    column == 2
      ? product.seats.available ?? -1 : (product.seats.free ?? 0) - product.seats.short
  }

  /// Puts the cursor on a product that is new, where the list is as it comes.
  static func show(_ product: ProductID, _ summary: Summary, _ state: inout State) {
    let place = summary.products.firstIndex { $0.id == product }
    Self().remember(&state) { memory in
      guard let place, memory.inputs["filter"] == nil, memory.rows("products") == Memory.Rows()
      else { return }
      memory.focus = "products"
      memory.tables["products", default: Memory.Rows()].cursor = place
    }
  }

  private func selected(_ state: State) -> Product? {
    let products = shown(state)
    let cursor = memory(state).rows("products").cursor
    return products.indices.contains(cursor) ? products[cursor] : nil
  }

  private func readUse(_ state: inout State) -> [Effect] {
    guard let product = selected(state), state.assignProducts.usesAsked.insert(product.id).inserted
    else {
      return []
    }
    return [.assignProducts(.readUse(product.id))]
  }

  private func open(_ outcome: String, _ state: inout State) -> [Effect] {
    guard let product = selected(state) else { return [] }
    return Navigation.follow(outcome, about: String(product.id.number), &state)
  }

  private func glance(_ event: Event, _ state: inout State) -> [Effect] {
    guard let product = selected(state) else { return [] }
    let isRight = if case .pressed("right") = event { true } else { false }
    return [.apply(.assignProducts(.glance(product.id, isRight: isRight)))]
  }

  private func command(_ id: Command.ID, _ state: inout State) -> [Effect] {
    Self.list.command(id, &state, present: nil, total: 0, all: nil) { _ in [] } ?? []
  }

  /// The second part has the products that nobody has.
  private static let list = ListPage(
    table: "products", columns: orders, parts: 2, isChosenFrom: false)
}
