/// The cells of one sheet: all text in one arena, row by row.
struct Sheet: Sendable {
  /// A filled cell: its column from 0 and its run of bytes.
  struct Cell: Sendable {
    var column: UInt32
    var offset: UInt32
    var length: UInt32
  }

  /// A row that has cells: the sheet's number of it, and the end of its cells.
  struct Row: Sendable {
    var number: Int
    var end: Int
  }

  /// The name on its tab.
  var name: String
  var bytes: [UInt8] = []
  var cells: [Cell] = []
  var rows: [Row] = []
  /// The columns up to the last filled one of any row.
  var width = 0

  /// Hands over every row that has cells, each as wide as the widest, until `record` answers false.
  func forEachRecord(_ record: (TableRecord) -> Bool) {
    let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var views = [UnsafeBufferPointer<UInt8>](repeating: empty, count: width)
    bytes.withUnsafeBufferPointer { text in
      var start = 0
      for (place, row) in rows.enumerated() {
        for index in start..<row.end {
          let cell = cells[index]
          let offset = Int(cell.offset)
          views[Int(cell.column)] = UnsafeBufferPointer(
            rebasing: text[offset..<offset + Int(cell.length)])
        }
        let goesOn = views.withUnsafeBufferPointer {
          record(
            TableRecord(
              row: place + 1, line: row.number, fieldCount: width, fields: $0, finding: nil))
        }
        for index in start..<row.end { views[Int(cells[index].column)] = empty }
        start = row.end
        if !goesOn { return }
      }
    }
  }
}
