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

    /// Makes an entry; a screen about nothing in particular is a goal where it is kept.
    init(
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

  /// All screens, in the order of the list to go to.
  package static let entries: [Entry] =
    start + createUsers + assignProducts + switchDevices + informUsers + retireServers + everywhere

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
