import Migration
import Widgets

/// A box for what somebody copied from elsewhere; it is looked through before anything is taken over.
struct PasteBox: Sendable {
  /// What the focus calls it.
  let id: String
  /// The key of the sentence in `messages` that says that nothing is in it.
  let emptyReason: String

  /// The box as a widget; its example is the page's.
  func widget(_ scene: Scene, label: String) -> Editor {
    Editor(
      id: id, label: label, lines: scene.memory.editors[id] ?? TextLines(),
      example: scene.words("values.example"), isPersonal: true)
  }

  /// Reads what is in it; while there is nothing, the focus goes there, and it is said.
  func read(_ state: inout State, _ effect: (String) -> Effect) -> [Effect] {
    let lines = state.memory.editors[id] ?? TextLines()
    guard !lines.isEmpty else {
      state.notice = Notice(.problem, emptyReason)
      return Focus.move(to: id, &state) + [.bell]
    }
    return [effect(lines.text)]
  }
}
