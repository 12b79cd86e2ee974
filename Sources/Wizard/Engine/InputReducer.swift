import Canvas
import Migration
import Widgets

/// What the terminal told, brought to where it belongs: focus, command, or the screen itself.
enum InputReducer {
  /// Takes an input to the page that is seen, which was built from the state as it is.
  static func reduce(
    _ input: TerminalInput, on built: BuiltPage, _ state: inout State
  ) -> [Effect] {
    switch input {
    case .resized(let size):
      state.size = size
      return []
    case .resumed: return [.redraw]
    case .lost, .terminate: return [.leave]
    case .paste(let text): return paste(text, on: built, &state)
    case .click(let point): return click(point, on: built, &state)
    case .only(let point):
      guard state.work == nil else { return [] }
      let effects = click(point, on: built, &state)
      chooseCursor(&state)
      return effects
    case .key(let key):
      state.notice = nil
      return press(key, on: built, &state)
    }
  }

  private static func press(
    _ key: Key, on built: BuiltPage, _ state: inout State
  ) -> [Effect] {
    if let work = state.work {
      let stops = key == .escape || key == .control("c")
      return work.canCancel && stops ? [.cancel] : []
    }
    let focus = built.focused(in: state)
    let isTyping = focus?.takesText ?? false
    if let focus, let effects = Focus.reduce(key, focus, on: built, &state) {
      state.isPlaceDirty = true
      return effects
    }
    if let command = Command.forKey(key, whileTyping: isTyping) {
      state.isPlaceDirty = true
      return CommandReducer.reduce(command.id, &state)
    }
    return []
  }

  /// The most bytes of a paste that a field of one line takes: more is another thing than a value.
  private static let longestPaste = 1_000

  private static func paste(
    _ text: String, on built: BuiltPage, _ state: inout State
  ) -> [Effect] {
    guard state.work == nil else { return [] }
    state.notice = nil
    guard let focus = built.target(state.memory.focus) else { return [] }
    switch focus.kind {
    case .editor:
      state.memory.editors[focus.id, default: TextLines()].insert(text)
    case .field:
      // A newline in a paste separates nothing here and never presses a button.
      var line = text
      while line.last?.isNewline == true { line.removeLast() }
      guard line.utf8.count <= Self.longestPaste, !line.contains(where: \.isNewline) else {
        state.notice = Notice(.problem, Flow.screen(state.visit.screen).linesRefusal)
        return [.bell]
      }
      if state.memory.typedFrom[focus.id] == nil {
        state.memory.typedFrom[focus.id] = state.memory.text(focus.id)
      }
      state.memory.inputs[focus.id, default: TextInput()].insert(line)
    default: return []
    }
    state.isPlaceDirty = true
    return Flow.screen(state.visit.screen).handle(.edited(focus.id), &state)
  }

  private static func click(
    _ point: Point, on built: BuiltPage, _ state: inout State
  ) -> [Effect] {
    guard state.work == nil else { return [] }
    let frame = built.frame(state)
    state.notice = nil
    guard let node = frame.nodes.last(where: { $0.isFocusable && $0.area.contains(point) }) else {
      return []
    }
    var effects = Focus.move(to: node.id, &state)
    // The focus that moved may have changed the page.
    let moved = BuiltPage(state)
    guard let target = moved.target(node.id) else { return effects }
    switch target.kind {
    case .button, .item, .tab: effects += press(.enter, on: moved, &state)
    case .rows:
      let row = frame.nodes.last { $0.row != nil && $0.area.contains(point) }?.row
      if let row {
        state.memory.tables[node.id, default: Memory.Rows()].cursor = row.place - 1
        state.memory.tables[node.id, default: Memory.Rows()].isPicked = true
      }
    default: break
    }
    state.isPlaceDirty = true
    return effects
  }
}

extension InputReducer {
  /// Chooses the row under the cursor of the table with the focus, where rows are chosen in it, and no
  /// other.
  private static func chooseCursor(_ state: inout State) {
    let id = state.memory.focus
    let table = BuiltPage(state).page.widgets.lazy.compactMap { $0 as? Table }
      .first { $0.id == id && $0.isChoosing }
    let place = state.memory.rows(id).cursor
    guard let table, table.rows.indices.contains(place - table.first) else { return }
    let key = table.rows[place - table.first].key
    state.memory.tables[id, default: Memory.Rows()].choose([key], at: state.summary.revision)
  }
}

/// The commands that every screen has.
enum CommandReducer {
  static func reduce(_ id: Command.ID, _ state: inout State) -> [Effect] {
    let screen = Flow.screen(state.visit.screen)
    if let offer = screen.offers(Scene(state)).first(where: { $0.command == id }) {
      if let reason = offer.reason {
        state.notice = Notice(.problem, reason.rawValue)
        return [.bell]
      }
      return screen.handle(.command(id), &state)
    }
    switch id {
    case .back:
      let isTyped = BuiltPage(state).firstAnswer(in: state.memory) != nil
      let effects = Navigation.back(&state)
      if isTyped, !Navigation.isAskingToLeave(state) { state.notice = Notice(.done, "typed-stays") }
      return effects
    case .leave: return Navigation.leave(&state)
    case .undo: return turn(state.summary.undoable, .undo, else: .nothingToUndo, &state)
    case .redo: return turn(state.summary.redoable, .redo, else: .nothingToRedo, &state)
    case .goTo: return Navigation.follow("go-to", &state)
    case .help: return Navigation.follow("help", about: state.visit.screen, &state)
    case .journal: return Navigation.follow("journal", &state)
    case .addFile: return addFile(&state)
    case .mask:
      state.look.isMasked.toggle()
      return []
    case .language:
      state.language = (state.language + 1) % max(1, state.languages.count)
      state.isLanguageChosen = true
      return []
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .next:
      guard let target = BuiltPage(state).mainButton else {
        state.notice = Notice(.problem, "no-main-button")
        return [.bell]
      }
      return Focus.move(to: target, &state)
        + Focus.press(target, on: BuiltPage(state), &state)
    // What a screen does not offer is nothing there: who sees the keys sees that, who hears is told.
    case .open, .new, .edit, .remove, .handOver, .more, .copy, .takeOver, .leaveOut,
      .takeOverLike, .leaveOutLike, .group, .report, .list, .createUsers, .assignProducts,
      .retireServers:
      guard state.look.isHeard else { return [] }
      let name = Scene(state).words.of("keys")("labels.\(id.name)")
      state.notice = Notice(.problem, "not-here", ["name": name])
      return []
    }
  }

  private static func turn(
    _ change: Change.Name?, _ effect: Effect, else reason: Offer.Reason, _ state: inout State
  ) -> [Effect] {
    if change != nil || state.session.readOnly != nil { return [effect] }
    state.notice = Notice(.problem, reason.rawValue)
    return [.bell]
  }

  private static func addFile(_ state: inout State) -> [Effect] {
    guard state.summary.setup != nil else {
      state.notice = Notice(.problem, "no-session")
      return [.bell]
    }
    return Admission.refused(&state) ?? Navigation.follow("add-file", &state)
  }
}
