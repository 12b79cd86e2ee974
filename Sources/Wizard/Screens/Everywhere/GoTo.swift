import Canvas
import Migration
import Widgets

/// Go to: type a few letters of a screen or a command, Enter goes there.
struct GoTo: Screen {
  let name = "go-to"

  /// A line of the list: a screen or a command.
  private enum Goal {
    case screen(String)
    case command(Command.ID)
  }

  /// The commands that can be given from here, beside all screens.
  private static let commands: [Command.ID] = [
    .addFile, .journal, .undo, .redo, .mask, .language, .help, .redraw, .suspend, .leave,
  ]

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    let goals = goals(scene)
    page.widgets = [
      FieldBox(
        id: "wanted", label: words("labels.wanted"),
        input: scene.memory.inputs["wanted"] ?? TextInput(), columns: 40),
      Table(
        id: "goals", name: words("title"),
        columns: [
          Table.Column("", width: 30, share: 1), Table.Column("", width: 16, isTrailing: true),
        ],
        rows: goals.enumerated().map { index, goal in
          Table.Row(key: Int64(index), items: [.plain(goal.label), .text(goal.remark, .dim)])
        }, cursor: scene.memory.rows("goals").cursor, top: scene.memory.rows("goals").top,
        emptyText: words("notes.none")),
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
    case .edited:
      state.memory.tables["goals"] = nil
      return []
    case .pressed: return go(&state)
    default: return []
    }
  }

  private func go(_ state: inout State) -> [Effect] {
    let goals = goals(Scene(state))
    // Of letters that several have the first is meant, as it stands there; of none nothing is.
    let isTyped = !state.memory.text("wanted").isEmpty
    guard let cursor = state.memory.meant("goals") ?? (isTyped ? 0 : nil),
      goals.indices.contains(cursor)
    else { return PickedRow.ask(in: "goals", lettersIn: "wanted", &state) }
    state.visits.removeLast()
    switch goals[cursor].goal {
    case .screen(let name): return Navigation.jump(to: name, &state)
    case .command(let id): return CommandReducer.reduce(id, &state)
    }
  }

  private func goals(_ scene: Scene) -> [(goal: Goal, label: String, remark: String)] {
    let words = scene.words
    var goals: [(goal: Goal, label: String, remark: String)] = []
    if scene.summary.setup != nil {
      for entry in Flow.entries where entry.isGoal {
        let named = words.of(entry.screen.wordsName)
        let title = named.optional("labels.goal") ?? named("title")
        goals.append(
          (
            .screen(entry.screen.name), title,
            words.common("labels.screen", ["number": entry.number])
          ))
      }
    }
    for id in Self.commands {
      let keys = Command.with(id)?.keys.first.map { $0.caption(words) } ?? ""
      goals.append((.command(id), words.of("keys")("help.\(id.rawValue)"), keys))
    }
    let typed = scene.memory.text("wanted").lowercased().split(separator: " ")
    let found = goals.filter { goal in
      let line = "\(goal.label) \(goal.remark)".lowercased()
      return typed.allSatisfy { line.contains($0) }
    }
    return Self.sorted(found, by: String(typed.last ?? ""))
  }

  /// A number that was typed is a screen's: that screen comes first, and behind it those whose numbers
  /// begin so; otherwise the order stays.
  private static func sorted(
    _ goals: [(goal: Goal, label: String, remark: String)], by typed: String
  ) -> [(goal: Goal, label: String, remark: String)] {
    guard typed.first?.isNumber == true else { return goals }
    func rank(_ goal: Goal) -> Int {
      guard case .screen(let name) = goal else { return 2 }
      let number = Flow.entry(name).number
      return number == typed ? 0 : number.hasPrefix(typed) ? 1 : 2
    }
    return (0...2).flatMap { wanted in goals.filter { rank($0.goal) == wanted } }
  }
}
