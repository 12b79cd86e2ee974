import Documents
import Migration

extension StatusCommand {
  /// The products of step 2 as records; what is not known is absent.
  static func products(_ summary: Summary) -> [[(String, FigureValue)]] {
    summary.products.map { product in
      let seats = product.seats
      return [
        ("name", .text(product.details.name)), ("seats", Self.number(seats.bought)),
        ("available", Self.number(seats.available)), ("free", Self.number(seats.free)),
        ("short", .number(seats.short)), ("waiting", .number(seats.waiting)),
        ("total", .number(product.counts.total)), ("stated", .number(product.counts.taken)),
        ("proven", .number(product.counts.proven)),
      ]
    }
  }

  private static func number(_ value: Int?) -> FigureValue { value.map { .number($0) } ?? .absent }

  /// One line for each product: what the portal should show, and who waits.
  static func tellProducts(_ summary: Summary) {
    let words = Output.words
    for product in summary.products {
      let seats = words.of("seats")
      let shown =
        product.details.seats.flatMap { bought in
          product.seats.available.map {
            seats("values.available", ["free": String($0), "seats": String(bought)])
          }
        } ?? seats("values.not-known")
      Output.line(
        words(
          "labels.product-line",
          [
            "name": PrintedText.clean(product.details.name), "available": shown,
            "total": String(product.counts.total), "waiting": String(product.seats.waiting),
          ]))
    }
  }
}
