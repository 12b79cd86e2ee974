import Canvas
import Migration
import Widgets

/// One computer: who works at it, what is on it, and what wants a look, each with what mends it.
struct ComputerPage: Screen {
  let name = "computer-page"

  private static let list: ListPage<Installation> = ListPage(
    table: "installations", title: { $0.words("labels.products") },
    source: .file(.installations { InstallationQuery(computer: ComputerText.id($0.visit)) }),
    columns: { scene in
      let words = scene.words
      return [
        Table.Column(words("columns.product"), width: 22, share: 2),
        Table.Column(words("columns.key"), width: 7, dropOrder: 1),
        Table.Column(words("columns.method"), width: 14),
        Table.Column(words("columns.standing"), width: 22),
      ]
    }, key: { $0.id.number },
    cells: { row, _, scene in
      [
        .plain(row.details.product), .text(row.key, .dim),
        .plain(InstallationText.method(row, scene)), InstallationText.item(row, scene),
      ]
    }, letters: .none, choosing: .several, empty: { $0.words("notes.no-product") })

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    guard let computer = ComputerText.computer(scene.state) else {
      var page = Form.gone(words("notes.gone"), scene)
      page.isLoading = scene.state.switchDevices.computerAsked != ComputerText.id(scene.visit)
      return page
    }
    let told = ComputerText.told(computer, scene)
    var page = Page()
    page.widgets = [
      Heading(words("title"), remark: told.text, mark: told.mark), Facts(facts(computer, scene)),
    ]
    if !computer.warnings.isEmpty {
      page.widgets.append(ItemList(computer.warnings.map { item($0, computer, scene) }))
    }
    page.widgets.append(Rule(words("labels.products") + Self.list.chosenRemark(scene)))
    page.widgets += Self.list.widgets(scene)
    let count = Self.chosen(scene.state).count
    let meant = count > 0 ? count : computer.products.count
    var buttons = [ButtonRow.Button("edit", words("actions.edit"))]
    if meant > 0 {
      buttons += [
        .init("switched", words("counts.switched", count: meant)),
        .init("take-back", words("counts.take-back", count: meant)),
      ]
    }
    page.footer = [ButtonRow(buttons + [.init("remove", words("actions.remove"))])]
    page.firstFocus = computer.warnings.first.map { "mend-\($0.rawValue)" } ?? "edit"
    if scene.memory.focus == Self.list.table, let row = Self.list.present(scene) {
      page.hint = InstallationText.why(row, scene) ?? ""
      page.hintSubject = Self.list.table
    }
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    guard ComputerText.computer(scene.state) != nil else { return [] }
    let empty = Self.list.noRow(scene)
    return Self.list.offers(scene)
      + [Offer(.edit), Offer(writing: .remove, unless: empty)]
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened, .answered(.undone), .answered(.redone):
      return [.switchDevices(.readComputer(ComputerText.id(state.visit)))] + Self.list.open(&state)
    case .answered(.applied(let outcome, _))
    where outcome.name == .switchDevices(.removeComputers): return Navigation.back(&state)
    case .answered(.applied):
      return [.switchDevices(.readComputer(ComputerText.id(state.visit)))]
        + (Self.list.handle(event, &state) ?? [])
    case .answered(.switchDevices(.computer)):
      state.switchDevices.computerAsked = ComputerText.id(state.visit)
      return []
    case .pressed("cancel"): return Navigation.back(&state)
    default: break
    }
    guard let computer = ComputerText.computer(state) else { return [] }
    switch event {
    case .pressed("edit"), .command(.edit): return follow("edit", &state)
    case .pressed("switched"): return write(computer, isSwitched: true, state)
    case .pressed("take-back"): return write(computer, isSwitched: false, state)
    case .pressed("remove"):
      return [.apply(.switchDevices(.removeComputers([computer.id])))]
    case .pressed(Self.list.table): return Focus.move(to: "switched", &state)
    case .pressed(let id):
      guard let warning = ComputerWarning(rawValue: String(id.dropFirst("mend-".count))) else {
        return []
      }
      return mend(warning, computer, &state)
    case .command(.remove):
      let ids = Self.list.meant(state).map { InstallationID($0) }
      guard !ids.isEmpty else { return Self.list.ask(&state) }
      return [.apply(.switchDevices(.remove(ids)))]
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  // MARK: Parts

  private func facts(_ computer: Computer, _ scene: Scene) -> [Facts.Fact] {
    let words = scene.words
    let people = computer.people.map { person in
      let name = person.name.isEmpty ? person.login : person.name
      return person.isSeated
        ? name : words(person.user == nil ? "values.nobody" : "values.no-seat", ["name": name])
    }
    let told = [
      computer.listedAt.map { words("values.told-list", ["day": scene.day($0.day)]) },
      computer.helperAt.map { words("values.told-helper", ["day": scene.day($0.day)]) },
      computer.resultAt.map { words("values.told-result", ["day": scene.day($0.day)]) },
    ].compactMap { $0 }
    let group = computer.details.group
    return [
      Facts.Fact(words("labels.name"), computer.details.name, isPersonal: true),
      Facts.Fact(
        words("labels.people"),
        people.isEmpty ? words("values.none") : people.joined(separator: ", "), isPersonal: true),
      Facts.Fact(
        words("labels.system"),
        ComputerText.system(computer.details.system, scene)
          + (group.isEmpty ? "" : " · " + words("values.group", ["group": group]))),
      Facts.Fact(
        words("labels.told"),
        told.isEmpty ? words("values.told-log") : told.joined(separator: " · ")),
    ]
  }

  private func item(
    _ warning: ComputerWarning, _ computer: Computer, _ scene: Scene
  ) -> ItemList.Item {
    // Whoever is no user cannot get a seat: who it is has to be filled in first.
    let way = warning.isAboutSeats && without(computer) == nil ? "who" : warning.rawValue
    return ItemList.Item(
      "mend-\(warning.rawValue)", mark: Mark(.attention),
      scene.words("notes.warning-\(warning.rawValue)"), detail: scene.words("actions.mend-\(way)"))
  }

  private static func chosen(_ state: State) -> Set<Int64> {
    state.memory.rows(list.table).chosen
  }

  // MARK: What is done

  private func follow(_ edge: String, _ state: inout State) -> [Effect] {
    Navigation.follow(edge, about: state.visit.argument, &state)
  }

  /// States the chosen products, or all of the computer.
  private func write(_ computer: Computer, isSwitched: Bool, _ state: State) -> [Effect] {
    let chosen = Self.chosen(state).sorted().map { InstallationID($0) }
    let change: SwitchDevicesChange =
      chosen.isEmpty
      ? .stateComputers([computer.id], isSwitched: isSwitched)
      : .state(chosen, isSwitched: isSwitched)
    return [.apply(.switchDevices(change))]
  }

  /// The first user there who has no seat; nil where only logins of nobody have none.
  private func without(_ computer: Computer) -> UserID? {
    computer.people.first { $0.user != nil && !$0.isSeated }?.user
      ?? (computer.people.allSatisfy(\.isSeated) ? computer.people.first?.user : nil)
  }

  /// Leads to where a warning is mended, or mends it.
  private func mend(
    _ warning: ComputerWarning, _ computer: Computer, _ state: inout State
  ) -> [Effect] {
    switch warning {
    case .usedAfter:
      NetworkUsePage.turn(to: .afterSwitch, &state)
      return Navigation.follow("use", &state)
    case .failed, .noAnswer:
      Computers.choose(computer.id, &state)
      HandOverDevices.choose(.chosen([computer.id.number]), &state)
      return Navigation.follow("hand-over", &state)
    case .noPerson: return follow("edit", &state)
    case .noSeat, .someWithoutSeat, .switchedWithoutSeat:
      guard let user = without(computer) else { return follow("edit", &state) }
      return Navigation.follow("seats", about: String(user.number), &state)
    case .notInPlan: return Navigation.follow("plan", &state)
    case .oldRelease: return [.apply(.switchDevices(.remove(computer.oldReleases)))]
    case .cannot: return [.apply(.switchDevices(.remove(computer.networkOnly)))]
    }
  }
}
