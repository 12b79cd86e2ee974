import Migration

/// One answer of the first screen as the file holds it.
struct Setting: Equatable {
  var name: String
  var value: String

  static func write(_ settings: [Setting], _ writer: inout RecordWriter) {
    writer.number(settings.count)
    for setting in settings {
      writer.text(setting.name)
      writer.text(setting.value)
    }
  }

  static func read(_ reader: inout RecordReader) throws -> [Setting] {
    var settings: [Setting] = []
    for _ in 0..<max(0, try reader.int()) {
      settings.append(Setting(name: try reader.text(), value: try reader.text()))
    }
    return settings
  }

  // MARK: The setup

  /// The settings of a setup.
  static func list(_ setup: Setup) -> [Setting] {
    [
      Setting(name: "organisation", value: setup.organisation),
      Setting(name: "team", value: setup.team),
      Setting(name: "start-date", value: setup.startDate?.iso ?? ""),
      Setting(name: "single-user-licences", value: setup.hasSingleUserLicences ? "yes" : "no"),
      Setting(name: "directory", value: setup.directory.rawValue),
      Setting(name: "role", value: setup.role.rawValue),
      Setting(name: "language", value: setup.language),
      Setting(name: "helpdesk-name", value: setup.helpdesk.name),
      Setting(name: "helpdesk-telephone", value: setup.helpdesk.telephone),
      Setting(name: "helpdesk-address", value: setup.helpdesk.address),
      Setting(name: "primary-admin", value: setup.primaryAdmin),
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
    let statement = try connection.statement("SELECT name, value FROM setting")
    defer { statement.reset() }
    var settings: [Setting] = []
    while try statement.step() {
      settings.append(Setting(name: statement.text(0), value: statement.text(1)))
    }
    return settings
  }

  static func replaceAll(_ settings: [Setting], _ connection: Connection) throws {
    try connection.statement("DELETE FROM setting").run()
    let statement = try connection.statement("INSERT INTO setting (name, value) VALUES (?, ?)")
    for setting in settings {
      statement.bind(1, setting.name)
      statement.bind(2, setting.value)
      try statement.run()
    }
  }
}
