import Wizard

/// Effects and what follows from their answers, round by round until nothing is left to do.
enum EffectRounds {
  /// Rounds after one input; more would be a loop.
  static let most = 8

  /// Carries effects out in their order; `carryOut` tells what follows from one, or nil when the
  /// program ends. False when something was left to do.
  static func run(_ first: [Effect], _ carryOut: (Effect) -> [Effect]?) -> Bool {
    var effects = first
    for _ in 0..<most where !effects.isEmpty {
      var next: [Effect] = []
      for effect in effects {
        guard let following = carryOut(effect) else { return true }
        next += following
      }
      effects = next
    }
    return effects.isEmpty
  }
}
