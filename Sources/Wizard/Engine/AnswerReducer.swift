import Migration

/// What came of effects, put where it belongs; the screen that is seen hears of it too.
enum AnswerReducer {
  static func reduce(_ answer: Answer, _ state: inout State) -> [Effect] {
    var effects: [Effect] = []
    switch answer {
    case .summary(let summary): state.summary = summary
    case .applied(let outcome, let summary):
      guard outcome.revision != state.summary.revision else {
        // Nothing was written: undo would take back what came before.
        state.work = nil
        state.notice = Notice(.done, "unchanged")
        break
      }
      finish(summary, &state)
      state.notice = notice("done-\(outcome.name.text)", outcome)
    case .undone(let outcome, let summary):
      finish(summary, &state)
      state.notice = notice("undone-\(outcome.name.text)", outcome)
    case .redone(let outcome, let summary):
      finish(summary, &state)
      state.notice = notice("redone-\(outcome.name.text)", outcome)
    case .refused(let refusal):
      state.work = nil
      state.notice = Notice.of(refusal)
      effects.append(.bell)
    case .journal(let entries): state.journal = entries
    case .sessions(let cards): state.sessions = cards
    case .opened(let info, let summary, let place):
      open(info, summary, place, &state)
      return Flow.screen(state.visit.screen).handle(.opened(isReturn: true), &state)
    case .notOpened(let key, let arguments), .notRead(let key, let arguments):
      state.work = nil
      state.notice = Notice(.problem, key, arguments)
      effects.append(.bell)
    case .journalFound(let question):
      state.work = nil
      state.journalQuestion = question
      effects.append(.bell)
    case .folder(let folder): state.folder = folder
    case .handedOver(let handOver, let summary):
      finish(summary, &state)
      state.notice = Notice(
        .done, "done-hand-over",
        ["number": String(handOver.number), "count": String(handOver.rowCount)])
    case .outside(let files): state.outside = files
    case .forgotten(let summary):
      finish(summary, &state)
      state.notice = Notice(.done, "forgotten")
    case .written(let path, let rows):
      state.work = nil
      state.notice = Notice(.done, "written", ["path": path, "count": String(rows)])
    case .notWritten(let path, let reason):
      state.work = nil
      state.notice = Notice(.problem, "not-written", ["path": path, "reason": reason])
      effects.append(.bell)
    case .progress(let done, let total):
      state.work?.done = done
      state.work?.total = total
      return []
    case .cancelled:
      state.work = nil
      state.notice = Notice(.done, "cancelled")
    case .copied: state.notice = Notice(.done, "copied")
    case .createUsers(let answer):
      guard let following = answer.reduce(&state) else { return [] }
      effects += following
    case .assignProducts(let answer): effects += answer.reduce(&state)
    case .switchDevices(let answer): effects += answer.reduce(&state)
    case .informUsers(let answer): effects += answer.reduce(&state)
    case .retireServers(let answer): effects += answer.reduce(&state)
    }
    return effects + Flow.screen(state.visit.screen).handle(.answered(answer), &state)
  }

  private static func finish(_ summary: Summary, _ state: inout State) {
    state.work = nil
    state.summary = summary
    state.session.savedAt = state.moment
  }

  private static func notice(_ key: String, _ outcome: ChangeOutcome) -> Notice {
    Notice(.done, key, outcome.arguments)
  }

  private static func open(
    _ info: SessionInfo, _ summary: Summary, _ place: Place, _ state: inout State
  ) {
    state.migration = OpenMigration(
      at: Visit(summary.setup == nil ? Flow.setUp : Flow.home), session: info, summary: summary)
    state.notice = Notice.of(info)
    if !state.isLanguageChosen, let setup = summary.setup,
      let own = state.languages.firstIndex(where: { $0.language.code == setup.language })
    {
      state.language = own
    }
    PlaceCoding.restore(place, &state)
    state.isPlaceDirty = false
  }
}
