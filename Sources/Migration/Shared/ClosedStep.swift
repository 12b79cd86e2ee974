/// A step that somebody closed: done enough, though not all of it is proven.
package struct ClosedStep: Hashable, Sendable {
  /// The day.
  package var day: Day
  /// Why, in somebody's words.
  package var reason: String

  /// Makes one.
  package init(day: Day, reason: String) {
    self.day = day
    self.reason = reason
  }
}

/// What is left of a migration whose people are forgotten: counts and a day.
package struct Forgotten: Hashable, Sendable {
  /// The day on which they were.
  package var day: Day
  /// How far the steps were.
  package var funnels: [Step: Funnel]

  /// Makes one.
  package init(day: Day, funnels: [Step: Funnel]) {
    self.day = day
    self.funnels = funnels
  }
}

extension Summary {
  /// How a step ends.
  package enum End: String, CaseIterable, Sendable {
    /// It goes on.
    case open
    /// All of it is proven.
    case proven
    /// Somebody closed it, with a reason.
    case closed
  }

  /// Whether a step is at its end, and by what.
  package func end(of step: Step) -> End {
    if closed[step] != nil { return .closed }
    let funnel = funnel(of: step)
    return funnel.total > 0 && funnel.proven == funnel.total ? .proven : .open
  }

  /// Whether all five steps are at their end.
  package var isAtEnd: Bool { Step.allCases.allSatisfy { end(of: $0) != .open } }
}
