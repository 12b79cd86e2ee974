import Canvas

/// The commands that lists have.
package enum ListCommand: String, CaseIterable, Sendable {
  case choose
  case chooseAll = "choose-all"
  case filter
  case sort
  case turnOrder = "turn-order"
  case narrow

  /// Its keys.
  var command: Command {
    switch self {
    case .choose: Command(.list(self), [.character(" ")])
    case .chooseAll: Command(.list(self), [.character("a"), .control("a")])
    case .filter: Command(.list(self), [.character("/"), .control("f")])
    case .sort: Command(.list(self), [.character("s")])
    case .turnOrder: Command(.list(self), [.character("S")])
    case .narrow: Command(.list(self), [.character("z")])
    }
  }
}
