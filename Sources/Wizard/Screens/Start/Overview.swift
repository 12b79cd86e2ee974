import Canvas
import Migration
import Widgets

/// Screen 0: how much time is left, how far the five steps are, and what waits today.
struct Overview: Screen {
  let name = "overview"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let team = scene.setup.team
    var page = Page()
    page.widgets = [
      Heading(
        team.isEmpty ? words("title") : words("labels.title-team", ["team": team]),
        remark: words.fullDay(scene.today)),
      Gap(),
    ]
    let ruler = ruler(scene)
    if ruler.marks.count > 1 { page.widgets += [ruler, Gap()] }
    page.widgets.append(Self.steps.widget(scene))
    page.widgets.append(Legend(entries: legend(words)))
    let toDo = scene.summary.toDo(today: scene.today)
    page.widgets.append(Rule(words("labels.now")))
    if scene.summary.isAtEnd {
      page.widgets += [
        Paragraph("  " + words("notes.at-end"), style: .proven),
        ItemList([
          ItemList.Item("report", words("actions.report")),
          ItemList.Item("forget", words("actions.forget")),
        ]),
      ]
    } else if toDo.isEmpty {
      page.widgets.append(Paragraph("  " + words("notes.nothing-now"), style: .proven))
    } else {
      page.widgets.append(ItemList(toDo.enumerated().map { item($1, index: $0, scene) }))
    }
    page.hint = hint(scene, toDo)
    return page
  }

  func commands(_ scene: Scene) -> [Offer] { [Offer(.report)] }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .command(.report), .pressed("report"): return Navigation.follow("report", &state)
    case .pressed("forget"): return Navigation.follow("forget", &state)
    case .pressed("steps"):
      guard let step = Self.steps.present(state) else { return [] }
      return Navigation.follow(step.id, &state)
    case .pressed(let id):
      let toDo = state.summary.toDo(today: state.moment.day)
      guard let index = Int(id.dropFirst("now.".count)), toDo.indices.contains(index) else {
        return []
      }
      ProveUsers.turn(to: ProveUsers.tab(for: toDo[index].kind), &state)
      Overview.turn(to: toDo[index], &state)
      return Navigation.follow(Overview.outcome(of: toDo[index]), &state)
    case .opened(isReturn: false): return [.readSummary]
    default: return []
    }
  }

  /// Turns the list in which a thing to do is done to the part that it is about.
  private static func turn(to toDo: ToDo, _ state: inout State) {
    switch toDo.kind {
    case .usedAfterSwitch: NetworkUsePage.turn(to: .afterSwitch, &state)
    case .failedSwitches: ProveDevices.turn(to: .failed, &state)
    case .noAnswer: ProveDevices.turn(to: .unanswered, &state)
    case .foundProducts: ProveDevices.turn(to: .found, &state)
    case .missingProducts: ProveDevices.turn(to: .missing, &state)
    case .switchedWithoutSeat: Computers.turn(to: .warned, &state)
    case .nextGroup: HandOverDevices.chooseNext(&state)
    case .failedMessages: ProveMessages.turn(to: .failed, &state)
    case .chaseUsers: ProveMessages.turn(to: .chase, &state)
    case .tellUsers: HandOverMessages.choose(.switchOver, &state)
    case .setUp, .startDate, .networkRightsEnd, .networkRightsEnded, .addUsers, .handOverUsers,
      .confirmHandOver, .resendInvitations, .inviteAnew, .failedUsers, .absentUsers, .readExport,
      .staleExport, .seatsNotKnown, .waitingForSeat, .seatsNotRight, .failedSeats, .oldSeats,
      .handOverSeats, .confirmSeats, .handOverDevices, .confirmDevices, .confirmMessages,
      .serverUsedAgain, .silentServer, .borrowedBeyondEnd, .staleLog, .proveServers:
      break
    }
  }

  /// Where a thing to do is done.
  private static func outcome(of toDo: ToDo) -> String {
    switch toDo.kind {
    case .setUp, .startDate: "setup"
    case .networkRightsEnd, .networkRightsEnded: "retire-servers"
    case .addUsers: "invite"
    case .handOverUsers, .confirmHandOver: "hand-over"
    case .resendInvitations, .inviteAnew, .failedUsers, .absentUsers, .readExport, .staleExport:
      "prove"
    case .seatsNotKnown, .waitingForSeat, .seatsNotRight, .failedSeats, .oldSeats: "by-product"
    case .handOverSeats, .confirmSeats: "hand-over-seats"
    case .switchedWithoutSeat: "computers"
    case .handOverDevices, .confirmDevices, .nextGroup: "hand-over-devices"
    case .failedSwitches, .noAnswer, .foundProducts, .missingProducts: "prove-devices"
    case .failedMessages, .chaseUsers: "prove-messages"
    case .confirmMessages, .tellUsers: "hand-over-messages"
    case .serverUsedAgain, .silentServer: "servers"
    case .usedAfterSwitch, .borrowedBeyondEnd: "network-use"
    case .staleLog: "add-licences"
    case .proveServers: "prove-servers"
    }
  }

  // MARK: Parts

  private func ruler(_ scene: Scene) -> Ruler {
    let words = scene.words
    guard let start = scene.setup.startDate, let end = scene.setup.networkRightsEnd else {
      return Ruler([])
    }
    let today = scene.today
    let left = end - today
    var marks = [
      Ruler.Mark(day: start.number, above: scene.day(start), below: words("labels.start")),
      Ruler.Mark(
        day: end.number, above: scene.day(end),
        below: left > 0
          ? words("counts.days-left", count: left)
          : left == 0 ? words("labels.ends-today") : words("labels.ended")),
    ]
    if today < start {
      marks.insert(
        Ruler.Mark(
          day: today.number, above: words("labels.today"),
          below: words("labels.preparing"), isToday: true), at: 0)
    } else if today == start || today == end {
      marks[today == start ? 0 : 1].isToday = true
    } else {
      marks.append(
        Ruler.Mark(day: today.number, above: words("labels.today"), below: "", isToday: true))
    }
    return Ruler(marks)
  }

  /// The five steps, each with how far it is.
  private static let steps = ListPage<Step>(
    table: "steps", source: .here { _ in Step.allCases },
    columns: { scene in
      let words = scene.words
      return [
        Table.Column(words("columns.step"), width: 23),
        Table.Column(words("columns.open"), width: 17, dropOrder: 2),
        Table.Column(words("columns.total"), width: 6, isTrailing: true),
        Table.Column(words("columns.stated"), width: 7, isTrailing: true),
        Table.Column(words("columns.proven"), width: 7, isTrailing: true),
        Table.Column("", width: 9, share: 1, dropOrder: 1),
      ]
    }, key: { Int64($0.rawValue) },
    cells: { step, _, scene in
      let funnel = scene.summary.funnel(of: step)
      let gate = scene.summary.gate(of: step, today: scene.today)
      return [
        .plain("\(step.rawValue) \(scene.words.common("labels.step-long-\(step.id)"))"),
        standing(of: step, gate, scene),
        .plain(String(funnel.total)), .plain(String(funnel.stated)),
        .text(String(funnel.proven), .proven), .bar(Bar(funnel)),
      ]
    }, letters: .none, isFlexible: false, empty: { _ in "" })

  /// How a step ended; else for whom it is open.
  private static func standing(of step: Step, _ gate: Gate, _ scene: Scene) -> Table.Item {
    switch scene.summary.end(of: step) {
    case .closed: .text(scene.words("values.closed"), .dim)
    case .proven: .text(scene.words("values.round"), .proven)
    case .open: .text(open(gate, scene), gate.isOpen ? .plain : .dim)
    }
  }

  private static func open(_ gate: Gate, _ scene: Scene) -> String {
    let words = scene.words
    if gate.isOpen {
      return gate.openFor >= gate.total
        ? words("values.everyone")
        : words("values.some", ["open": String(gate.openFor), "total": String(gate.total)])
    }
    if gate.reason == .beforeStart, let from = gate.from {
      return words("values.from", ["day": scene.day(from)])
    }
    return words("values.not-yet")
  }

  private func legend(_ words: Words) -> [(String, Style, String)] {
    [
      (Glyph.barProven, .proven, words.common("values.proven")),
      (Glyph.barStated, .stated, words.common("values.stated")),
      (Glyph.barPlanned, .planned, words.common("values.planned")),
    ]
  }

  private func item(_ toDo: ToDo, index: Int, _ scene: Scene) -> ItemList.Item {
    ItemList.Item(
      "now.\(index)", mark: toDo.isUrgent ? Mark(.attention) : .told(.planned),
      scene.words("counts.\(toDo.kind.rawValue)", count: toDo.count),
      detail: scene.words("actions.\(toDo.kind.rawValue)"),
      remark: scene.words.common("labels.step", ["number": String(toDo.step.rawValue)]))
  }

  /// What the step under the cursor is about, or why it is not open.
  private func hint(_ scene: Scene, _ toDo: [ToDo]) -> String {
    guard scene.memory.focus == "steps" || scene.memory.focus.isEmpty,
      let step = Step(rawValue: scene.memory.rows("steps").cursor + 1)
    else {
      let focus = scene.memory.focus
      return scene.words(focus == "report" || focus == "forget" ? "hints.\(focus)" : "hints.now")
    }
    if let closed = scene.summary.closed[step] {
      return scene.words(
        "notes.closed", ["day": scene.day(closed.day), "reason": closed.reason])
    }
    let gate = scene.summary.gate(of: step, today: scene.today)
    guard let reason = gate.reason else { return scene.words("hints.step-\(step.id)") }
    return scene.words.common(
      "messages.gate-\(reason.rawValue)", ["day": gate.from.map { scene.day($0) } ?? ""])
  }
}
