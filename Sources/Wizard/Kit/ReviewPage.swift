import Migration
import Widgets

/// A document that is looked through: what it is, what becomes of its rows, and the button that takes it
/// over. Nothing of it is taken before that.
struct ReviewPage {
  /// What the document is and how it was read.
  var facts: [Facts.Fact]
  /// What stands between that and the rows: notes, and the kinds of rows.
  var above: [any Widget] = []
  /// Its rows; nil where it is one thing that is asked about.
  var list: (any PageList)?
  /// What is asked below them.
  var below: [any Widget] = []
  /// The button that takes it over; it has a reason while there is nothing to take. Nil where nothing of
  /// the document can be taken.
  var take: ButtonRow.Button?
  /// The buttons between that and the one that goes back.
  var others: [ButtonRow.Button] = []

  /// The page, with the words that every review has.
  func page(_ scene: Scene, _ words: Words) -> Page {
    var page = Page()
    page.widgets = [Heading(words("title"), remark: words("notes.nothing-taken")), Facts(facts)]
    page.widgets += above
    page.widgets += list?.widgets(scene) ?? []
    page.widgets += below
    let cancel = ButtonRow.Button("cancel", words.common("actions.cancel"))
    page.footer = [ButtonRow((take.map { [$0] } ?? []) + others + [cancel])]
    page.firstFocus = take.flatMap { $0.reason == nil ? $0.id : nil } ?? list?.table
    page.defaultButton = take?.id
    return page
  }
}

extension ReviewPage {
  /// The files that it is of: the first, and how many more.
  static func files(_ paths: [String], _ words: Words) -> [Facts.Fact] {
    guard let first = paths.first else { return [] }
    let more = paths.count - 1
    let name = more > 0 ? "\(first) \(words("counts.more", count: more))" : first
    return [Facts.Fact(words("labels.from"), name)]
  }

  /// What could not be read, and why: the first few, and how many more.
  static func unread(_ files: [UnreadFile], _ words: Words) -> [any Widget] {
    var told = files.prefix(3).map {
      words.of("messages")("messages.\($0.key)", $0.arguments)
    }
    if files.count > 3 { told.append(words("counts.more", count: files.count - 3)) }
    return told.map { Paragraph($0, style: .warning) }
  }
}

/// The kind of rows that somebody turned to in a review.
struct RowKindNote: PageNote {
  /// Its name; empty while nobody turned to any.
  var kind = ""

  var kept: [(name: String, text: String)] { kind.isEmpty ? [] : [("kind", kind)] }

  mutating func restore(_ name: String, _ text: String) -> Bool {
    switch name {
    case "note.kind": kind = text
    // Of older programs, by its place: the page chooses again.
    case "choice.kind": break
    default: return false
    }
    return true
  }
}

/// The kinds of rows of a review, of which one is seen at a time.
struct RowKinds<Kind: CaseIterable & Hashable & Sendable>: Sendable {
  /// What a kind is called in ids and in words.
  let name: @Sendable (Kind) -> String

  private var all: [Kind] { Array(Kind.allCases) }

  /// The kind that somebody chose; nil while nobody did.
  func chosen(_ memory: Memory) -> Kind? {
    let chosen = memory[RowKindNote.self].kind
    return all.first { name($0) == chosen }
  }

  /// Stays at a kind, also when its last row goes to another.
  func keep(_ kind: Kind, _ state: inout State) {
    state.memory[RowKindNote.self].kind = name(kind)
  }

  /// Those that are shown, each with so many rows.
  func row(
    _ shown: [Kind], present: Kind, _ words: Words, count: (Kind) -> Int
  ) -> TabRow {
    TabRow(
      shown.map { kind in
        TabRow.Tab(
          "kind-\(name(kind))",
          "\(words("labels.kind-\(name(kind))")) \(words.number(count(kind)))")
      }, present: "kind-\(name(present))")
  }

  /// Turns to the kind with this id, whose rows are seen from the first; nil when it is none.
  func pressed(_ id: String, _ list: any PageList, _ state: inout State) -> [Effect]? {
    guard let kind = all.first(where: { id == "kind-\(name($0))" }) else { return nil }
    keep(kind, &state)
    return list.begin(&state)
  }
}
