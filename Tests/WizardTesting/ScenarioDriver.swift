import Canvas
import Migration

/// Somebody at the wizard: what a person can do to it and see of it, wherever it runs.
///
/// The stories under `Scenarios` are written against this alone, so that the same story runs without
/// a terminal and in a real one. A driver brings these nine things; the words of the stories
/// (`expect(see:)` and the like) are in `ScenarioWords.swift` and the same for all drivers.
package protocol ScenarioDriver {
  /// A folder of this run's own: sessions, downloads and whatever the story puts there. No stroke at
  /// its end.
  var folder: String { get }

  /// Presses keys one after another.
  mutating func press(_ keys: [Key]) throws
  /// Types characters, none of them a control character.
  mutating func type(_ text: String) throws
  /// Pastes as a terminal with bracketed paste does.
  mutating func paste(_ text: String) throws
  /// Gives the terminal another size.
  mutating func resize(_ size: Size) throws
  /// Kills the program as `kill -9` does and starts it again on the same session file; what was on
  /// its way into the file before the last key settled is there, nothing else is.
  mutating func restart() throws
  /// What is seen, as soon as `isWanted` says so, or what was seen when the driver gave up waiting.
  ///
  /// A driver that has nothing to wait for looks once.
  mutating func look(until isWanted: (SeenScreen) -> Bool) throws -> SeenScreen
  /// Whether the program has ended, of itself.
  mutating func hasEnded() throws -> Bool
  /// What the session file holds, read beside the program; nil while there is no session.
  mutating func summary() throws -> Summary?
}
