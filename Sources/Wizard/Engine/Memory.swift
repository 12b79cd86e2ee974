import Widgets

/// What a screen remembers: focus, half-typed texts, choices, where its tables stand.
///
/// It is kept while somebody works and comes back as it was, also after a killed program.
package struct Memory: Equatable, Sendable {
  /// Where a table or a reader stands.
  package struct Rows: Equatable, Sendable {
    /// The place of the cursor among all rows.
    package var cursor = 0
    /// The place of the first visible row.
    package var top = 0
    /// The keys of the chosen rows.
    package var chosen: Set<Int64> = []
    /// The migration's revision at which they were chosen; nil where none is.
    package var chosenAt: Int64?
    /// How many of the chosen rows are not among those that are shown.
    package var hidden = 0
    /// The column that orders the rows.
    package var column = 0
    /// Whether the order is turned round.
    package var isDescending = false
    /// Whether somebody put the cursor where it is; else it only waits at a first row.
    package var isPicked = false
    /// Makes the start of a table.
    package init() {}

    /// Chooses rows, and no others, at a revision of the migration.
    mutating func choose(_ keys: Set<Int64>, at revision: Int64) {
      chosen = keys
      chosenAt = keys.isEmpty ? nil : revision
      if keys.isEmpty { hidden = 0 }
    }
  }

  /// The id of the target that has the focus; empty for the page's first.
  package var focus = ""
  /// Lines of text by field.
  package var inputs: [String: TextInput] = [:]
  /// Several lines of text by editor.
  package var editors: [String: TextLines] = [:]
  /// What the page itself put into fields, by field: a text that differs was typed.
  var offeredTexts: [String: String] = [:]
  /// What the page itself put into choices, by choice.
  var offeredPlaces: [String: Int] = [:]
  /// Chosen values by choice.
  package var choices: [String: Int] = [:]
  /// Tables and readers by id.
  package var tables: [String: Rows] = [:]
  /// What a field held before somebody began to type in it, for as long as the focus is there.
  package var typedFrom: [String: String] = [:]
  /// Rows that the page is turned away from its focus, to read what stands above or below.
  package var scroll = 0
  /// Whether somebody tried to go on, so that errors are shown.
  package var hasTried = false
  /// Fields that were left, so that warnings are shown.
  package var left: Set<String> = []

  /// What the page and its parts remember besides, each a value of its own type.
  package var notes = PageNotes()

  /// Makes an empty memory.
  package init() {}

  /// The note of a type.
  package subscript<Note: PageNote>(_ type: Note.Type) -> Note {
    get { notes[type] }
    set { notes[type] = newValue }
  }

  /// The text of a field, empty when nothing was typed.
  package func text(_ id: String) -> String { inputs[id]?.text ?? "" }

  /// Gives a field a text, the cursor behind it.
  package mutating func setText(_ id: String, _ text: String) { inputs[id] = TextInput(text) }

  /// Where a table stands.
  package func rows(_ id: String) -> Rows { tables[id] ?? Rows() }

  /// The place of the row that is meant in a table: the one under the cursor, where somebody put it or
  /// is on the table; nil while it only waits at a first row, for nothing chosen is nobody.
  package func meant(_ id: String) -> Int? {
    let rows = rows(id)
    return rows.isPicked || focus == id ? rows.cursor : nil
  }
}

/// One stay on a screen: which one, and about what.
package struct Visit: Hashable, Sendable {
  /// The screen's name.
  package var screen: String
  /// What it is about, as its screen understands it; empty for nothing in particular.
  package var argument: String

  /// Makes a visit.
  package init(_ screen: String, _ argument: String = "") {
    self.screen = screen
    self.argument = argument
  }

  /// What its memory is kept under.
  package var key: String { argument.isEmpty ? screen : "\(screen)/\(argument)" }
}
