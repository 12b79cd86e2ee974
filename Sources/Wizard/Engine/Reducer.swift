import Canvas
import Migration
import Widgets

/// Changes the state by what happened and says what is to be carried out: no I/O, no clock, no chance.
package func reduce(_ state: inout State, _ action: Action) -> [Effect] {
  var built: BuiltPage?
  return reduce(&state, action, &built)
}

/// Changes the state as `reduce` does. `built` is the page of the state before, where it is known,
/// and becomes that of the state after, where it was built on the way.
func reduce(_ state: inout State, _ action: Action, _ built: inout BuiltPage?) -> [Effect] {
  var effects: [Effect] = []
  switch action {
  case .moment(let moment): state.moment = moment
  case .answer(let answer):
    effects += Admission.admit(AnswerReducer.reduce(answer, &state), &state)
  case .input(let input):
    effects += Admission.admit(in: &state) { state in
      InputReducer.reduce(input, on: built ?? BuiltPage(state), &state)
    }
  }
  if state.work == nil {
    let summary = state.summary
    state.work = effects.lazy.compactMap { $0.work(on: summary) }.first
  }
  effects += Settlement.settle(&state, &built)
  return effects
}

/// The frame of a state: a plain function. A long work's page has the subject `work`.
package func render(_ state: State) -> Frame { BuiltPage(state).frame(state) }

extension BuiltPage {
  /// The frame of the page, drawn anew; `state` is the one that it was built from.
  func frame(_ state: State) -> Frame {
    var sheets = Sheets()
    return frame(state, on: &sheets)
  }

  /// The same frame, of which only what does not stand on the sheets yet is drawn.
  func frame(_ state: State, on sheets: inout Sheets) -> Frame {
    var frame = drawn(state, on: &sheets)
    frame.subject = state.work == nil ? state.visit.key : "work"
    frame.language = state.languages[state.language].language.code
    frame.isMasked = state.look.isMasked
    return frame
  }

  private func drawn(_ state: State, on sheets: inout Sheets) -> Frame {
    guard state.size.width >= PageLayout.leastSize.width,
      state.size.height >= PageLayout.leastSize.height
    else { return tooSmall(state) }
    let isWorking = state.work != nil
    return layout.draw(
      Chrome.dressed(self, state), focus: isWorking ? "cancel-work" : state.memory.focus,
      look: state.look, scroll: isWorking ? 0 : state.memory.scroll, on: &sheets)
  }
}

/// What a start has to carry out before the first frame.
package func begin(_ state: inout State) -> [Effect] {
  var built: BuiltPage?
  return begin(&state, &built)
}

/// Begins as `begin` does; `built` becomes the page of the state, where it was built on the way.
func begin(_ state: inout State, _ built: inout BuiltPage?) -> [Effect] {
  Flow.screen(state.visit.screen).handle(.opened(isReturn: false), &state)
    + Settlement.settle(&state, &built)
}

private func tooSmall(_ state: State) -> Frame {
  var frame = Frame(size: state.size)
  let words = Scene(state).words.common
  let text = words(
    "messages.too-small",
    [
      "width": String(PageLayout.leastSize.width), "height": String(PageLayout.leastSize.height),
    ])
  for (row, line) in Width.wrapped(text, to: max(1, state.size.width)).enumerated() {
    frame.put(line, row: row, column: 0)
  }
  frame.nodes = [
    Node(
      role: .message, name: text,
      area: Area(row: 0, column: 0, width: state.size.width, height: state.size.height))
  ]
  return state.look.isASCII ? frame.transliterated() : frame
}

/// Brings focus, cursors and visible rows into what the page really has.
enum Settlement {
  /// Rows of a table that are about to be seen.
  private struct Need {
    var table: String
    var places: Range<Int>
  }

  /// Settles a state that was just changed; `built` becomes its page, or nil where the page that was
  /// built on the way is not true any more.
  static func settle(_ state: inout State, _ built: inout BuiltPage?) -> [Effect] {
    built = nil
    guard state.work == nil else { return [] }
    let present = BuiltPage(state)
    let (page, targets, layout) = (present.page, present.targets, present.layout)
    var memory = state.memory
    var isChanged = false
    if !page.isLoading, !targets.contains(where: { $0.id == memory.focus }) {
      let wanted = page.firstFocus.flatMap { id in targets.first { $0.id == id } }
      memory.focus = wanted?.id ?? targets.first?.id ?? ""
      isChanged = true
    }
    var needs: [Need] = []
    for target in targets where target.hasRows {
      let old = memory.rows(target.id)
      var rows = old
      let visible = max(1, layout.visibleRows(target.id))
      switch target.kind {
      case .rows(0):
        // Rows that are on their way have no count yet: the cursor of a killed program waits for them.
        needs.append(
          Need(table: target.id, places: max(0, rows.top - visible)..<rows.top + 2 * visible))
      case .rows(let count):
        rows.cursor = min(max(0, rows.cursor), max(0, count - 1))
        rows.top = min(rows.top, rows.cursor, max(0, count - visible))
        rows.top = max(0, rows.top, rows.cursor - visible + 1)
        needs.append(Need(table: target.id, places: rows.top..<rows.top + visible))
      case .reader: rows.top = max(0, min(rows.top, layout.lines(ofReader: target.id) - visible))
      default: continue
      }
      guard rows != old else { continue }
      memory.tables[target.id] = rows
      isChanged = true
    }
    if isChanged {
      state.memory = memory
      state.isPlaceDirty = true
    }
    let screen = Flow.screen(state.visit.screen)
    let effects = needs.flatMap { screen.handle(.needs($0.table, $0.places), &state) }
    if !isChanged, effects.isEmpty { built = present }
    return effects
  }
}
