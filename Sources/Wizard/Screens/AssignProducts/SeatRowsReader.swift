import Migration
import Widgets

/// Reading the rows of users beside a product for a table: what is asked, and when it is asked again.
struct SeatRowsReader {
  /// The table's id, under which its place is remembered.
  let table: String
  /// Whether only the product's own users are asked for.
  let isOwn: Bool

  private static let columns: [UserColumn] = [.name, .address]

  /// The question, as filter, order and group stand.
  func query(_ product: ProductID, _ state: State) -> UserQuery {
    let rows = state.memory.rows(table)
    let column = Self.columns.indices.contains(rows.column) ? Self.columns[rows.column] : .name
    let chosen = state.memory.choices["group"] ?? 0
    let groups = state.summary.groups
    return UserQuery(
      filter: state.memory.text("filter"), order: column, isDescending: rows.isDescending,
      group: groups.indices.contains(chosen - 1) ? groups[chosen - 1].name : nil,
      seats: isOwn ? .of(product) : nil)
  }

  /// Asks for the rows again; until they are here the old ones stay on the screen.
  func reread(_ product: ProductID, _ state: inout State) -> [Effect] {
    let query = query(product, state)
    if state.assignProducts.rows.product != product
      || state.assignProducts.rows.query.seats != query.seats
    {
      state.assignProducts.rows.window = RowWindow()
    }
    state.assignProducts.rows.product = product
    state.assignProducts.rows.query = query
    return [
      .assignProducts(.readSeats(product, query, AskedRows.seen(state.memory.rows(table), state)))
    ]
  }

  /// Asks for rows that are about to be seen and are not here.
  func needs(_ places: Range<Int>, _ state: State) -> [Effect] {
    let rows = state.assignProducts.rows
    guard rows.window.revision >= 0, !rows.window.covers(places) else { return [] }
    return [.assignProducts(.readSeats(rows.product, rows.query, AskedRows.around(places)))]
  }

  /// The users that are meant: the chosen ones, or the one under the cursor.
  func meant(_ state: State, _ memory: Memory) -> [UserID] {
    let chosen = memory.rows(table).chosen
    if !chosen.isEmpty { return chosen.sorted().map { UserID($0) } }
    return memory.meant(table).flatMap { state.assignProducts.rows.window[$0] }.map { [$0.user.id] }
      ?? []
  }

  /// Takes over the numbers that `chooseAll` asked for.
  func take(_ query: UserQuery, _ ids: [Int64], _ state: inout State) {
    guard query == state.assignProducts.rows.query else { return }
    list.choose(Set(ids), &state)
  }

  /// What the list does with a command; nil for other commands.
  func command(_ id: Command.ID, _ product: ProductID, _ state: inout State) -> [Effect]? {
    let window = state.assignProducts.rows.window
    return list.command(
      id, &state, present: window[state.memory.rows(table).cursor]?.user.id.number,
      total: window.total, all: .createUsers(.readUserIDs(state.assignProducts.rows.query))
    ) { reread(product, &$0) }
  }

  /// The list that it is.
  var list: ListPage {
    ListPage(table: table, columns: Array(Self.columns.indices), isForChoosing: !isOwn)
  }
}
