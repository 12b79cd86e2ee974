import Canvas
import Migration
import Widgets

/// How far an invitation is, as words.
enum InvitationText {
  static func item(_ invitation: Invitation, _ scene: Scene) -> Table.Item {
    .text(text(invitation, scene), style(invitation))
  }

  /// The invitation of one of ours: who is in no hand-over is not invited by us.
  static func item(_ user: User, _ scene: Scene) -> Table.Item {
    switch user.standing {
    case .proven: item(user.invitation, scene)
    case .stated where user.invitation == .absent: item(user.invitation, scene)
    case .stated: .text(scene.words.common("values.invitation-invited"), .dim)
    default: .text(scene.words.common("values.invitation-none"), .dim)
    }
  }

  static func text(_ invitation: Invitation, _ scene: Scene) -> String {
    scene.words.common("values.invitation-\(invitation.name)")
  }

  static func style(_ invitation: Invitation) -> Style {
    switch invitation {
    case .unknown: .dim
    case .pending: .stated
    case .accepted: .proven
    case .absent: .warning
    }
  }
}
