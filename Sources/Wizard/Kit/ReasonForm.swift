import Migration
import Widgets

/// A reason in a few words, typed or chosen from some that are usual; an empty one takes it back.
struct ReasonForm: Sendable {
  /// The field for it.
  let form: FormPage<String>
  /// The usual ones: keys of the page's values.
  let usual: [String]
  /// What the button is called that takes it back.
  let takeBack: String

  /// The page: what it is about, the field and the usual reasons, and below what has to be known.
  func page(
    _ scene: Scene, about: [any Widget], isGiven: Bool, below: [any Widget] = []
  ) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = about + [Gap()] + form.widgets(scene)
    page.widgets += [
      Gap(), ItemList(usual.map { ItemList.Item("reason.\($0)", words("values.\($0)")) }),
    ]
    let others = isGiven ? [ButtonRow.Button(takeBack, words("actions.\(takeBack)"))] : []
    page.footer = [Form.buttons(.init("keep", words("actions.keep")), others: others, scene)]
    page.footer += below
    page.firstFocus = form.lines.first?.field.name
    page.defaultButton = "keep"
    return page
  }

  /// What happens on it; `put` does something with the reason.
  func handle(
    _ event: Event, _ state: inout State, _ put: (String, inout State) -> [Effect]
  ) -> [Effect] {
    switch event {
    case .opened(isReturn: false):
      state.memory.begin()
      return []
    case .pressed("cancel"), .answered(.applied): return Form.leave(&state)
    case .pressed(takeBack): return put("", &state)
    case .pressed(let id) where id.hasPrefix("reason."):
      return put(Scene(state).words("values.\(id.dropFirst("reason.".count))"), &state)
    case .pressed: return form.accept(into: "", &state, put)
    default: return []
    }
  }
}
