import Canvas
import Migration
import Widgets

/// What the screens of step 2 say of seats in the same words.
enum SeatText {
  /// How many seats the portal should show as available: `3 of 4 seats available`.
  static func available(_ product: Product, _ scene: Scene) -> String {
    let words = scene.words.of("seats")
    guard let bought = product.details.seats, let free = product.seats.available else {
      return words("values.not-known")
    }
    return words("values.available", ["free": String(free), "seats": String(bought)])
  }

  /// Columns that the short form has at most.
  static let shortWidth = 13

  /// The same in a narrow column: `3 of 4`.
  static func availableInShort(_ product: Product, _ scene: Scene) -> Table.Item {
    guard let bought = product.details.seats, let free = product.seats.available else {
      return .marked(Mark(.unknown))
    }
    let text = scene.words.of("seats")(
      "values.available-short", ["free": String(free), "seats": String(bought)])
    // Numbers are never cut: with many digits the word between them goes.
    return .plain(Width.of(text) <= shortWidth ? text : "\(free)/\(bought)")
  }

  /// What is free or short when all of the plan is carried out.
  static func plan(_ product: Product, _ scene: Scene) -> Table.Item {
    let words = scene.words.of("seats")
    if product.seats.short > 0 {
      return .text(
        words("values.short", ["count": String(product.seats.short)]), .warning)
    }
    guard let free = product.seats.free else { return .marked(Mark(.unknown)) }
    return .plain(words("values.free", ["count": String(free)]))
  }

  /// A product's bar: proven, stated, planned and free seats.
  static func bar(_ product: Product) -> Bar {
    let counts = product.counts
    return Bar(
      proven: counts.proven, stated: counts.stated,
      planned: counts.planned + counts.written + counts.failed, free: product.seats.free ?? 0)
  }

  /// How far somebody's seat is, as mark, word and date.
  static func item(_ row: SeatRow, _ scene: Scene) -> Table.Item {
    guard let assignment = row.assignment else { return .plain("") }
    return item(assignment, waits: row.waits, scene)
  }

  /// How far a seat is, as mark, word and date.
  static func item(_ assignment: Assignment, waits: Bool, _ scene: Scene) -> Table.Item {
    let words = scene.words.of("seats")
    if assignment.oldAddress != nil {
      return .marked(.told(.attention), words("values.old-address"))
    }
    if waits { return .marked(.told(.attention), words("values.waits")) }
    let sign = StandingText.sign(assignment.standing)
    let day = assignment.since.map { scene.day($0) } ?? ""
    switch assignment.standing {
    case .planned:
      guard let number = assignment.handOver else {
        return .marked(.told(sign), scene.words.common("values.planned"))
      }
      return .marked(
        Mark(sign), scene.words.common("values.in-hand-over", ["number": String(number)]))
    case .failed: return .marked(.told(sign), words("values.gone", ["day": day]))
    case .stated, .proven:
      return .marked(Mark(sign), assignment.source == .buyer ? words("values.buyer") : day)
    case .setAside: return .marked(.told(sign), scene.words.common("values.set-aside"))
    }
  }

  /// How the number of seats is known.
  static func source(_ product: Product, _ scene: Scene) -> String {
    let words = scene.words.of("seats")
    guard let seats = product.details.seats else { return words("values.source-open") }
    return words(
      "values.source-\(product.details.source.name)",
      [
        "seats": String(seats), "network": String(product.details.networkSeats ?? 0),
        "day": product.seatsSince.map { scene.day($0) } ?? "",
      ])
  }

  /// What the licence logs say of a product, or that none was added.
  static func use(_ product: Product, _ scene: Scene) -> String {
    let words = scene.words.of("seats")
    guard let use = scene.state.assignProducts.use[product.id] else { return words("notes.no-log") }
    return words(
      "values.use",
      [
        "people": String(use.people), "days": String(use.daysUsed),
        "occasional": String(use.occasional), "both": String(use.withBoth),
        "without": String(use.withoutSeat), "end": scene.day(use.logEnd),
      ])
  }

  /// The product that a visit is about; nil when there is none (any more).
  static func product(_ state: State) -> Product? {
    let number = state.visit.argument.prefix { $0 != "." }
    return Int64(number).flatMap { state.summary.product(ProductID($0)) }
  }

  /// A page that says that its product is gone.
  static func gone(_ scene: Scene) -> Page {
    var page = Page()
    page.widgets = [
      Heading(scene.words("title")), Paragraph(scene.words.of("seats")("notes.product-gone")),
      ItemList([ItemList.Item("cancel", scene.words.common("actions.back"))]),
    ]
    page.hint = scene.words.of("seats")("hints.gone")
    return page
  }
}
