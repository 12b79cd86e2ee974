import Migration

/// What the admin says of rows of a document that is looked through: the same keys, and the same that
/// follows, in every review.
enum RowDecision: Sendable {
  /// They are taken over.
  case take
  /// They are left out.
  case leave

  /// The commands about the row under the cursor and those like it, as far as they change anything.
  static func offers(canTake: Bool = true, canLeave: Bool = true) -> [Offer] {
    (canTake ? [Offer(.takeOver), Offer(.takeOverLike)] : [])
      + (canLeave ? [Offer(.leaveOut), Offer(.leaveOutLike)] : [])
  }

  /// Decides what a command says; nil for any other event. `decide` does so with the row under the cursor,
  /// or with all like it, and tells how many they were.
  static func handle(
    _ event: Event, in list: any PageList, _ state: inout State,
    _ decide: (RowDecision, _ alike: Bool, inout State) -> Int
  ) -> [Effect]? {
    switch event {
    case .command(.takeOver): next(in: list, &state) { decide(.take, false, &$0) > 0 }
    case .command(.leaveOut): next(in: list, &state) { decide(.leave, false, &$0) > 0 }
    case .command(.takeOverLike): alike(.take, &state, decide)
    case .command(.leaveOutLike): alike(.leave, &state, decide)
    default: nil
    }
  }

  /// Goes on to the next row where the one under the cursor was decided.
  static func next(
    in list: any PageList, _ state: inout State, _ decide: (inout State) -> Bool
  ) -> [Effect] {
    let before = list.presentKey(Scene(state))
    guard decide(&state) else { return [] }
    let scene = Scene(state)
    // Where the row stays as it is decided the next one waits; else the next one is here already.
    if let before, list.presentKey(scene) == before {
      let next = state.memory.rows(list.table).cursor + 1
      state.memory.tables[list.table, default: Memory.Rows()].cursor = min(
        next, list.total(scene) - 1)
    }
    return []
  }

  private static func alike(
    _ decision: RowDecision, _ state: inout State,
    _ decide: (RowDecision, _ alike: Bool, inout State) -> Int
  ) -> [Effect] {
    let count = decide(decision, true, &state)
    guard count > 0 else { return [] }
    state.notice = Notice(.done, "decided-like", ["count": String(count)])
    return []
  }
}
