import Migration

/// What may be carried out: nothing is written into a migration that is open for reading only.
///
/// It is refused here, whatever screen asks for it, and said in one sentence.
enum Admission {
  /// The key of the sentence in the words of `messages`.
  static let reason = Offer.Reason.readOnly.rawValue

  /// Lets a screen take an input. Where it asks for a change in vain, nothing of it has happened.
  static func admit(
    in state: inout State, _ take: (inout State) -> [Effect]
  ) -> [Effect] {
    guard state.session.readOnly != nil else { return take(&state) }
    let before = state
    let effects = take(&state)
    let isRefused = state.notice?.key == reason
    guard isRefused || effects.contains(where: \.writes) else { return effects }
    state = before
    return refuse(&state)
  }

  /// Lets through what follows from an answer, which has happened.
  static func admit(_ effects: [Effect], _ state: inout State) -> [Effect] {
    guard state.session.readOnly != nil, effects.contains(where: \.writes) else { return effects }
    return effects.filter { !$0.writes } + refuse(&state)
  }

  /// Refuses what can only lead to a change; nil where the migration may be written.
  static func refused(_ state: inout State) -> [Effect]? {
    state.session.readOnly == nil ? nil : refuse(&state)
  }

  private static func refuse(_ state: inout State) -> [Effect] {
    state.notice = Notice(.problem, reason)
    return [.bell]
  }
}
