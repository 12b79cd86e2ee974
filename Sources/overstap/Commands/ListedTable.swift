import Canvas
import Documents
import Migration
import SessionFile

/// A table of a session as `list` gives it: a row a thing, under names that scripts may hold on to.
struct ListedTable: Sendable {
  /// A column.
  struct Column: Sendable {
    /// Its name: the key in JSON, the header in a text and a spreadsheet.
    var name: String
    /// What it says, for the help.
    var about: String
    /// Whether it is somebody's: hidden where names are.
    var isPersonal: Bool
    /// Whether it is one of a few words of the program's, which no filter looks through.
    var isState: Bool
    /// Whether its values are words of the program's, which a report says in its language.
    var isWord: Bool

    init(
      _ name: String, _ about: String, isPersonal: Bool = false, isState: Bool = false,
      isWord: Bool = false
    ) {
      self.isWord = isWord || isState
      self.name = name
      self.about = about
      self.isPersonal = isPersonal
      self.isState = isState
    }
  }

  /// One thing: the number that it keeps, and its values in the order of the columns.
  struct Row {
    var number: Int64
    var values: [FigureValue]
  }

  /// The columns that a report has too, by name, in its order.
  var reported: [String] = []
  /// The columns, in the order in which they are given.
  var columns: [Column]
  /// Hands over every row of a session.
  var forEachRow: @Sendable (SessionFile, (Row) -> Void) throws -> Void

  /// A row with what is personal in it hidden; its number tells one from another.
  func masked(_ row: Row) -> Row {
    var row = row
    for (place, column) in columns.enumerated() where column.isPersonal {
      row.values[place] = row.values[place].masked(tag: Int(row.number))
    }
    return row
  }
}

/// What rows have to contain: every word somewhere, whatever its case and accents, as the filter of the
/// screens has it.
struct ListedFilter {
  private let words: [[UInt8]]
  private let places: [Int]

  /// A filter of what somebody typed; empty for all rows.
  init(_ text: String, in table: ListedTable) {
    places = table.columns.indices.filter { !table.columns[$0].isState }
    words = text.split { $0.isWhitespace }.map { Folding.search.bytes(of: String($0)) }
  }

  /// Whether a row has all of it.
  func passes(_ row: ListedTable.Row) -> Bool {
    guard !words.isEmpty else { return true }
    let text = Folding.search.bytes(of: places.map { row.values[$0].plain }.joined(separator: "\n"))
    return words.allSatisfy { text.contains($0) }
  }
}

extension FigureValue {
  /// A moment as `2027-01-08T10:42`; null for none.
  static func moment(_ moment: Moment?) -> FigureValue {
    moment.map { .text("\($0.day.iso)T\($0.clock)") } ?? .absent
  }

  /// A day as `2027-01-08`; null for none.
  static func day(_ day: Day?) -> FigureValue { day.map { .text($0.iso) } ?? .absent }

  /// A number; null for none.
  static func number(_ number: Int?) -> FigureValue { number.map { .number($0) } ?? .absent }

  /// A text; null for an empty one.
  static func known(_ text: String) -> FigureValue { text.isEmpty ? .absent : .text(text) }

  /// The value as a cell has it: several with semicolons between them, nothing for what is not known.
  var plain: String {
    switch self {
    case .number(let number): String(number)
    case .text(let text): text
    case .truth(let isTrue): isTrue ? "true" : "false"
    case .numbers(let numbers): numbers.map { String($0) }.joined(separator: "; ")
    case .texts(let texts): texts.joined(separator: "; ")
    case .absent: ""
    case .objects, .record: json
    }
  }

  /// The value as JSON.
  var json: String {
    var bytes: [UInt8] = []
    appendJSON(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The value with its texts hidden.
  func masked(tag: Int) -> FigureValue {
    switch self {
    case .text(let text): .text(Mask.text(text, tag: tag))
    case .texts(let texts): .texts(texts.map { Mask.text($0, tag: tag) })
    case .number, .truth, .numbers, .absent, .objects, .record: self
    }
  }
}
