import Documents
import Migration
import SessionFile
import Wizard

extension EffectRunner {
  /// Carries out an effect of step 2 on the open session; nil for any other effect.
  static func runSeats(
    _ effect: Effect, on file: SessionFile, at moment: Moment, _ report: (Answer) -> Bool
  ) throws -> Answer? {
    switch effect {
    case .readSeats(let product, let query, let places):
      .seats(product, query, try file.seats(of: product, query, places: places))
    case .readQueue(let product, let places):
      .queue(product, try file.queue(of: product, places: places))
    case .readAssignments(let user): .assignments(user, try file.assignments(of: user))
    case .readUse(let product): .use(product, try file.use(of: product))
    case .takeOverAssigning(let review, let product):
      .applied(
        try withoutActuallyEscaping(report) { report in
          try file.apply(
            .importAssignments(
              review.batch(for: .keep), review.source, review.existing(asked: .keep), product,
              seats: review.assigned),
            at: moment,
            progress: { report(.progress(done: $0, total: review.batch.rows.count)) })
        }, try file.summary())
    case .handOverSeats(let order): try SeatHandingOver.carryOut(order, on: file, at: moment)
    case .compareSeats(let review): .seatReview(try compared(review, file))
    default: nil
    }
  }

  private static func compared(_ review: SeatReview, _ file: SessionFile) throws -> SeatReview {
    var review = review
    review.comparison = try file.compare(review.evidence, by: review.document)
    return review
  }
}
