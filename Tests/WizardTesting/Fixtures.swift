import Canvas
import Migration
import SessionFile

/// Made-up organisations, always the same: the same people, days and numbers in every run.
package enum Fixtures {
  /// The day on which the fixtures are looked at: Thursday 14 January 2027, at 10:42.
  package static let now = Moment(day: Day(number: 20_832), minute: 642)
  /// The first day of the new subscription.
  package static let startDate = now.day - 13

  /// The setup of the small organisation.
  package static func setup(language: String) -> Setup {
    Setup(
      organisation: "Brugman Ingenieurs", team: "Brugman Ingenieurs - 4417", startDate: startDate,
      language: language)
  }

  /// Fills an empty session with the setup alone.
  package static func fillEmptyOrganisation(
    _ file: SessionFile, language: String
  ) throws(ChangeRefusal) {
    _ = try file.apply(
      .setUp(setup(language: language)), at: Moment(day: now.day - 27, minute: 540))
  }

  /// Fills an empty session with eleven people in three groups and three hand-overs: one stated
  /// (four people), one that did not go through, one written and not stated (two people).
  package static func fillSmallOrganisation(
    _ file: SessionFile, language: String
  ) throws(ChangeRefusal) {
    try fillEmptyOrganisation(file, language: language)
    var ids: [UserID] = []
    for (place, details) in people.enumerated() {
      let outcome = try file.apply(
        .createUsers(.addUser(details, place < 8 ? .imported : place == 8 ? .pasted : .typed)),
        at: Moment(day: now.day - 26 + place / 4, minute: 600 + place))
      if let id = outcome.user { ids.append(id) }
    }
    try handOver(1, ids.prefix(4), on: startDate, file)
    _ = try file.apply(
      .stateHandOver(1, startDate + 3), at: Moment(day: startDate + 3, minute: 600))
    try handOver(2, ids.dropFirst(4).prefix(2), on: startDate + 4, file)
    _ = try file.apply(.withdrawHandOver(2), at: Moment(day: startDate + 5, minute: 600))
    try handOver(3, ids.dropFirst(4).prefix(2), on: now.day - 1, file)
  }

  private static func handOver(
    _ number: Int, _ ids: ArraySlice<UserID>, on day: Day, _ file: SessionFile
  ) throws(ChangeRefusal) {
    let handOver = HandOver(
      number: number, step: .createUsers, writtenOn: day, rowCount: ids.count,
      files: ["/home/jan/Downloads/overstap-hand-over-\(number)/01-invite-1.csv"])
    _ = try file.apply(
      .createUsers(.handOver(handOver, Array(ids))), at: Moment(day: day, minute: 570))
  }

  /// The people of the small organisation.
  package static let people: [UserDetails] = [
    person("Harry", "Potter", "hpotter", "Pilot"),
    person("Hermione", "Granger", "hgranger", "Pilot"),
    person("Ron", "Weasley", "rweasley", "Pilot"),
    person("Ginny", "Weasley", "gweasley", "Zwolle"),
    person("Luna", "Lovegood", "llovegood", "Zwolle"),
    person("Neville", "Longbottom", "nlongbottom", "Zwolle"),
    person("Minerva", "McGonagall", "mmcgonagall", "Ede"),
    person("Albus", "Dumbledore", "adumbledore", "Ede"),
    person("Karel", "de Boer", "kdeboer", "Ede"),
    person("Fatima", "El Idrissi", "felidrissi", "Ede"),
    person("Zoë", "Ćosić", "zcosic", "Zwolle"),
  ]

  private static func person(
    _ first: String, _ last: String, _ login: String, _ group: String
  ) -> UserDetails {
    UserDetails(
      firstName: first, lastName: last, address: "\(login)@example.com", login: login, group: group)
  }
}
