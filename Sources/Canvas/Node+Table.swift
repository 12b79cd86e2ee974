extension Node {
  /// What a table is, beside its rows.
  package struct Table: Hashable, Sendable {
    /// The place of its cursor among all rows, from 1.
    package var cursor: Int
    /// How many rows there are in all; 0 where the node's value says why there are none.
    package var total: Int
    /// Its columns.
    package var columns: [Column]

    /// Makes what a table is.
    package init(cursor: Int, total: Int, columns: [Column]) {
      self.cursor = cursor
      self.total = total
      self.columns = columns
    }
  }

  /// A column of a table.
  package struct Column: Hashable, Sendable {
    /// Which way a column orders the rows.
    package enum Order: String, Sendable { case ascending, descending }

    /// Its title; empty for none.
    package var title: String
    /// Which way it orders the rows; nil where it does not.
    package var order: Order?
    /// Whether its cells are amounts, which say nothing without its title.
    package var isAmount: Bool
    /// What each of the marks in its cells is about, in their order; empty where a cell has one at
    /// most.
    package var marks: [String]

    /// Makes a column.
    package init(
      _ title: String, order: Order? = nil, isAmount: Bool = false, marks: [String] = []
    ) {
      self.title = title
      self.order = order
      self.isAmount = isAmount
      self.marks = marks
    }
  }

  /// What a row of a table is.
  package struct Row: Hashable, Sendable {
    /// Its place among all, from 1.
    package var place: Int
    /// What it is called wherever it stands: a number that stays.
    package var key: Int64
    /// What stands in it, one for each column; an empty one where there is nothing to be heard.
    package var cells: [Cell]

    /// Makes a row.
    package init(place: Int, key: Int64, cells: [Cell]) {
      self.place = place
      self.key = key
      self.cells = cells
    }
  }

  /// What stands in one column of one row.
  package struct Cell: Hashable, Sendable {
    /// Its text without its marks, as it may be shown: the stand-in of a name that is hidden.
    package var text: String
    /// Its marks.
    package var marks: [Mark]

    /// Makes a cell.
    package init(_ text: String, marks: [Mark] = []) {
      self.text = text
      self.marks = marks
    }

    /// Whether there is nothing to be heard.
    package var isEmpty: Bool { text.isEmpty && marks.isEmpty }
  }
}
