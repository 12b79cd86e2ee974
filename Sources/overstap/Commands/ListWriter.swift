import Canvas
import Documents

/// Writes rows to standard output in one of the forms.
protocol ListWriter {
  /// Takes the next row.
  mutating func add(_ row: ListedTable.Row)
  /// Writes what is left.
  mutating func end()
}

/// Bytes from which on a part of the output is written.
private let pieceSize = 1 << 16

/// An object a line.
struct ListLines: ListWriter {
  private let names: [String]
  private var bytes: [UInt8] = []

  init(_ table: ListedTable) { names = table.columns.map(\.name) }

  mutating func add(_ row: ListedTable.Row) {
    FigureValue.appendRecord(Array(zip(names, row.values)), to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    if bytes.count > pieceSize { end() }
  }

  mutating func end() {
    Output.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}

/// A row a line, for a spreadsheet.
struct ListSpreadsheet: ListWriter {
  private var writer = DelimitedWriter()

  init(_ table: ListedTable) {
    writer.markUTF8()
    for column in table.columns { writer.add(column.name.utf8) }
    writer.endRow()
  }

  mutating func add(_ row: ListedTable.Row) {
    for value in row.values { writer.add(value.plain.utf8, neutralising: true) }
    writer.endRow()
    if writer.bytes.count > pieceSize { end() }
  }

  mutating func end() {
    Output.write(writer.bytes)
    writer = DelimitedWriter()
  }
}

/// Columns side by side, for people; those in which nothing stands are left out.
struct ListText: ListWriter {
  private let names: [String]
  private var rows: [[String]] = []
  private var widths: [Int]

  init(_ table: ListedTable) {
    names = table.columns.map(\.name)
    widths = names.map { _ in 0 }
  }

  mutating func add(_ row: ListedTable.Row) {
    let cells = row.values.map { PrintedText.clean($0.plain) }
    for (place, cell) in cells.enumerated() { widths[place] = max(widths[place], Width.of(cell)) }
    rows.append(cells)
  }

  mutating func end() {
    let shown = names.indices.filter { widths[$0] > 0 }
    guard !rows.isEmpty else { return }
    for place in shown { widths[place] = max(widths[place], names[place].count) }
    for row in [names] + rows {
      let cells = shown.map { place in
        let blanks = place == shown.last ? 0 : widths[place] - Width.of(row[place])
        return row[place] + String(repeating: " ", count: max(0, blanks))
      }
      Output.line(cells.joined(separator: "  "))
    }
  }
}
