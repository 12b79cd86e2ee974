import Canvas
import Migration
import Widgets

/// Prove step 3: the results of a folder, which is watched; what failed or kept silent, once more; and
/// what computers have beside our list, or have no more.
struct ProveDevices: Screen {
  let name = "prove-devices"

  /// The tabs, in their order.
  static let tabs: [InstallationPart] = [.failed, .unanswered, .proven, .found, .missing]

  private static let folder = FormPage<String>([
    .init(ComputerFields.resultsHere, \.self, columns: 60, isAnswer: false)
  ])

  private static let list: ListPage<Installation> = ListPage(
    table: "installations",
    source: .file(
      .installations {
        InstallationQuery(filter: $0.memory.text("filter"), part: tab($0))
      }),
    columns: { scene in
      let words = scene.words
      return [
        Table.Column(words("columns.computer"), width: 12, share: 1, isPersonal: true),
        Table.Column(words("columns.product"), width: 22, share: 1),
        Table.Column(words("columns.method"), width: 14, dropOrder: 1),
        Table.Column(words("columns.standing"), width: 22),
      ]
    }, key: { $0.id.number },
    cells: { row, _, scene in
      [
        .plain(row.details.computer), .plain(row.details.product),
        .plain(InstallationText.method(row, scene)), InstallationText.item(row, scene),
      ]
    }, choosing: .foremost,
    empty: { $0.words("notes.none-\(tab($0.state).name)") })

  /// Opens the page on a tab the next time that it is seen.
  static func turn(to part: InstallationPart, _ state: inout State) {
    Self().remember(&state) { memory in
      memory[Note.self].tab = part
      memory.tables[list.table] = nil
    }
  }

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let tab = Self.tab(scene.state)
    let funnel = scene.summary.funnel(of: .switchDevices)
    var page = Page()
    page.widgets = [
      Heading(
        words("title"),
        remark: words(
          "labels.funnel",
          [
            "total": String(funnel.total), "stated": String(funnel.stated),
            "proven": String(funnel.proven),
          ]) + Self.list.chosenRemark(scene))
    ]
    page.widgets += Self.folder.widgets(scene)
    page.widgets.append(watched(scene))
    page.widgets.append(
      TabRow(
        Self.tabs.map {
          TabRow.Tab("tab-\($0.name)", "\(words("labels.\($0.name)")) \(count($0, scene.summary))")
        }, present: "tab-\(tab.name)"))
    page.widgets += Self.list.widgets(scene)
    page.footer = [ButtonRow(buttons(tab, scene))]
    page.defaultButton = "read"
    let isBegun = scene.state.switchDevices.watched != nil || funnel.proven > 0
    page.firstFocus =
      Self.list.total(scene) > 0
      ? Self.list.table : isBegun ? "read" : ComputerFields.resultsHere.name
    if scene.memory.focus == Self.list.table, let row = Self.list.present(scene) {
      page.hint = InstallationText.why(row, scene) ?? ""
      page.hintSubject = Self.list.table
    }
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    let empty = Self.list.noRow(scene)
    let own: [Offer] =
      switch Self.tab(scene.state) {
      case .found: [Offer(writing: .takeOver, unless: empty)]
      case .missing: [Offer(writing: .remove, unless: empty)]
      case .all, .left, .usedAfter, .failed, .unanswered, .proven: []
      }
    return Self.list.offers(scene, own: own + [Offer(.handOver)])
  }

  /// The folder, while somebody looks at what comes into it.
  func watch(_ state: State) -> Effect? {
    guard state.session.readOnly == nil else { return nil }
    return state.switchDevices.watched.map { .switchDevices(.look(folder: $0)) }
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened(let isReturn):
      if !isReturn { state.switchDevices.watched = nil }
      return Self.list.open(&state) + [.readSummary] + askFolder(state)
    case .answered(.switchDevices(.terms(_, let terms))):
      if let terms { offerFolder(terms, &state) }
      return []
    case .answered(.notRead), .answered(.cancelled):
      // What is not there, or is not wanted, is not looked for again and again.
      state.switchDevices.watched = nil
      return []
    case .answered(.switchDevices(.results)): return Self.list.reread(afterChange: &state)
    case .pressed("read"), .pressed(ComputerFields.resultsHere.name): return begin(&state)
    case .pressed("again"), .command(.handOver):
      if state.summary.devices.again > 0 { HandOverDevices.choose(.again, &state) }
      return Navigation.follow("hand-over", &state)
    case .pressed("next"):
      HandOverDevices.chooseNext(&state)
      return Navigation.follow("hand-over", &state)
    case .pressed("list"): return write(&state, orAll: true) { .list($0) }
    case .command(.takeOver): return write(&state, orAll: false) { .list($0) }
    case .pressed("remove"): return write(&state, orAll: true) { .remove($0) }
    case .command(.remove): return write(&state, orAll: false) { .remove($0) }
    case .pressed(Self.list.table):
      guard let row = Self.list.present(state) else { return [] }
      return Navigation.follow("open", about: String(row.computer.number), &state)
    case .pressed(let id) where id.hasPrefix("tab-"):
      let name = id.dropFirst("tab-".count)
      state.memory[Note.self].tab = Self.tabs.first { $0.name == name }
      return Self.list.begin(&state)
    case .answered(.switchDevices(.installationIDs(let query, let ids)))
    where state.memory[Note.self].isForAll && query == state.switchDevices.installations.query:
      state.memory[Note.self].isForAll = false
      return change(ids, state)
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  // MARK: Parts

  /// The chosen tab; without one the first that has something to do.
  private static func tab(_ state: State) -> InstallationPart {
    if let chosen = Self().memory(state)[Note.self].tab { return chosen }
    let devices = state.summary.devices
    return devices.failed > 0 ? .failed : devices.silent > 0 ? .unanswered : .proven
  }

  private func count(_ part: InstallationPart, _ summary: Summary) -> Int {
    switch part {
    case .failed: summary.devices.failed
    case .unanswered: summary.devices.silent
    case .proven: summary.funnel(of: .switchDevices).proven
    case .found: summary.devices.found
    case .missing: summary.devices.missing
    case .all, .left, .usedAfter: 0
    }
  }

  /// What came of the folder so far.
  private func watched(_ scene: Scene) -> Paragraph {
    let words = scene.words
    guard let folder = scene.state.switchDevices.watched else {
      return Paragraph(words("notes.not-watched"), style: .dim)
    }
    guard let read = scene.state.switchDevices.results, read.folder == folder else {
      return Paragraph(words("notes.watched"), style: .dim)
    }
    var parts = [words("counts.read", count: read.files - read.unread.count)]
    if read.ahead > 0 { parts.append(words("counts.ahead", count: read.ahead)) }
    if let first = read.unread.first {
      let name = scene.state.look.isMasked ? "" : " (\(PathText.name(of: first.path)))"
      parts.append(words("counts.unread", count: read.unread.count) + name)
    }
    return Paragraph(
      parts.joined(separator: " · "), style: read.unread.isEmpty ? .dim : .warning)
  }

  private func buttons(_ tab: InstallationPart, _ scene: Scene) -> [ButtonRow.Button] {
    let words = scene.words
    let devices = scene.summary.devices
    var buttons = [ButtonRow.Button("read", words("actions.read"))]
    let chosen = scene.memory.rows(Self.list.table).chosen.count
    let meant = chosen > 0 ? chosen : Self.list.total(scene)
    switch tab {
    case .found where meant > 0: buttons.append(.init("list", words("counts.list", count: meant)))
    case .missing where meant > 0:
      buttons.append(.init("remove", words("counts.remove", count: meant)))
    case .found, .missing, .all, .left, .usedAfter, .failed, .unanswered, .proven: break
    }
    if devices.again > 0 {
      buttons.append(.init("again", words("counts.again", count: devices.again)))
    }
    if let next = devices.nextGroup {
      buttons.append(
        .init(
          "next",
          next.name.isEmpty
            ? words("counts.next", count: next.count)
            : words("counts.next-group", count: next.count, ["group": next.name])))
    }
    return buttons
  }

  // MARK: The folder

  /// Asks for the folder of the newest hand-over of scripts.
  private func askFolder(_ state: State) -> [Effect] {
    let newest = state.summary.handOvers.first { handOver in
      handOver.step == .switchDevices && handOver.stage != .withdrawn
        && handOver.files.contains { PathText.name(of: $0) == "switch.sh" }
    }
    return newest.map { [.switchDevices(.readTerms($0.number))] } ?? []
  }

  /// Where its results come; where they stay on the computers, where Ansible brings them.
  private func offerFolder(_ terms: SwitchTerms, _ state: inout State) {
    guard terms.way == .script else { return }
    var folder = terms.results
    if folder.isEmpty, let number = state.switchDevices.terms?.number,
      let script = state.summary.handOvers.first(where: { $0.number == number })?.files.first(
        where: { PathText.name(of: $0) == "ansible.cfg" })
    {
      folder = "\(PathText.folder(of: script))results"
    }
    if !folder.isEmpty { Self.folder.show(folder, &state) }
  }

  private func begin(_ state: inout State) -> [Effect] {
    Self.folder.accept(into: "", &state) { folder, state in
      state.switchDevices.watched = folder
      return [.switchDevices(.look(folder: folder, anew: true))]
    }
  }

  // MARK: Differences

  /// Makes a change of the chosen rows; with none chosen of the one under the cursor, or of all.
  private func write(
    _ state: inout State, orAll isForAll: Bool, _ change: ([InstallationID]) -> SwitchDevicesChange
  ) -> [Effect] {
    let chosen = state.memory.rows(Self.list.table).chosen
    if isForAll, chosen.isEmpty {
      state.memory[Note.self].isForAll = true
      return [.switchDevices(.readInstallationIDs(state.switchDevices.installations.query))]
    }
    let ids = Self.list.meant(state).map { InstallationID($0) }
    guard !ids.isEmpty else { return Self.list.ask(&state) }
    return [.apply(.switchDevices(change(ids)))]
  }

  /// What is done with all of a tab.
  private func change(_ ids: [InstallationID], _ state: State) -> [Effect] {
    switch Self.tab(state) {
    case .found: [.apply(.switchDevices(.list(ids)))]
    case .missing: [.apply(.switchDevices(.remove(ids)))]
    case .all, .left, .usedAfter, .failed, .unanswered, .proven: []
    }
  }

  /// What it remembers.
  struct Note: PageNote {
    /// The tab that somebody turned to; nil while nobody turned to any.
    var tab: InstallationPart?
    /// Whether all rows of the tab are meant, while it is asked which they are.
    var isForAll = false

    var kept: [(name: String, text: String)] { tab.map { [("tab", $0.name)] } ?? [] }

    mutating func restore(_ name: String, _ text: String) -> Bool {
      guard name == "note.tab" else { return false }
      tab = ProveDevices.tabs.first { $0.name == text }
      return true
    }
  }

  var notes: [any PageNote.Type] { [Note.self] }
}
