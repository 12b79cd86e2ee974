import Canvas
import Migration
import Widgets

/// By Product: every product with what the portal should show, what is free in the plan, and how far
/// its seats are.
struct ByProduct: Screen {
  let name = "by-product"

  /// All products, and the part of those that nobody has; the seats that are available order them, or
  /// those that are left or missing.
  private static let list: ListPage<Product> = ListPage(
    table: "products",
    source: .here { scene in
      let products = scene.summary.products
      return list.part(scene.memory) == 0 ? products : products.filter { $0.counts.total == 0 }
    }, columns: columns, key: { $0.id.number }, cells: cells,
    orders: [
      ListOrder(column: 0), ListOrder(column: 2, key: .number { $0.seats.available ?? -1 }),
      ListOrder(column: 3, key: .number { ($0.seats.free ?? 0) - $0.seats.short }),
    ], text: { $0.details.name }, narrowing: .parts(2),
    empty: { $0.words(list.isNarrowed($0) ? "notes.all-given" : "notes.empty") })

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let isEmpty = Self.list.total(scene) == 0
    var page = Page()
    page.widgets = [Heading(words("title"), remark: scene.setup.team)]
    let counts = counts(scene)
    if !counts.isEmpty { page.widgets.append(Paragraph(counts, style: .dim)) }
    page.widgets += Self.list.widgets(scene)
    if !isEmpty { page.widgets.append(Legend(entries: legend(scene))) }
    if let product = Self.list.present(scene) { page.widgets += details(product, scene) }
    page.footer = [
      ButtonRow([
        .init("new", words("actions.new")), .init("file", words("actions.file")),
        .init("hand-over", words("actions.hand-over")),
        .init("without", words("counts.without", count: without(scene.summary))),
      ])
    ]
    page.mainButton = "hand-over"
    page.firstFocus = isEmpty ? "new" : "products"
    page.hint = hint(scene)
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    let empty = Self.list.noRow(scene)
    return [
      Offer(writing: .new), Offer(.edit, unless: empty), Offer(.handOver),
      Offer(writing: .remove, unless: empty),
    ] + Self.list.offers(scene)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened:
      state.assignProducts.usesAsked = []
      return Self.list.open(&state) + [.readSummary] + readUse(&state)
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
      return Self.list.present(state).map { [.apply(.assignProducts(.removeProducts([$0.id])))] }
        ?? []
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  // MARK: Parts

  private static func columns(_ scene: Scene) -> [Table.Column] {
    let words = scene.words
    return [
      Table.Column(words("columns.product"), width: 17, share: 1),
      Table.Column(words("columns.taken"), width: 9, dropOrder: 2),
      Table.Column(words("columns.available"), width: SeatText.shortWidth),
      Table.Column(words("columns.plan"), width: 9),
      Table.Column(words("columns.total"), width: 6, isTrailing: true),
      Table.Column(words("columns.stated"), width: 6, isTrailing: true, dropOrder: 1),
      Table.Column(words("columns.proven"), width: 7, isTrailing: true),
    ]
  }

  private static func cells(_ product: Product, _ place: Int, _ scene: Scene) -> [Table.Item] {
    [
      isPressing(product)
        ? .marked(Mark(.attention), product.details.name)
        : .plain(product.details.name),
      .bar(SeatText.bar(product)), SeatText.availableInShort(product, scene),
      SeatText.plan(product, scene), .plain(String(product.counts.total)),
      .text(String(product.counts.taken), .stated),
      .text(String(product.counts.proven), .proven),
    ]
  }

  private static func isPressing(_ product: Product) -> Bool {
    product.seats.short > 0 || product.seats.isOvertaken || product.seats.isOverwritten
      || product.glance?.isRight == false || product.counts.failed + product.counts.old > 0
  }

  /// All products together: a seat that is free for one is none for another, so both are said.
  private func counts(_ scene: Scene) -> String {
    let products = scene.summary.products
    guard !products.isEmpty else { return "" }
    let words = scene.words
    guard !Self.list.isNarrowed(scene) else {
      return words("counts.only-nobody", count: Self.list.total(scene))
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
      portal(product, scene),
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

  private func portal(_ product: Product, _ scene: Scene) -> Facts.Fact {
    let label = scene.words("labels.portal")
    let shown = SeatText.available(product, scene)
    guard let glance = product.glance else { return Facts.Fact(label, shown) }
    let key = glance.isRight ? "values.was-right" : "values.was-wrong"
    let mark = Mark.told(glance.isRight ? .proven : .attention)
    let said = scene.words(key, ["day": scene.day(glance.day)])
    return Facts.Fact(
      label, "\(shown) · \(mark.drawn(before: said))", heard: "\(label): \(shown), \(said)")
  }

  private func hint(_ scene: Scene) -> String {
    guard scene.memory.focus == "products", let product = Self.list.present(scene) else {
      return ""
    }
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

  /// Puts the cursor on a product that is new, where the list is as it comes.
  static func show(_ product: ProductID, _ summary: Summary, _ state: inout State) {
    let place = summary.products.firstIndex { $0.id == product }
    Self().remember(&state) { memory in
      guard let place, memory.inputs["filter"] == nil,
        memory.rows(list.table) == list.startRows
      else { return }
      memory.focus = list.table
      memory.tables[list.table, default: list.startRows].cursor = place
    }
  }

  private func readUse(_ state: inout State) -> [Effect] {
    guard let product = Self.list.present(state),
      state.assignProducts.usesAsked.insert(product.id).inserted
    else {
      return []
    }
    return [.assignProducts(.readUse(product.id))]
  }

  private func open(_ outcome: String, _ state: inout State) -> [Effect] {
    guard let product = Self.list.present(state) else { return [] }
    return Navigation.follow(outcome, about: String(product.id.number), &state)
  }

  private func glance(_ event: Event, _ state: inout State) -> [Effect] {
    guard let product = Self.list.present(state) else { return [] }
    let isRight = if case .pressed("right") = event { true } else { false }
    return [.apply(.assignProducts(.glance(product.id, isRight: isRight)))]
  }
}
