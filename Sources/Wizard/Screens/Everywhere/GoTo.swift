import Canvas
import Migration
import Widgets

/// Go to: type a few letters of a screen or a command, Enter goes there.
struct GoTo: Screen {
  let name = "go-to"

  /// A line of the list: a screen or a command.
  fileprivate struct Line {
    enum Goal {
      case screen(String)
      case command(Command.ID)
    }

    var goal: Goal
    var label: String
    var remark: String
  }

  /// The commands that can be given from here, beside all screens.
  private static let commands: [Command.ID] = [
    .addFile, .journal, .undo, .redo, .mask, .language, .help, .redraw, .suspend, .leave,
  ]

  /// All goals, of which the letters leave some.
  private static let list = ListPage<Numbered<Line>>(
    table: "goals", source: .here { Numbered.all(goals($0)) },
    columns: { _ in
      [Table.Column("", width: 30, share: 1), Table.Column("", width: 16, isTrailing: true)]
    }, key: { Int64($0.place) },
    cells: { row, _, _ in [.plain(row.value.label), .text(row.value.remark, .dim)] },
    letters: .field("wanted"), empty: { $0.words("notes.none") })

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [
      FieldBox(
        id: "wanted", label: words("labels.wanted"),
        input: scene.memory.inputs["wanted"] ?? TextInput(), columns: 40),
      Self.list.widget(scene),
    ]
    page.firstFocus = "wanted"
    page.defaultButton = "goals"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened:
      Navigation.forget(&state)
      return []
    case .pressed: return go(&state)
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  private func go(_ state: inout State) -> [Effect] {
    // Of letters that several have the first is meant, as it stands there; of none nothing is.
    let isTyped = !state.memory.text("wanted").isEmpty
    let first = isTyped ? Self.list.window(Scene(state))[0] : nil
    guard let line = Self.list.picked(state) ?? first else { return Self.list.ask(&state) }
    state.visits.removeLast()
    switch line.value.goal {
    case .screen(let name): return Navigation.jump(to: name, &state)
    case .command(let id): return CommandReducer.reduce(id, &state)
    }
  }

  private static func goals(_ scene: Scene) -> [Line] {
    let words = scene.words
    var goals: [Line] = []
    if scene.summary.setup != nil {
      for entry in Flow.entries where entry.isGoal {
        let named = words.of(entry.screen.wordsName)
        goals.append(
          Line(
            goal: .screen(entry.screen.name),
            label: named.optional("labels.goal") ?? named("title"),
            remark: words.common("labels.screen", ["number": entry.number])))
      }
    }
    for id in commands {
      let keys = Command.with(id)?.keys.first.map { $0.caption(words) } ?? ""
      goals.append(
        Line(goal: .command(id), label: words.of("keys")("help.\(id.name)"), remark: keys))
    }
    let typed = scene.memory.text("wanted").split(separator: " ")
    return sorted(goals, by: String(typed.last ?? ""))
  }

  /// A number that was typed is a screen's: that screen comes first, and behind it those whose numbers
  /// begin so; otherwise the order stays.
  private static func sorted(_ goals: [Line], by typed: String) -> [Line] {
    guard typed.first?.isNumber == true else { return goals }
    func rank(_ line: Line) -> Int {
      guard case .screen(let name) = line.goal else { return 2 }
      let number = Flow.entry(name).number
      return number == typed ? 0 : number.hasPrefix(typed) ? 1 : 2
    }
    return (0...2).flatMap { wanted in goals.filter { rank($0) == wanted } }
  }
}
