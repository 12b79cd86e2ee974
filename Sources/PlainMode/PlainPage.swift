import Canvas

/// A page as it is read: its lines in order, and what the numbers in front of them stand for.
struct PlainPage {
  /// One line.
  struct Line: Hashable {
    /// What it says, with its number when it has one.
    var text: String
    /// Whether it tells of an error.
    var isError = false
    /// The id of the table that it is a row of, or whose rows it counts; nil for any other.
    var table: String?
  }

  /// A table: its node, and the rows of it that are here.
  struct Rows {
    /// The table.
    var table: Node
    /// The rows that are here, in order.
    var rows: [Node] = []

    /// How many rows there are in all.
    var total: Int { table.table?.total ?? 0 }
    /// Whether rows follow those that are here.
    var hasFurther: Bool { rows.last?.row.map { $0.place < total } ?? false }
    /// Whether rows stand before those that are here.
    var hasEarlier: Bool { rows.first?.row.map { $0.place > 1 } ?? false }
    /// The row of the cursor; nil when it is not here.
    var cursor: Node? { rows.first { $0.row?.place == table.table?.cursor } }

    /// Whether it holds the same rows in the same order as when it was read before.
    func holdsSame(as earlier: Rows) -> Bool {
      total == earlier.total && rows.map(\.row?.key) == earlier.rows.map(\.row?.key)
        && rows.first?.row?.place == earlier.rows.first?.row?.place
    }
  }

  /// Which screen, about what.
  var subject = ""
  /// The code of the language of its words.
  var language = ""
  /// Program and organisation.
  var programme = ""
  /// Title, number, and when it was saved.
  var heading = ""
  /// What stands on it.
  var lines: [Line] = []
  /// What the page, or the thing with the focus, means or needs.
  var hint = ""
  /// The id of the thing that the hint is about; empty when it is about the page.
  var hintSubject = ""
  /// Whether names are hidden.
  var isMasked = false
  /// What was just done or went wrong.
  var message = ""
  /// What has a number; the first is 1.
  var things: [Node] = []
  /// Its tables.
  var tables: [Rows] = []
  /// What can have the focus, in the order of Tab.
  var stops: [Node] = []
  /// The place among them of what has the focus; nil when that is not known.
  var focused: Int?

  /// The subject of the page of a long work.
  static let work = "work"
  /// Whether it is the page of a long work.
  var isWork: Bool { subject == Self.work }

  /// The thing with a number; nil when there is none.
  func thing(_ number: Int) -> Node? {
    things.indices.contains(number - 1) ? things[number - 1] : nil
  }

  /// The thing with an id; nil when there is none (any more).
  func stop(_ id: String) -> Node? { stops.first { $0.id == id } }
}
