import Canvas
import Migration
import Testing
import Widgets

@testable import Wizard

@Suite("The user table under somebody's hands")
struct UserTableTests {
  private func table() throws -> Rehearsal {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("user-table")
    return wizard
  }

  private func names(_ state: State) -> [String] {
    state.createUsers.users.window.rows.map { $0.details.lastName }
  }

  @Test("letters narrow the table at once, and the count says so")
  func filter() throws {
    var wizard = try table()
    try wizard.press(.character("/"))
    #expect(wizard.state.memory.focus == "filter")
    try wizard.type("zwol")
    #expect(wizard.state.createUsers.users.query.filter == "zwol")
    #expect(Set(names(wizard.state)) == ["Weasley", "Lovegood", "Longbottom", "Ćosić"])
    #expect(render(wizard.state).text.contains("4 of 11"))
  }

  @Test("a filter without hits leaves nothing to act on")
  func noHits() throws {
    var wizard = try table()
    try wizard.press(.character("/"))
    try wizard.type("qqq")
    try wizard.press(.enter, .character("d"))
    #expect(wizard.state.notice?.key == "no-row")
    #expect(wizard.state.summary.userFunnel.total == 11)
  }

  @Test("s orders by the next column, S turns the order round")
  func sort() throws {
    var wizard = try table()
    #expect(wizard.state.createUsers.users.query.order == .name)
    let first = names(wizard.state)
    try wizard.press(.character("S"))
    #expect(names(wizard.state) == first.reversed())
    try wizard.press(.character("S"))
    for column in [UserColumn.address, .standing, .invitation, .login, .group, .source, .name] {
      try wizard.press(.character("s"))
      #expect(wizard.state.createUsers.users.query.order == column)
      #expect(!wizard.state.createUsers.users.query.isDescending)
    }
  }

  @Test("space chooses and goes on; a chooses all and lets all go")
  func choosing() throws {
    var wizard = try table()
    try wizard.press(.character(" "), .character(" "))
    #expect(wizard.state.memory.rows("users").chosen.count == 2)
    #expect(wizard.state.memory.rows("users").cursor == 2)
    try wizard.press(.up, .character(" "))
    #expect(wizard.state.memory.rows("users").chosen.count == 1)
    try wizard.press(.character("a"))
    #expect(wizard.state.memory.rows("users").chosen.isEmpty)
    try wizard.press(.character("a"))
    #expect(wizard.state.memory.rows("users").chosen.count == 11)
  }

  @Test("Esc takes the filter away, then lets the chosen go, then leaves the screen")
  func escape() throws {
    var wizard = try table()
    try wizard.press(.character("/"))
    try wizard.type("wea")
    try wizard.press(.enter, .character(" "), .escape)
    #expect(wizard.state.memory.inputs["filter"] == nil)
    #expect(wizard.state.createUsers.users.query.filter == "")
    #expect(wizard.state.memory.rows("users").chosen.count == 1)
    try wizard.press(.escape)
    #expect(wizard.state.memory.rows("users").chosen.isEmpty)
    #expect(wizard.state.visit.screen == "user-table")
    try wizard.press(.escape)
    #expect(wizard.state.visit.screen == "create-users")
  }

  @Test("d takes out whoever is chosen, and the choice is gone with them")
  func remove() throws {
    var wizard = try table()
    try wizard.press(.character(" "), .character(" "), .character("d"))
    #expect(wizard.state.summary.userFunnel.total == 9)
    #expect(wizard.state.memory.rows("users").chosen.isEmpty)
    #expect(wizard.state.notice?.arguments["count"] == "2")
  }

  @Test("who is chosen stays so behind other letters, which is said, and is acted on")
  func chosenThenFiltered() throws {
    var wizard = try table()
    let chosen = try #require(wizard.state.createUsers.users.window[0])
    try wizard.press(.character(" "), .character("/"))
    try wizard.type("ron")
    #expect(wizard.state.memory.rows("users").chosen == [chosen.id.number])
    #expect(render(wizard.state).text.contains("1 chosen, 1 of them not shown"))
    try wizard.press(.enter, .character(" "))
    #expect(render(wizard.state).text.contains("2 chosen, 1 of them not shown"))
    try wizard.press(.character("d"))
    #expect(wizard.state.notice?.arguments["count"] == "2")
    try wizard.press(.escape)
    #expect(wizard.state.createUsers.users.window.total == 9)
    #expect(wizard.state.createUsers.users.window.rows.allSatisfy { $0.details.firstName != "Ron" })
    #expect(wizard.state.createUsers.users.window.rows.allSatisfy { $0.id != chosen.id })
  }

  @Test("without the filter all who are chosen are shown again")
  func chosenThenAll() throws {
    var wizard = try table()
    try wizard.press(.character(" "), .character("/"))
    try wizard.type("no such person")
    #expect(render(wizard.state).text.contains("not shown"))
    try wizard.press(.escape)
    #expect(render(wizard.state).text.contains("1 chosen"))
    #expect(!render(wizard.state).text.contains("not shown"))
  }

  @Test("how many are chosen is said beside a filter too")
  func chosenCount() throws {
    var wizard = try table()
    try wizard.press(.character("/"))
    try wizard.type("wea")
    try wizard.press(.enter, .character("a"))
    #expect(render(wizard.state).text.contains("2 of 11 · 2 chosen"))
  }

  @Test("somebody who was taken out on the own page is chosen no more")
  func chosenThenGone() throws {
    var wizard = try table()
    try wizard.press(.character(" "), .character(" "), .up, .enter)
    try wizard.focus("remove")
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "user-table")
    #expect(wizard.state.memory.rows("users").chosen.isEmpty)
    try wizard.press(.character("d"))
    #expect(wizard.state.notice?.key == "done-remove-users")
  }

  @Test("an answer to an older question is dropped")
  func staleQuestion() throws {
    var wizard = try table()
    let before = wizard.state.createUsers.users.window
    let old = UserQuery(filter: "somebody else")
    _ = reduce(
      &wizard.state,
      .answer(
        .createUsers(
          .users(old, RowWindow(revision: before.revision, first: 0, rows: [], total: 0)))))
    #expect(wizard.state.createUsers.users.window.total == before.total)
  }

  @Test("an answer from before the last change is dropped")
  func staleRevision() throws {
    var wizard = try table()
    let before = wizard.state.createUsers.users.window
    _ = reduce(
      &wizard.state,
      .answer(
        .createUsers(
          .users(
            wizard.state.createUsers.users.query,
            RowWindow(revision: wizard.state.summary.revision - 1, first: 0, rows: [], total: 0)))))
    #expect(wizard.state.createUsers.users.window.total == before.total)
  }

  @Test("the rows around the visible ones are asked for when the cursor leaves them, once")
  func window() throws {
    var state = try table().state
    let users = (0..<200).map { number in
      User(id: UserID(Int64(number)), details: UserDetails(lastName: "Person \(number)"))
    }
    state.createUsers.users.window = RowWindow(
      revision: state.summary.revision, first: 0, rows: Array(users.prefix(60)), total: 200)
    var asked: [Range<Int>] = []
    for _ in 0..<60 {
      for effect in reduce(&state, .input(.key(.down))) {
        guard case .createUsers(.readUsers(_, let places)) = effect else { continue }
        asked.append(places)
        state.createUsers.users.window = RowWindow(
          revision: state.summary.revision, first: places.lowerBound,
          rows: Array(users[places.clamped(to: 0..<200)]), total: 200)
      }
    }
    #expect(state.memory.rows("users").cursor == 60)
    #expect((1...4).contains(asked.count), "\(asked)")
    #expect(state.createUsers.users.window[60] != nil)
  }

  @Test("the cursor stays in view at every size")
  func resize() throws {
    var wizard = try table()
    try wizard.press(.end)
    for height in [24, 10, 12, 43, 10] {
      try wizard.take(.resized(Size(width: 60, height: height)))
      let text = render(wizard.state).rows
      #expect(text.contains { $0.contains("►") && $0.contains("Weasley") }, "\(height) rows")
    }
  }
}
