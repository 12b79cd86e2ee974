import Canvas
import Migration
import Widgets

/// The products that a file proposes, each to be taken over or not.
struct ReviewProducts: Screen {
  let name = "review-products"

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
      rows: table(scene, proposals),
      take: .init(
        "take-over", words("counts.take-over", count: count),
        reason: count == 0 ? words("errors.none-chosen") : nil)
    ).page(scene, words)
  }

  func commands(_ scene: Scene) -> [Offer] {
    let rows = scene.state.assignProducts.proposals
    let cursor = scene.memory.rows("rows").cursor
    let isKnown = !rows.indices.contains(cursor) || !rows[cursor].details.offering.isEmpty
    return [Offer(.choose, unless: rows.isEmpty ? Offer.Reason.noRow : nil)]
      // What the table of offerings does not know can be said once.
      + (isKnown || scene.summary.products.isEmpty ? [] : [Offer(.edit)])
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .pressed("take-over"): return takeOver(&state)
    case .pressed("rows"), .command(.choose):
      let cursor = state.memory.rows("rows").cursor
      guard state.assignProducts.proposals.indices.contains(cursor) else { return [] }
      state.assignProducts.proposals[cursor].isTaken.toggle()
      return []
    case .command(.edit):
      let cursor = state.memory.rows("rows").cursor
      guard state.assignProducts.proposals.indices.contains(cursor) else { return [] }
      return Navigation.follow(
        "map", about: state.assignProducts.proposals[cursor].details.name, &state)
    case .pressed("cancel"):
      state.assignProducts.proposals = []
      return Navigation.back(&state)
    case .answered(.undone(let outcome, _)) where outcome.name == .assignProducts(.mapOffering):
      state.assignProducts.mapped = [:]
      return []
    case .answered(.applied):
      state.assignProducts.proposals = []
      return Navigation.finish(by: "done", &state)
    default: return []
    }
  }

  private func table(_ scene: Scene, _ proposals: [ProductProposal]) -> Table {
    let words = scene.words
    let rows = scene.memory.rows("rows")
    return Table(
      id: "rows", name: words("title"),
      columns: [
        Table.Column(words("columns.product"), width: 26, share: 2),
        Table.Column(words("columns.seats"), width: 7, isTrailing: true),
        Table.Column(words("columns.from"), width: 22, share: 1),
        Table.Column(words("columns.now"), width: 14),
      ],
      rows: proposals.enumerated().map { index, proposal in
        Table.Row(
          key: Int64(index),
          items: [
            .text(proposal.details.name, proposal.isTaken ? .plain : .disabled),
            .plain(proposal.details.seats.map(String.init) ?? Glyph.unknown),
            .text(from(proposal, words), .dim), .text(now(proposal, scene), .dim),
          ])
      }, cursor: rows.cursor, top: rows.top,
      chosen: Set(proposals.indices.filter { proposals[$0].isTaken }.map { Int64($0) }),
      emptyText: words("notes.none"))
  }

  private func from(_ proposal: ProductProposal, _ words: Words) -> String {
    proposal.details.networkSeats.map { words("values.network", ["count": String($0)]) }
      ?? words("values.subscription")
  }

  /// What the list has of the product now.
  private func now(_ proposal: ProductProposal, _ scene: Scene) -> String {
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
