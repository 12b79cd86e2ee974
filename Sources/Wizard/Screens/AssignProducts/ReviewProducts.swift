import Canvas
import Migration
import Widgets

/// The products that a file proposes, each to be taken over or not.
struct ReviewProducts: Screen {
  let name = "review-products"

  private static let list = ListPage<Numbered<ProductProposal>>(
    table: "rows", source: .here { Numbered.all($0.state.assignProducts.proposals) },
    columns: { scene in
      [
        Table.Column(scene.words("columns.product"), width: 26, share: 2),
        Table.Column(scene.words("columns.seats"), width: 7, isTrailing: true),
        Table.Column(scene.words("columns.from"), width: 22, share: 1),
        Table.Column(scene.words("columns.now"), width: 14),
      ]
    }, key: { Int64($0.place) },
    cells: { row, _, scene in
      [
        .text(row.value.details.name, row.value.isTaken ? .plain : .disabled),
        row.value.details.seats.map { .plain(String($0)) } ?? .marked(Mark(.unknown)),
        .text(from(row.value, scene.words), .dim), .text(now(row.value, scene), .dim),
      ]
    }, text: { $0.value.details.name },
    marked: { state in
      Set(
        Numbered.all(state.assignProducts.proposals).filter(\.value.isTaken).map { Int64($0.place) }
      )
    }, empty: { $0.words("notes.none") })

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let proposals = scene.state.assignProducts.proposals
    var notes: [any Widget] = []
    if proposals.contains(where: { $0.details.source == .tradeIn }) {
      notes.append(Paragraph(words("notes.trade-in"), style: .warning))
    }
    for (key, count) in [
      ("ended", scene.state.assignProducts.endedSeats),
      ("other-team", scene.state.assignProducts.otherTeamSeats),
    ] where count > 0 {
      notes.append(Paragraph(words("counts.\(key)", count: count), style: .warning))
    }
    let count = proposals.count { $0.isTaken }
    return ReviewPage(
      facts: [Facts.Fact(words("labels.from"), scene.state.assignProducts.proposalsPath)],
      above: notes,
      list: Self.list,
      take: .init(
        "take-over", words("counts.take-over", count: count),
        reason: count == 0 ? words("errors.none-chosen") : nil)
    ).page(scene, words)
  }

  func commands(_ scene: Scene) -> [Offer] {
    let isKnown = Self.list.present(scene).map { !$0.value.details.offering.isEmpty } ?? true
    let empty = Self.list.noRow(scene)
    return [Offer(.choose, unless: empty), Offer(.chooseAll, unless: empty)]
      // What the table of offerings does not know can be said once.
      + (isKnown || scene.summary.products.isEmpty ? [] : [Offer(.edit)])
      + Self.list.offers(scene)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .pressed("take-over"): return takeOver(&state)
    case .pressed("rows"):
      _ = Self.turn(&state)
      return []
    case .command(.choose): return RowDecision.next(in: Self.list, &state, Self.turn)
    case .command(.chooseAll):
      // All of them, or none where all are.
      let isTaken = state.assignProducts.proposals.contains { !$0.isTaken }
      for place in state.assignProducts.proposals.indices {
        state.assignProducts.proposals[place].isTaken = isTaken
      }
      return []
    case .command(.edit):
      guard let row = Self.list.present(state) else { return [] }
      return Navigation.follow("map", about: row.value.details.name, &state)
    case .pressed("cancel"):
      state.assignProducts.proposals = []
      return Navigation.back(&state)
    case .answered(.undone(let outcome, _)) where outcome.name == .assignProducts(.mapOffering):
      state.assignProducts.mapped = [:]
      return []
    case .answered(.applied):
      state.assignProducts.proposals = []
      return Navigation.finish(by: "done", &state)
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  /// Takes the product under the cursor, or leaves it where it was taken; whether there is one.
  private static func turn(_ state: inout State) -> Bool {
    guard let row = list.present(state) else { return false }
    state.assignProducts.proposals[row.place].isTaken.toggle()
    return true
  }

  private static func from(_ proposal: ProductProposal, _ words: Words) -> String {
    proposal.details.networkSeats.map { words("values.network", ["count": String($0)]) }
      ?? words("values.subscription")
  }

  /// What the list has of the product now.
  private static func now(_ proposal: ProductProposal, _ scene: Scene) -> String {
    if let mapped = scene.state.assignProducts.mapped[proposal.details.name] {
      return mapped.flatMap { scene.summary.product($0) }
        .map { scene.words("values.mapped", ["product": $0.details.name]) }
        ?? scene.words("values.none-of-ours")
    }
    let known = scene.summary.products.first { $0.details.key == proposal.details.key }
    guard let known else { return scene.words("values.new") }
    return known.details.seats.map { scene.words("values.now", ["count": String($0)]) }
      ?? scene.words.of("seats")("values.not-known")
  }

  private func takeOver(_ state: inout State) -> [Effect] {
    let taken = state.assignProducts.proposals.filter(\.isTaken).map(\.details)
    guard !taken.isEmpty else {
      state.notice = Notice(.problem, "nothing-new")
      return [.bell]
    }
    return [.apply(.assignProducts(.takeOverProducts(taken)))]
  }
}
