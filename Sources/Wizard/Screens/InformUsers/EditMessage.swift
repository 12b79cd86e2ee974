import Migration
import Widgets

/// One text: its subject and its lines, with values in braces.
struct EditMessage: Screen {
  let name = "edit-message"

  private static let form = FormPage<String>([.init(MessageFields.subject, \.self, columns: 60)])
  private static let body = "message-body"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    guard let (kind, language) = about(scene.state) else {
      return Form.gone(words("notes.gone"), scene)
    }
    var page = Page()
    page.widgets = [
      Heading(
        words.of("message-list")("values.kind-\(kind.name)"),
        remark: words.of("fields").of("choices.", "language", "-" + language))
    ]
    page.widgets += Self.form.widgets(scene)
    page.widgets += [
      Editor(
        id: Self.body, label: words("labels.body"),
        lines: scene.memory.editors[Self.body] ?? TextLines()),
      Paragraph(
        words("notes.values") + " "
          + MessageValue.allCases.map { "{\($0.rawValue)}" }.joined(separator: " "), style: .dim),
    ]
    let isOwn = MessageTexts.text(kind, language, scene.state).isOwn
    page.footer = [
      Form.buttons(
        .init("keep", words("actions.keep")),
        others: isOwn ? [.init("reset", words("actions.reset"))] : [], scene)
    ]
    page.firstFocus = Self.body
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard let (kind, language) = about(state) else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    switch event {
    case .opened:
      show(kind, language, &state)
      return [.informUsers(.readTexts)]
    case .answered(.informUsers(.texts)): show(kind, language, &state)
    case .answered(.undone), .answered(.redone): return [.informUsers(.readTexts)]
    case .pressed("keep"), .pressed(MessageFields.subject.name): return keep(kind, language, &state)
    case .pressed("reset"):
      return [.apply(.informUsers(.saveText(kind, language: language, nil)))]
    case .pressed("cancel"): return Form.leave(&state)
    case .answered(.applied): return Form.leave(&state) + [.informUsers(.readTexts)]
    default: break
    }
    return []
  }

  private func about(_ state: State) -> (MessageKind, String)? {
    state.visit.message.map { ($0.kind, String($0.of)) }
  }

  private func show(_ kind: MessageKind, _ language: String, _ state: inout State) {
    let text = MessageTexts.text(kind, language, state).text
    Self.form.show(text.subject, &state)
    state.memory.offerLines(Self.body, text.body)
  }

  /// Keeps the text, unless something is wrong with it: that is said.
  private func keep(
    _ kind: MessageKind, _ language: String, _ state: inout State
  ) -> [Effect] {
    Self.form.accept(into: "", &state) { subject, state in
      let text = MessageText(
        subject: subject, body: state.memory.editors[Self.body]?.text ?? "")
      do throws(MessageFault) {
        _ = try MessageTemplate(text, parts: Self.parts)
      } catch {
        state.notice = Notice(.problem, "message-\(error.name)", ["name": error.subject])
        return Focus.move(to: Self.body, &state) + [.bell]
      }
      let standard = MessageTexts.standard(kind, language, state)
      return [
        .apply(
          .informUsers(.saveText(kind, language: language, text == standard ? nil : text)))
      ]
    }
  }

  /// The texts that all messages may have on a line of their own.
  private static let parts = Dictionary(
    uniqueKeysWithValues: MessagePart.allCases.map { ($0.rawValue, "-") })
}
