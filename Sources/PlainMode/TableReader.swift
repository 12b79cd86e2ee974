import Canvas
import Wizard

/// Reads a table: how many rows it has and which are here, the columns, and each row so that what is
/// heard is known to be of which column.
struct TableReader {
  private let speech: Speech
  private let rows: PlainPage.Rows
  /// What it is called; empty where the page is called so already.
  private let name: String
  private let columns: [Node.Column]
  /// The places of the columns that are said: those of which a row that is here has something.
  private let heard: Set<Int>

  /// Reads a table of a page in the language of the words of a speech.
  init(_ speech: Speech, _ rows: PlainPage.Rows, on page: String) {
    self.speech = speech
    self.rows = rows
    name = rows.table.name == page ? "" : rows.table.name
    columns = rows.table.table?.columns ?? []
    heard = Set(
      columns.indices.filter { index in
        rows.rows.contains { row in
          row.row.map { $0.cells.indices.contains(index) && !$0.cells[index].isEmpty } ?? false
        }
      })
  }

  /// How many rows there are, which of them are here, and how the others are read.
  var head: String {
    guard rows.total > 0 else { return speech.pair(name, rows.table.value) }
    guard rows.hasFurther || rows.hasEarlier else {
      return speech.pair(name, speech.words("counts.rows", count: rows.total))
    }
    let here = speech.words(
      "labels.rows-here",
      [
        "first": String(rows.rows.first?.row?.place ?? 0),
        "last": String(rows.rows.last?.row?.place ?? 0), "total": String(rows.total),
      ])
    return speech.sentences([
      speech.pair(name, here), rows.hasFurther ? speech.words("hints.further") : "",
      rows.hasEarlier ? speech.words("hints.earlier") : "",
    ])
  }

  /// The columns that the rows have, in the order in which a row is read; empty where none has a title.
  var header: String {
    let titles = columns.indices.filter { heard.contains($0) }.flatMap { names(of: columns[$0]) }
    guard !titles.isEmpty else { return "" }
    return speech.words("labels.columns", ["names": titles.joined(separator: ", ")])
  }

  /// The cells of a row. One is said with its title where the text alone would not tell what it is:
  /// an amount, a mark without words, and what follows a cell that has nothing.
  func row(_ row: Node.Row) -> String {
    var said: [String] = []
    var isBehindGap = false
    for (index, cell) in row.cells.enumerated() where columns.indices.contains(index) {
      let column = columns[index]
      guard !cell.isEmpty else {
        isBehindGap = isBehindGap || (heard.contains(index) && !names(of: column).isEmpty)
        continue
      }
      let text = speech.cell(cell, in: column)
      let isBare =
        cell.text.isEmpty && column.marks.isEmpty && !cell.marks.contains(where: \.hasWords)
      let isAmount = column.isAmount && !said.isEmpty
      said.append(isBehindGap || isBare || isAmount ? speech.pair(column.title, text) : text)
      isBehindGap = false
    }
    return said.joined(separator: ", ")
  }

  /// What a column is called: by its title and its order, or by what its marks are about.
  private func names(of column: Node.Column) -> [String] {
    guard column.marks.isEmpty else { return column.marks }
    guard !column.title.isEmpty else { return [] }
    switch column.order {
    case .ascending: return [speech.words("labels.ascending", ["name": column.title])]
    case .descending: return [speech.words("labels.descending", ["name": column.title])]
    case nil: return [column.title]
    }
  }
}
