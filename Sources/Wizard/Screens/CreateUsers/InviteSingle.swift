import Canvas
import Migration
import Widgets

/// *Invite Single*: one person, the portal's three fields in its order, the rest folded away.
struct InviteSingle: Screen {
  let name = "invite-single"
  /// Several lines are several people, who have a box of their own.
  var linesRefusal: String { "paste-several" }

  private static let form = FormPage.person

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [Tabs.invite.row("single", scene)]
    if isUnfolded(scene.memory) {
      page.widgets += Self.form.widgets(scene)
    } else {
      page.widgets += FormPage.invitation.widgets(scene)
      page.widgets.append(
        ItemList([ItemList.Item("more", sign: "+", words("labels.more"), detail: told(scene))]))
    }
    page.footer = [
      ButtonRow([
        .init("add", words("actions.add")),
        .init("add-next", words("actions.add-next")),
        .init("cancel", words.common("actions.cancel")),
      ])
    ]
    if !isUnfolded(scene.memory) {
      page.footer.append(Paragraph(words("notes.nothing-sent"), style: .dim))
    }
    page.firstFocus = PersonFields.firstName.name
    page.defaultButton = "add-next"
    return page
  }

  func commands(_ scene: Scene) -> [Offer] { [Offer(.more)] }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened(let isReturn):
      offerGroup(&state)
      Form.begin(in: PersonFields.firstName.name, isReturn, &state)
      return []
    case .pressed("add"): return add(&state)
    case .pressed("add-next"): return add(&state)
    case .pressed("cancel"): return Form.leave(&state)
    case .pressed("more"), .command(.more):
      state.memory[Note.self].isUnfolded = true
      return Focus.move(to: PersonFields.login.name, &state)
    case .pressed(let id): return Tabs.invite.pressed(id, &state) ?? []
    case .answered(.applied(let outcome, _)) where outcome.name == .createUsers(.addUser):
      return added(&state)
    case .answered(.refused(.createUsers(.addressTaken))):
      return Focus.move(to: PersonFields.address.name, &state)
    default: return []
    }
  }

  /// Whether the folded fields are seen.
  private func isUnfolded(_ memory: Memory) -> Bool { memory[Note.self].isUnfolded }

  /// The group of the person before stays, and is said beside the fold.
  private func told(_ scene: Scene) -> String {
    let group = scene.memory.text(PersonFields.group.name)
    return group.isEmpty ? "" : scene.words("labels.group", ["group": group])
  }

  private func add(_ state: inout State) -> [Effect] {
    // Where the answer leads is kept beside the form, so that a killed program knows it too.
    state.memory[Note.self].goesOn = state.memory.focus != "add"
    let effects = Self.form.accept(into: UserDetails(), &state) { details, _ in
      [.apply(.createUsers(.addUser(details, .typed)))]
    }
    let folded = Self.form.lines.dropFirst(FormPage.invitation.lines.count)
    if folded.contains(where: { $0.field.name == state.memory.focus }) {
      state.memory[Note.self].isUnfolded = true
    }
    return effects
  }

  private func added(_ state: inout State) -> [Effect] {
    var note = state.memory[Note.self]
    note.group = state.memory.text(PersonFields.group.name)
    Navigation.forget(&state)
    guard note.goesOn else { return Navigation.back(&state) }
    note.goesOn = false
    state.memory[Note.self] = note
    offerGroup(&state)
    state.memory.focus = PersonFields.firstName.name
    return []
  }

  /// The group of the person before, for who adds several.
  private func offerGroup(_ state: inout State) {
    let group = state.memory[Note.self].group
    if !group.isEmpty { state.memory.offer(PersonFields.group.name, group) }
  }

  /// What it remembers from one person to the next.
  struct Note: PageNote {
    /// Whether the folded fields are seen.
    var isUnfolded = false
    /// Whether the next person is asked for when this one is added.
    var goesOn = false
    /// The group of the person before; empty for none.
    var group = ""

    var kept: [(name: String, text: String)] {
      var kept: [(name: String, text: String)] = []
      if isUnfolded { kept.append(("unfolded", "")) }
      if goesOn { kept.append(("goes-on", "")) }
      if !group.isEmpty { kept.append(("group", group)) }
      return kept
    }

    mutating func restore(_ name: String, _ text: String) -> Bool {
      switch name {
      case "note.unfolded": isUnfolded = true
      case "note.goes-on": goesOn = true
      case "note.group": group = text
      case "choice.unfolded": isUnfolded = text == "1"
      case "choice.next": goesOn = text == "1"
      default: return false
      }
      return true
    }
  }

  var notes: [any PageNote.Type] { [Note.self] }
}
