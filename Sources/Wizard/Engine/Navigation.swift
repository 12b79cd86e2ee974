import Migration

/// Going to a screen, back from it, and out of the program.
enum Navigation {
  /// Goes to a screen: in front of the present one, or back to it where it is among the visits.
  static func visit(_ visit: Visit, _ state: inout State) -> [Effect] {
    if let place = state.visits.lastIndex(of: visit) {
      guard place < state.visits.count - 1 else { return [] }
      state.visits.removeSubrange((place + 1)...)
    } else {
      state.visits.append(visit)
      begin(&state)
    }
    return opened(isReturn: false, &state)
  }

  /// Goes to another screen in place of the present one, as tabs do.
  static func replace(with visit: Visit, _ state: inout State) -> [Effect] {
    state.visits[state.visits.count - 1] = visit
    begin(&state)
    return opened(isReturn: false, &state)
  }

  /// Goes to a screen with only the overview behind it, and whatever of its own step leads there.
  static func jump(to visit: Visit, _ state: inout State) -> [Effect] {
    state.visits = Flow.wayTo(visit)
    begin(&state)
    return opened(isReturn: false, &state)
  }

  /// One screen back; from the first one it asks whether to leave.
  static func back(_ state: inout State) -> [Effect] {
    guard state.visits.count > 1 else { return leave(&state) }
    state.visits.removeLast()
    return opened(isReturn: true, &state)
  }

  /// Asks whether to leave; asked a second time, leaves.
  static func leave(_ state: inout State) -> [Effect] {
    isAskingToLeave(state) ? [.leave] : follow("leave", &state)
  }

  /// Whether it is being asked whether to leave.
  static func isAskingToLeave(_ state: State) -> Bool {
    state.visit.screen == Flow.fromEverywhere["leave"]
  }

  /// Forgets what was typed on the present screen.
  static func forget(_ state: inout State) {
    state.memories[state.visit.key] = nil
  }

  /// A page that comes to the front anew has its own first focus and says nothing of what was tried
  /// before, unless somebody typed there; where its rows stand and what was chosen stays.
  private static func begin(_ state: inout State) {
    guard let memory = state.memories[state.visit.key] else { return }
    guard !memory.hasDraft else {
      if !memory.isTyped(memory.focus) { state.memory.focus = "" }
      return
    }
    var anew = Memory()
    anew.choices = memory.choices
    anew.offeredPlaces = memory.offeredPlaces
    anew.tables = memory.tables
    anew.notes = memory.notes
    state.memories[state.visit.key] = anew
  }

  private static func opened(isReturn: Bool, _ state: inout State) -> [Effect] {
    state.isPlaceDirty = true
    return Flow.screen(state.visit.screen).handle(.opened(isReturn: isReturn), &state)
  }
}
