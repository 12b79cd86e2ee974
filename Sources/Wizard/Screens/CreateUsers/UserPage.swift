import Canvas
import Migration
import Widgets

/// One user: what is known, how far the person is, and what can be corrected.
struct UserPage: Screen {
  let name = "user-page"

  private static let form = FormPage.person

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    guard let user = scene.state.createUsers.user, user.id == id(scene.visit) else {
      var page = Form.gone(words("notes.gone"), scene)
      page.isLoading = scene.state.createUsers.userAsked != id(scene.visit)
      return page
    }
    let told = StandingText.told(user, scene)
    var page = Page()
    page.widgets = [
      Heading(words("title"), remark: told.text, mark: told.mark),
      Paragraph(standing(user, scene), style: .dim),
    ]
    page.widgets += Self.form.widgets(scene)
    let others: [ButtonRow.Button] = [
      .init("products", words("actions.products")), .init("remove", words("actions.remove")),
    ]
    page.footer = [Form.buttons(.init("keep", words("actions.keep")), others: others, scene)]
    page.defaultButton = "keep"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened: return [.createUsers(.readUser(id(state.visit)))]
    case .answered(.createUsers(.user(let user))):
      state.createUsers.userAsked = id(state.visit)
      if let user { Self.form.show(user.details, &state) }
      return []
    case .pressed("keep"): return keep(&state)
    case .pressed("products"):
      return Navigation.follow("products", about: state.visit.argument, &state)
    case .pressed("remove"): return [.apply(.createUsers(.removeUsers([id(state.visit)])))]
    case .pressed("cancel"), .answered(.applied): return Form.leave(&state)
    case .answered(.undone), .answered(.redone):
      return [.createUsers(.readUser(id(state.visit)))]
    default: return []
    }
  }

  private func id(_ visit: Visit) -> UserID { UserID(Int64(visit.argument) ?? 0) }

  /// Where the person came from and what a change would mean.
  private func standing(_ user: User, _ scene: Scene) -> String {
    let source = scene.words.common("values.source-\(user.source.name)")
    var told = [scene.words("labels.source", ["source": source])]
    if user.standing == .proven || user.standing == .failed { told.append(proof(user, scene)) }
    if let number = user.handOver {
      told.append(scene.words("notes.handed-over", ["number": String(number)]))
    }
    return told.joined(separator: " ")
  }

  /// Which document proves the person or took the proof back, and how far the invitation is.
  private func proof(_ user: User, _ scene: Scene) -> String {
    let evidence = scene.summary.evidence.first { $0.number == user.evidence }
    let arguments = [
      "day": user.since.map { scene.day($0) } ?? "", "file": evidence?.file ?? "",
      "invitation": InvitationText.text(user.invitation, scene),
    ]
    return scene.words(
      user.standing == .proven ? "notes.proven" : "notes.taken-back", arguments)
  }

  private func keep(_ state: inout State) -> [Effect] {
    Self.form.accept(into: UserDetails(), &state) { details, state in
      if let user = state.createUsers.user, makesSecondAccount(user, details),
        state.memory.left.insert("second-account").inserted
      {
        state.notice = Notice(.problem, "second-account")
        return Focus.move(to: PersonFields.address.name, &state) + [.bell]
      }
      return [.apply(.createUsers(.editUser(id(state.visit), details)))]
    }
  }

  /// Whether another address of somebody who is in the portal, or on the way there, is about to be
  /// kept.
  private func makesSecondAccount(_ user: User, _ details: UserDetails) -> Bool {
    let isOut = user.handOver != nil || user.standing == .stated || user.standing == .proven
    return isOut
      && !Folding.caseBlind.bytes(of: user.details.address)
        .elementsEqual(Folding.caseBlind.bytes(of: details.address))
  }
}
