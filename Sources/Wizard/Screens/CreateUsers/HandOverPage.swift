import Canvas
import Migration
import Widgets

/// One hand-over: its files, the portal's clicks in order, the traps, how many users the portal found,
/// and the question "done?". Who may not use the portal writes a message to whoever may.
struct HandOverPage: Screen {
  let name = "hand-over"

  private static let made = MadeHandOver(step: .createUsers)
  private static let found = FormPage<Int?>([.init(HandOverFields.found, \.self, columns: 8)])
  private static let admin = FormPage<String>([.init(HandOverFields.primaryAdmin, \.self)])

  func page(_ scene: Scene) -> Page { Self.made.page(scene) { page($0, scene) } }

  private func page(_ handOver: HandOver, _ scene: Scene) -> Page {
    var below: [any Widget] = [ItemList(items(handOver, scene))]
    if handOver.stage == .written {
      if isForAnother(scene) { below += Self.admin.widgets(scene) }
      below += Self.found.widgets(scene)
    }
    return Self.made.page(
      handOver, scene, facts: facts(handOver, scene), clicks: clicks(handOver, scene), below: below,
      buttons: buttons(handOver, scene))
  }

  func commands(_ scene: Scene) -> [Offer] { [Offer(.copy)] }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    Self.made.handle(event, &state) { own(event, $0, &$1) }
  }

  private func own(_ event: Event, _ handOver: HandOver, _ state: inout State) -> [Effect]? {
    switch event {
    case .opened:
      Self.admin.show(state.setup.primaryAdmin, &state)
      return []
    case .pressed("sent-again"):
      return [.apply(.stateHandOver(handOver.number, state.moment.day))]
    case .pressed("done"), .pressed(HandOverFields.found.name): return done(handOver, &state)
    case .pressed("copy-text"): return copy(.brackets, handOver, &state)
    case .pressed("copy-old-text"): return copy(.commas, handOver, &state)
    case .pressed("message"), .pressed(HandOverFields.primaryAdmin.name):
      return message(handOver, &state)
    case .answered(.createUsers(.handOverText(let text))): return [.copy(text)]
    default: return nil
    }
  }

  /// Whether somebody else does this in the portal.
  private func isForAnother(_ scene: Scene) -> Bool { !scene.setup.role.mayUsePortal }

  // MARK: Parts

  private func facts(_ handOver: HandOver, _ scene: Scene) -> [Facts.Fact] {
    let words = scene.words
    let folder = PathText.folder(of: handOver.files.first ?? "")
    var stage = HandOverStage.told(handOver, scene)
    if let found = handOver.found {
      stage.text +=
        " · "
        + words("notes.found", ["found": String(found), "rows": String(handOver.rowCount)])
    }
    return [
      Facts.Fact(words("labels.rows"), words("counts.rows", count: handOver.rowCount)),
      Facts.Fact(words("labels.folder"), folder),
      Facts.Fact(
        words("labels.files"),
        handOver.files.map { PathText.name(of: $0) }.joined(separator: " · ")),
      Facts.Fact(
        words("labels.stage"), stage.text, mark: stage.mark,
        style: handOver.found.map { $0 == handOver.rowCount } ?? true ? .plain : .warning),
    ]
  }

  private func items(_ handOver: HandOver, _ scene: Scene) -> [ItemList.Item] {
    let words = scene.words
    var items: [ItemList.Item] = []
    if isForAnother(scene), handOver.stage == .written {
      items.append(ItemList.Item("message", words("actions.message")))
    }
    items.append(ItemList.Item("copy-text", words("actions.copy-text")))
    items.append(ItemList.Item("copy-old-text", words("actions.copy-old-text")))
    return items
  }

  private func clicks(_ handOver: HandOver, _ scene: Scene) -> String {
    let words = scene.words
    if isForAnother(scene) {
      return words("briefing.for-another") + "\n\n"
        + words("briefing.message", arguments(handOver, scene))
    }
    return words("briefing.clicks", ["pick": pick(scene)]) + "\n\n" + words("briefing.traps")
  }

  private func pick(_ scene: Scene) -> String {
    let team = scene.setup.team
    return team.isEmpty
      ? scene.words("briefing.pick") : scene.words("briefing.pick-team", ["team": team])
  }

  private func arguments(_ handOver: HandOver, _ scene: Scene) -> [String: String] {
    [
      "count": scene.words.number(handOver.rowCount), "pick": pick(scene),
      "organisation": scene.setup.organisation,
    ]
  }

  private func buttons(_ handOver: HandOver, _ scene: Scene) -> [ButtonRow.Button] {
    let words = scene.words
    let done = words(isForAnother(scene) ? "actions.answered" : "actions.done")
    let buttons = Self.made.buttons(handOver, done: done, scene)
    let isOld = handOver.stage == .stated && handOver.statedOn.map { $0 < scene.today } ?? false
    return buttons + (isOld ? [.init("sent-again", words("actions.sent-again"))] : [])
  }

  // MARK: What is done

  /// States it; a number that is not that of the rows has to be seen once.
  private func done(_ handOver: HandOver, _ state: inout State) -> [Effect] {
    Self.found.accept(into: nil, &state) { found, state in
      if let found, found != handOver.rowCount,
        state.memory.left.insert("found-\(found)").inserted
      {
        state.notice = Notice(
          .problem, "found-differs",
          ["found": String(found), "rows": String(handOver.rowCount)])
        return Focus.move(to: HandOverFields.found.name, &state) + [.bell]
      }
      return [.apply(.stateHandOver(handOver.number, state.moment.day, found: found))]
    }
  }

  private func copy(
    _ spelling: InviteSpelling, _ handOver: HandOver, _ state: inout State
  ) -> [Effect] {
    MadeHandOver.copy(&state) { [.createUsers(.readHandOver(handOver.number, spelling))] }
  }

  /// Writes the message, and remembers for whom it is.
  private func message(_ handOver: HandOver, _ state: inout State) -> [Effect] {
    Self.admin.accept(into: "", &state) { address, state in
      var effects: [Effect] = []
      if address != state.setup.primaryAdmin {
        var setup = state.setup
        setup.primaryAdmin = address
        effects.append(.apply(.setUp(setup)))
      }
      let scene = Scene(state)
      let arguments = arguments(handOver, scene)
      let order = MessageOrder(
        handOver: handOver, to: address, subject: scene.words("labels.message-subject", arguments),
        text: scene.words("briefing.message", arguments))
      return effects + [.createUsers(.writeMessage(order))]
    }
  }
}
