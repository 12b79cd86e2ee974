import Documents
import Migration
import SessionFile
import SystemPackage
import Wizard

/// Lists of people: read, pasted, corrected, and what is refused of them.
extension EffectRunner {
  /// A list beside the people who are there.
  mutating func review(
    _ found: PeopleList, path: String, _ source: Intake.Source, as reading: PeopleReading?,
    isAgain: Bool = false
  ) -> Answer? {
    list = found
    return withFile { file in
      if !isAgain, let columns = reading?.columns, found.facts.hasHeader {
        try ListColumns.remember(columns, header: found.facts.header, in: file)
      }
      let (batch, comparison) = try PeopleDoubts.find(in: found.batch, beside: file)
      var review = Review(
        source: .imported, path: AdminPath.shown(path), facts: found.facts, batch: batch,
        comparison: comparison)
      review.reading = reading
      review.digest = source.digest
      return .createUsers(.review(review))
    }
  }

  mutating func readPaste(_ text: String) -> Answer? {
    let pasted = PastedPeople(text)
    guard !pasted.batch.rows.isEmpty else { return .notRead("paste-without-people", [:]) }
    list = nil
    return withFile { file in
      let (batch, comparison) = try PeopleDoubts.find(in: pasted.batch, beside: file)
      var review = Review(
        source: .pasted, pasted: pasted, batch: batch, comparison: comparison)
      review.digest = Digest.of([Array(text.utf8)])
      return .createUsers(.review(review))
    }
  }

  func correct(_ review: Review, _ place: Int, _ details: UserDetails) -> Answer? {
    correct(review, [place: details])
  }

  private func correct(_ review: Review, _ rows: [Int: UserDetails]) -> Answer? {
    var corrected = review.batch
    for (place, details) in rows.sorted(by: { $0.key < $1.key }) {
      corrected.correct(place, to: details)
    }
    return withFile { file in
      let (batch, comparison) = try PeopleDoubts.find(in: corrected, beside: file)
      return .createUsers(.review(review.with(batch, comparison, correcting: rows)))
    }
  }

  /// Reads a list again that was looked through before; what was decided in it stands, if it is still the
  /// same list.
  mutating func resume(_ draft: ReviewDraft, text: String) -> Answer? {
    guard var answer = readAgain(draft, text: text) else { return .createUsers(.reviewLost(draft)) }
    if case .createUsers(.review(let review)) = answer {
      guard review.draft?.isOfSameList(as: draft) == true else {
        return .createUsers(.reviewLost(draft))
      }
      if !draft.corrections.isEmpty { answer = correct(review, draft.corrections) ?? answer }
    }
    // Where the session could not be read, that is said.
    guard case .createUsers(.review(var review)) = answer else { return answer }
    review.decide(as: draft.decisions)
    return .createUsers(.reviewResumed(review))
  }

  private mutating func readAgain(_ draft: ReviewDraft, text: String) -> Answer? {
    guard !draft.path.isEmpty else { return text.isEmpty ? nil : readPaste(text) }
    let path = AdminPath.system(draft.path)
    let taken = try? Intake.read(
      path, as: draft.reading, mapping: ListColumns.known(session?.file))
    guard let taken, case .people(let found) = taken.document else { return nil }
    return review(found, path: path, taken.source, as: draft.reading, isAgain: true)
  }

  func saveRefused(_ review: Review, at moment: Moment) -> Answer? {
    guard let list, let repair = review.repair, !review.path.isEmpty else { return nil }
    let target =
      FileAccess.freePath(stem(review.path) + "-" + repair.ending, endings: [".csv"]) + ".csv"
    let rows = review.batch.rows
    let refused = Set(review.places[Review.Kind.refused.rawValue])
    let bytes = RepairFile.make(
      list, rows: refused, lineName: repair.line, reasonName: repair.reason
    ) { repair.sentence(rows[$0], review.batch) }
    return withFile { file in
      do {
        _ = try OutgoingWriter.carryOut(
          Outgoing(
            .refused, folder: FileAccess.folder(of: target), makesFolder: false, day: moment.day),
          [OutgoingWriter.Output(name: PathText.name(of: target), bytes: bytes)], on: file,
          at: moment)
        return .written(path: AdminPath.shown(target), rows: refused.count)
      } catch let failure as FileFailure {
        return .notWritten(path: AdminPath.shown(failure.path), reason: failure.words)
      }
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
    doubts.mark(&batch, domains: try file.mailDomains()) { place in
      switch comparison.rows[place] {
      case .changed, .same: true
      default: false
      }
    }
    return (batch, comparison)
  }
}
