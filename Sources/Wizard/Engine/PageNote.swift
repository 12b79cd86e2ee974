/// What a page, or a part of one, remembers beside its fields, choices and tables: a value of its own.
package protocol PageNote: Equatable, Sendable {
  /// What it is on a page that was never seen.
  init()
  /// Whether somebody typed or chose what it holds, so that it is kept where its page was left.
  var isDraft: Bool { get }
  /// What of it a session file keeps, by name.
  var kept: [(name: String, text: String)] { get }
  /// Takes up what a session file kept of it; false for a name that is not its own.
  ///
  /// `note.<name>` is what `kept` gave. Programs before this one kept such things as if they were of a
  /// field (`input.<name>`, the cursor's place and a colon in front) or of a choice (`choice.<name>`).
  mutating func restore(_ name: String, _ text: String) -> Bool
}

extension PageNote {
  /// Most notes come about by what is done, and not by what is typed.
  package var isDraft: Bool { false }
  /// Most notes are of no use to the next start.
  package var kept: [(name: String, text: String)] { [] }
  /// Most notes were never kept.
  package mutating func restore(_ name: String, _ text: String) -> Bool { false }

  fileprivate func isEqual(to other: any PageNote) -> Bool { (other as? Self) == self }
}

/// The notes of a page, each under its type.
package struct PageNotes: Equatable, Sendable {
  /// Those that differ from what they are at first.
  private var values: [any PageNote] = []

  /// Makes those of a page that was never seen.
  package init() {}

  /// The note of a type.
  package subscript<Note: PageNote>(_ type: Note.Type) -> Note {
    get {
      for case let note as Note in values { return note }
      return Note()
    }
    set {
      values.removeAll { $0 is Note }
      if newValue != Note() { values.append(newValue) }
    }
  }

  /// Whether there is one in which somebody typed or chose something.
  var isDraft: Bool { values.contains { $0.isDraft } }

  /// Those of which a session file keeps anything.
  var thatAreKept: PageNotes {
    var notes = self
    notes.values.removeAll { $0.kept.isEmpty }
    return notes
  }

  /// What a session file keeps of them, in the order of their names.
  var kept: [(name: String, text: String)] {
    values.flatMap(\.kept).sorted { $0.name < $1.name }
  }

  /// Takes up what a session file kept; false where it is of none of these types.
  mutating func restore(
    _ types: [any PageNote.Type], _ name: String, _ text: String
  ) -> Bool {
    types.contains { restore($0, name, text) }
  }

  private mutating func restore<Note: PageNote>(
    _ type: Note.Type, _ name: String, _ text: String
  ) -> Bool {
    var note = self[type]
    guard note.restore(name, text) else { return false }
    self[type] = note
    return true
  }

  /// Whether two pages have the same notes.
  package static func == (one: PageNotes, other: PageNotes) -> Bool {
    one.values.count == other.values.count
      && one.values.allSatisfy { note in other.values.contains { note.isEqual(to: $0) } }
  }
}
