import Canvas
import Migration
import Widgets

/// How keys work on whatever has the focus; nil where the key means nothing there.
enum Focus {
  static func reduce(
    _ key: Key, _ focus: Target, on built: BuiltPage, _ state: inout State
  ) -> [Effect]? {
    if let effects = own(key, focus, on: built, &state) { return effects }
    switch key {
    case .tab: return step(1, from: focus, on: built, &state)
    case .backTab: return step(-1, from: focus, on: built, &state)
    case .down: return step(1, from: focus, on: built, &state)
    case .up: return step(-1, from: focus, on: built, &state)
    case .pageUp, .pageDown:
      state.memory.scroll = built.layout.turned(
        state.memory.scroll, by: key == .pageUp ? -1 : 1, focus: state.memory.focus)
      return []
    default: return nil
    }
  }

  /// Moves the focus, and tells the screen which field was left.
  static func move(to id: String, _ state: inout State) -> [Effect] {
    let old = state.memory.focus
    guard old != id else { return [] }
    state.memory.focus = id
    state.memory.scroll = 0
    state.memory.typedFrom[old] = nil
    guard state.memory.inputs[old] != nil else { return [] }
    state.memory.left.insert(old)
    return Flow.screen(state.visit.screen).handle(.left(old), &state)
  }

  private static func step(
    _ direction: Int, from focus: Target, on built: BuiltPage, _ state: inout State
  ) -> [Effect]? {
    let targets = built.targets
    guard let place = targets.firstIndex(where: { $0.id == focus.id }) else { return nil }
    let next = targets[(place + direction + targets.count) % targets.count]
    guard next.kind == .tab, focus.kind != .tab else { return move(to: next.id, &state) }
    return move(to: built.openTab ?? next.id, &state)
  }

  private static func own(
    _ key: Key, _ focus: Target, on built: BuiltPage, _ state: inout State
  ) -> [Effect]? {
    switch focus.kind {
    case .field: field(key, focus, on: built, &state)
    case .editor: editor(key, focus.id, &state)
    case .choice(let count, let chosen):
      choice(key, focus, count: count, chosen: chosen, on: built, &state)
    case .button: button(key, focus, on: built, &state)
    case .tab: tab(key, focus, on: built, &state)
    case .rows(let count): rows(key, focus.id, count: count, on: built, &state)
    case .reader: reader(key, focus.id, built.layout, &state)
    case .item: key == .enter ? press(focus.id, on: built, &state) : nil
    }
  }

  /// Presses something of a page. What somebody typed is not forgotten before that was asked.
  static func press(_ id: String, on built: BuiltPage, _ state: inout State) -> [Effect] {
    if id == "cancel", let typed = built.firstAnswer(in: state.memory) {
      state.memory.focus = typed
      return Navigation.follow("throw-away", &state)
    }
    return Flow.screen(state.visit.screen).handle(.pressed(id), &state)
  }

  // MARK: One line of text

  private static func field(
    _ key: Key, _ focus: Target, on built: BuiltPage, _ state: inout State
  ) -> [Effect]? {
    if key == .enter { return enter(focus, on: built, &state) }
    if key == .control("z") { return takeBack(focus.id, &state) }
    var input = state.memory.inputs[focus.id] ?? TextInput()
    let before = input.text
    switch key {
    case .character(let scalar): input.insert(String(Character(scalar)))
    case .backspace: input.deleteBackward()
    case .delete: input.deleteForward()
    case .left: input.move(by: -1)
    case .right: input.move(by: 1)
    case .home, .control("a"): input.moveToStart()
    case .end, .control("e"): input.moveToEnd()
    case .control("u"): input.deleteToStart()
    case .control("k"): input.deleteToEnd()
    case .control("w"): input.deleteWord()
    default: return nil
    }
    state.memory.inputs[focus.id] = input
    guard input.text != before else { return [] }
    if state.memory.typedFrom[focus.id] == nil { state.memory.typedFrom[focus.id] = before }
    return Flow.screen(state.visit.screen).handle(.edited(focus.id), &state)
  }

  /// Takes back what was typed since the focus came; nil where nothing was, so that the last change
  /// of the file is taken back instead.
  private static func takeBack(_ id: String, _ state: inout State) -> [Effect]? {
    guard let before = state.memory.typedFrom[id], before != state.memory.text(id) else {
      return nil
    }
    state.memory.setText(id, before)
    state.memory.typedFrom[id] = nil
    return Flow.screen(state.visit.screen).handle(.edited(id), &state)
  }

  /// Enter goes to the next field, and in the last one presses the page's own button.
  private static func enter(
    _ focus: Target, on built: BuiltPage, _ state: inout State
  ) -> [Effect] {
    if let next = goesOn(from: focus, built) { return move(to: next, &state) }
    return press(built.pressedByDefault ?? focus.id, on: built, &state)
  }

  /// Where Enter goes on to from a field or a choice; nil where it presses the page's own button.
  static func goesOn(from focus: Target, _ built: BuiltPage) -> String? {
    let targets = built.targets
    guard let place = targets.firstIndex(where: { $0.id == focus.id }), place + 1 < targets.count
    else { return nil }
    let next = targets[place + 1]
    switch next.kind {
    case .field, .choice, .editor: return next.id
    case .rows, .item: return built.pressedByDefault == nil ? next.id : nil
    default: return nil
    }
  }

  // MARK: Several lines of text

  private static func editor(_ key: Key, _ id: String, _ state: inout State) -> [Effect]? {
    var lines = state.memory.editors[id] ?? TextLines()
    switch key {
    case .character(let scalar): lines.insert(String(Character(scalar)))
    case .enter: lines.insert("\n")
    case .backspace: lines.deleteBackward()
    case .delete: lines.deleteForward()
    case .left: lines.move(by: -1)
    case .right: lines.move(by: 1)
    case .up: guard lines.move(byLines: -1) else { return nil }
    case .down: guard lines.move(byLines: 1) else { return nil }
    case .pageUp: lines.move(byLines: -10)
    case .pageDown: lines.move(byLines: 10)
    case .home: lines.moveToStart()
    case .end: lines.moveToEnd()
    case .control("u"): lines.deleteToStart()
    default: return nil
    }
    state.memory.editors[id] = lines
    return Flow.screen(state.visit.screen).handle(.edited(id), &state)
  }

  // MARK: Choices, buttons, tabs

  private static func choice(
    _ key: Key, _ focus: Target, count: Int, chosen: Int?, on built: BuiltPage,
    _ state: inout State
  ) -> [Effect]? {
    guard count > 0 else { return nil }
    let next: Int
    // Where nothing is chosen yet, the first arrow chooses the first value.
    switch key {
    case .left: next = chosen.map { max(0, $0 - 1) } ?? 0
    case .right: next = chosen.map { min(count - 1, $0 + 1) } ?? 0
    case .character(" "): next = chosen.map { ($0 + 1) % count } ?? 0
    case .enter:
      if let next = goesOn(from: focus, built) { return move(to: next, &state) }
      guard let main = built.pressedByDefault else {
        return step(1, from: focus, on: built, &state)
      }
      return press(main, on: built, &state)
    default: return nil
    }
    state.memory.choices[focus.id] = next
    return next == chosen
      ? [] : Flow.screen(state.visit.screen).handle(.chose(focus.id), &state)
  }

  private static func button(
    _ key: Key, _ focus: Target, on built: BuiltPage, _ state: inout State
  ) -> [Effect]? {
    switch key {
    case .enter, .character(" "): press(focus.id, on: built, &state)
    case .left: step(-1, from: focus, on: built, &state)
    case .right: step(1, from: focus, on: built, &state)
    default: nil
    }
  }

  private static func tab(
    _ key: Key, _ focus: Target, on built: BuiltPage, _ state: inout State
  ) -> [Effect]? {
    let targets = built.targets
    let tabs = targets.filter { $0.kind == .tab }
    guard let place = tabs.firstIndex(of: focus) else { return nil }
    switch key {
    case .left, .right:
      let next = tabs[(place + (key == .left ? -1 : 1) + tabs.count) % tabs.count]
      return move(to: next.id, &state) + press(next.id, on: built, &state)
    case .enter, .character(" "): return press(focus.id, on: built, &state)
    case .down, .tab:
      guard let last = targets.lastIndex(where: { $0.kind == .tab }), last + 1 < targets.count
      else { return nil }
      return move(to: targets[last + 1].id, &state)
    default: return nil
    }
  }

  // MARK: Rows and long texts

  private static func rows(
    _ key: Key, _ id: String, count: Int, on built: BuiltPage, _ state: inout State
  ) -> [Effect]? {
    var rows = state.memory.rows(id)
    let page = max(1, built.layout.visibleRows(id) - 1)
    switch key {
    case .down: rows.cursor += 1
    case .up: rows.cursor -= 1
    case .pageDown: rows.cursor += page
    case .pageUp: rows.cursor -= page
    case .home: rows.cursor = 0
    case .end: rows.cursor = count - 1
    case .enter: return count > 0 ? press(id, on: built, &state) : []
    default: return nil
    }
    // At the ends the focus goes on to what stands above or below the table.
    if rows.cursor < 0 || rows.cursor >= count, key == .up || key == .down { return nil }
    rows.cursor = min(max(0, rows.cursor), max(0, count - 1))
    rows.isPicked = count > 0
    state.memory.tables[id] = rows
    return []
  }

  private static func reader(
    _ key: Key, _ id: String, _ layout: PageLayout, _ state: inout State
  ) -> [Effect]? {
    var rows = state.memory.rows(id)
    let page = max(1, layout.visibleRows(id) - 1)
    switch key {
    case .down, .enter: rows.top += 1
    case .up: rows.top = max(0, rows.top - 1)
    case .pageDown, .character(" "): rows.top += page
    case .pageUp: rows.top = max(0, rows.top - page)
    case .home: rows.top = 0
    case .end: rows.top = layout.lines(ofReader: id)
    default: return nil
    }
    state.memory.tables[id] = rows
    return []
  }
}
