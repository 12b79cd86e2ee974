import Canvas
import Migration
import Widgets

/// What a step opens on: where, who, from when, what, where to read more; then its three pages.
struct Briefing: Screen {
  let step: Step

  init(_ step: Step) { self.step = step }

  var name: String { step.id }

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    let gate = scene.summary.gate(of: step, today: scene.today)
    page.widgets = [
      Heading("\(step.rawValue) \(words("title"))"),
      Paragraph(words("introduction"), style: .dim),
      Gap(),
      Facts(
        ["where", "who", "when", "what", "more"].map { key in
          Facts.Fact(words.common("labels.briefing-\(key)"), fact(key, scene))
        }),
      Paragraph(gateText(gate, scene), style: gate.isOpen ? .proven : .warning),
      Gap(),
      ItemList(pages.map { item(for: $0, scene) } + [closing(scene)]),
    ]
    page.firstFocus = pages.first
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard case .pressed(let id) = event else { return [] }
    return Navigation.follow(id, about: id == "close" ? step.id : "", &state)
  }

  private var pages: [String] {
    switch step {
    case .createUsers, .assignProducts, .informUsers: ["prepare", "carry-out", "prove"]
    case .retireServers: ["prepare", "use", "carry-out", "prove"]
    case .switchDevices: ["computers", "carry-out", "prove"]
    }
  }

  private func item(for page: String, _ scene: Scene) -> ItemList.Item {
    let note =
      page == "carry-out" && isSynced(scene) ? "carry-out-sync" : page
    return ItemList.Item(
      page, scene.words("actions.\(page)"), detail: scene.words("notes.\(note)"))
  }

  /// Closing the step with a reason, or that it is closed.
  private func closing(_ scene: Scene) -> ItemList.Item {
    let closed = scene.summary.closed[step]
    return ItemList.Item(
      "close", scene.words.common(closed == nil ? "actions.close" : "actions.closed"),
      detail: closed?.reason ?? scene.words.common("notes.close"))
  }

  private func fact(_ key: String, _ scene: Scene) -> String {
    scene.words("briefing.\(key == "what" && isSynced(scene) ? "what-sync" : key)")
  }

  /// Whether the directory puts people in the team, so that nobody invites them.
  private func isSynced(_ scene: Scene) -> Bool {
    step == .createUsers && scene.setup.directory == .sync
  }

  private func gateText(_ gate: Gate, _ scene: Scene) -> String {
    guard let reason = gate.reason else {
      switch step {
      case .createUsers, .assignProducts, .retireServers:
        return scene.words.common("messages.gate-open")
      case .switchDevices, .informUsers:
        // The pages that carry it out are not there yet: only for whom it is open is said.
        return scene.words.common(
          gate.openFor >= gate.total ? "messages.gate-open-all" : "messages.gate-open-some",
          ["open": String(gate.openFor), "total": String(gate.total)])
      }
    }
    return scene.words.common(
      "messages.gate-\(reason.rawValue)", ["day": gate.from.map { scene.day($0) } ?? ""])
  }
}
