import Documents
import Migration
import SessionFile
import Wizard

extension EffectRunner {
  /// Carries out what the pages of step 2 ask.
  mutating func run(
    _ effect: AssignProductsEffect, at moment: Moment, _ report: (Answer) -> Bool
  ) -> Answer? {
    switch effect {
    case .readSeats(let product, let query, let places):
      withFile { file in
        .assignProducts(.seats(product, query, try file.seats(of: product, query, places: places)))
      }
    case .readQueue(let query, let places):
      withFile { .assignProducts(.queue(query, try $0.queue(query, places: places))) }
    case .readQueueIDs(let query):
      withFile { .assignProducts(.queueIDs(query, try $0.queueIDs(query))) }
    case .readAssignments(let user):
      withFile { .assignProducts(.assignments(user, try $0.assignments(of: user))) }
    case .readUse(let product):
      withFile { .assignProducts(.use(product, try $0.use(of: product))) }
    case .readProducts(let path):
      read(AdminPath.fromStart(path), as: nil, forProducts: true, at: moment, report)
    case .takeOverAssigning(let review, let product):
      make(
        .assignProducts(
          .importAssignments(
            review.batch(for: .keep), review.source, review.existing(asked: .keep), product,
            seats: review.assigned)),
        at: moment
      ) { report(.progress(done: $0, total: review.batch.rows.count)) }
    case .handOverSeats(let order):
      withFile { try SeatHandOverWriter.carryOut(order, on: $0, at: moment) }
    case .compareSeats(let review):
      withFile { .assignProducts(.seatReview(try Self.compared(review, $0))) }
    }
  }

  private static func compared(_ review: SeatReview, _ file: SessionFile) throws -> SeatReview {
    var review = review
    review.comparison = try file.compare(review.evidence, by: review.document)
    return review
  }
}

extension EffectRunner {
  /// Makes filter and sort quick, when there is time; also among the users whom a question about seats
  /// has.
  func prepareIndex(for question: SeatQuery?) {
    try? session?.file.prepareIndex(seats: question)
  }
}

extension State {
  /// What the rows that are seen were asked about, beyond the users themselves.
  var indexQuestion: SeatQuery? { self.assignProducts.rows.query.users.seats }
}
