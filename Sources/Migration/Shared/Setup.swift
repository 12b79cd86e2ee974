/// What a migration begins with: who, which team, from when, and how people get into the team.
package struct Setup: Hashable, Sendable {
  /// The organisation's name.
  package var organisation: String
  /// The portal's team, `harrypotter switch - 9231`.
  package var team: String
  /// The first day of the new single-user subscription; nil while it is not known.
  package var startDate: Day?
  /// Whether the organisation has single-user licences already, so that step 1 may begin earlier.
  package var hasSingleUserLicences: Bool
  /// How people get into the team.
  package var directory: Directory
  /// What the person at the keyboard may do in the portal.
  package var role: Role
  /// The language of the screens, by its code (`nl`, `en`).
  package var language: String
  /// Who helps.
  package var helpdesk: HelpdeskCard
  /// The address of the primary admin, where the person at the keyboard is none; empty when not known.
  package var primaryAdmin: String

  /// Makes a setup; everything has a value, empty where nothing is known.
  package init(
    organisation: String = "", team: String = "", startDate: Day? = nil,
    hasSingleUserLicences: Bool = false, directory: Directory = .none,
    role: Role = .primaryAdmin, language: String = "en", helpdesk: HelpdeskCard = .standard,
    primaryAdmin: String = ""
  ) {
    self.organisation = organisation
    self.team = team
    self.startDate = startDate
    self.hasSingleUserLicences = hasSingleUserLicences
    self.directory = directory
    self.role = role
    self.language = language
    self.helpdesk = helpdesk
    self.primaryAdmin = primaryAdmin
  }

  /// The last day on which the old network licences may be used: 30 days after the start.
  ///
  /// Source: Autodesk's legal notice on switched subscriptions, all original rights end 30 calendar
  /// days after the switched subscription begins.
  package var networkRightsEnd: Day? { startDate.map { $0 + 30 } }
}

/// How people get into a team.
package enum Directory: String, CaseIterable, Sendable {
  /// The admin invites them.
  case none
  /// The admin invites them, and they sign in through the organisation (single sign-on).
  case singleSignOn = "single-sign-on"
  /// A directory sync puts them there: nobody is invited, step 1 only proves.
  case sync
}

/// What the person at the keyboard may do in the portal.
package enum Role: String, CaseIterable, Sendable {
  case primaryAdmin = "primary-admin"
  case secondaryAdmin = "secondary-admin"
  /// May install and switch, but not invite or assign: the files go to a primary admin.
  case systemAdministrator = "system-administrator"

  /// Whether this role may invite users and assign products in the portal.
  package var mayUsePortal: Bool { self != .systemAdministrator }
}

/// Who helps an admin that is stuck.
package struct HelpdeskCard: Hashable, Sendable {
  /// The helpdesk's name.
  package var name: String
  /// Its telephone number as people dial it.
  package var telephone: String
  /// Its mail address.
  package var address: String

  /// Makes a card.
  package init(name: String, telephone: String, address: String) {
    self.name = name
    self.telephone = telephone
    self.address = address
  }

  /// The helpdesk at which this wizard began.
  package static let standard = HelpdeskCard(
    name: "Helpdesk Arkance Systems Netherlands", telephone: "+31 (0) 318 58 25 05",
    address: "support.nl@arkance-systems.com")
}
