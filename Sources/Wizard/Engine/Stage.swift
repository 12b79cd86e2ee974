import Canvas
import Widgets

/// The wizard as a program runs it: the state, and the page that shows it.
///
/// `reduce`, `begin` and `frame` do what `reduce`, `begin` and `render` do; but a page that was built
/// once serves the next key and the frame too, for as long as the state stays the same, and of a frame
/// only what became different is drawn.
package struct Stage: Sendable {
  /// The state.
  package private(set) var state: State
  /// The page of the state; nil when it is not built.
  private var built: BuiltPage?
  /// What was drawn last.
  private var sheets = Sheets()

  /// Begins with a state.
  package init(_ state: State) { self.state = state }

  /// What a start has to carry out before the first frame.
  package mutating func begin() -> [Effect] { Wizard.begin(&state, &built) }

  /// Changes the state by what happened and says what is to be carried out.
  package mutating func reduce(_ action: Action) -> [Effect] {
    Wizard.reduce(&state, action, &built)
  }

  /// Changes the state past the reducer.
  package mutating func change(_ change: (inout State) -> Void) {
    built = nil
    change(&state)
  }

  /// Whether the place differs from the one that was kept, which no page shows.
  package var isPlaceDirty: Bool {
    get { state.isPlaceDirty }
    set { state.isPlaceDirty = newValue }
  }

  /// What the present page looks at again while nobody types; nil for nothing.
  package var watched: Effect? {
    state.work == nil ? Flow.screen(state.visit.screen).watch(state) : nil
  }

  /// The frame of the state.
  package mutating func frame() -> Frame {
    let page = built ?? BuiltPage(state)
    built = page
    return page.frame(state, on: &sheets)
  }
}
