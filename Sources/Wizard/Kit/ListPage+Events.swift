import Migration
import Widgets

/// What happens in a list.
extension ListPage {
  /// Does what an event asks of it; nil for one that is the page's own.
  func handle(_ event: Event, _ state: inout State) -> [Effect]? {
    switch event {
    case .opened: return open(&state)
    case .needs(table, let places): return needs(places, state)
    case .edited(let id) where id == letters.field:
      // Who was chosen stays so, and it is said how many of them are not seen; where letters are how
      // one row is meant, none is until it is the only one.
      if letters != .onDemand { state.memory.tables[table] = startRows }
      toTop(&state)
      return reread(&state) + countHidden(state)
    case .chose(GroupChoice.id) where narrowing.isGroup:
      GroupChoice.keep(&state)
      return narrowed(&state)
    case .pressed("filter") where letters == .onDemand: return Focus.move(to: table, &state)
    case .command(let id): return command(id, &state)
    case .answered(.applied), .answered(.undone), .answered(.redone), .answered(.summary):
      return reread(afterChange: &state)
    case .answered(let answer): return take(answer, &state)
    default: return nil
    }
  }

  /// Asks for the rows of a page that came to the front.
  func open(_ state: inout State) -> [Effect] {
    if state.memory.tables[table] == nil, !orders.isEmpty { state.memory.tables[table] = startRows }
    letGo(&state)
    return asked(&state, isOpened: true)
  }

  /// Begins anew at the first row, with nothing chosen, as another list on the same page does.
  func begin(_ state: inout State) -> [Effect] {
    state.memory.tables[table] = nil
    if letters == .onDemand { state.memory.inputs["filter"] = nil }
    return open(&state)
  }

  /// Asks for the rows again; until they are here the old ones stay on the screen.
  func reread(_ state: inout State) -> [Effect] { asked(&state, isOpened: false) }

  /// Asks for the rows again after what may have been a change.
  func reread(afterChange state: inout State) -> [Effect] {
    letGo(&state)
    return reread(&state)
  }

  private func asked(_ state: inout State, isOpened: Bool) -> [Effect] {
    let told = narrowing.isGroup ? GroupChoice.find(&state) : []
    switch source {
    case .here: return told
    case .file(let rows):
      return told
        + rows.ask(&state, AskedRows.seen(state.memory.rows(table), state), isOpened)
    }
  }

  /// Asks for rows that are about to be seen and are not here.
  private func needs(_ places: Range<Int>, _ state: State) -> [Effect] {
    guard case .file(let rows) = source else { return [] }
    let window = rows.window(state)
    guard window.revision >= 0, !window.covers(places) else { return [] }
    return rows.more(state, AskedRows.around(places))
  }

  /// Stands on the first row.
  func toTop(_ state: inout State) {
    state.memory.tables[table, default: startRows].cursor = 0
    state.memory.tables[table, default: startRows].top = 0
  }

  // MARK: Choosing

  /// Chooses rows, and no others.
  func choose(_ chosen: Set<Int64>, _ state: inout State) {
    state.memory.tables[table, default: startRows].choose(chosen, at: state.summary.revision)
  }

  /// Lets go of rows that were chosen before the last change: they may be gone.
  private func letGo(_ state: inout State) {
    let rows = state.memory.rows(table)
    guard !rows.chosen.isEmpty, rows.chosenAt != state.summary.revision else { return }
    choose(keepsChoice ? rows.chosen : [], &state)
  }

  /// Asks who is seen, where somebody is chosen who may not be.
  private func countHidden(_ state: State) -> [Effect] {
    guard case .file(let rows) = source, !state.memory.rows(table).chosen.isEmpty else { return [] }
    return rows.askNumbers(state).map { [$0] } ?? []
  }

  /// Takes over which rows there are: all are chosen, or some of the chosen are not among them.
  private func take(_ answer: Answer, _ state: inout State) -> [Effect]? {
    guard case .file(let rows) = source, let numbers = rows.numbers(answer, state) else {
      return nil
    }
    let chosen = state.memory.rows(table).chosen
    if chosen.isEmpty {
      choose(Set(numbers), &state)
    } else {
      state.memory.tables[table]?.hidden = chosen.subtracting(numbers).count
    }
    return []
  }

  private func chooseAll(_ state: inout State) -> [Effect] {
    guard state.memory.rows(table).chosen.isEmpty else {
      choose([], &state)
      return []
    }
    switch source {
    case .file(let rows): return rows.askNumbers(state).map { [$0] } ?? []
    case .here:
      choose(Set(window(Scene(state)).rows.filter(mayChoose).map(key)), &state)
      return []
    }
  }

  private func chooseOne(_ state: inout State) -> [Effect] {
    let window = window(Scene(state))
    var rows = state.memory.rows(table)
    guard let row = window[rows.cursor], mayChoose(row) else { return [] }
    rows.cursor = min(rows.cursor + 1, window.total - 1)
    state.memory.tables[table] = rows
    choose(rows.chosen.symmetricDifference([key(row)]), &state)
    return []
  }

  // MARK: Commands

  private func command(_ id: Command.ID, _ state: inout State) -> [Effect]? {
    if id == .back { return back(&state) }
    guard case .list(let command) = id else { return nil }
    switch command {
    case .filter:
      guard letters == .onDemand else { return nil }
      if !isFiltering(state.memory) { state.memory.setText("filter", "") }
      return Focus.move(to: "filter", &state)
    case .choose: return choosing == .none ? nil : chooseOne(&state)
    case .chooseAll: return choosing == .none ? nil : chooseAll(&state)
    case .sort:
      guard !orders.isEmpty else { return nil }
      var rows = state.memory.tables[table] ?? startRows
      let place = orders.firstIndex { $0.column == rows.column } ?? 0
      rows.column = orders[(place + 1) % orders.count].column
      state.memory.tables[table] = rows
      toTop(&state)
      return reread(&state)
    case .turnOrder:
      guard !orders.isEmpty else { return nil }
      state.memory.tables[table, default: startRows].isDescending.toggle()
      return reread(&state)
    case .narrow: return narrow(&state)
    }
  }

  /// Esc: first the letters go, then the part, then the choice; then the page is left.
  private func back(_ state: inout State) -> [Effect] {
    if isFiltering(state.memory) {
      state.memory.inputs["filter"] = nil
      state.memory.focus = table
      return reread(&state) + countHidden(state)
    }
    guard isNarrowed(Scene(state)) else {
      choose([], &state)
      return []
    }
    switch narrowing {
    case .none: break
    case .parts: state.memory[ListNote.self].part = home(state.memory)
    case .group: GroupChoice.choose(nil, &state)
    }
    return narrowed(&state)
  }

  private func narrow(_ state: inout State) -> [Effect]? {
    switch narrowing {
    case .none: return nil
    case .parts(let count):
      state.memory[ListNote.self].part = (part(state.memory) + 1) % count
    case .group: GroupChoice.next(&state)
    }
    return narrowed(&state)
  }

  /// Shows a part from its first row; who was chosen in another one is not chosen any more.
  private func narrowed(_ state: inout State) -> [Effect] {
    choose([], &state)
    toTop(&state)
    return reread(&state)
  }
}

extension ListParts {
  fileprivate var isGroup: Bool {
    switch self {
    case .group: true
    case .none, .parts: false
    }
  }
}
