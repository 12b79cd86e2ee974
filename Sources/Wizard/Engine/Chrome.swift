import Canvas
import Migration
import Widgets

/// What stands round every page: the first row, the step bar, the hint and the keys.
enum Chrome {
  /// The page of the screen that is seen, with everything round it.
  static func page(_ state: State) -> Page { dressed(BuiltPage(state), state) }

  /// The page of the screen that is seen, with what decides where everything stands: without the
  /// words round it, which only a frame needs.
  static func body(_ state: State) -> Page {
    let scene = Scene(state)
    let entry = Flow.entry(state.visit.screen)
    var page = state.work.map { workPage($0, scene) } ?? entry.screen.page(scene)
    if let step = entry.step { page.stepBar = stepBar(scene, present: step) }
    return page
  }

  /// A page with everything round it; `state` is the one that it was built from.
  static func dressed(_ built: BuiltPage, _ state: State) -> Page {
    let scene = Scene(state)
    let entry = Flow.entry(state.visit.screen)
    var page = built.page
    page.barLeft = barLeft(scene)
    page.barRight = barRight(scene, number: entry.number)
    let focus = built.focused(in: state)
    if let notice = state.notice {
      page.hint = scene.words.of("messages")(
        "messages.\(notice.key)",
        notice.arguments.merging(undoKeys(scene, focus)) { own, _ in own })
      page.hintKind = notice.kind == .done ? .done : .problem
    } else if page.hint.isEmpty, let focus {
      page.hint = hint(for: focus.id, scene)
      page.hintSubject = focus.id
    }
    if state.work == nil { page.keys = keys(entry.screen, scene, built, focus: focus) }
    return page
  }

  /// The keys that undo and redo have where the focus is: a letter would go into a field, but not where
  /// lines are typed.
  private static func undoKeys(_ scene: Scene, _ focus: Target?) -> [String: String] {
    let isTyping = !scene.state.look.isHeard && focus?.takesText ?? false
    func caption(_ id: Command.ID) -> String {
      Command.with(id)?.key(whileTyping: isTyping)?.caption(scene.words) ?? ""
    }
    return ["undo": caption(.undo), "redo": caption(.redo)]
  }

  private static func barLeft(_ scene: Scene) -> String {
    let organisation = scene.setup.organisation
    return organisation.isEmpty ? "overstap" : "overstap · \(organisation)"
  }

  private static func barRight(_ scene: Scene, number: String) -> String {
    let words = scene.words.common
    var parts = [words("labels.screen", ["number": number])]
    if scene.state.look.isMasked { parts.append(words("labels.masked")) }
    if scene.state.session.isDemo {
      parts.append(words("labels.demo"))
    } else if scene.state.session.readOnly != nil {
      parts.append(words("labels.read-only"))
    } else if scene.state.unkept != nil {
      parts.append(words("labels.unkept"))
    } else if let saved = scene.state.session.savedAt {
      let when =
        saved.day == scene.today ? saved.clock : scene.day(saved.day)
      parts.append(words("labels.saved", ["when": when]))
    }
    return parts.joined(separator: " · ")
  }

  private static func stepBar(_ scene: Scene, present: Step) -> StepBar {
    let words = scene.words.common
    return StepBar(
      Step.allCases.map { step in
        let funnel = scene.summary.funnel(of: step)
        return StepBar.Entry(
          "\(step.rawValue) \(words("labels.step-\(step.id)"))", bar: Bar(funnel))
      }, present: present.rawValue - 1)
  }

  private static func hint(for focus: String, _ scene: Scene) -> String {
    let key = "hints.\(focus)"
    return scene.words.optional(key) ?? scene.words.of("fields").optional(key)
      ?? scene.words.common.optional(key) ?? scene.words.optional("hints.default") ?? ""
  }

  private static func keys(
    _ screen: any Screen, _ scene: Scene, _ built: BuiltPage, focus: Target?
  ) -> [Page.KeyHint] {
    let labels = scene.words.of("keys")
    let isTyping = focus?.takesText ?? false
    var hints = focusKeys(focus, labels, built)
    let offers = screen.offers(scene)
    // The way back has its own room.
    for offer in offers where offer.reason == nil && offer.command != .back {
      guard let command = Command.with(offer.command),
        let key = command.key(whileTyping: isTyping), key != .enter
      else { continue }
      hints.append(Page.KeyHint(key.caption(scene.words), labels("labels.\(command.id.name)")))
    }
    let isWritable = scene.state.session.readOnly == nil
    if isWritable, scene.summary.undoable != nil, !isTyping,
      !offers.contains(where: { $0.command == .undo }), let undo = Command.with(.undo)
    {
      hints.append(Page.KeyHint(undo.keys[0].caption(scene.words), labels("labels.undo")))
    }
    let last = [Command.ID.help, .back].compactMap { id -> Page.KeyHint? in
      guard let command = Command.with(id), let key = command.key(whileTyping: isTyping) else {
        return nil
      }
      let label = id == .back && scene.state.visits.count == 1 ? "leave" : id.name
      return Page.KeyHint(key.caption(scene.words), labels("labels.\(label)"))
    }
    // Help and the way back always have their room; the least important of the others go.
    func width(_ hints: [Page.KeyHint]) -> Int {
      hints.reduce(0) { $0 + Width.of($1.key) + Width.of($1.label) + 4 }
    }
    while !hints.isEmpty, width(hints) + width(last) > scene.state.size.width {
      hints.removeLast()
    }
    return hints + last
  }

  private static func focusKeys(
    _ focus: Target?, _ labels: Words, _ built: BuiltPage
  ) -> [Page.KeyHint] {
    switch focus?.kind {
    case .field:
      [
        Page.KeyHint("Tab", labels("labels.next-field")),
        Page.KeyHint("Enter", enter(focus, labels, built)),
      ]
    case .editor: [Page.KeyHint("Tab", labels("labels.next-field"))]
    case .choice: [Page.KeyHint("←→", labels("labels.pick"))]
    case .button: [Page.KeyHint("Enter", labels("labels.press"))]
    case .tab: [Page.KeyHint("←→", labels("labels.pick"))]
    case .reader: [Page.KeyHint("↑↓", labels("labels.scroll"))]
    case .rows(0): []
    case .rows, .item:
      [Page.KeyHint("Enter", labels("labels.open")), Page.KeyHint("↑↓", labels("labels.pick"))]
    case nil: []
    }
  }

  /// What Enter does in a field: on to the next one, or the words of the button that it presses.
  private static func enter(_ focus: Target?, _ labels: Words, _ built: BuiltPage) -> String {
    guard let focus, Focus.goesOn(from: focus, built) == nil,
      let button = built.pressedByDefault, let label = built.page.label(ofButton: button)
    else { return labels("labels.go-on") }
    return label.prefix(1).lowercased() + label.dropFirst()
  }

  private static func workPage(_ work: LongWork, _ scene: Scene) -> Page {
    let words = scene.words.of("work")
    var page = Page()
    page.dialogTitle = words("labels.\(work.kind.name)")
    page.widgets = [
      Gap(),
      ProgressBox(
        title: words("labels.\(work.kind.name)"), done: work.done, total: work.total,
        words: work.total > 0
          ? words("labels.of", ["done": String(work.done), "total": String(work.total)])
          : words("labels.busy")),
    ]
    page.hint = words(work.canCancel ? "hints.can-cancel" : "hints.cannot-cancel")
    page.keys = work.canCancel ? [Page.KeyHint("Esc", words.common("actions.cancel"))] : []
    return page
  }
}

extension Bar {
  /// The bar of a funnel.
  init(_ funnel: Funnel) {
    self.init(
      proven: funnel.proven, stated: funnel.stated - funnel.proven,
      planned: funnel.total - funnel.stated)
  }
}
