import Migration

/// One answer of the first screen as the file holds it.
struct Setting: Equatable {
  var id: Int64
  var name: String
  var value: String

  /// The values in the order of `TrackedTable.setting`.
  var values: [RecordValue] { [RecordValue(name), RecordValue(value)] }

  // MARK: The setup

  /// The names and values of a setup.
  static func list(_ setup: Setup) -> [(name: String, value: String)] {
    [
      ("organisation", setup.organisation),
      ("team", setup.team),
      ("start-date", setup.startDate?.iso ?? ""),
      ("single-user-licences", setup.hasSingleUserLicences ? "yes" : "no"),
      ("directory", setup.directory.rawValue),
      ("role", setup.role.rawValue),
      ("language", setup.language),
      ("helpdesk-name", setup.helpdesk.name),
      ("helpdesk-telephone", setup.helpdesk.telephone),
      ("helpdesk-address", setup.helpdesk.address),
      ("primary-admin", setup.primaryAdmin),
    ]
  }

  /// The setup that settings make; nil when there are none. What is not known is passed over.
  static func setup(_ settings: [Setting]) -> Setup? {
    guard !settings.isEmpty else { return nil }
    var setup = Setup()
    for setting in settings {
      switch setting.name {
      case "organisation": setup.organisation = setting.value
      case "team": setup.team = setting.value
      case "start-date": setup.startDate = Day(text: setting.value)
      case "single-user-licences": setup.hasSingleUserLicences = setting.value == "yes"
      case "directory": setup.directory = Directory(rawValue: setting.value) ?? .none
      case "role": setup.role = Role(rawValue: setting.value) ?? .primaryAdmin
      case "language": setup.language = setting.value
      case "helpdesk-name": setup.helpdesk.name = setting.value
      case "helpdesk-telephone": setup.helpdesk.telephone = setting.value
      case "helpdesk-address": setup.helpdesk.address = setting.value
      case "primary-admin": setup.primaryAdmin = setting.value
      default: continue
      }
    }
    return setup
  }

  static func all(_ connection: Connection) throws -> [Setting] {
    let statement = try connection.statement("SELECT id, name, value FROM setting")
    defer { statement.reset() }
    var settings: [Setting] = []
    while try statement.step() {
      settings.append(
        Setting(id: statement.integer(0), name: statement.text(1), value: statement.text(2)))
    }
    return settings
  }
}
