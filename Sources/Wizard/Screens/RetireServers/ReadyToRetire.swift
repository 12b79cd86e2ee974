import Canvas
import Migration
import Widgets

/// The one page for the question on the telephone: can it go off now? What is met, what is open,
/// what nobody knows, and from when at the earliest.
struct ReadyToRetire: Screen {
  let name = "ready-to-retire"

  private static let list = ListPage<Numbered<RetireCondition>>(
    table: "conditions", source: .here { Numbered.all(verdict($0.state).conditions) },
    columns: { scene in
      let words = scene.words
      return [
        Table.Column("", width: 1, heard: words("columns.verdict")),
        Table.Column(words("columns.condition"), width: 27, share: 1),
        Table.Column(words("columns.evidence"), width: 29, share: 4),
        Table.Column(words("columns.from"), width: 11, dropOrder: 1),
      ]
    }, key: { Int64($0.place) }, cells: { row, _, scene in cells(row.value, scene) },
    letters: .none, isFlexible: false, empty: { _ in "" })

  func page(_ scene: Scene) -> Page {
    if let ending = Ending(scene.state) { return endingPage(ending, scene) }
    let words = scene.words
    let verdict = Self.verdict(scene.state)
    var page = Page()
    page.widgets = [
      Heading(
        scene.server.map { words("labels.title-of", ["name": ServerTexts.name($0, scene)]) }
          ?? words("title"),
        remark: words(
          "labels.met",
          ["met": String(verdict.metCount), "total": String(verdict.conditions.count)])),
      Paragraph(Self.answer(verdict, scene), style: verdict.isReady ? .proven : .warning), Gap(),
      Self.list.widget(scene),
      Gap(),
      FieldBox(
        id: "quiet-days", label: words("labels.quiet-days"),
        input: scene.memory.inputs["quiet-days"] ?? TextInput(), columns: 4),
    ]
    page.footer = [
      ButtonRow([
        .init("use", words("actions.use")), .init("commands", words("actions.commands")),
        .init("clean-up", words("actions.clean-up")), .init("retire", words("actions.retire")),
      ])
    ]
    page.mainButton = "commands"
    page.firstFocus = "conditions"
    if scene.memory.focus == Self.list.table, let row = Self.list.present(scene) {
      page.hint = words("hints.condition-\(row.value.kind.rawValue)")
    }
    return page
  }

  func commands(_ scene: Scene) -> [Offer] { [Offer(.copy)] }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened:
      state.memory.offer("quiet-days", String(NetworkUse.stillUses))
      return Self.reading(state)
    case .answered(.applied), .answered(.undone), .answered(.redone): return Self.reading(state)
    case .pressed("conditions"): return open(&state)
    case .pressed("commands"), .pressed("retire"):
      guard case .pressed(let id) = event else { return [] }
      return follow(id, &state)
    case .pressed("quiet-days"): return []
    case .pressed(let id): return Navigation.follow(id, &state)
    case .command(.copy): return [.copy(Self.text(Scene(state)))]
    default: return []
    }
  }

  /// Whose the logins are is counted with the use, which so is read first.
  static func reading(_ state: State) -> [Effect] {
    [.retireServers(.readUses(state.retireServers.uses.query, 0..<1)), .readSummary]
  }

  // MARK: When nothing is left to switch off

  /// Why there is nothing to ask about any more: it is off, kept, or there never was a server.
  enum Ending: String, CaseIterable {
    /// All are stated off, and not all proven.
    case stated
    /// All are proven to be off, or kept.
    case done
    /// No server is known.
    case none

    /// Nil as long as a server is to be taken out of use.
    init?(_ state: State) {
      let all = state.summary.licensing.servers
      let servers = state.visitedServer.map { [$0] } ?? all
      guard !servers.contains(where: \.isActive) else { return nil }
      self =
        servers.isEmpty
        ? .none : servers.contains { $0.standing == .stated } ? .stated : .done
    }
  }

  private func endingPage(_ ending: Ending, _ scene: Scene) -> Page {
    let words = scene.words
    let servers = scene.server.map { [$0] } ?? scene.summary.licensing.servers
    var page = Page()
    page.widgets = [
      Heading(
        scene.server.map { words("labels.title-of", ["name": ServerTexts.name($0, scene)]) }
          ?? words("title")),
      Paragraph(
        words("notes.ending-\(ending.rawValue)"),
        style: ending == .done ? .proven : ending == .stated ? .stated : .warning),
      Gap(),
      Facts(
        servers.map { server in
          let standing = ServerTexts.howFar(server, scene)
          return Facts.Fact(
            ServerTexts.name(server, scene), standing.text, mark: standing.mark,
            style: standing.mark.sign.style)
        }),
      Gap(),
      ItemList(
        Self.wayOn(ending).map { ItemList.Item($0, words("actions.\($0)")) }),
    ]
    page.firstFocus = Self.wayOn(ending).first
    return page
  }

  private static func wayOn(_ ending: Ending) -> [String] {
    switch ending {
    case .stated: ["prove", "clean-up", "servers"]
    case .done: ["servers", "clean-up"]
    case .none: ["servers"]
    }
  }

  /// The days without use that are asked for on this page.
  static func quietDays(_ state: State) -> Int {
    let own = Self().memory(state, about: state.visit.argument).text("quiet-days")
    let typed = own.isEmpty ? Self().memory(state).text("quiet-days") : own
    return Int(typed).map { min(max(0, $0), 365) } ?? NetworkUse.stillUses
  }

  static func verdict(_ state: State) -> RetireVerdict {
    state.summary.retireVerdict(
      of: Int64(state.visit.argument).map { ServerID($0) }, quietDays: quietDays(state),
      now: state.moment)
  }

  /// The answer in one sentence.
  static func answer(_ verdict: RetireVerdict, _ scene: Scene) -> String {
    let words = scene.words.of("ready-to-retire")
    if verdict.isReady {
      return verdict.statedCount == 0
        ? words("notes.ready")
        : words(
          "notes.ready-stated",
          [
            "seen": words("counts.seen", count: verdict.seenCount),
            "stated": words("counts.stated", count: verdict.statedCount),
          ])
    }
    let open = verdict.conditions.count { $0.verdict == .open }
    let unknown = verdict.conditions.count { $0.verdict == .unknown }
    let counts = [
      open > 0 ? words("counts.open", count: open) : nil,
      unknown > 0 ? words("counts.unknown", count: unknown) : nil,
    ]
    let no = words("notes.not-ready", ["what": counts.compactMap { $0 }.joined(separator: ", ")])
    guard let earliest = verdict.earliest else { return no }
    return "\(no) \(words("notes.earliest", ["day": scene.day(earliest)]))"
  }

  // MARK: Rows

  private static func cells(_ condition: RetireCondition, _ scene: Scene) -> [Table.Item] {
    let meaning = scene.words("values.verdict-\(condition.verdict.rawValue)")
    return [
      .marked(Mark(sign(condition.verdict), .words(meaning))), .plain(title(condition, scene)),
      .text(evidence(condition, scene), .dim),
      .plain(condition.from.map { scene.day($0) } ?? ""),
    ]
  }

  private static func sign(_ verdict: RetireCondition.Verdict) -> Mark.Sign {
    switch verdict {
    case .met: .proven
    case .stated: .stated
    case .open: .attention
    case .unknown: .unknown
    }
  }

  private static func title(_ condition: RetireCondition, _ scene: Scene) -> String {
    let words = scene.words.of("ready-to-retire")
    let verdict = condition.verdict == .stated ? .met : condition.verdict
    let key = "\(condition.kind.rawValue)-\(verdict.rawValue)"
    // How long it was quiet is not known: then no number is said.
    if condition.kind == .quiet, condition.verdict == .unknown, condition.reason != .stale {
      return words("values.quiet-unknown")
    }
    return words("counts.\(key)", count: condition.count)
  }

  /// What shows it, and how old that is.
  private static func evidence(_ condition: RetireCondition, _ scene: Scene) -> String {
    let words = scene.words.of("ready-to-retire")
    let server = condition.server.flatMap { scene.summary.licensing.server($0) }
    let name = server.map { ServerTexts.name($0, scene) } ?? ""
    let seen = condition.seen.map { scene.moment($0) } ?? ""
    let said =
      switch condition.reason {
      case .told: seen
      case .stated: words("values.stated", ["when": condition.seen.map { scene.day($0.day) } ?? ""])
      case .counted:
        words(
          "values.counted",
          [
            "done": String(condition.total - condition.count), "total": String(condition.total),
          ])
      case .owned:
        words(
          "values.owned",
          [
            "done": String(condition.total - condition.count), "total": String(condition.total),
          ])
      case .noServer, .notCounted, .stepEmpty, .noEvidence, .noAnswer, .noLog, .logWithoutStart:
        words("values.\(condition.reason.rawValue)")
      case .silent, .bare, .waiting, .ahead, .stale, .logWithoutUse, .unclear:
        words("values.\(condition.reason.rawValue)", ["when": seen])
      }
    return [said, name].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// The whole page as lines, to be read out or sent.
  private static func text(_ scene: Scene) -> String {
    if let ending = Ending(scene.state) {
      return scene.words.of("ready-to-retire")("notes.ending-\(ending.rawValue)")
    }
    let verdict = verdict(scene.state)
    let lines = verdict.conditions.map { condition in
      let said = "\(title(condition, scene)) (\(evidence(condition, scene)))"
      return Mark(sign(condition.verdict)).drawn(before: said)
    }
    return ([answer(verdict, scene)] + lines).joined(separator: "\n")
  }

  // MARK: Where it leads

  /// Enter goes to where a condition is met.
  private func open(_ state: inout State) -> [Effect] {
    let verdict = Self.verdict(state)
    let cursor = state.memory.rows("conditions").cursor
    guard verdict.conditions.indices.contains(cursor) else { return [] }
    switch verdict.conditions[cursor].kind {
    case .openCheckouts, .borrowed, .quiet: return Navigation.follow("use", &state)
    case .switched:
      // What is in our list first; what was found beside it keeps a server on as well.
      let left = state.summary.funnel(of: .switchDevices)
      Installations.turn(to: left.stated < left.total ? .left : .found, &state)
      return Navigation.follow("installations", &state)
    case .informed: return Navigation.follow("informed", &state)
    case .logins:
      NetworkUsePage.turn(to: .nobody, &state)
      return Navigation.follow("use", &state)
    case .alone: return Navigation.follow("servers", &state)
    }
  }

  /// To a page about one server: the visited one, else the only one, else the list to choose from.
  private func follow(_ outcome: String, _ state: inout State) -> [Effect] {
    let active = state.summary.licensing.active
    let server = state.visitedServer ?? (active.count == 1 ? active[0] : nil)
    if outcome == "commands", server != nil || active.isEmpty {
      return Navigation.follow(outcome, about: server.map { String($0.id.number) } ?? "", &state)
    }
    guard let server else {
      state.notice = Notice(.problem, active.isEmpty ? "no-server" : "choose-server")
      return Navigation.follow("servers", &state)
    }
    return Navigation.follow(outcome, about: String(server.id.number), &state)
  }
}
