import Canvas
import Migration
import Widgets

/// Logins that are no person, or need nothing: put aside with a reason, or taken back.
struct SetAside: Screen {
  let name = "set-aside"

  private static let form = FormPage<String>([.init(ServerFields.reason, \.self)])
  private static let reasons = ["render-node", "shared", "left"]

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let uses = NetworkUsePage.uses(scene.state)
    var page = Page()
    page.dialogTitle = words("title")
    let count = max(1, NetworkUsePage.meant(scene.state).count)
    page.widgets = [
      Paragraph(words("counts.introduction", count: count)), Gap(),
    ]
    page.widgets += Self.form.widgets(scene)
    page.widgets += [
      Gap(), ItemList(Self.reasons.map { ItemList.Item("reason.\($0)", words("values.\($0)")) }),
    ]
    var others: [ButtonRow.Button] = []
    if uses.contains(where: { !$0.setAside.isEmpty }) {
      others.append(.init("take-back", words("actions.take-back")))
    }
    page.footer = [
      Form.buttons(.init("keep", words("actions.keep")), others: others, scene),
      Paragraph(words("notes.counted"), style: .dim),
    ]
    page.firstFocus = ServerFields.reason.name
    page.defaultButton = "keep"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened(isReturn: false):
      state.memory.begin()
      return []
    case .pressed("cancel"): return Form.leave(&state)
    case .pressed("take-back"): return put("", &state)
    case .pressed(let id) where id.hasPrefix("reason."):
      let reason = id.dropFirst("reason.".count)
      return put(Scene(state).words("values.\(reason)"), &state)
    case .pressed: return Self.form.accept(into: "", &state) { put($0, &$1) }
    case .answered(.applied): return Form.leave(&state)
    default: return []
    }
  }

  private func put(_ reason: String, _ state: inout State) -> [Effect] {
    let ids = NetworkUsePage.meant(state)
    guard !ids.isEmpty else { return [.bell] }
    return [.retireServers(.setAside(ids, reason))]
  }
}
