import Documents
import Migration
import SessionFile
import Wizard

/// Lists of people: read, pasted, corrected, and what is refused of them.
extension EffectRunner {
  /// A list beside the people who are there.
  mutating func review(
    _ found: PeopleList, path: String, as reading: PeopleReading?
  ) -> Answer? {
    list = found
    return withFile { file in
      if let columns = reading?.columns, found.facts.hasHeader {
        try ListMapping.remember(columns, header: found.facts.header, in: file)
      }
      let (batch, comparison) = try Self.compare(found.batch, file)
      return .review(
        Review(
          source: .imported, path: AdminPath.shown(path), facts: found.facts, batch: batch,
          comparison: comparison))
    }
  }

  mutating func readPaste(_ text: String) -> Answer? {
    let pasted = PastedPeople(text)
    guard !pasted.batch.rows.isEmpty else { return .notRead("paste-without-people", [:]) }
    list = nil
    return withFile { file in
      let (batch, comparison) = try Self.compare(pasted.batch, file)
      return .review(
        Review(source: .pasted, pasted: pasted, batch: batch, comparison: comparison))
    }
  }

  func correct(_ review: Review, _ place: Int, _ details: UserDetails) -> Answer? {
    var corrected = review.batch
    corrected.correct(place, to: details)
    return withFile { file in
      let (batch, comparison) = try Self.compare(corrected, file)
      return .review(review.with(batch, comparison))
    }
  }

  /// Lays a list beside itself and beside the people who are there; rows that may be one person twice
  /// become doubtful.
  private static func compare(
    _ found: PeopleBatch, _ file: SessionFile
  ) throws -> (PeopleBatch, BatchComparison) {
    var batch = found
    let comparison = try file.compare(batch)
    batch.doubt(comparison)
    var doubts = PeopleDoubts()
    doubts.mark(&batch) { place in
      switch comparison.rows[place] {
      case .changed, .same: true
      default: false
      }
    }
    return (batch, comparison)
  }

  func saveRefused(_ review: Review, _ words: RepairWords) -> Answer? {
    guard let list, !review.path.isEmpty else { return nil }
    let path = AdminPath.system(review.path)
    let stem = path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
    let target = free(stem + "-refused", extension: ".csv")
    let file = RepairFile.make(
      list, lineName: words.line, reasonName: words.reason,
      isLeft: { review.kinds.indices.contains($0) && review.kinds[$0] == .refused },
      reason: { row in row.cause.flatMap { words.reasons[$0] } ?? "" })
    do {
      try FileAccess.write(file.bytes, to: target)
      return .written(path: AdminPath.shown(target), rows: file.rows)
    } catch {
      return .notWritten(path: AdminPath.shown(target), reason: error.words)
    }
  }
}
