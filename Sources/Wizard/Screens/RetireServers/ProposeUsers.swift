import Canvas
import Migration
import Widgets

/// Users out of the logins that a licence log shows: a mail domain makes addresses of them, and the
/// check before an import shows what becomes of each.
struct ProposeUsers: Screen {
  let name = "propose-users"

  private static let form = FormPage<String>([.init(ServerFields.mailDomain, \.self)])

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [
      Paragraph(NetworkUsePage.told(scene)),
      Paragraph(words("introduction"), style: .dim), Gap(),
    ]
    page.widgets += Self.form.widgets(scene)
    page.widgets += [Gap(), Paragraph(words("notes.doubtful"))]
    page.footer = [Form.buttons(.init("look", words("actions.look")), scene)]
    page.firstFocus = ServerFields.mailDomain.name
    page.defaultButton = "look"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened(let isReturn):
      if !isReturn { state.memory.begin() }
      Self.form.show(Self.domain(state), &state)
      return []
    case .pressed("cancel"): return Form.leave(&state)
    case .pressed:
      return Self.form.accept(into: "", &state) { domain, state in
        [.retireServers(.propose(NetworkUsePage.choice(state), domain: domain))]
      }
    case .answered(.createUsers(.review)): return Navigation.follow("review", &state)
    default: return []
    }
  }

  /// The domain that most of the users near the cursor have.
  private static func domain(_ state: State) -> String {
    var counts: [String: Int] = [:]
    for user in state.createUsers.users.window.rows {
      guard let at = user.details.address.lastIndex(of: "@") else { continue }
      let domain = user.details.address[user.details.address.index(after: at)...].lowercased()
      counts[domain, default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
  }
}
