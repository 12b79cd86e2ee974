import Canvas

/// Rows with a cursor: a header that names the order, and the part of the rows that is visible.
///
/// It knows only the rows near the visible ones; their places among all are absolute.
package struct Table: Widget {
  /// One column.
  package struct Column: Sendable {
    /// Its title.
    package var title: String
    /// Columns of the terminal that it takes at least.
    package var width: Int
    /// Its share of what is left over; 0 for a fixed width.
    package var share: Int
    /// Whether its text stands at the right end.
    package var isTrailing: Bool
    /// Whether its cells are personal data.
    package var isPersonal: Bool
    /// On a narrow terminal the highest goes first; 0 never goes.
    package var dropOrder: Int
    /// What each of the marks in its cells is about; empty where a cell has one at most.
    package var marks: [String]
    /// What it is called by who hears it, where its marks alone say to the eye what it is.
    package var heard: String
    /// Makes a column.
    package init(
      _ title: String, width: Int, share: Int = 0, isTrailing: Bool = false,
      isPersonal: Bool = false, dropOrder: Int = 0, marks: [String] = [], heard: String = ""
    ) {
      self.title = title
      self.width = width
      self.share = share
      self.isTrailing = isTrailing
      self.isPersonal = isPersonal
      self.dropOrder = dropOrder
      self.marks = marks
      self.heard = heard
    }
  }

  /// One row.
  package struct Row: Sendable {
    /// What the row is called wherever it stands: a number that stays.
    package var key: Int64
    /// One for each column.
    package var items: [Item]
    /// Makes a row.
    package init(key: Int64, items: [Item]) {
      self.key = key
      self.items = items
    }
  }

  /// The rows that are here, each made when it is drawn: most of those near the visible ones are not.
  package struct Rows: Sendable {
    /// How many there are.
    package let count: Int
    private let make: @Sendable (Int) -> Row

    /// So many rows, each made of its place among them.
    package init(count: Int, _ make: @escaping @Sendable (Int) -> Row) {
      self.count = count
      self.make = make
    }

    /// The rows of values, one for each.
    package init<Value: Sendable>(
      _ values: [Value], _ make: @escaping @Sendable (Value) -> Row
    ) {
      self.init(count: values.count) { make(values[$0]) }
    }

    /// The row at a place among those that are here.
    package subscript(index: Int) -> Row { make(index) }

    /// The places of the rows.
    package var indices: Range<Int> { 0..<count }
  }

  /// What the focus calls it.
  package var id: String
  /// What it is called for those who hear it.
  package var name: String
  /// Its columns.
  package var columns: [Column]
  /// The rows that are here.
  package var rows: Rows
  /// The place of the first of them among all.
  package var first: Int
  /// How many rows there are in all.
  package var total: Int
  /// The place of the cursor among all.
  package var cursor: Int
  /// The place of the first visible row among all.
  package var top: Int
  /// The keys of the chosen rows.
  package var chosen: Set<Int64>
  /// The column that orders the rows; nil where the order has no column.
  package var ordered: (column: Int, isDescending: Bool)?
  /// Said when there are no rows.
  package var emptyText: String
  /// Whether the table takes the rows that are left on the page.
  package var isFlexible: Bool
  /// Whether rows are chosen in it.
  package var isChoosing: Bool

  /// Makes a table.
  package init(
    id: String, name: String, columns: [Column], rows: Rows, first: Int = 0, total: Int? = nil,
    cursor: Int = 0, top: Int = 0, chosen: Set<Int64> = [],
    ordered: (column: Int, isDescending: Bool)? = nil, emptyText: String = "",
    isFlexible: Bool = true, isChoosing: Bool = false
  ) {
    self.id = id
    self.name = name
    self.columns = columns
    self.rows = rows
    self.first = first
    self.total = total ?? rows.count
    self.cursor = cursor
    self.top = top
    self.chosen = chosen
    self.ordered = ordered
    self.emptyText = emptyText
    self.isFlexible = isFlexible
    self.isChoosing = isChoosing
  }

  /// Makes a table of rows that are made already.
  package init(
    id: String, name: String, columns: [Column], rows: [Row], first: Int = 0, total: Int? = nil,
    cursor: Int = 0, top: Int = 0, chosen: Set<Int64> = [],
    ordered: (column: Int, isDescending: Bool)? = nil, emptyText: String = "",
    isFlexible: Bool = true, isChoosing: Bool = false
  ) {
    self.init(
      id: id, name: name, columns: columns, rows: Rows(rows) { $0 }, first: first, total: total,
      cursor: cursor, top: top, chosen: chosen, ordered: ordered, emptyText: emptyText,
      isFlexible: isFlexible, isChoosing: isChoosing)
  }

  package var targets: [Target] { [Target(id, .rows(total))] }

  package func height(width: Int) -> Int {
    if isFlexible { return 4 }
    return (hasHeader ? 1 : 0) + max(1, min(total, rows.count))
  }

  /// Rows that fit under the header in a height.
  package func visibleRows(height: Int) -> Int { max(0, height - (hasHeader ? 1 : 0)) }

  package func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext) {
    // The last column is the marks' that say that more rows stand above or below.
    let layout = placed(width: area.width - (isFlexible ? 3 : 2))
    var row = area.top
    if hasHeader {
      drawHeader(on: &frame, row: row, left: area.left + 2, layout)
      row += 1
    }
    let hasFocus = context.focus == id
    frame.nodes.append(
      Node(
        id: id, role: .table, name: name,
        value: total == 0 ? emptyText : "",
        table: Node.Table(
          cursor: cursor + 1, total: total, columns: columns.indices.map { heard($0) }),
        area: area))
    if total == 0 {
      let lines = Width.wrapped(emptyText, to: max(1, area.width - 2))
      for (index, line) in lines.enumerated() where row + index < area.bottom {
        frame.put(line, row: row + index, column: area.left + 2, limit: area.width - 2, style: .dim)
      }
      if hasFocus { frame.cursor = Point(row: row, column: area.left) }
      return
    }
    let visible = max(0, area.bottom - row)
    if isFlexible, top > 0 { frame.put("↑", row: row, column: area.right - 1, style: .key) }
    if isFlexible, top + visible < total {
      frame.put("↓", row: area.bottom - 1, column: area.right - 1, style: .key)
    }
    for offset in 0..<visible {
      let place = top + offset
      guard place < total, rows.indices.contains(place - first) else { continue }
      draw(
        rows[place - first], place: place, on: &frame,
        in: Area(row: row + offset, column: area.left, width: area.width, height: 1), layout,
        hasFocus: hasFocus, context)
    }
  }

  private var hasHeader: Bool { columns.contains { !$0.title.isEmpty } }

  private func drawHeader(
    on frame: inout Frame, row: Int, left: Int, _ layout: [(index: Int, column: Int, width: Int)]
  ) {
    for (index, column, width) in layout {
      let text = Width.clipped(title(index), to: width)
      let indent = columns[index].isTrailing ? width - Width.of(text) : 0
      frame.put(text, row: row, column: left + column + indent, limit: width, style: .heading)
    }
  }

  /// The title of a column, with the arrow of the order where it makes it.
  private func title(_ column: Int) -> String {
    switch order(column) {
    case .ascending: columns[column].title + " ↑"
    case .descending: columns[column].title + " ↓"
    case nil: columns[column].title
    }
  }

  private func order(_ column: Int) -> Node.Column.Order? {
    guard let ordered, ordered.column == column else { return nil }
    return ordered.isDescending ? .descending : .ascending
  }

  /// A column as it is heard: the names of its marks are its title.
  private func heard(_ column: Int) -> Node.Column {
    let own = columns[column]
    let title = own.heard.isEmpty ? own.title : own.heard
    return Node.Column(
      own.marks.isEmpty ? title : "", order: order(column), isAmount: own.isTrailing,
      marks: own.marks)
  }

  private func draw(
    _ row: Row, place: Int, on frame: inout Frame, in area: Area,
    _ layout: [(index: Int, column: Int, width: Int)], hasFocus: Bool, _ context: DrawingContext
  ) {
    let isCursor = place == cursor
    let isChosen = chosen.contains(row.key)
    let cells = columns.indices.map { cell(row, column: $0, context) }
    if isCursor, hasFocus {
      frame.put(Glyph.focus, row: area.top, column: area.left, style: .focus)
      frame.cursor = Point(row: area.top, column: area.left)
    }
    if isChosen { frame.put("■", row: area.top, column: area.left + 1, style: .selected) }
    for (index, column, width) in layout where index < row.items.count {
      let left = area.left + 2 + column
      if case .bar(let bar) = row.items[index] {
        bar.draw(on: &frame, row: area.top, column: left, width: width)
        continue
      }
      let clipped = Width.clipped(row.items[index].drawn(cells[index].text), to: width)
      let indent = columns[index].isTrailing ? width - Width.of(clipped) : 0
      frame.put(
        clipped, row: area.top, column: left + indent, limit: width,
        style: isChosen ? .selected : row.items[index].style)
    }
    if isCursor, hasFocus {
      // Only what is plain: a mark keeps the meaning that its style has.
      for column in area.left + 2..<max(area.left + 2, area.right - (isFlexible ? 1 : 0)) {
        let style = frame[area.top, column].style
        if style == .plain || style == .dim {
          frame.restyle(Area(row: area.top, column: column, width: 1, height: 1), .focus)
        }
      }
    }
    frame.nodes.append(
      Node(
        role: .row, name: "", row: Node.Row(place: place + 1, key: row.key, cells: cells),
        isPersonal: columns.contains(where: \.isPersonal), isChosen: isChosen, area: area))
  }

  /// What a cell may tell: nothing where it has a bar, whose counts stand in other cells, or where
  /// the row has no such cell.
  private func cell(_ row: Row, column: Int, _ context: DrawingContext) -> Node.Cell {
    guard column < row.items.count else { return Node.Cell("") }
    let item = row.items[column]
    return Node.Cell(
      context.shown(item.text, isPersonal: columns[column].isPersonal, tag: Int(row.key)),
      marks: item.marks)
  }

  /// The columns that have room, with their places; a blank column stands between two.
  private func placed(width: Int) -> [(index: Int, column: Int, width: Int)] {
    var kept = Array(columns.indices)
    func needed() -> Int { kept.reduce(0) { $0 + columns[$1].width + 1 } - 1 }
    while needed() > width,
      let drop = kept.filter({ columns[$0].dropOrder > 0 })
        .max(by: { columns[$0].dropOrder < columns[$1].dropOrder })
    {
      kept.removeAll { $0 == drop }
    }
    let spare = max(0, width - needed())
    let shares = kept.reduce(0) { $0 + columns[$1].share }
    var column = 0
    var result: [(index: Int, column: Int, width: Int)] = []
    for index in kept {
      var own = columns[index].width
      if shares > 0 { own += spare * columns[index].share / shares }
      own = min(own, max(0, width - column))
      guard own > 0 else { break }
      result.append((index, column, own))
      column += own + 1
    }
    return result
  }
}
