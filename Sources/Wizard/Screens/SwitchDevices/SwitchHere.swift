import Canvas
import Migration
import Widgets

/// Here and now: what the licensing helper of this computer lists, switched and put back, each call and its
/// answer shown.
struct SwitchHere: Screen {
  let name = "switch-here"

  private static let list = ListPage<Numbered<DeviceBatch.Product>>(
    table: "products", title: { $0.words("labels.products") },
    source: .here { Numbered.all($0.state.switchDevices.here?.products ?? []) },
    columns: { scene in
      let words = scene.words
      return [
        Table.Column(words("columns.product"), width: 26, share: 1),
        Table.Column(words("columns.key"), width: 8),
        Table.Column(words("columns.version"), width: 12),
        Table.Column(words("columns.method"), width: 16),
      ]
    }, key: { Int64($0.place) },
    cells: { row, _, scene in
      let product = row.value
      return [
        .plain(
          InstalledProduct.name(
            key: product.key, version: product.version, feature: product.feature)),
        .plain(product.key), .text(product.version, .dim), method(product, scene),
      ]
    }, letters: .none, choosing: .several, keepsChoice: true,
    empty: { $0.words("notes.no-product") })

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    guard let here = scene.state.switchDevices.here else {
      page.widgets = [Heading(words("title")), Paragraph(words("notes.asking"), style: .dim)]
      page.footer = [ButtonRow([.init("later", words.common("actions.back"))])]
      page.isLoading = true
      return page
    }
    page.widgets = [
      Heading(words("title"), remark: here.host, isRemarkPersonal: true),
      Paragraph(
        here.helper.isEmpty ? words("notes.no-helper") : words("notes.sure"), style: .warning),
    ]
    guard !here.helper.isEmpty else {
      page.footer = [
        ButtonRow([
          .init("later", words.common("actions.back")), .init("list", words("actions.list")),
        ])
      ]
      return page
    }
    page.widgets += Self.list.widgets(scene)
    page.widgets += [
      Rule(words("labels.calls")),
      Reader(id: "calls", text: calls(here, scene), top: scene.memory.rows("calls").top),
    ]
    let count = Self.meant(scene.state).count
    page.footer = [
      ButtonRow([
        .init("later", words.common("actions.back")), .init("list", words("actions.list")),
        .init("switch", words("counts.switch", count: count)),
        .init("put-back", words("counts.put-back", count: count)),
      ])
    ]
    page.firstFocus = here.products.isEmpty ? "list" : Self.list.table
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    (scene.state.switchDevices.here?.helper.isEmpty ?? true) ? [] : Self.list.offers(scene)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened(isReturn: false): return [.switchDevices(.askHere)]
    case .pressed("list"): return [.switchDevices(.askHere)]
    case .answered(.switchDevices(.here(_, nil))):
      // Rows are called by their places, which a new list may give to others.
      state.memory.tables[Self.list.table] = nil
      return []
    case .pressed("later"): return Navigation.back(&state)
    case .pressed("switch"): return act("switch", &state) { .switchHere($0) }
    case .pressed("put-back"): return act("put-back", &state) { .putBackHere($0) }
    case .pressed(Self.list.table): return Focus.move(to: "switch", &state)
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  // MARK: Parts

  /// The chosen products, or all.
  private static func meant(_ state: State) -> [DeviceBatch.Product] {
    let products = state.switchDevices.here?.products ?? []
    let chosen = Self().memory(state).rows(list.table).chosen
    guard !chosen.isEmpty else { return products }
    return products.enumerated().filter { chosen.contains(Int64($0.offset)) }.map(\.element)
  }

  private static func method(_ product: DeviceBatch.Product, _ scene: Scene) -> Table.Item {
    guard let method = product.method else { return .plain("") }
    let text = scene.words.of("installations")("values.method-\(method.name)")
    return method == .user ? .marked(.told(.proven), text) : .marked(.told(.planned), text)
  }

  /// Every call and its answer; hidden with the names, since an answer may name people and servers.
  private func calls(_ here: HelperHereState, _ scene: Scene) -> String {
    guard !here.calls.isEmpty else { return scene.words("notes.no-call") }
    return here.calls.map { call in
      let answer = scene.state.look.isMasked ? scene.words("values.hidden") : call.answer
      let end = scene.words("values.ended", ["code": String(call.exit)])
      return "# \(call.arguments.joined(separator: " "))  \(end)"
        + (answer.isEmpty ? "" : "\n\(answer)")
    }.joined(separator: "\n")
  }

  /// Does something on this computer once its button was pressed twice.
  private func act(
    _ what: String, _ state: inout State, _ effect: ([DeviceBatch.Product]) -> SwitchDevicesEffect
  ) -> [Effect] {
    let products = Self.meant(state)
    guard !products.isEmpty else { return Self.list.ask(&state) }
    // Of these products and no others, so that the second press is about what the first asked.
    let mark = "sure-\(what) " + products.map { "\($0.key) \($0.version)" }.joined(separator: " ")
    let isSure = state.memory.left.contains(mark)
    state.memory.left = state.memory.left.filter { !$0.hasPrefix("sure-") }
    guard isSure else {
      state.memory.left.insert(mark)
      state.notice = Notice(.problem, "sure-here")
      return [.bell]
    }
    return [.switchDevices(effect(products))]
  }
}
