import Canvas
import Migration
import Widgets

/// One licence server: what is known of it, to be typed or corrected; or a new one.
struct ServerPage: Screen {
  let name = "server-page"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    let isNew = scene.visit.argument.isEmpty
    let server = scene.server
    if !isNew, server == nil {
      return RetireServer.gone(page, words)
    }
    page.widgets = [
      Heading(
        isNew ? words("labels.new") : words("title"),
        remark: server.map { told($0, scene) } ?? "")
    ]
    for field in ServerFields.all {
      if case .choice = field.kind {
        page.widgets.append(scene.choiceBox(field))
      } else {
        page.widgets.append(scene.fieldBox(field))
      }
    }
    var buttons = [ButtonRow.Button("save", words("actions.save"))]
    if let server {
      buttons += [
        .init("keep", words(server.keptReason.isEmpty ? "actions.keep" : "actions.unkeep")),
        .init("ready", words("actions.ready")),
        .init(
          "retire", words(server.isActive ? "actions.retire" : "actions.unretire")),
      ]
    }
    buttons.append(.init("cancel", words.common("actions.cancel")))
    page.footer = [ButtonRow(buttons)]
    page.defaultButton = "save"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened:
      fill(&state)
      return []
    case .pressed("cancel"):
      Navigation.forget(&state)
      return Navigation.back(&state)
    case .pressed("save"): return save(&state)
    case .pressed("keep"), .pressed("ready"), .pressed("retire"):
      guard case .pressed(let outcome) = event, let server = state.visitedServer else { return [] }
      return Navigation.follow(outcome, about: String(server.id.number), &state)
    case .answered(.applied):
      Navigation.forget(&state)
      return Navigation.back(&state)
    case .answered(.undone), .answered(.redone):
      fill(&state)
      return []
    default: return []
    }
  }

  private func told(_ server: LicenceServer, _ scene: Scene) -> String {
    guard case .text(let text, _) = ServerTexts.standing(server, scene) else { return "" }
    return text
  }

  private func fill(_ state: inout State) {
    let details = state.visitedServer?.details ?? ServerDetails(daemon: "adskflex")
    var memory = state.memory
    for field in ServerFields.all {
      let text = ServerFields.text(of: details, field)
      if case .choice(let values) = field.kind {
        memory.offer(field.name, values.firstIndex(of: text) ?? 0)
      } else {
        memory.offer(field.name, text)
      }
    }
    state.memory = memory
  }

  private func save(_ state: inout State) -> [Effect] {
    if let refused = state.refuseReadOnly() { return refused }
    state.memory.hasTried = true
    var details = state.visitedServer?.details ?? ServerDetails(daemon: "adskflex")
    for field in ServerFields.all {
      let value: String
      if case .choice(let values) = field.kind {
        let chosen = state.memory.choices[field.name] ?? 0
        value = values.indices.contains(chosen) ? values[chosen] : ""
      } else {
        value = field.normalise(state.memory.text(field.name))
      }
      guard !field.check(value).contains(where: \.isError) else {
        state.notice = Notice(.problem, "look-at-fields")
        return Focusing.move(to: field.name, &state) + [.bell]
      }
      ServerFields.set(field, value, &details)
    }
    if details.hosts.count == 3, details.setUp == .single { details.setUp = .redundant }
    guard let server = state.visitedServer else {
      return [.apply(.licensing(.addServer(details)))]
    }
    if details == server.details {
      Navigation.forget(&state)
      return Navigation.back(&state)
    }
    return [.apply(.licensing(.editServer(server.id, details)))]
  }
}
