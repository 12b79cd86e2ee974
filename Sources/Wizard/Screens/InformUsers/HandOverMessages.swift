import Canvas
import Migration
import Widgets

/// Carry out step 4: make the next hand-over of messages, and what became of the ones before.
struct HandOverMessages: Screen {
  let name = "hand-over-messages"

  private static let next = NextHandOver(step: .informUsers)

  /// What is asked before messages are written.
  private struct Answers {
    var day: Day?
    var sender = ""
    var replyTo = ""
  }

  private static let form = FormPage<Answers>([
    .init(MessageFields.day, \.day, columns: 12), .init(MessageFields.sender, \.sender),
    .init(MessageFields.replyTo, \.replyTo),
  ])

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let kind = MessageKindChoice.kind(scene.memory)
    var widgets: [any Widget] = [MessageKindChoice.widget(scene)]
    widgets += GroupChoice.widgets(
      scene, label: words("labels.who"), everyone: words("values.all"))
    let audience = audience(scene.state)
    let (gets, left) = (audience?.people.count ?? 0, audience?.leftOut.count ?? 0)
    widgets.append(
      Paragraph(
        [words("counts.gets", count: gets), words("counts.left-out", count: left)]
          .joined(separator: " · "), style: gets == 0 ? .warning : .plain))
    if gets > 0 {
      widgets +=
        kind == .reminder
        ? FormPage(Array(Self.form.lines.dropFirst())).widgets(scene)
        : Self.form.widgets(scene)
      widgets.append(HandOverFolder.widget(scene, label: words("labels.folder")))
    }
    widgets.append(
      ButtonRow(
        (gets > 0 ? [.init("write", words("counts.write", count: gets))] : [])
          + [.init("people", words("actions.people"))]))
    return Self.next.page(scene, next: widgets, first: MessageKindChoice.id)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened:
      let effects = Self.next.handle(event, &state) ?? []
      propose(&state)
      return effects + [ask(state)]
    case .chose(MessageKindChoice.id):
      propose(&state)
      return [ask(state)]
    case .chose(GroupChoice.id):
      GroupChoice.keep(&state)
      return [ask(state)]
    case .answered(.summary), .answered(.applied), .answered(.undone), .answered(.redone):
      return GroupChoice.find(&state) + [ask(state)]
    case .pressed("people"): return Navigation.follow("people", &state)
    case .pressed("write"), .pressed("folder"), .pressed(MessageFields.day.name),
      .pressed(MessageFields.sender.name), .pressed(MessageFields.replyTo.name):
      return write(&state)
    default: return Self.next.handle(event, &state) ?? []
    }
  }

  /// Chooses the kind, wherever that is done.
  static func choose(_ kind: MessageKind, _ state: inout State) {
    Self().remember(&state) { $0.choices[MessageKindChoice.id] = kind.rawValue - 1 }
  }

  /// What was found for what is chosen now; nil before that.
  private func audience(_ state: State) -> MessageAudience? {
    let memory = memory(state)
    guard let audience = state.informUsers.audience,
      audience.kind == MessageKindChoice.kind(memory),
      state.informUsers.group == GroupChoice.name(memory, state.summary)
    else { return nil }
    return audience
  }

  private func ask(_ state: State) -> Effect {
    .informUsers(
      .readAudience(
        MessageKindChoice.kind(state.memory),
        group: GroupChoice.name(state.memory, state.summary)))
  }

  private func propose(_ state: inout State) {
    let kind = MessageKindChoice.kind(state.memory)
    state.memory.offer(
      MessageFields.day.name, MessageTexts.day(kind, state)?.iso ?? "")
  }

  private func write(_ state: inout State) -> [Effect] {
    Self.form.accept(into: Answers(), &state) { answers, state in
      HandOverFolder.write(&state) { folder, state in
        let terms = MessageTerms(
          MessageKindChoice.kind(state.memory), day: answers.day, sender: answers.sender,
          replyTo: answers.replyTo)
        return [
          .informUsers(
            .handOver(
              MessageHandOverOrder(
                terms: terms, group: GroupChoice.name(state.memory, state.summary),
                folder: folder)))
        ]
      }
    }
  }
}
