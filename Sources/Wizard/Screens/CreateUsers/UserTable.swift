import Canvas
import Migration
import Widgets

/// By User: everyone in the plan, sorted by any column, filtered as one types.
struct UserTable: Screen {
  let name = "user-table"

  private static let columns: [UserColumn] = [
    .name, .address, .standing, .invitation, .login, .group, .source,
  ]

  /// Everyone, and the part of those without any product.
  static let list: ListPage<User> = ListPage(
    table: "users", source: .file(rows), columns: columns, key: { $0.id.number }, cells: cells,
    orders: orders.indices.map { ListOrder(column: $0) }, narrowing: .parts(2),
    choosing: .several,
    empty: { $0.words(list.isNarrowed($0) ? "notes.all-given" : "notes.empty") })

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let total = scene.summary.userFunnel.total
    var page = Page()
    var remark = words("counts.users", count: scene.state.createUsers.users.window.total)
    if !scene.memory.text("filter").isEmpty {
      remark = words(
        "labels.filtered",
        [
          "count": String(scene.state.createUsers.users.window.total), "total": String(total),
        ])
    }
    if Self.list.isNarrowed(scene) { remark += " · " + words("labels.without-product") }
    page.widgets.append(Heading(words("title"), remark: remark + Self.list.chosenRemark(scene)))
    page.widgets += Self.list.widgets(scene)
    page.footer = [
      ButtonRow(buttons(scene, chosen: scene.memory.rows(Self.list.table).chosen.count))
    ]
    page.firstFocus = total > 0 ? Self.list.table : "invite"
    let isHandedOver = scene.setup.directory != .sync && total > 0
    page.mainButton = isHandedOver ? "hand-over" : "invite"
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    let empty = Self.list.noRow(scene)
    let nobody = scene.memory.rows(Self.list.table).chosen.isEmpty ? empty : nil
    return [Offer(writing: .new)]
      + Self.list.offers(
        scene,
        own: [
          Offer(writing: .remove, unless: nobody),
          Offer(.handOver, unless: scene.setup.directory == .sync ? .noHandOver : nil),
          Offer(.group, unless: nobody), Offer(.edit, unless: empty),
        ])
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .pressed("users"), .command(.edit): return open(&state)
    case .pressed("invite"), .command(.new): return Navigation.follow("invite", &state)
    case .pressed("hand-over"), .command(.handOver):
      // Whoever chose people means them.
      let chosen = state.memory.rows(Self.list.table).chosen
      if !chosen.isEmpty { HandOverUsers.choose(.chosen(chosen), &state) }
      return Navigation.follow("hand-over", &state)
    case .command(.remove):
      let users = Self.meant(state)
      return users.isEmpty
        ? Self.list.ask(&state) : [.apply(.createUsers(.removeUsers(users)))]
    case .command(.group):
      guard !Self.meant(state).isEmpty else { return Self.list.ask(&state) }
      return Navigation.follow("group", &state)
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  /// With directory sync nobody is handed over.
  private func buttons(_ scene: Scene, chosen: Int) -> [ButtonRow.Button] {
    let words = scene.words
    let invite = ButtonRow.Button("invite", words("actions.invite"))
    guard scene.setup.directory != .sync else { return [invite] }
    let count = chosen > 0 ? chosen : scene.summary.usersNotHandedOver
    return [invite, .init("hand-over", words("counts.hand-over", count: count))]
  }

  private func open(_ state: inout State) -> [Effect] {
    guard let user = Self.list.present(state) else { return [] }
    state.createUsers.user = user
    state.createUsers.userAsked = user.id
    return Navigation.follow("open", about: String(user.id.number), &state)
  }

  // MARK: Rows

  private static let orders: [UserColumn] = [
    .name, .address, .standing, .invitation, .login, .group, .source,
  ]

  private static let rows: FileRows<User> = .users { state in
    let rows = state.memory.rows("users")
    return UserQuery(
      filter: state.memory.text("filter"),
      order: orders.indices.contains(rows.column) ? orders[rows.column] : .name,
      isDescending: rows.isDescending,
      seats: list.isNarrowed(Scene(state)) ? SeatQuery.none : nil)
  }

  private static func columns(_ scene: Scene) -> [Table.Column] {
    let words = scene.words
    return [
      Table.Column(words("columns.name"), width: 18, share: 3, isPersonal: true),
      Table.Column(words("columns.address"), width: 22, share: 4, isPersonal: true),
      Table.Column(words("columns.standing"), width: 10, share: 1),
      Table.Column(words("columns.invitation"), width: 13, dropOrder: 1),
      Table.Column(words("columns.login"), width: 10, share: 1, isPersonal: true, dropOrder: 3),
      Table.Column(words("columns.group"), width: 6, share: 1, dropOrder: 2),
      Table.Column(words("columns.source"), width: 9, dropOrder: 4),
    ]
  }

  private static func cells(_ user: User, _ place: Int, _ scene: Scene) -> [Table.Item] {
    [
      .plain(user.details.fullName), .plain(user.details.address),
      StandingText.item(user, scene), InvitationText.item(user, scene),
      .plain(user.details.login), .plain(user.details.group),
      .text(scene.words.common("values.source-\(user.source.name)"), .dim),
    ]
  }
}
