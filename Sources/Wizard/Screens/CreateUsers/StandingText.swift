import Canvas
import Migration
import Widgets

/// How far somebody is, as mark, word and date.
enum StandingText {
  static func item(_ user: User, _ scene: Scene) -> Table.Item {
    let said = told(user, scene)
    return .marked(said.mark, said.text)
  }

  static func told(_ user: User, _ scene: Scene) -> (mark: Mark, text: String) {
    let sign = sign(user.standing)
    if let since = user.since, user.standing != .planned { return (Mark(sign), scene.day(since)) }
    if let number = user.handOver {
      let text = scene.words.common("values.in-hand-over", ["number": String(number)])
      return (Mark(sign), text)
    }
    return (.told(sign), scene.words.common("values.\(user.standing.name)"))
  }

  /// What somebody waits for whom no document shows in the portal.
  @Sendable static func hint(_ user: User, _ scene: Scene) -> Table.Item {
    let words = scene.words.common
    return switch user.standing {
    case .failed: .text(words("values.gone-from-portal"), .error)
    case .stated where user.invitation == .absent:
      .text(words("values.not-in-portal"), .warning)
    case .stated: .text(words("values.not-seen"), .warning)
    case .planned where user.handOver != nil: .text(words("values.not-stated"), .warning)
    default: .text(words("values.not-handed-over"), .dim)
    }
  }

  static func sign(_ standing: Standing) -> Mark.Sign {
    switch standing {
    case .planned: .planned
    case .stated: .stated
    case .proven: .proven
    case .failed: .failed
    case .setAside: .notApplicable
    }
  }
}
