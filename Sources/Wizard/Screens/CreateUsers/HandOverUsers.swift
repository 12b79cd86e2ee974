import Canvas
import Migration
import Widgets

/// Carry out step 1: make the next hand-over, and what became of the ones before.
struct HandOverUsers: Screen {
  let name = "hand-over-users"

  private static let next = NextHandOver(step: .createUsers)

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let gate = scene.summary.gate(of: .createUsers, today: scene.today)
    let next =
      scene.setup.directory == .sync
      ? [Paragraph(words("notes.sync"), style: .warning)] : next(scene, gate)
    return Self.next.page(
      scene, next: [Gap()] + next, first: scene.summary.usersNotHandedOver > 0 ? "group" : nil)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .answered(.summary), .answered(.undone), .answered(.redone): return findGroup(&state)
    case .chose("group"):
      let place = state.memory.choices["group"] ?? 0
      state.memory.show("group", place)
      let options = Self.options(state)
      Self.choose(options.indices.contains(place) ? options[place] : .everyone, &state)
      return []
    case .pressed("write"), .pressed("folder"): return write(&state)
    case .pressed("users"): return Navigation.follow("users", &state)
    case .answered(.handedOver):
      if case .chosen = Self.who(state) { Self.choose(.everyone, &state) }
      UserTable.letGo(&state)
      return Self.next.handle(event, &state) ?? []
    default: return Self.next.handle(event, &state) ?? []
    }
  }

  // MARK: The next one

  private func next(_ scene: Scene, _ gate: Gate) -> [any Widget] {
    let words = scene.words
    if scene.summary.usersNotHandedOver == 0 {
      let nobody = scene.summary.userFunnel.total == 0
      return [
        Paragraph(words(nobody ? "notes.nobody" : "notes.all-handed-over")),
        ItemList([ItemList.Item("users", words("actions.users"))]),
        Gap(),
      ]
    }
    var widgets: [any Widget] = []
    if !gate.isOpen {
      widgets.append(Paragraph(early(gate, scene), style: .warning))
    }
    if !scene.setup.role.mayUsePortal {
      widgets.append(Paragraph(words("notes.not-admin"), style: .warning))
    }
    let options = Self.options(scene.state)
    let who = Self.who(scene.state)
    if options.count > 1 {
      widgets.append(
        ChoiceBox(
          id: "group", label: words("labels.who"), options: options.map { $0.text(words) },
          chosen: options.firstIndex(of: who) ?? 0))
    }
    widgets.append(HandOverFolder.widget(scene, label: words("labels.folder")))
    widgets.append(
      ButtonRow([
        .init(
          "write",
          who.count(scene.summary).map { words("counts.write", count: $0) }
            ?? words("actions.write"))
      ]))
    widgets.append(Gap())
    return widgets
  }

  /// Before the start date the portal takes people where the team is there already; it is said, not
  /// refused.
  private func early(_ gate: Gate, _ scene: Scene) -> String {
    let day = ["day": gate.from.map { scene.day($0) } ?? ""]
    return gate.reason == .beforeStart
      ? scene.words("notes.early", day)
      : scene.words.common("messages.gate-\(gate.reason?.rawValue ?? "")", day)
  }

  /// Puts the choice where the chosen group stands now, and says so when there is none such any more.
  private func findGroup(_ state: inout State) -> [Effect] {
    let who = Self.who(state)
    let place = Self.options(state).firstIndex(of: who)
    state.memory.show("group", place ?? 0)
    guard place == nil, case .group(let group) = who else { return [] }
    Self.choose(.everyone, &state)
    state.notice = Notice(.problem, "group-gone", ["group": group])
    return [.bell]
  }

  private func write(_ state: inout State) -> [Effect] {
    return HandOverFolder.write(&state) { folder, state in
      let who = Self.who(state)
      guard Self.options(state).contains(who) else { return findGroup(&state) }
      let users = who.users(state.summary)
      return [
        .createUsers(.handOver(UserHandOverOrder(step: .createUsers, users: users, folder: folder)))
      ]
    }
  }
}
