import Migration

extension Effect {
  /// A change of more rows than this takes longer than 5 ms.
  package static let mostAtOnce = 200

  /// Whether it may take longer than a key may wait.
  package var isLong: Bool {
    switch self {
    case .undo, .redo, .readFile, .readPaste, .resumeReview, .takeOver, .handOver, .saveRefused,
      .prove, .takeOverStrangers, .correct, .writeMessage, .writeCalendar, .readProducts,
      .takeOverAssigning, .handOverSeats, .compareSeats:
      true
    case .licensing(let effect): effect.isLong
    case .apply(let change): change.size > Self.mostAtOnce
    case .readSummary, .readUsers, .readUserIDs, .readUser, .readJournal, .listSessions,
      .openSession, .makeSession, .listFolder, .copy, .bell, .redraw, .suspend, .leave, .cancel,
      .readSeats, .readQueue, .readAssignments, .readUse, .switching, .readStrangers,
      .readHandOver:
      false
    }
  }

  /// Whether it writes into the migration, or files in its name that it would have to know of.
  package var writes: Bool {
    switch self {
    case .apply, .undo, .redo, .takeOver, .handOver, .prove, .takeOverStrangers,
      .takeOverAssigning, .handOverSeats, .writeMessage, .writeCalendar:
      true
    case .licensing(let effect): effect.writes
    case .readSummary, .readUsers, .readUserIDs, .readUser, .readJournal, .listSessions,
      .openSession, .makeSession, .listFolder, .copy, .bell, .redraw, .suspend, .leave, .cancel,
      .readSeats, .readQueue, .readAssignments, .readUse, .switching, .readStrangers,
      .readHandOver, .readFile, .readPaste, .resumeReview, .saveRefused, .correct, .readProducts,
      .compareSeats:
      false
    }
  }

  /// The page that says that it goes on; nil for what is done before a page could be read, so that
  /// undo after undo flickers not.
  func work(on summary: Summary) -> LongWork? {
    switch self {
    case .apply(let change):
      change.size > Self.mostAtOnce ? LongWork(.changing, total: change.size) : nil
    case .undo: summary.undoableCount > Self.mostAtOnce ? LongWork(.undoing) : nil
    case .redo: summary.redoableCount > Self.mostAtOnce ? LongWork(.redoing) : nil
    case .readFile(_, let reading): LongWork(reading == nil ? .readingFile : .readingList)
    case .readPaste, .resumeReview, .correct: LongWork(.readingList)
    case .takeOver(let review, _), .takeOverAssigning(let review, _):
      LongWork(.takingOver, total: review.batch.rows.count)
    case .takeOverStrangers(let people): LongWork(.takingOver, total: people?.count ?? 0)
    case .prove: LongWork(.proving)
    case .handOver, .handOverSeats: LongWork(.writingHandOver)
    case .readProducts: LongWork(.readingProducts)
    case .compareSeats: LongWork(.readingSeats)
    case .licensing(let effect): effect.work
    case .readSummary, .readUsers, .readUserIDs, .readUser, .readJournal, .listSessions,
      .openSession, .makeSession, .listFolder, .copy, .bell, .redraw, .suspend, .leave, .cancel,
      .readSeats, .readQueue, .readAssignments, .readUse, .switching, .readStrangers,
      .readHandOver, .saveRefused, .writeMessage, .writeCalendar:
      nil
    }
  }
}

extension LicensingEffect {
  /// Whether it may take longer than a key may wait.
  var isLong: Bool {
    switch self {
    case .readUses, .readUseIDs, .readOfferings, .readSeatProposal, .readSeatProposals, .setAside:
      false
    case .readFiles, .readText, .ask, .take, .propose, .writeCleanUp, .tryDoors: true
    }
  }

  /// Whether it writes into the migration.
  var writes: Bool {
    switch self {
    case .setAside, .take: true
    case .readUses, .readUseIDs, .readOfferings, .readSeatProposal, .readSeatProposals,
      .readFiles, .readText, .ask, .propose, .writeCleanUp, .tryDoors:
      false
    }
  }

  /// The page that says that it goes on.
  var work: LongWork? {
    switch self {
    case .readFiles, .readText, .propose: LongWork(.readingLog)
    case .ask(let servers, _): LongWork(.askingServers, total: servers.count)
    case .take(let review): LongWork(.takingLog, total: review.batch.useCount)
    case .tryDoors(let servers):
      LongWork(.tryingDoors, total: servers.reduce(0) { $0 + $1.details.doors.count })
    case .readUses, .readUseIDs, .readOfferings, .readSeatProposal, .readSeatProposals, .setAside,
      .writeCleanUp:
      nil
    }
  }
}
