import Migration
import Widgets

/// Where the rows of a list come from.
enum ListSource<Row: Sendable>: Sendable {
  /// All of them are here, in an order of their own; the list filters and orders them itself.
  case here(@Sendable (Scene) -> [Row])
  /// The session file has them, filters and orders them; those near the visible ones are here.
  case file(FileRows<Row>)
}

/// A row that is called by nothing of its own but its place among all.
struct Numbered<Value: Sendable>: Sendable {
  /// The place.
  let place: Int
  /// What it is.
  let value: Value

  /// Values with their places.
  static func all(_ values: [Value]) -> [Numbered] {
    values.enumerated().map { Numbered(place: $0, value: $1) }
  }
}

/// Rows of the session file, and how they are asked for.
struct FileRows<Row: Sendable>: Sendable {
  /// The rows that are here.
  let window: @Sendable (State) -> RowWindow<Row>
  /// Asks for rows by the question as it stands now. Where the page is opened, rows that answer another
  /// question are none of its own; else they stay until the new ones are here.
  let ask: @Sendable (inout State, _ places: Range<Int>, _ isOpened: Bool) -> [Effect]
  /// Asks for other rows of the same question.
  let more: @Sendable (State, _ places: Range<Int>) -> [Effect]
  /// Asks which rows the question has; nil where that cannot be asked.
  let askNumbers: @Sendable (State) -> Effect?
  /// The numbers in an answer to that; nil for any other answer.
  let numbers: @Sendable (Answer, State) -> [Int64]?

  /// Rows that are held in a part of the state.
  ///
  /// `question` is what is asked as filter, order and part stand, `read` asks it for some places, and
  /// `readNumbers` for the numbers of all rows, which `numbers` finds in the answer to this question.
  init<Query: Equatable & Sendable>(
    _ held: WritableKeyPath<State, HeldRows<Query, Row>> & Sendable,
    question: @escaping @Sendable (State) -> Query,
    read: @escaping @Sendable (Query, Range<Int>) -> Effect,
    readNumbers: (@Sendable (Query) -> Effect)? = nil,
    numbers: @escaping @Sendable (Answer, Query) -> [Int64]? = { _, _ in nil }
  ) {
    window = { $0[keyPath: held].window }
    ask = { state, places, isOpened in
      let query = question(state)
      if isOpened, state[keyPath: held].query != query { state[keyPath: held].window = RowWindow() }
      state[keyPath: held].query = query
      return [read(query, places)]
    }
    more = { [read($0[keyPath: held].query, $1)] }
    askNumbers = { state in readNumbers.map { $0(state[keyPath: held].query) } }
    self.numbers = { numbers($0, $1[keyPath: held].query) }
  }
}

/// One of the orders of a list.
struct ListOrder<Row: Sendable>: Sendable {
  /// What is compared.
  enum Key: Sendable {
    /// Nothing: the rows come in this order, or in its reverse where that is said.
    case given(isDescending: Bool = false)
    /// What stands in the column.
    case text
    /// A number of the row.
    case number(@Sendable (Row) -> Int)
  }

  /// The place of the column that makes it.
  let column: Int
  /// What is compared.
  var key: Key = .given()
}

/// How letters narrow a list.
enum ListLetters: Equatable, Sendable {
  /// Not at all.
  case none
  /// In a field that a command brings, and Esc takes away.
  case onDemand
  /// In a field of the page, which is always there.
  case field(String)

  /// The field; nil where there is none.
  var field: String? {
    switch self {
    case .none: nil
    case .onDemand: "filter"
    case .field(let id): id
    }
  }
}

/// Whether rows of a list are chosen, one or several.
enum ListChoice: Sendable {
  /// They are not.
  case none
  /// They are, for a command.
  case several
  /// It is what the list is there for, so that this is named before anything else.
  case foremost
}

/// How a list is narrowed to a part of its rows.
enum ListParts: Sendable {
  /// Not at all.
  case none
  /// To one of so many parts, of which the first is shown at first.
  case parts(Int)
  /// To the users of a group.
  case group
}
