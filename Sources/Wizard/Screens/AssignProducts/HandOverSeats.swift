import Canvas
import Migration
import Widgets

/// Carry out step 2: make the next hand-over of seats, and what became of the ones before.
struct HandOverSeats: Screen {
  let name = "hand-over-seats"

  private static let next = NextHandOver(step: .assignProducts)

  func page(_ scene: Scene) -> Page {
    Self.next.page(
      scene, next: next(scene), first: ready(scene.summary) > 0 ? "write" : nil)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .pressed("write"), .pressed("folder"): return write(&state)
    case .pressed("products"): return Navigation.follow("products", &state)
    case .chose(GroupChoice.id):
      GroupChoice.keep(&state)
      return []
    case .answered(.summary), .answered(.undone), .answered(.redone):
      return GroupChoice.find(&state)
    case .answered(.handedOver):
      state.memory.choices["early"] = nil
      return Self.next.handle(event, &state) ?? []
    default: return Self.next.handle(event, &state) ?? []
    }
  }

  // MARK: The next one

  private func ready(_ summary: Summary) -> Int {
    summary.products.reduce(0) { $0 + $1.seats.handable }
  }

  private func isEarly(_ summary: Summary, today: Day) -> Bool {
    !summary.gate(of: .assignProducts, today: today).isOpen
  }

  private func next(_ scene: Scene) -> [any Widget] {
    let words = scene.words
    let summary = scene.summary
    let count = ready(summary)
    var widgets: [any Widget] = []
    let waiting = summary.products.reduce(0) { $0 + $1.seats.waiting }
    let unknown = summary.products.filter { $0.details.seats == nil && $0.counts.planned > 0 }
    if waiting > 0 {
      widgets.append(Paragraph(words("counts.waiting", count: waiting), style: .warning))
    }
    if let first = unknown.first {
      widgets.append(
        Paragraph(words("notes.not-known", ["product": first.details.name]), style: .warning))
    }
    guard count > 0 else {
      let none = summary.products.allSatisfy { $0.counts.planned == 0 }
      widgets.append(Paragraph(words(none ? "notes.nothing" : "notes.no-seats")))
      widgets.append(ItemList([ItemList.Item("products", words("actions.products"))]))
      return widgets
    }
    let products = summary.products.filter { $0.seats.handable > 0 }
      .map { "\($0.details.name) \($0.seats.handable)" }
    widgets.append(Paragraph(products.joined(separator: " · ")))
    if !scene.setup.role.mayUsePortal {
      widgets.append(Paragraph(words("notes.not-admin"), style: .warning))
    }
    widgets += GroupChoice.widgets(
      scene, label: words("labels.who"), everyone: words("values.all"))
    if isEarly(summary, today: scene.today) {
      widgets.append(
        ChoiceBox(
          id: "early", label: early(scene), options: [words("values.wait"), words("values.early")],
          chosen: scene.memory.choices["early"] ?? 0))
    }
    widgets.append(HandOverFolder.widget(scene, label: words("labels.folder")))
    widgets.append(
      ButtonRow([
        .init(
          "write",
          GroupChoice.name(scene.memory, summary) == nil
            ? words("counts.write", count: count) : words("actions.write")),
        .init("products", words("actions.products")),
      ]))
    return widgets
  }

  /// Why the step is not open yet, with the day from which it is where that is known.
  private func early(_ scene: Scene) -> String {
    let start = scene.setup.startDate
    return start.map { scene.words("labels.early", ["day": scene.day($0)]) }
      ?? scene.words("labels.no-start")
  }

  private func write(_ state: inout State) -> [Effect] {
    let isEarly = isEarly(state.summary, today: state.moment.day)
    if isEarly, state.memory.choices["early"] != 1 {
      state.notice = Notice(.problem, "before-start")
      return Focus.move(to: "early", &state) + [.bell]
    }
    return HandOverFolder.write(&state) { folder, state in
      let group = GroupChoice.name(state.memory, state.summary)
      return [
        .assignProducts(
          .handOverSeats(SeatHandOverOrder(group: group, folder: folder, isEarly: isEarly)))
      ]
    }
  }
}
