import Migration
import Widgets
import WizardTesting

@testable import Wizard

/// Proving step 1: what documents of the portal show.
extension Situations {
  static let proofs =
    [
      Situation("prove-users") { try proven($0).state },
      Situation("prove-users", "before any document") { language in
        var wizard = try Rehearsal.small(language)
        try wizard.jump("prove-users")
        return wizard.state
      },
      Situation("prove-users", "with a person of the portal taken over") { language in
        var wizard = try proven(language)
        try wizard.turn(to: .portalOnly)
        try wizard.press(.character("t"))
        return wizard.state
      },
      Situation("prove-users", "with chosen people") { language in
        var wizard = try proven(language)
        try wizard.press(.character(" "), .character(" "))
        return wizard.state
      },
      Situation("prove-users", "months later") { language in
        var wizard = try proven(language)
        wizard.state.moment = Moment(day: Fixtures.now.day + 100, minute: 600)
        return wizard.state
      },
      Situation("user-page", "of somebody who is proven") { language in
        var wizard = try proven(language)
        try wizard.jump("user-page", "1")
        return wizard.state
      },
      Situation("user-page", "of somebody whose proof was taken back") { language in
        var wizard = try proven(language)
        try wizard.jump("user-page", "3")
        return wizard.state
      },
      Situation("user-table", "with proofs") { language in
        var wizard = try proven(language)
        try wizard.jump("user-table")
        return wizard.state
      },
      Situation("add-file") { language in
        var wizard = try Rehearsal.small(language)
        try wizard.press(.character("b"))
        var folder = Folder()
        folder.path = "/home/jan/Downloads/"
        folder.entries = [
          Folder.Entry(name: "users-export.csv", isFolder: false, size: 48_211)
        ]
        try wizard.answer(.folder(folder))
        return wizard.state
      },
      Situation("review-evidence") { try reading($0, first).state },
      Situation("review-evidence", "of a newer export") { language in
        var wizard = try proven(language)
        try wizard.read(newer, as: "users-export-14-jan.csv")
        try wizard.focus("export-whole")
        try wizard.press(.right, .right)
        return wizard.state
      },
      Situation("review-evidence", "read once more") { language in
        var wizard = try proven(language)
        try wizard.read(first, as: "users-export-8-jan.csv")
        return wizard.state
      },
      Situation("review-evidence", "of several teams") { language in
        try reading(language, first + "Jan,Bos,jan@example.org,J1,Zweinstein - 1,User,Active,,\n")
          .state
      },
      Situation("review-evidence", "of another team") { language in
        try reading(
          language,
          header + "Jan,Bos,jan@example.org,J1,Zweinstein - 1,User,Active,,\n"
            + "Piet,Smit,piet@example.org,J1,Zweinstein - 2,User,Active,,\n"
        ).state
      },
      Situation("review-evidence", "that names no team") { language in
        try reading(language, header + "Jan,Bos,jan@example.org,J1,,User,Active,,\n").state
      },
      Situation("review-evidence", "with nobody named") { language in
        try reading(
          language,
          header + "*****,*****,*****,*****,Brugman Ingenieurs - 4417,User,Active,Maya,Maya\n"
        ).state
      },
      Situation("review-evidence", "of a usage report") { try reading($0, usage).state },
      Situation("review-evidence", "that is gone") { language in
        var wizard = try Rehearsal.small(language)
        try wizard.jump("review-evidence")
        return wizard.state
      },
      Situation("review-evidence", "while it is taken up") { language in
        var state = try reading(language, first).state
        state.work = LongWork(.proving, done: 20, total: 80)
        return state
      },
    ]
    + ProveUsers.Tab.allCases.map { tab in
      Situation("prove-users", "on \(tab.name)") { language in
        var wizard = try proven(language)
        try wizard.turn(to: tab)
        return wizard.state
      }
    }

  // MARK: Documents

  static let header =
    "first_name,last_name,email,autodesk_id,team_alias,role,account_status,offering_name,"
    + "product_name\n"
  static let team = "Brugman Ingenieurs - 4417"

  /// Four who are stated and two who are not in the list.
  static let first =
    header
    + [
      "Harry,Potter,hpotter@example.com,A1,\(team),User,Active,Maya,Maya",
      "Hermione,Granger,HGranger@example.com,A2,\(team),User,Pending,,",
      "Ron,Weasley,rweasley@example.com,A3,\(team),User,Pending,,",
      "Anna,Jansen,a.jansen@example.com,A5,\(team),User,Verified,,",
      "IT,Support,it@example.com,A6,\(team),User,Verified,,",
    ].joined(separator: "\n") + "\n"

  /// The same a week later without Ron.
  static let newer =
    header
    + [
      "Harry,Potter,hpotter@example.com,A1,\(team),User,Active,Maya,Maya",
      "Hermione,Granger,hgranger@example.com,A2,\(team),User,Active,,",
      "Ginny,Weasley,gweasley@example.com,A4,\(team),User,Pending,,",
      "Anna,Jansen,a.jansen@example.com,A5,\(team),User,Verified,,",
    ].joined(separator: "\n") + "\n"

  static let usage =
    "first_name,last_name,email,team_alias,offering_name,seat_assignment,last_accessed\n"
    + "Harry,Potter,hpotter@example.com,\(team),Maya,assigned,2027-01-12\n"

  private static func reading(_ language: String, _ text: String) throws -> Rehearsal {
    var wizard = try Rehearsal.small(language)
    try wizard.read(text, as: "users-export-8-jan.csv")
    return wizard
  }

  /// The small organisation with an export of 8 January taken up, and one of 12 January without Ron.
  static func proven(_ language: String) throws -> Rehearsal {
    var wizard = try Rehearsal.small(language)
    for (text, day) in [(first, Fixtures.now.day - 6), (newer, Fixtures.now.day - 2)] {
      try wizard.read(text, as: "users-export-\(day.parts.day)-jan.csv")
      try wizard.fill("export-day", day.iso)
      try wizard.focus("export-whole")
      try wizard.press(.right, .right, .function(10))
      // Seats of a product that is not here yet are left open.
      try wizard.press(.function(10))
    }
    return wizard
  }
}

extension Rehearsal {
  /// Reads a file through the page that takes any file.
  mutating func read(_ text: String, as name: String) throws {
    try jump("add-file")
    let path = try TemporaryFile.write(text, as: name)
    defer { TemporaryFile.remove(path) }
    try fill("path", path)
    try press(.enter)
    state.createUsers.evidence?.path = "/home/jan/Downloads/\(name)"
    state.createUsers.evidence?.day = Fixtures.now.day
    if state.visit.screen == "review-evidence" {
      state.memory.setText("export-day", Fixtures.now.day.iso)
    }
    _ = reduce(&state, .moment(state.moment))
  }

  /// Turns the page that proves to a tab.
  mutating func turn(to tab: ProveUsers.Tab) throws {
    try focus("tab-\(tab.name)")
    try press(.enter)
    try focus("rows")
  }
}
