/// What a list does with the commands that all lists have, made once: filtering, sorting, turning
/// round, narrowing, choosing, and what Esc takes away before the page is left.
///
/// A page gives it the row under the cursor, the effect that asks which rows there are, and how its
/// rows are asked for anew. Everything is kept in the page's memory.
struct ListPage {
  /// The table, under which place, order and choice are remembered.
  let table: String
  /// The columns by which it is sorted in turn; none where its order is given.
  var columns: [Int] = []
  /// The choice that says which part is shown, 0 at first.
  var part = "part"
  /// How many parts there are to look at.
  var parts = 1
  /// Whether rows are chosen in it, one or several.
  var isChosenFrom = true
  /// Whether choosing is what it is for, so that this is named before filtering.
  var isForChoosing = false

  /// Whether letters narrow it.
  func isFiltering(_ memory: Memory) -> Bool { memory.inputs["filter"] != nil }

  /// Whether another part is shown than the one that the page was opened on.
  func isNarrowed(_ memory: Memory) -> Bool {
    parts > 1 && (memory.choices[part] ?? 0) != home(memory)
  }

  /// Opens the page on a part: who was led there by a line about it gets back with one Esc.
  func open(on place: Int, _ memory: inout Memory) {
    memory.choices[part] = place
    memory.choices[homeChoice] = place
  }

  private var homeChoice: String { "\(part)-opened" }

  private func home(_ memory: Memory) -> Int { memory.choices[homeChoice] ?? 0 }

  /// The commands that it has by itself; those about rows not where there is none.
  func offers(_ memory: Memory, isEmpty: Bool) -> [Offer] {
    let reason = isEmpty ? Offer.Reason.noRow : nil
    let choosing =
      isChosenFrom ? [Offer(.choose, unless: reason), Offer(.chooseAll, unless: reason)] : []
    var offers = isForChoosing ? choosing + [Offer(.filter)] : [Offer(.filter)] + choosing
    if parts > 1 { offers.append(Offer(.narrow)) }
    if !columns.isEmpty { offers += [Offer(.sort), Offer(.turnOrder)] }
    if holdsBack(memory) { offers.append(Offer(.back)) }
    return offers
  }

  /// Whether there is anything for Esc to take away before the page is left.
  func holdsBack(_ memory: Memory) -> Bool {
    isFiltering(memory) || isNarrowed(memory) || !memory.rows(table).chosen.isEmpty
  }

  /// Stands on the first row.
  func toTop(_ state: inout State) {
    state.memory.tables[table, default: Memory.Rows()].cursor = 0
    state.memory.tables[table, default: Memory.Rows()].top = 0
  }

  /// Chooses rows, and no others.
  func choose(_ chosen: Set<Int64>, _ state: inout State) {
    state.memory.tables[table, default: Memory.Rows()].chosen = chosen
  }

  /// Does what a command says; nil for a command that is the page's own.
  ///
  /// `present` is the row under the cursor, nil where there is none, and `total` how many rows there
  /// are; `all` asks for the numbers of all rows, which the page then chooses, and `reread` for the
  /// rows anew.
  func command(
    _ id: Command.ID, _ state: inout State, present: Int64?, total: Int, all: Effect?,
    reread: (inout State) -> [Effect]
  ) -> [Effect]? {
    var rows = state.memory.rows(table)
    switch id {
    case .filter:
      if !isFiltering(state.memory) { state.memory.setText("filter", "") }
      return Focus.move(to: "filter", &state)
    case .back: return back(&state, reread)
    case .choose where isChosenFrom:
      guard let present else { return [] }
      if rows.chosen.remove(present) == nil { rows.chosen.insert(present) }
      rows.cursor = min(rows.cursor + 1, total - 1)
      state.memory.tables[table] = rows
      return []
    case .chooseAll where isChosenFrom:
      if rows.chosen.isEmpty { return all.map { [$0] } ?? [] }
      choose([], &state)
      return []
    case .sort where !columns.isEmpty:
      let place = columns.firstIndex(of: rows.column) ?? 0
      rows.column = columns[(place + 1) % columns.count]
      state.memory.tables[table] = rows
      toTop(&state)
      return reread(&state)
    case .turnOrder where !columns.isEmpty:
      rows.isDescending.toggle()
      state.memory.tables[table] = rows
      return reread(&state)
    case .narrow where parts > 1:
      show(((state.memory.choices[part] ?? 0) + 1) % parts, &state)
      return reread(&state)
    default: return nil
    }
  }

  /// Esc: first the filter goes, then the choice and the part; then the page is left.
  private func back(_ state: inout State, _ reread: (inout State) -> [Effect]) -> [Effect] {
    if isFiltering(state.memory) {
      state.memory.inputs["filter"] = nil
      state.memory.focus = table
      return reread(&state)
    }
    guard isNarrowed(state.memory) else {
      choose([], &state)
      return []
    }
    show(home(state.memory), &state)
    return reread(&state)
  }

  /// Shows a part from its first row; who was chosen in another one is not chosen any more.
  private func show(_ place: Int, _ state: inout State) {
    state.memory.choices[part] = place == 0 ? nil : place
    choose([], &state)
    toTop(&state)
  }
}
