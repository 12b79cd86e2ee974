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
    /// Where it leads, by outcome, beside where every screen leads.
    package let edges: [String: String]

    /// Whether it only comes up over another one, to which it leads back.
    package var isPassing: Bool { step == nil && !isKept }

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

  private static let overview = entries.firstIndex { $0.screen.name == home } ?? 0

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

  /// Where a screen leads by an outcome; nil where the table has no such edge.
  static func target(of outcome: String, from screen: String) -> String? {
    entry(screen).edges[outcome] ?? fromEverywhere[outcome]
  }
}

extension Navigation {
  /// Follows an edge of the present screen; stays where the table has none such.
  static func follow(
    _ outcome: String, about argument: String = "", _ state: inout State
  ) -> [Effect] {
    guard let name = Flow.target(of: outcome, from: state.visit.screen) else { return [] }
    return visit(Visit(name, argument), &state)
  }

  /// Goes to a screen that somebody chose by its name, with only the way to it behind it.
  static func jump(to name: String, _ state: inout State) -> [Effect] {
    jump(to: Visit(name), &state)
  }

  /// Follows an edge with only the way to its screen behind it.
  static func jump(
    by outcome: String, about argument: String = "", _ state: inout State
  ) -> [Effect] {
    guard let name = Flow.target(of: outcome, from: state.visit.screen) else { return [] }
    return jump(to: Visit(name, argument), &state)
  }

  /// Follows an edge as `jump` does once what the present screen is there for is done: it and the
  /// screens that led to it forget what was typed, but for those on the way to the new one.
  static func finish(
    by outcome: String, about argument: String = "", _ state: inout State
  ) -> [Effect] {
    guard let name = Flow.target(of: outcome, from: state.visit.screen) else { return [] }
    let way = Flow.wayTo(Visit(name, argument))
    var next = state.visit.screen
    for visit in state.visits.reversed() {
      guard visit == state.visit || Flow.entry(visit.screen).edges.values.contains(next) else {
        break
      }
      if !way.contains(visit) { state.memories[visit.key] = nil }
      next = visit.screen
    }
    return jump(to: Visit(name, argument), &state)
  }

  /// Follows an edge in place of the present screen, as tabs do: about the same thing unless another
  /// is said.
  static func turn(
    _ outcome: String, about argument: String? = nil, _ state: inout State
  ) -> [Effect] {
    guard let name = Flow.target(of: outcome, from: state.visit.screen) else { return [] }
    return replace(with: Visit(name, argument ?? state.visit.argument), &state)
  }
}
