import Canvas
import Migration
import Widgets

/// Seats for everybody who uses something over the network licence and has none for it yet: of the
/// products in the plan, and of new ones whose number of seats is not known yet.
///
/// About one offering where the visit says which, else about the chosen rows of the network use.
struct ProposeSeats: Screen {
  let name = "propose-seats"

  /// An offering as it is looked through.
  fileprivate struct Line {
    var proposal: SeatProposal
    /// The products with a seat of which it may be used; empty where one is added.
    var products: [Product]
    var chosen = 0

    /// The product that gets the seats.
    var product: Product? { products.indices.contains(chosen) ? products[chosen] : nil }
    /// What is added where the plan has none.
    var added: ProductDetails { ProductDetails(named: proposal.offering) }
    /// Whether there is anything to do.
    var isOfUse: Bool { product == nil || !proposal.users.isEmpty }
  }

  private static let list = ListPage<Numbered<Line>>(
    table: "lines", source: .here { Numbered.all(lines($0.state)) },
    columns: { scene in
      let words = scene.words
      return [
        Table.Column(words("columns.offering"), width: 18, share: 2),
        Table.Column(words("columns.product"), width: 22, share: 2),
        Table.Column(words("columns.seats"), width: 7, isTrailing: true),
        Table.Column(words("columns.nobodys"), width: 10, isTrailing: true),
      ]
    }, key: { Int64($0.place) }, cells: { row, _, scene in cells(row.value, scene.words) })

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let lines = Self.lines(scene.state)
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [
      Paragraph(words("notes.nobodys"), style: .dim)
    ]
    page.widgets += Self.list.widgets(scene)
    if lines.count == 1, let only = lines.first, only.products.count > 1 {
      page.widgets.append(
        ChoiceBox(
          id: "product", label: words("labels.product"),
          options: only.products.map(\.details.name), chosen: only.chosen))
    }
    let seats = lines.reduce(0) { $0 + $1.proposal.users.count }
    page.footer = [
      Paragraph(words("notes.queue"), style: .dim),
      ButtonRow([
        .init(
          "assign",
          seats > 0
            ? words("counts.assign", count: seats)
            : words("counts.add", count: lines.count { $0.product == nil }),
          reason: lines.isEmpty ? words("errors.nobody") : nil),
        .init("cancel", words.common("actions.cancel")),
      ]),
    ]
    page.firstFocus = lines.isEmpty ? "cancel" : "assign"
    page.defaultButton = "assign"
    page.isLoading = scene.state.retireServers.proposals == nil
    return page
  }

  func commands(_ scene: Scene) -> [Offer] { Self.list.offers(scene) }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened:
      state.retireServers.proposals = nil
      let offering = state.visit.argument
      return offering.isEmpty
        ? [.retireServers(.readSeatProposals(NetworkUsePage.choice(state)))]
        : [.retireServers(.readSeatProposal(offering))]
    case .pressed("assign"), .pressed("product"):
      let lines = Self.lines(state)
      guard !lines.isEmpty else { return [.bell] }
      return [
        .apply(
          .retireServers(
            .planSeats(
              lines.map { line in
                SeatPlanLine(
                  line.product.map { .known($0.id) } ?? .new(line.added),
                  users: line.proposal.users)
              })))
      ]
    case .pressed("cancel"): return Navigation.back(&state)
    case .answered(.applied): return Form.leave(&state)
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  private static func cells(_ line: Line, _ words: Words) -> [Table.Item] {
    let product =
      line.product.map { Table.Item.plain($0.details.name) }
      ?? .text(words("values.new", ["name": line.added.name]), .warning)
    let nobodys = line.proposal.nobodys
    return [
      .plain(line.proposal.offering), product, .plain(String(line.proposal.users.count)),
      nobodys == 0 ? .text("0", .dim) : .text(String(nobodys), .warning),
    ]
  }

  private static func lines(_ state: State) -> [Line] {
    (state.retireServers.proposals ?? []).map { proposal in
      Line(
        proposal: proposal,
        products: SeatProposal.products(for: proposal.offering, among: state.summary.products),
        chosen: state.visit.argument.isEmpty ? 0 : state.memory.choices["product"] ?? 0)
    }
    .filter(\.isOfUse)
  }
}
