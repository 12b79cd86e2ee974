import Canvas
import Migration
import Widgets

/// Carry out step 3: make the next hand-over, by script or by leaflet, and what became of the ones before.
struct HandOverDevices: Screen {
  let name = "hand-over-devices"

  private static let next = NextHandOver(step: .switchDevices)
  private static let results = FormPage<String>([
    .init(ComputerFields.results, \.self, columns: 60)
  ])

  func page(_ scene: Scene) -> Page {
    var page = Self.next.page(scene, next: next(scene), first: first(scene.state))
    page.isLoading = scene.state.switchDevices.counted?.scope != scope(scene.state)
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened: return (Self.next.handle(event, &state) ?? []) + [ask(state)]
    case .answered(.summary), .answered(.applied), .answered(.undone), .answered(.redone):
      return findGroup(&state) + [ask(state)]
    case .chose("group"):
      let place = state.memory.choices["group"] ?? 0
      state.memory.show("group", place)
      let options = Self.options(state)
      Self.choose(options.indices.contains(place) ? options[place] : .new, &state)
      return [ask(state)]
    case .chose("locked-out"): return [ask(state)]
    case .pressed("write"), .pressed("folder"), .pressed(ComputerFields.results.name):
      return write(&state)
    case .pressed("here"): return Navigation.follow("here", &state)
    case .pressed("computers"): return Navigation.follow("computers", &state)
    case .answered(.handedOver):
      state.memory.choices["locked-out"] = nil
      Self.choose(.new, &state)
      Computers.letGo(&state)
      return Self.next.handle(event, &state) ?? []
    default: return Self.next.handle(event, &state) ?? []
    }
  }

  // MARK: The next one

  private func next(_ scene: Scene) -> [any Widget] {
    let words = scene.words
    let count = count(scene.state)
    let who = Self.who(scene.state)
    let options = Self.options(scene.state)
    var widgets: [any Widget] = []
    if options.count > 1 {
      widgets.append(
        ChoiceBox(
          id: "group", label: words("labels.who"),
          options: options.map { $0.text(words, scene.summary.devices) },
          chosen: options.firstIndex(of: who) ?? 0))
    }
    if count.closed > 0 {
      widgets.append(
        ChoiceBox(
          id: "locked-out", label: words("counts.closed", count: count.closed),
          options: [words("values.leave-out"), words("values.take-along")],
          chosen: lockedOut(scene.state) ? 1 : 0))
    }
    let way = way(scene.state)
    let hasAny = count.products > 0 || (way != .script && count.unknown > 0)
    guard hasAny || count.closed > 0 else {
      let none = scene.summary.devices.withProducts == 0
      widgets.append(Paragraph(words(none ? "notes.nothing" : "notes.all-handed-over")))
      widgets.append(
        ItemList([
          ItemList.Item("computers", words("actions.computers")),
          ItemList.Item("here", words("actions.here")),
        ]))
      return widgets
    }
    widgets.append(
      ChoiceBox(
        id: "way", label: words("labels.way"),
        options: SwitchWay.allCases.map { words("values.way-\($0.name)") }, chosen: way.rawValue))
    if way == .script {
      if count.unknown > 0 {
        widgets.append(Paragraph(words("counts.unknown", count: count.unknown), style: .warning))
      }
      widgets += Self.results.widgets(scene)
    }
    widgets.append(HandOverFolder.widget(scene, label: words("labels.folder")))
    let products = way == .script ? count.products : count.products + count.unknown
    widgets.append(
      ButtonRow([
        .init("write", words("counts.write", count: products)),
        .init("computers", words("actions.computers")), .init("here", words("actions.here")),
      ]))
    return widgets
  }

  /// What is asked first; what is made already where nothing is left.
  private func first(_ state: State) -> String? {
    let count = count(state)
    guard count.products + count.unknown + count.closed > 0 else { return nil }
    return Self.options(state).count > 1 ? "group" : count.closed > 0 ? "locked-out" : "way"
  }

  private func way(_ state: State) -> SwitchWay {
    SwitchWay(rawValue: memory(state).choices["way"] ?? 0) ?? .script
  }

  private func lockedOut(_ state: State) -> Bool { memory(state).choices["locked-out"] == 1 }

  private func scope(_ state: State) -> SwitchScope {
    Self.who(state).scope(lockedOut: lockedOut(state))
  }

  /// How much there is of what is chosen; until that is counted, of what was chosen before.
  private func count(_ state: State) -> SwitchCount {
    state.switchDevices.counted?.count ?? SwitchCount()
  }

  private func ask(_ state: State) -> Effect { .switchDevices(.count(scope(state))) }

  /// Puts the choice where the chosen group stands now, and says so when there is none such any more.
  private func findGroup(_ state: inout State) -> [Effect] {
    let who = Self.who(state)
    let place = Self.options(state).firstIndex(of: who)
    state.memory.show("group", place ?? 0)
    guard place == nil else { return [] }
    Self.choose(.new, &state)
    guard case .group(let group) = who else { return [] }
    state.notice = Notice(.problem, "group-gone", ["group": group])
    return [.bell]
  }

  private func write(_ state: inout State) -> [Effect] {
    Self.results.accept(into: "", &state) { results, state in
      HandOverFolder.write(&state) { folder, state in
        guard Self.options(state).contains(Self.who(state)) else { return findGroup(&state) }
        let way = way(state)
        let terms = SwitchTerms(
          way, results: way == .script ? results : "", lockedOut: lockedOut(state))
        return [
          .switchDevices(
            .handOver(DeviceHandOverOrder(scope: scope(state), terms: terms, folder: folder)))
        ]
      }
    }
  }
}
