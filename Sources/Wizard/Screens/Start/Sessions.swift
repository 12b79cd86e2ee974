import Canvas
import Migration
import Widgets

/// The migrations on this machine, and a new one.
struct Sessions: Screen {
  let name = "sessions"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.widgets = [
      Heading(words("title")),
      Paragraph(words("introduction"), style: .dim),
      Gap(),
    ]
    if let question = scene.state.journalQuestion { page.widgets += ask(question, scene) }
    if let path = scene.state.emptyFile { page.widgets += ask(about: path, words) }
    if scene.state.sessions.isEmpty {
      page.widgets.append(Paragraph(words("notes.none")))
      page.widgets.append(Gap())
    } else {
      page.widgets.append(Rule(words("labels.here")))
      page.widgets.append(
        ItemList(
          scene.state.sessions.enumerated().map { index, card in
            ItemList.Item(
              "session.\(index)",
              card.organisation.isEmpty ? PathText.name(of: card.path) : card.organisation,
              detail: card.team, remark: card.lastChange.map { scene.day($0) } ?? "")
          }))
      page.widgets.append(Gap())
    }
    page.widgets.append(ItemList([ItemList.Item("new", sign: "+", words("actions.new"))]))
    if scene.state.emptyFile != nil, ["", "empty-file"].contains(scene.memory.focus) {
      page.hint = words("hints.empty-file")
    } else if let way = focusedWay(scene) {
      page.hint = words("hints.journal-\(way)")
    } else if let index = focusedSession(scene) {
      page.hint = scene.state.sessions[index].path
    }
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened: return [.listSessions]
    case .answered(.journalFound(let question)):
      state.memory.focus = question.ways.first.map { "journal.\($0.name)" } ?? ""
      return []
    case .answered(.sessions):
      // The list came after the first look, which had nothing but a new one to stand on.
      if state.emptyFile == nil, !state.sessions.isEmpty, state.memory.focus == "new" {
        state.memory.focus = "session.0"
      }
      return []
    case .pressed("empty-file"):
      guard let path = state.emptyFile else { return [] }
      return [.openSession(path: path)]
    case .pressed("new"): return Navigation.follow("new", &state)
    case .pressed(let id) where id.hasPrefix("journal."):
      guard let question = state.journalQuestion else { return [] }
      return [
        .resolveJournal(path: question.path, way: String(id.dropFirst("journal.".count)))
      ]
    case .pressed(let id):
      guard let index = index(id), state.sessions.indices.contains(index) else { return [] }
      return [.openSession(path: state.sessions[index].path)]
    default: return []
    }
  }

  /// What lies beside a session, and the ways to open it.
  private func ask(_ question: JournalQuestion, _ scene: Scene) -> [any Widget] {
    let words = scene.words
    let told = words.of("messages")(
      "messages.journal-\(question.cause)",
      ["path": question.path, "reason": question.journal])
    var widgets: [any Widget] = [Paragraph(told), Gap()]
    if question.ways.isEmpty {
      widgets.append(Paragraph(words("notes.journal-neither")))
    } else {
      widgets.append(
        ItemList(
          question.ways.map { way in
            ItemList.Item(
              "journal.\(way.name)", words("actions.journal-\(way.name)"),
              detail: words("labels.journal-people", count: way.people),
              remark: way.lastDay.map { scene.day($0) } ?? "")
          }))
      widgets.append(Paragraph(words("notes.journal-kept"), style: .dim))
    }
    return widgets + [Gap()]
  }

  /// A file that holds nothing, and what can be made of it.
  private func ask(about path: String, _ words: Words) -> [any Widget] {
    [
      Paragraph(words("notes.empty-file", ["path": path])),
      Gap(),
      ItemList([ItemList.Item("empty-file", words("actions.empty-file"))]),
      Gap(),
    ]
  }

  private func focusedWay(_ scene: Scene) -> String? {
    guard let ways = scene.state.journalQuestion?.ways else { return nil }
    let focus = scene.memory.focus
    return ways.first { focus == "journal.\($0.name)" }?.name
      ?? (focus.isEmpty ? ways.first?.name : nil)
  }

  private func focusedSession(_ scene: Scene) -> Int? {
    let focused = scene.memory.focus.isEmpty ? "session.0" : scene.memory.focus
    guard let index = index(focused), scene.state.sessions.indices.contains(index) else {
      return nil
    }
    return index
  }

  private func index(_ id: String) -> Int? {
    id.hasPrefix("session.") ? Int(id.dropFirst("session.".count)) : nil
  }
}
