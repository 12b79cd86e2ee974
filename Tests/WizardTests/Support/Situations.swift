import Canvas
import Migration
import Widgets
import WizardTesting

@testable import Wizard

/// Every screen in every way in which it looks different.
enum Situations {
  static let all: [Situation] = told + untold

  /// Screens of which nobody tells a situation: as somebody finds them who jumps there.
  private static let untold: [Situation] = Flow.entries.map(\.screen.name)
    .filter { screen in !told.contains { $0.screen == screen } }
    .map { screen in Situation(screen) { try jumped($0, to: screen) } }

  private static let told: [Situation] =
    start + overviews + briefings + tables + invitations + reviews + lists + pages + handOvers
    + handingOver + proofs + everywhere
    + assignProducts
    + ends + switchDevices + informUsers + retireServers

  /// The one of each screen whose picture is kept.
  static let pictured: [Situation] = all.filter { $0.how.isEmpty }

  // MARK: Start

  private static let start = [
    Situation("sessions") { language in
      var wizard = try Rehearsal.start(language)
      try wizard.answer(.sessions(cards))
      return wizard.state
    },
    Situation("sessions", "with none on this machine") { try Rehearsal.start($0).state },
    Situation("sessions", "with a journal beside one") { language in
      var wizard = try Rehearsal.start(language)
      try wizard.answer(.sessions(cards))
      try wizard.answer(
        .journalFound(
          JournalQuestion(
            path: "~/brugman.overstap", journal: "~/brugman.overstap-journal",
            cause: "other-state",
            ways: [
              JournalQuestion.Way(name: "without", people: 98, lastDay: Day(number: 20_600)),
              JournalQuestion.Way(name: "with", people: 132, lastDay: nil),
            ])))
      return wizard.state
    },
    Situation("sessions", "with an empty file to make one of") { language in
      var wizard = try Rehearsal.start(language)
      wizard.state.emptyFile = "~/brugman.overstap"
      try wizard.answer(.sessions(cards))
      return wizard.state
    },
    Situation("sessions", "with a journal and no way") { language in
      var wizard = try Rehearsal.start(language)
      try wizard.answer(
        .journalFound(
          JournalQuestion(
            path: "~/brugman.overstap", journal: "~/brugman.overstap-journal", cause: "cut",
            ways: [])))
      return wizard.state
    },
    Situation("setup") { language in
      var wizard = try Rehearsal.start(language)
      try wizard.press(.enter)
      return wizard.state
    },
    Situation("setup", "with a field that holds it back") { language in
      var wizard = try Rehearsal.start(language)
      try wizard.press(.enter)
      try wizard.fill("start-date", "31-2-2027")
      try wizard.press(.function(10))
      try wizard.focus("organisation")
      return wizard.state
    },
    Situation("setup", "to correct") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("setup")
      return wizard.state
    },
  ]

  private static let cards = [
    SessionCard(
      path: "/home/jan/.local/share/overstap/brugman-ingenieurs.overstap",
      organisation: "Brugman Ingenieurs", team: "Brugman Ingenieurs - 4417",
      lastChange: Fixtures.now.day - 1),
    SessionCard(
      path: "/home/jan/.local/share/overstap/zweinstein.overstap",
      organisation: "Zweinstein Advies",
      team: "harrypotter switch - 9231", lastChange: Day(number: 20_600)),
    SessionCard(
      path: "/home/jan/.local/share/overstap/unnamed.overstap", organisation: "", team: "",
      lastChange: nil),
  ]

  // MARK: Overview and briefings

  private static let overviews = [
    Situation("overview") { try Rehearsal.small($0).state },
    Situation("overview", "with nobody in the list") { try Rehearsal.empty($0).state },
    Situation("overview", "before the start date") { try dated($0, Fixtures.startDate - 20) },
    Situation("overview", "on the start date") { try dated($0, Fixtures.startDate) },
    Situation("overview", "one day before the end") { try dated($0, Fixtures.startDate + 29) },
    Situation("overview", "on the last day") { try dated($0, Fixtures.startDate + 30) },
    Situation("overview", "after the end") { try dated($0, Fixtures.startDate + 130) },
    Situation("overview", "with products assigned") { language in
      var wizard = try Rehearsal.small(language)
      wizard.state.summary.funnels = [
        .assignProducts: Funnel(total: 138, stated: 103, proven: 71),
        .switchDevices: Funnel(total: 219, stated: 26, proven: 24),
        .informUsers: Funnel(total: 132, stated: 40, proven: 24),
        .retireServers: Funnel(total: 2),
      ]
      wizard.state.summary.users = [.planned: 0, .stated: 6, .proven: 126]
      wizard.state.summary.usersWithSeat = 98
      return wizard.state
    },
    Situation("overview", "without a start date") { language in
      try Rehearsal.organisation(language) { file throws(ChangeRefusal) in
        var setup = Fixtures.setup(language: language)
        setup.startDate = nil
        setup.team = ""
        _ = try file.apply(.setUp(setup), at: Fixtures.now)
      }.state
    },
  ]

  private static func dated(_ language: String, _ day: Day) throws -> State {
    var wizard = try Rehearsal.small(language)
    wizard.state.moment = Moment(day: day, minute: 600)
    try wizard.jump("overview")
    return wizard.state
  }

  private static let briefings = Step.allCases.map { step in
    Situation(step.id) { try jumped($0, to: step.id) }
  }

  private static func jumped(
    _ language: String, to screen: String, _ argument: String = ""
  ) throws -> State {
    var wizard = try Rehearsal.small(language)
    try wizard.jump(screen, argument)
    return wizard.state
  }

  // MARK: The user table

  private static let tables = [
    Situation("user-table") { try jumped($0, to: "user-table") },
    Situation("user-table", "with nobody") { language in
      var wizard = try Rehearsal.empty(language)
      try wizard.jump("user-table")
      return wizard.state
    },
    Situation("user-table", "filtered") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("user-table")
      try wizard.press(.character("/"))
      try wizard.type("wea")
      return wizard.state
    },
    Situation("user-table", "filtered to nobody") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("user-table")
      try wizard.press(.character("/"))
      try wizard.type("qqq")
      return wizard.state
    },
    Situation("user-table", "with chosen people, turned round") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("user-table")
      try wizard.press(.character("s"), .character("S"), .character(" "), .character(" "))
      return wizard.state
    },
    Situation("user-table", "read only") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("user-table")
      wizard.state.session.readOnly = .newer
      try wizard.press(.character("n"))
      return wizard.state
    },
    Situation("user-table", "with a message") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("user-table")
      try wizard.press(.character("d"))
      return wizard.state
    },
    Situation("group-users") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("user-table")
      try wizard.press(.character(" "), .character(" "), .character("g"))
      return wizard.state
    },
    Situation("group-users", "with no groups yet") { language in
      var wizard = try Rehearsal.organisation(language) { file throws(ChangeRefusal) in
        try Fixtures.fillEmptyOrganisation(file, language: language)
        var details = Fixtures.people[0]
        details.group = ""
        _ = try file.apply(.createUsers(.addUser(details, .typed)), at: Fixtures.now)
      }
      try wizard.jump("user-table")
      try wizard.press(.character("g"))
      return wizard.state
    },
  ]

  // MARK: Invite users

  private static let invitations = [
    Situation("invite-single") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("invite-single")
      try wizard.fill("first-name", "Tjitske")
      try wizard.fill("last-name", "op den Kamp")
      try wizard.fill("address", "tekenkamer@example.com")
      try wizard.press(.tab, .backTab)
      return wizard.state
    },
    Situation("invite-single", "as it opens") { try jumped($0, to: "invite-single") },
    Situation("invite-single", "unfolded") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("invite-single")
      try wizard.press(.function(5))
      try wizard.fill("login", "render")
      try wizard.fill("group", "Pilot")
      try wizard.press(.tab)
      return wizard.state
    },
    Situation("invite-single", "tried with nothing typed") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("invite-single")
      try wizard.press(.function(10))
      return wizard.state
    },
    Situation("invite-single", "with a group kept from the person before") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("invite-single")
      wizard.state.memory.setText("group", "Pilot")
      try wizard.press(.tab)
      return wizard.state
    },
    Situation("invite-multiple") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("invite-multiple")
      try wizard.take(.paste("Anna Jansen <a.jansen@example.com>\nBas, Oud, b.oud@example.com"))
      return wizard.state
    },
    Situation("invite-multiple", "with nothing pasted") { try jumped($0, to: "invite-multiple") },
    Situation("import-users") { try importing($0) { $0.entries = files } },
    Situation("import-users", "in an empty folder") { try importing($0) { _ in } },
    Situation("import-users", "in a folder that cannot be read") { language in
      try importing(language) { $0.isUnreadable = true }
    },
    Situation("import-users", "while the list is read") { language in
      var state = try importing(language) { $0.entries = files }
      state.work = LongWork(.takingOver, done: 120, total: 480)
      return state
    },
    Situation("import-users", "while a hand-over is written") { language in
      var state = try importing(language) { $0.entries = files }
      state.work = LongWork(.writingHandOver)
      return state
    },
  ]

  private static let files = [
    Folder.Entry(name: "Lijsten", isFolder: true, size: 0),
    Folder.Entry(name: "medewerkers.csv", isFolder: false, size: 18_211),
    Folder.Entry(name: "debug.log", isFolder: false, size: 210_000_000),
  ]

  private static func importing(
    _ language: String, _ change: (inout Folder) -> Void
  ) throws -> State {
    var wizard = try Rehearsal.small(language)
    try wizard.jump("import-users")
    var folder = Folder()
    folder.path = "/home/jan/Downloads/"
    change(&folder)
    try wizard.answer(.folder(folder))
    return wizard.state
  }

  // MARK: The review

  private static let reviews =
    [
      Situation("review-users") { language in
        var wizard = try reviewing(language)
        // The rows that need a look are seen first.
        try wizard.focus("rows")
        return wizard.state
      },
      Situation("review-users", "as it opens") { try reviewing($0).state },
      Situation("review-users", "with nothing new") { language in
        var wizard = try Rehearsal.small(language)
        try wizard.jump("invite-multiple")
        try wizard.take(.paste("Harry Potter <hpotter@example.com>"))
        try wizard.press(.function(10))
        return wizard.state
      },
      Situation("review-users", "that is gone") { try jumped($0, to: "review-users") },
    ]
    + Review.Kind.allCases.map { kind in
      Situation("review-users", "on the \(kind.name) rows") { language in
        var wizard = try reviewing(language)
        try wizard.focus("kind-\(kind.name)")
        try wizard.press(.enter)
        try wizard.focus("rows")
        return wizard.state
      }
    }

  /// A list with rows of every kind.
  static func reviewing(_ language: String) throws -> Rehearsal {
    var wizard = try Rehearsal.small(language)
    try wizard.jump("import-users")
    let path = try TemporaryFile.write(
      """
      Roepnaam;Tussenvoegsel;Achternaam;E-mail werk;Login;Afdeling;Personeelsnr
      Anna;;Jansen;a.jansen@example.com;ajansen;Ede;100481
      Bas;;Oud;b.oud@example.com;boud;Zwolle;100482
      Harry;;Potter;hpotter@example.com;hpotter;Pilot;100483
      Ron;;Weasly;rweasley@example.com;rweasley;Pilot;100484
      Teken;;Kamer;tekenkamer@example.com;;Ede;100485
      Luna;;Lovegood;luna@example.com;;Ede;100486
      ;;Balk;j.balk@example.com;jbalk;Ede;100487
      IT;;Support;it@example.com;it;Ede;100488
      Ina;;Post;i.post@example,com;ipost;Ede;100489
      Anna;;Jansen;A.Jansen@example.com;ajansen;Ede;100490

      """, as: "medewerkers.csv")
    defer { TemporaryFile.remove(path) }
    try wizard.fill("path", path)
    try wizard.press(.enter)
    wizard.state.createUsers.review?.path = "/home/jan/Downloads/medewerkers.csv"
    _ = reduce(&wizard.state, .moment(wizard.state.moment))
    return wizard
  }

  // MARK: One user, hand-overs

  private static let pages = [
    Situation("user-page") { try jumped($0, to: "user-page", "9") },
    Situation("user-page", "of somebody in a hand-over") { try jumped($0, to: "user-page", "1") },
    Situation("user-page", "of somebody who is gone") { try jumped($0, to: "user-page", "99") },
    Situation("user-page", "with a wrong address") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("user-page", "9")
      try wizard.fill("address", "kdeboer@example,com")
      try wizard.press(.function(10))
      return wizard.state
    },
    Situation("journal") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("user-table")
      try wizard.press(.character("d"), .character("u"))
      try wizard.jump("journal")
      return wizard.state
    },
    Situation("journal", "before anything was done") { language in
      var state = try jumped(language, to: "journal")
      state.journal = []
      _ = reduce(&state, .moment(state.moment))
      return state
    },
  ]

  private static let handOvers = [
    Situation("hand-over-users") { try jumped($0, to: "hand-over-users") },
    Situation("hand-over-users", "with nobody in the list") { language in
      var wizard = try Rehearsal.empty(language)
      try wizard.jump("hand-over-users")
      return wizard.state
    },
    Situation("hand-over-users", "with everyone handed over") { language in
      var state = try jumped(language, to: "hand-over-users")
      state.summary.usersNotHandedOver = 0
      _ = reduce(&state, .moment(state.moment))
      return state
    },
    Situation("hand-over-users", "with one group chosen") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("hand-over-users")
      try wizard.focus("group")
      try wizard.press(.right)
      return wizard.state
    },
    Situation("hand-over-users", "for a system administrator before the start") { language in
      var wizard = try Rehearsal.small(language)
      wizard.state.summary.setup?.role = .systemAdministrator
      wizard.state.moment = Moment(day: Fixtures.startDate - 3, minute: 600)
      wizard.state.visits = Flow.wayTo(Visit("hand-over-users"))
      _ = reduce(&wizard.state, .moment(wizard.state.moment))
      return wizard.state
    },
    Situation("hand-over-users", "with directory sync") { language in
      var wizard = try Rehearsal.small(language)
      wizard.state.summary.setup?.directory = .sync
      wizard.state.visits = Flow.wayTo(Visit("hand-over-users"))
      _ = reduce(&wizard.state, .moment(wizard.state.moment))
      return wizard.state
    },
    Situation("hand-over") { try jumped($0, to: "hand-over", "3") },
    Situation("hand-over", "that is stated") { try jumped($0, to: "hand-over", "1") },
    Situation("hand-over", "that did not go through") { try jumped($0, to: "hand-over", "2") },
    Situation("hand-over", "that is gone") { try jumped($0, to: "hand-over", "77") },
  ]

  // MARK: Everywhere

  private static let everywhere = [
    Situation("go-to") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.press(.control("p"))
      return wizard.state
    },
    Situation("go-to", "with letters that nothing has") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.press(.control("p"))
      try wizard.type("qqq")
      return wizard.state
    },
    Situation("help") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.press(.function(1))
      return wizard.state
    },
    Situation("throw-away") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("invite-single")
      try wizard.type("Ann")
      try wizard.focus("cancel")
      try wizard.press(.enter)
      return wizard.state
    },
    Situation("leave") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.press(.control("c"))
      return wizard.state
    },
    Situation("leave", "while nothing can be kept") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.press(.control("c"))
      wizard.state.unkept = .fileGone
      return wizard.state
    },
    Situation("leave", "in the demonstration") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.press(.control("c"))
      return wizard.state
    },
  ]
}
