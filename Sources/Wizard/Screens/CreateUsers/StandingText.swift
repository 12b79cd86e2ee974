import Canvas
import Migration
import Widgets

/// How far somebody is, as mark, word and date.
enum StandingText {
  static func item(_ user: User, _ scene: Scene) -> Table.Item {
    .text(text(user, scene), style(user.standing))
  }

  static func text(_ user: User, _ scene: Scene) -> String {
    let mark = glyph(user.standing)
    if let since = user.since, user.standing != .planned { return "\(mark) \(scene.day(since))" }
    if let number = user.handOver {
      return "\(mark) " + scene.words.common("values.in-hand-over", ["number": String(number)])
    }
    return "\(mark) \(scene.words.common("values.\(user.standing.name)"))"
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

  static func glyph(_ standing: Standing) -> String {
    switch standing {
    case .planned: Glyph.planned
    case .stated: Glyph.stated
    case .proven: Glyph.proven
    case .failed: Glyph.failed
    case .setAside: Glyph.notApplicable
    }
  }

  static func style(_ standing: Standing) -> Style {
    switch standing {
    case .planned: .planned
    case .stated: .stated
    case .proven: .proven
    case .failed: .error
    case .setAside: .dim
    }
  }
}
