import Migration

/// The flow as data: every screen with its number, the step that it belongs to, and where it leads.
package enum Flow {
  /// One screen in the flow.
  package struct Entry: Sendable {
    /// The screen.
    package let screen: any Screen
    /// Its number, by which two people on the telephone find each other.
    package let number: String
    /// The step that it belongs to; nil for screens beside the steps.
    package let step: Step?
    /// The screen behind it when somebody jumps to it; nil for the first ones.
    package let behind: String?
    /// Whether a killed program comes back to it; passing screens are left out.
    package let isKept: Bool
    /// Whether *Go to* offers it; not a screen about one thing, of which one would have to be named.
    package let isGoal: Bool
    /// Whether it shows rows of the session file that are filtered and sorted.
    package let usesRows: Bool
    /// Where it leads, by outcome.
    package let edges: [String: String]

    fileprivate init(
      _ screen: any Screen, _ number: String, step: Step? = nil, behind: String?,
      isKept: Bool = true, isGoal: Bool? = nil, usesRows: Bool = false,
      _ edges: [String: String] = [:]
    ) {
      self.screen = screen
      self.number = number
      self.step = step
      self.behind = behind
      self.isKept = isKept
      self.isGoal = isGoal ?? isKept
      self.usesRows = usesRows
      self.edges = edges
    }
  }

  /// All screens. A new screen is one line here.
  package static let entries: [Entry] = [
    Entry(Sessions(), "0.1", behind: nil, isKept: false, isGoal: true, ["new": "setup"]),
    Entry(SetupScreen(), "0.2", behind: nil, ["done": "overview"]),
    Entry(
      Overview(), "0", behind: nil,
      [
        "create-users": "create-users", "assign-products": "assign-products",
        "switch-devices": "switch-devices", "inform-users": "inform-users",
        "retire-servers": "retire-servers", "setup": "setup", "users": "user-table",
        "invite": "invite-single", "hand-over": "hand-over-users", "prove": "prove-users",
        "by-product": "by-product",
        "hand-over-seats": "hand-over-seats",
        "network-use": "network-use", "servers": "servers", "prove-servers": "prove-servers",
        "add-licences": "add-licences",
      ]),
    Entry(
      Briefing(.createUsers), "1", step: .createUsers, behind: "overview",
      ["prepare": "user-table", "carry-out": "hand-over-users", "prove": "prove-users"]),
    Entry(
      UserTable(), "1.1", step: .createUsers, behind: "create-users", usesRows: true,
      [
        "invite": "invite-single", "open": "user-page", "group": "group-users",
        "hand-over": "hand-over-users",
      ]),
    Entry(
      InviteSingle(), "1.2", step: .createUsers, behind: "user-table",
      ["multiple": "invite-multiple", "import": "import-users"]),
    Entry(
      InviteMultiple(), "1.3", step: .createUsers, behind: "user-table",
      ["single": "invite-single", "import": "import-users", "review": "review-users"]),
    Entry(
      ImportUsers(), "1.4", step: .createUsers, behind: "user-table",
      [
        "single": "invite-single", "multiple": "invite-multiple", "review": "review-users",
        "evidence": "review-evidence", "products": "review-products", "assign": "assign-review",
      ]),
    Entry(
      ReviewUsers(), "1.5", step: .createUsers, behind: "user-table", isGoal: false,
      [
        "done": "user-table", "row": "review-row", "read": "read-list", "assign": "assign-list",
      ]),
    Entry(ReviewRow(), "1.12", step: .createUsers, behind: "review-users", isKept: false),
    Entry(
      ReadList(), "1.13", step: .createUsers, behind: "review-users", isKept: false,
      ["column": "map-column"]),
    Entry(MapColumn(), "1.14", step: .createUsers, behind: "review-users", isKept: false),
    Entry(
      UserPage(), "1.6", step: .createUsers, behind: "user-table", isGoal: false,
      ["products": "user-products"]),
    Entry(GroupUsers(), "1.7", step: .createUsers, behind: "user-table", isKept: false),
    Entry(
      HandOverUsers(), "1.8", step: .createUsers, behind: "create-users",
      ["open": "hand-over", "users": "user-table"]),
    Entry(HandOverPage(), "1.9", step: .createUsers, behind: "hand-over-users", isGoal: false),
    Entry(
      ProveUsers(), "1.10", step: .createUsers, behind: "create-users", usesRows: true,
      ["hand-over": "hand-over-users", "open": "user-page", "add": "add-file"]),
    Entry(
      ReviewEvidence(), "1.11", step: .createUsers, behind: "prove-users", isKept: false,
      ["done": "prove-users", "products": "by-product", "seats": "seat-differences"]),
    Entry(
      Briefing(.assignProducts), "2", step: .assignProducts, behind: "overview",
      ["prepare": "by-product", "carry-out": "hand-over-seats", "prove": "prove-seats"]),
    Entry(
      Briefing(.switchDevices), "3", step: .switchDevices, behind: "overview",
      ["computers": "computers", "pages": "switch-devices-pages"]),
    Entry(
      LaterPages(.switchDevices), "3.1", step: .switchDevices, behind: "switch-devices",
      isGoal: false),
    Entry(
      Computers(), "3.2", step: .switchDevices, behind: "switch-devices",
      ["use": "network-use"]),
    Entry(
      Briefing(.informUsers), "4", step: .informUsers, behind: "overview",
      ["pages": "inform-users-pages"]),
    Entry(
      LaterPages(.informUsers), "4.1", step: .informUsers, behind: "inform-users", isGoal: false),
    // Step 2.
    Entry(
      ByProduct(), "2.1", step: .assignProducts, behind: "assign-products",
      [
        "open": "product-page", "new": "product-form", "edit": "product-form",
        "file": "products-file", "hand-over": "hand-over-seats", "without": "without-product",
      ]),
    Entry(
      ProductPage(), "2.2", step: .assignProducts, behind: "by-product", isGoal: false,
      usesRows: true,
      [
        "assign": "assign-type", "unassign": "unassign", "queue": "seat-queue",
        "edit": "product-form", "user": "user-products",
      ]),
    Entry(ProductForm(), "2.3", step: .assignProducts, behind: "by-product"),
    Entry(
      AssignType(), "2.4", step: .assignProducts, behind: "product-page", isGoal: false,
      usesRows: true,
      ["pick": "assign-pick", "import": "assign-import"]),
    Entry(
      AssignPick(), "2.5", step: .assignProducts, behind: "product-page", isGoal: false,
      usesRows: true,
      ["type": "assign-type", "import": "assign-import"]),
    Entry(
      AssignImport(), "2.6", step: .assignProducts, behind: "product-page", isGoal: false,
      ["type": "assign-type", "pick": "assign-pick", "review": "assign-review"]),
    Entry(
      AssignReview(), "2.7", step: .assignProducts, behind: "product-page", isKept: false,
      ["done": "product-page", "row": "review-row", "read": "read-list"]),
    Entry(
      SeatQueueScreen(), "2.8", step: .assignProducts, behind: "product-page", isGoal: false,
      ["user": "user-products"]),
    Entry(Unassign(), "2.9", step: .assignProducts, behind: "product-page", isKept: false),
    Entry(
      UserProducts(), "2.10", step: .assignProducts, behind: "user-page", isGoal: false,
      ["unassign": "unassign"]),
    Entry(
      WithoutProduct(), "2.11", step: .assignProducts, behind: "by-product", usesRows: true,
      ["user": "user-products"]),
    Entry(
      ProductsFile(), "2.12", step: .assignProducts, behind: "by-product",
      ["review": "review-products"]),
    Entry(
      ReviewProducts(), "2.13", step: .assignProducts, behind: "by-product", isKept: false,
      ["done": "by-product", "map": "map-offering"]),
    Entry(
      HandOverSeats(), "2.14", step: .assignProducts, behind: "assign-products",
      ["open": "seat-hand-over", "products": "by-product"]),
    Entry(SeatHandOver(), "2.15", step: .assignProducts, behind: "hand-over-seats", isGoal: false),
    Entry(
      ProveSeats(), "2.16", step: .assignProducts, behind: "assign-products",
      [
        "evidence": "review-evidence", "review": "review-users", "products": "review-products",
        "glance": "by-product",
      ]),
    Entry(
      SeatDifferences(), "2.17", step: .assignProducts, behind: "prove-seats", isKept: false,
      ["map": "map-offering"]),
    Entry(MapOffering(), "2.18", step: .assignProducts, behind: "seat-differences", isKept: false),
    Entry(
      AssignList(), "2.19", step: .assignProducts, behind: "review-users", isKept: false,
      ["review": "assign-review"]),
    // Step 5.
    Entry(
      Briefing(.retireServers), "5", step: .retireServers, behind: "overview",
      [
        "prepare": "servers", "use": "network-use", "carry-out": "ready-to-retire",
        "prove": "prove-servers",
      ]),
    Entry(
      Servers(), "5.1", step: .retireServers, behind: "retire-servers",
      [
        "add": "add-licences", "new": "server-page", "open": "server-page", "use": "network-use",
        "ready": "ready-to-retire",
      ]),
    Entry(
      NetworkUsePage(), "5.2", step: .retireServers, behind: "servers",
      [
        "add": "add-licences", "couple": "couple-login", "open": "user-page",
        "propose": "propose", "set-aside": "set-aside", "ready": "ready-to-retire",
        "products": "offering-use",
      ]),
    Entry(
      ReadyToRetire(), "5.3", step: .retireServers, behind: "retire-servers",
      [
        "use": "network-use", "servers": "servers", "commands": "retire-commands",
        "clean-up": "clean-up", "retire": "retire-server", "prove": "prove-servers",
        "computers": "computers", "informed": "state-informed",
      ]),
    Entry(
      AddLicences(), "5.4", step: .retireServers, behind: "servers",
      ["paste": "paste-licences", "ask": "ask-servers", "review": "review-licences"]),
    Entry(
      PasteLicences(), "5.5", step: .retireServers, behind: "servers",
      ["files": "add-licences", "ask": "ask-servers", "review": "review-licences"]),
    Entry(
      AskServers(), "5.6", step: .retireServers, behind: "servers",
      ["files": "add-licences", "paste": "paste-licences", "review": "review-licences"]),
    Entry(
      ReviewLicences(), "5.7", step: .retireServers, behind: "servers", isKept: false,
      ["done": "network-use", "servers": "servers"]),
    Entry(
      ServerPage(), "5.8", step: .retireServers, behind: "servers",
      [
        "keep": "keep-server", "retire": "retire-server", "ready": "ready-to-retire",
        "commands": "retire-commands",
      ]),
    Entry(KeepServer(), "5.9", step: .retireServers, behind: "servers", isGoal: false),
    Entry(
      CoupleLogin(), "5.10", step: .retireServers, behind: "network-use", isKept: false),
    Entry(SetAside(), "5.11", step: .retireServers, behind: "network-use", isKept: false),
    Entry(
      ProposeUsers(), "5.12", step: .retireServers, behind: "network-use", isKept: false,
      ["review": "review-users"]),
    Entry(
      OfferingUsePage(), "5.13", step: .retireServers, behind: "network-use",
      ["propose": "propose-seats"]),
    Entry(RetireServer(), "5.14", step: .retireServers, behind: "ready-to-retire", isGoal: false),
    Entry(RetireCommandsPage(), "5.15", step: .retireServers, behind: "ready-to-retire"),
    Entry(CleanUp(), "5.16", step: .retireServers, behind: "ready-to-retire"),
    Entry(
      ProveServers(), "5.17", step: .retireServers, behind: "retire-servers",
      ["servers": "servers", "ready": "ready-to-retire"]),
    Entry(
      ProposeSeats(), "5.18", step: .retireServers, behind: "network-use", isKept: false),
    Entry(
      Propose(), "5.19", step: .retireServers, behind: "network-use", isKept: false,
      ["users": "propose-users", "seats": "propose-seats", "computers": "propose-computers"]),
    Entry(
      ProposeComputers(), "5.20", step: .retireServers, behind: "network-use", isKept: false,
      ["done": "computers"]),
    Entry(
      StateInformed(), "5.21", step: .retireServers, behind: "ready-to-retire", isKept: false),
    Entry(
      AddFile(), "0.6", behind: "overview",
      [
        "review": "review-users", "evidence": "review-evidence", "products": "review-products",
        "assign": "assign-review",
      ]),
    Entry(ThrowAway(), "0.7", behind: nil, isKept: false),
    Entry(Journal(), "0.3", behind: "overview", isKept: false),
    Entry(GoTo(), "0.4", behind: nil, isKept: false),
    Entry(Help(), "0.5", behind: nil, isKept: false),
    Entry(Leave(), "0.9", behind: nil, isKept: false),
  ]

  private static let places: [String: Int] = Dictionary(
    entries.enumerated().map { ($1.screen.name, $0) }, uniquingKeysWith: { first, _ in first })

  private static let overview = entries.firstIndex { $0.screen.name == "overview" } ?? 0

  /// Whether there is a screen with this name.
  package static func contains(_ name: String) -> Bool { places[name] != nil }

  /// The entry of a screen; the overview's for a name that there is not.
  package static func entry(_ name: String) -> Entry { entries[places[name] ?? overview] }

  /// The screen with a name; the overview for a name that there is not.
  package static func screen(_ name: String) -> any Screen { entry(name).screen }

  /// The visits that lead to a visit, each with the screen behind it.
  static func wayTo(_ visit: Visit) -> [Visit] {
    var way = [visit]
    var behind = entry(visit.screen).behind
    while let name = behind {
      way.insert(Visit(name), at: 0)
      behind = entry(name).behind
    }
    return way
  }
}

extension Navigation {
  /// Follows an edge of the present screen; stays where the table has none such.
  static func follow(
    _ outcome: String, about argument: String = "", _ state: inout State
  ) -> [Effect] {
    guard let name = Flow.entry(state.visit.screen).edges[outcome] else { return [] }
    return visit(Visit(name, argument), &state)
  }

  /// Follows an edge with only the way to its screen behind it.
  static func jump(by outcome: String, _ state: inout State) -> [Effect] {
    guard let name = Flow.entry(state.visit.screen).edges[outcome] else { return [] }
    return jump(to: Visit(name), &state)
  }

  /// Follows an edge in place of the present screen, about the same thing, as tabs do.
  static func turn(_ outcome: String, _ state: inout State) -> [Effect] {
    guard let name = Flow.entry(state.visit.screen).edges[outcome] else { return [] }
    return replace(with: Visit(name, state.visit.argument), &state)
  }
}
