import Migration

extension SessionFile {
  /// Reads the counters of users, and the revision that stands among them.
  static func readCounters(into summary: inout Summary, _ connection: Connection) throws {
    let counters = try connection.statement("SELECT kind, name, value FROM counter")
    defer { counters.reset() }
    while try counters.step() {
      let value = counters.int(2)
      switch counters.text(0) {
      case "users":
        if let standing = Int(counters.text(1)).flatMap({ Standing(rawValue: $0) }) {
          summary.users[standing] = value
        }
      case "free": summary.usersNotHandedOver = value
      // Both come in the order of the primary key.
      case "group":
        summary.groups.append(Summary.GroupCount(name: counters.text(1), count: value))
      case "stated":
        if let day = Int(counters.text(1)) {
          summary.openInvitations.append(Summary.DayCount(day: Day(number: day), count: value))
        }
      case "invitation":
        if let invitation = UInt8(counters.text(1)).flatMap({ Invitation(rawValue: $0) }) {
          summary.invitations[invitation] = value
        }
      case "people": summary.countPeople(counters.text(1), value)
      case "file":
        if counters.text(1) == Tally.revision.name { summary.revision = Int64(value) }
      default: continue
      }
    }
    // Days as texts are in the order of their digits.
    summary.openInvitations.sort { $0.day < $1.day }
  }
}
