import Documents
import Migration
import SessionFile
import SystemPackage
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
      let (batch, comparison) = try PeopleDoubts.find(in: found.batch, beside: file)
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
      let (batch, comparison) = try PeopleDoubts.find(in: pasted.batch, beside: file)
      return .review(
        Review(source: .pasted, pasted: pasted, batch: batch, comparison: comparison))
    }
  }

  func correct(_ review: Review, _ place: Int, _ details: UserDetails) -> Answer? {
    var corrected = review.batch
    corrected.correct(place, to: details)
    return withFile { file in
      let (batch, comparison) = try PeopleDoubts.find(in: corrected, beside: file)
      return .review(review.with(batch, comparison))
    }
  }

  func saveRefused(_ review: Review) -> Answer? {
    guard let list, let repair = review.repair, !review.path.isEmpty else { return nil }
    let target = FileAccess.freePath(
      stem(review.path) + "-" + repair.ending, ending: ".csv")
    let rows = review.batch.rows
    let refused = Set(review.places[Review.Kind.refused.rawValue])
    do {
      if let session, session.info.isDemo {
        try FileAccess.makeFolder(session.info.handOverFolder)
      }
      try FileAccess.write(
        RepairFile.make(
          list, leftOut: refused.filter { list.batch.rows[$0].verdict != .refused },
          corrected: Set(
            list.batch.rows.indices.filter {
              list.batch.rows[$0].verdict == .refused && !refused.contains($0)
            }),
          lineName: repair.line, reasonName: repair.reason
        ) { repair.sentence(rows[$0], review.batch) },
        to: target)
      return .written(path: AdminPath.shown(target), rows: refused.count)
    } catch {
      return .notWritten(path: AdminPath.shown(target), reason: error.words)
    }
  }

  /// The path of a list without its extension; the demonstration leaves nothing beside it.
  private func stem(_ path: String) -> String {
    let own = FilePath(AdminPath.system(path))
    var folder = own.removingLastComponent()
    if let session, session.info.isDemo { folder = FilePath(session.info.handOverFolder) }
    return folder.appending(own.stem ?? "").string
  }
}

extension PeopleDoubts {
  /// Lays a list beside itself and beside the people who are there; rows that may be one person twice
  /// become doubtful.
  static func find(
    in found: consuming PeopleBatch, beside file: SessionFile
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
}
