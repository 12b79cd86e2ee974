extension Setup {
  /// The value of a declared field as text, as its form shows it; empty for a field that is not one.
  package func text(of field: Field) -> String {
    switch field.name {
    case SetupFields.organisation.name: organisation
    case SetupFields.team.name: team
    case SetupFields.startDate.name: startDate?.iso ?? ""
    case SetupFields.singleUserLicences.name: hasSingleUserLicences ? "yes" : "no"
    case SetupFields.directory.name: directory.rawValue
    case SetupFields.role.name: role.rawValue
    case SetupFields.language.name: language
    case SetupFields.helpdeskName.name: helpdesk.name
    case SetupFields.helpdeskTelephone.name: helpdesk.telephone
    case SetupFields.helpdeskAddress.name: helpdesk.address
    default: ""
    }
  }

  /// Takes over the normalised text of a declared field; an unknown value leaves what is there.
  package mutating func set(_ field: Field, to text: String) {
    switch field.name {
    case SetupFields.organisation.name: organisation = text
    case SetupFields.team.name: team = text
    case SetupFields.startDate.name: startDate = Day(text: text)
    case SetupFields.singleUserLicences.name: hasSingleUserLicences = text == "yes"
    case SetupFields.directory.name: directory = Directory(rawValue: text) ?? directory
    case SetupFields.role.name: role = Role(rawValue: text) ?? role
    case SetupFields.language.name: language = text
    case SetupFields.helpdeskName.name: helpdesk.name = text
    case SetupFields.helpdeskTelephone.name: helpdesk.telephone = text
    case SetupFields.helpdeskAddress.name: helpdesk.address = text
    default: break
    }
  }
}
