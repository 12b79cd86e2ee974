import Canvas
import Migration
import Widgets

/// A screen of the wizard: one value in the flow table, one file of code, one of words a language.
///
/// It keeps nothing: `page` is a plain function of the state, `handle` changes the state and says
/// what is to be carried out.
package protocol Screen: Sendable {
  /// Its name: that of its words and of its visits.
  var name: String { get }
  /// The name of its words, where several screens share them.
  var wordsName: String { get }
  /// What it shows.
  func page(_ scene: Scene) -> Page
  /// The commands that it has beside those that all screens have, the most important first.
  func commands(_ scene: Scene) -> [Offer]
  /// The key of what is said when several lines are pasted into a field of it.
  var linesRefusal: String { get }
  /// The types of the notes that it has of its own and that are kept, or were by older programs.
  var notes: [any PageNote.Type] { get }
  /// Whether a killed program can come back to it as things stand.
  func canComeBack(_ state: State) -> Bool
  /// What is looked at again every few seconds while it is seen and nobody types; nil for nothing.
  func watch(_ state: State) -> Effect?
  /// What happens on it.
  func handle(_ event: Event, _ state: inout State) -> [Effect]
}

extension Screen {
  /// Most screens have words of their own.
  package var wordsName: String { name }
  /// Most fields take one line and nothing else.
  package var linesRefusal: String { "paste-too-long" }
  /// Most screens have nothing to note.
  package var notes: [any PageNote.Type] { [] }
  /// Most screens are made anew from what the session file has.
  package func canComeBack(_ state: State) -> Bool { true }
  /// Most screens show what the session file has, which nobody else changes.
  package func watch(_ state: State) -> Effect? { nil }
  /// Most screens have no commands of their own.
  package func commands(_ scene: Scene) -> [Offer] { [] }
}

extension Screen {
  /// What it remembers, wherever it is. Screens ask each other by functions, and not for this.
  func memory(_ state: State, about argument: String = "") -> Memory {
    state.memories[Visit(name, argument).key] ?? Memory()
  }

  /// Changes what it remembers, wherever it is.
  func remember(
    about argument: String = "", _ state: inout State, _ change: (inout Memory) -> Void
  ) {
    change(&state.memories[Visit(name, argument).key, default: Memory()])
  }

  /// Forgets what it remembers of whatever it was about; so do the pages that stand in front of it.
  func forget(_ state: inout State) {
    state.memories = state.memories.filter { key, _ in
      let screen = String(key.prefix { $0 != "/" })
      return screen != name && Flow.entry(screen).behind != name
    }
  }
}

extension Screen {
  /// The commands that it has, those that write with the reason why they cannot be given in a migration
  /// that is open for reading only.
  package func offers(_ scene: Scene) -> [Offer] {
    let isReadOnly = scene.state.session.readOnly != nil
    return commands(scene).map { offer in
      guard isReadOnly, offer.writes else { return offer }
      var refused = offer
      refused.reason = .readOnly
      return refused
    }
  }
}

/// A command on a screen, and why it cannot be given now.
package struct Offer: Sendable {
  /// The command.
  package var command: Command.ID
  /// Whether it leads to a change of the migration, and nowhere else.
  package var writes: Bool
  /// Why it cannot be given now; nil when it can.
  package var reason: Reason?

  /// Why a command cannot be given; the raw value is the key of a sentence in the words of `messages`.
  package enum Reason: String, CaseIterable, Sendable {
    /// There is no row that it could be about.
    case noRow = "no-row"
    /// What it is about is set aside.
    case aside
    /// Nothing leaves by a hand-over where a directory does it.
    case noHandOver = "no-hand-over"
    /// Nothing was done that could be taken back.
    case nothingToUndo = "nothing-to-undo"
    /// Nothing was taken back that could be done again.
    case nothingToRedo = "nothing-to-redo"
    /// The migration is open for reading only.
    case readOnly = "read-only"
  }

  /// Offers a command that changes nothing of the migration here, unless it always does.
  package init(_ command: Command.ID, unless reason: Reason? = nil) {
    self.command = command
    writes = Command.with(command)?.writes ?? false
    self.reason = reason
  }

  /// Offers a command that is there to change the migration.
  package init(writing command: Command.ID, unless reason: Reason? = nil) {
    self.command = command
    writes = true
    self.reason = reason
  }
}

/// What happens on a screen, after keys were understood.
package enum Event: Sendable {
  /// The screen came to the front: anew, or because the one before it was left.
  case opened(isReturn: Bool)
  /// A button or a line was pressed, a tab entered, a row opened.
  case pressed(String)
  /// The text of a field changed.
  case edited(String)
  /// The value of a choice changed.
  case chose(String)
  /// The focus left a field.
  case left(String)
  /// A command was given.
  case command(Command.ID)
  /// Rows of a table are about to be seen. It asks for what is not here, and says so by an effect
  /// whenever it changes the state.
  case needs(String, Range<Int>)
  /// An effect was answered.
  case answered(Answer)
}
