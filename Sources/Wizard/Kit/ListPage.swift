import Migration
import Widgets

/// A list of a page, whatever its rows are.
protocol PageList: Sendable {
  /// The table, under which place, order and choice are remembered.
  var table: String { get }
  /// How many rows there are.
  func total(_ scene: Scene) -> Int
  /// What the row under the cursor is called; nil where there is none.
  func presentKey(_ scene: Scene) -> Int64?
  /// Why nothing can be done to a row; nil where there is one.
  func noRow(_ scene: Scene) -> Offer.Reason?
  /// What the page shows of it.
  func widgets(_ scene: Scene) -> [any Widget]
  /// The commands that it has by itself, those of the page behind the first.
  func offers(_ scene: Scene, own: [Offer]) -> [Offer]
  /// Does what an event asks of it; nil for one that is the page's own.
  func handle(_ event: Event, _ state: inout State) -> [Effect]?
  /// Begins anew at the first row, with nothing chosen, as another list on the same page does.
  func begin(_ state: inout State) -> [Effect]
}

/// One list of a page, and what all lists do, made once: the rows near the visible ones, filtering,
/// sorting, turning round, narrowing, choosing, and what Esc takes away before the page is left.
///
/// A page gives it its columns, its rows and where they come from. All else is kept in the page's memory.
struct ListPage<Row: Sendable>: PageList {
  /// The table, under which place, order and choice are remembered.
  let table: String
  /// What it is called by those who hear it.
  var title: @Sendable (Scene) -> String = { $0.words("title") }
  /// Where its rows come from.
  let source: ListSource<Row>
  /// Its columns.
  let columns: @Sendable (Scene) -> [Table.Column]
  /// What a row is called wherever it stands.
  let key: @Sendable (Row) -> Int64
  /// What stands in a row, which is at this place among all.
  let cells: @Sendable (Row, _ place: Int, Scene) -> [Table.Item]
  /// The orders that there are, in turn; none where the order is given.
  var orders: [ListOrder<Row>] = []
  /// The order on the first visit.
  var start = (column: 0, isDescending: false)
  /// How letters narrow it.
  var letters = ListLetters.onDemand
  /// Where letters are looked for in a row that is here; nil for all that stands in it.
  var text: (@Sendable (Row) -> String)?
  /// How it is narrowed to a part.
  var narrowing = ListParts.none
  /// Whether rows are chosen in it.
  var choosing = ListChoice.none
  /// Whether a row can be chosen.
  var mayChoose: @Sendable (Row) -> Bool = { _ in true }
  /// The rows that are marked as chosen ones are, by what is known or was decided of them; nil where rows
  /// are chosen in the list itself.
  var marked: (@Sendable (State) -> Set<Int64>)?
  /// Whether rows stay chosen after something was done to them.
  var keepsChoice = false
  /// Whether it takes the rows that are left on the page.
  var isFlexible = true
  /// What is said where there are no rows and no letters.
  var empty: @Sendable (Scene) -> String = { $0.words("notes.empty") }

  // MARK: Rows

  /// The rows near the visible ones, of how many in all.
  func window(_ scene: Scene) -> RowWindow<Row> {
    switch source {
    case .file(let rows): return rows.window(scene.state)
    case .here(let rows):
      let shown = ordered(filtered(rows(scene), scene), scene)
      return RowWindow(revision: 0, rows: shown, total: shown.count)
    }
  }

  /// How many rows there are.
  func total(_ scene: Scene) -> Int {
    switch source {
    case .file(let rows): rows.window(scene.state).total
    case .here(let rows): filtered(rows(scene), scene).count
    }
  }

  /// The row under the cursor.
  func present(_ scene: Scene) -> Row? { window(scene)[scene.memory.rows(table).cursor] }

  /// What the row under the cursor is called; nil where there is none.
  func presentKey(_ scene: Scene) -> Int64? { present(scene).map(key) }

  /// The row under the cursor.
  func present(_ state: State) -> Row? { present(Scene(state)) }

  /// The row that is meant: the one under the cursor where somebody put it, or the only one that the
  /// letters leave; nil while none is.
  func picked(_ state: State) -> Row? {
    let window = window(Scene(state))
    if let place = state.memory.meant(table), place < window.total { return window[place] }
    guard case .field = letters, !filter(state.memory).isEmpty, window.total == 1 else {
      return nil
    }
    return window[0]
  }

  /// The keys of the rows that are meant: the chosen ones, or the one that is.
  func meant(_ state: State) -> [Int64] {
    let chosen = state.memory.rows(table).chosen
    return chosen.isEmpty ? picked(state).map { [key($0)] } ?? [] : chosen.sorted()
  }

  /// The keys of the rows that are meant where the page, which has them from the session file, is behind
  /// the present one: by what it remembers.
  func meant(_ state: State, _ memory: Memory) -> [Int64] {
    let chosen = memory.rows(table).chosen
    return chosen.isEmpty ? present(state, memory).map { [key($0)] } ?? [] : chosen.sorted()
  }

  /// The one of them under the cursor, where somebody put it; nil where nobody did.
  func present(_ state: State, _ memory: Memory) -> Row? {
    guard case .file(let rows) = source else { return nil }
    return memory.meant(table).flatMap { rows.window(state)[$0] }
  }

  /// Says that no row is meant yet. The focus goes to the rows, or to the field for their letters while
  /// that is empty, so that another Enter means none either.
  func ask(_ state: inout State) -> [Effect] {
    let untyped = letters == .onDemand || !filter(state.memory).isEmpty ? nil : letters.field
    state.notice = Notice(.problem, untyped == nil ? "nothing-chosen" : "type-letters")
    return Focus.move(to: untyped ?? table, &state) + [.bell]
  }

  private func filter(_ memory: Memory) -> String { letters.field.map { memory.text($0) } ?? "" }

  private func filtered(_ rows: [Row], _ scene: Scene) -> [Row] {
    let words = Folding.search.bytes(of: filter(scene.memory)).split { $0 <= 0x20 }
    guard !words.isEmpty else { return rows }
    return rows.enumerated().filter { place, row in
      let bytes = Folding.search.bytes(of: text?(row) ?? shownText(row, place, scene))
      return words.allSatisfy { bytes.firstRange(of: $0) != nil }
    }.map(\.element)
  }

  private func ordered(_ rows: [Row], _ scene: Scene) -> [Row] {
    let state = scene.memory.tables[table] ?? startRows
    guard let order = orders.first(where: { $0.column == state.column }) else { return rows }
    let sorted: [Row]
    switch order.key {
    case .given(let isDescending):
      return isDescending == state.isDescending ? rows : rows.reversed()
    case .number(let number):
      sorted = rows.map { (number($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    case .text:
      sorted = rows.enumerated().map { place, row in
        (Folding.search.bytes(of: shownText(row, place, scene, column: order.column)), row)
      }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
    }
    return state.isDescending ? sorted.reversed() : sorted
  }

  /// What can be read of a row, or in one column of it.
  private func shownText(_ row: Row, _ place: Int, _ scene: Scene, column: Int? = nil) -> String {
    let items = cells(row, place, scene)
    return items.indices.filter { column ?? $0 == $0 }.map { items[$0].text }
      .joined(separator: " ")
  }

  /// The table on the first visit.
  var startRows: Memory.Rows {
    var rows = Memory.Rows()
    (rows.column, rows.isDescending) = start
    return rows
  }

  // MARK: The page

  /// The field for letters, where it was asked for, and the table.
  func widgets(_ scene: Scene) -> [any Widget] {
    let table = widget(scene)
    var widgets: [any Widget] = []
    if letters == .onDemand, isFiltering(scene.memory) {
      widgets.append(
        FieldBox(
          id: "filter", label: scene.words.common("labels.filter"),
          input: scene.memory.inputs["filter"] ?? TextInput(),
          isPersonal: table.columns.contains(where: \.isPersonal), columns: 40))
    }
    if case .group = narrowing {
      widgets += GroupChoice.widgets(
        scene, label: scene.words("labels.group"), everyone: scene.words("values.all"))
    }
    return widgets + [table]
  }

  /// The table alone.
  func widget(_ scene: Scene) -> Table {
    let rows = scene.memory.tables[table] ?? startRows
    let window = window(scene)
    return Table(
      id: table, name: title(scene), columns: columns(scene),
      rows: Table.Rows(count: window.rows.count) { index in
        let row = window.rows[index]
        return Table.Row(key: key(row), items: cells(row, window.first + index, scene))
      }, first: window.first, total: window.total, cursor: rows.cursor, top: rows.top,
      chosen: marked?(scene.state) ?? rows.chosen,
      ordered: orders.isEmpty ? nil : (rows.column, rows.isDescending),
      emptyText: filter(scene.memory).isEmpty
        ? empty(scene)
        : scene.words.optional("notes.no-hit") ?? scene.words.common("notes.no-hit"),
      isFlexible: isFlexible, isChoosing: choosing != .none)
  }

  /// How many rows are chosen, seen or not, to stand behind other remarks; empty where none is.
  func chosenRemark(_ scene: Scene) -> String {
    let rows = scene.memory.rows(table)
    guard !rows.chosen.isEmpty else { return "" }
    let words = scene.words.common
    return " · " + words("counts.chosen", count: rows.chosen.count)
      + (rows.hidden > 0 ? words("counts.hidden", count: rows.hidden) : "")
  }

  /// Why nothing can be done to a row; nil where there is one.
  func noRow(_ scene: Scene) -> Offer.Reason? { total(scene) == 0 ? .noRow : nil }

  /// The commands that it has by itself, those of the page behind the first; those about rows not where
  /// there is none.
  func offers(_ scene: Scene, own: [Offer] = []) -> [Offer] {
    let reason = noRow(scene)
    let filtering = letters == .onDemand ? [Offer(.filter)] : []
    let choice = [Offer(.choose, unless: reason), Offer(.chooseAll, unless: reason)]
    var offers: [Offer] =
      switch choosing {
      case .none: filtering
      case .several: filtering + choice
      case .foremost: choice + filtering
      }
    offers.insert(contentsOf: own, at: min(1, offers.count))
    if isNarrowable(scene) { offers.append(Offer(.narrow)) }
    if !orders.isEmpty { offers += [Offer(.sort), Offer(.turnOrder)] }
    if holdsBack(scene) { offers.append(Offer(.back)) }
    return offers
  }

  // MARK: What it is narrowed to

  /// Whether letters may narrow it.
  func isFiltering(_ memory: Memory) -> Bool {
    letters == .onDemand && memory.inputs["filter"] != nil
  }

  /// Whether another part is shown than the one that the page was opened on.
  func isNarrowed(_ scene: Scene) -> Bool {
    switch narrowing {
    case .none: false
    case .parts: part(scene.memory) != home(scene.memory)
    case .group: GroupChoice.name(scene.memory, scene.summary) != nil
    }
  }

  /// The part that is shown.
  func part(_ memory: Memory) -> Int {
    guard case .parts(let count) = narrowing else { return 0 }
    let part = memory[ListNote.self].part
    return (0..<count).contains(part) ? part : 0
  }

  /// Opens the page on a part: who was led there by a line about it gets back with one Esc.
  func open(on place: Int, _ memory: inout Memory) {
    guard case .parts = narrowing else { return }
    memory[ListNote.self] = ListNote(part: place, home: place)
  }

  /// The part that the page was opened on.
  func home(_ memory: Memory) -> Int {
    if case .parts = narrowing { memory[ListNote.self].home } else { 0 }
  }

  private func isNarrowable(_ scene: Scene) -> Bool {
    switch narrowing {
    case .none: false
    case .parts(let count): count > 1
    case .group: !scene.summary.groups.isEmpty
    }
  }

  /// Whether there is anything for Esc to take away before the page is left.
  func holdsBack(_ scene: Scene) -> Bool {
    isFiltering(scene.memory) || isNarrowed(scene) || !scene.memory.rows(table).chosen.isEmpty
  }
}
