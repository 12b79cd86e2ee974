import Canvas
import Migration
import Testing
import Widgets

@testable import Wizard

@Suite("What holds of every list")
struct ListContractTests {
  /// Situations on whose page there is a list that is filtered.
  static let lists: [Situation] = Situations.all.filter { situation in
    guard let state = try? situation.state("en"), state.work == nil else { return false }
    return offers(.filter, state)
  }

  private static func offers(_ id: Command.ID, _ state: State) -> Bool {
    Flow.screen(state.visit.screen).offers(Scene(state)).contains {
      $0.command == id && $0.reason == nil
    }
  }

  /// The page with nothing filtered, narrowed or chosen, and the focus on its table.
  private func atRest(_ situation: Situation) throws -> State {
    var state = try situation.state("en")
    for _ in 0..<4 where Self.offers(.back, state) {
      _ = reduce(&state, .input(.key(.escape)))
    }
    let table = Chrome.page(state).targets.first { target in
      if case .rows = target.kind { true } else { false }
    }
    if let table { state.memory.focus = table.id }
    return state
  }

  /// What each of these lists has to have besides a filter.
  static let wanted: [String: Set<Command.ID>] = [
    "user-table": [.narrow, .choose, .chooseAll, .sort, .turnOrder],
    "by-product": [.narrow, .sort, .turnOrder],
    "product-page": [.choose, .chooseAll, .sort, .turnOrder],
    "assign-pick": [.choose, .chooseAll, .sort, .turnOrder],
    "computers": [.narrow, .choose, .chooseAll],
    "network-use": [.narrow, .choose, .chooseAll, .sort, .turnOrder],
  ]

  @Test("each has what the others have")
  func complete() throws {
    #expect(Set(Self.lists.map(\.screen)) == Set(Self.wanted.keys))
    for (screen, commands) in Self.wanted {
      let offered = try Self.lists.filter { $0.screen == screen }.map { situation in
        let state = try situation.state("en")
        return Set(Flow.screen(screen).offers(Scene(state)).map(\.command))
      }
      for found in offered { #expect(found.isSuperset(of: commands), "\(screen)") }
    }
  }

  @Test("choosing all and choosing all again leaves nobody chosen", arguments: lists)
  func all(_ situation: Situation) throws {
    var state = try atRest(situation)
    guard Self.offers(.chooseAll, state) else { return }
    let table = state.memory.focus
    let asks = reduce(&state, .input(.key(.character("a"))))
    #expect(!asks.isEmpty, "nothing asks for the rows")
    state.memory.tables[table, default: Memory.Rows()].chosen = [1, 2]
    _ = reduce(&state, .input(.key(.character("a"))))
    #expect(state.memory.rows(table).chosen.isEmpty)
  }

  @Test("who is led to a part of the network use gets back with one Esc")
  func led() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("ready-to-retire")
    let visits = wizard.state.visits
    var state = wizard.state
    NetworkUsePage.turn(to: .nobody, &state)
    _ = Navigation.follow("use", &state)
    #expect(state.visit.screen == "network-use")
    #expect(!Self.offers(.back, state))
    _ = reduce(&state, .input(.key(.character("z"))))
    #expect(Self.offers(.back, state))
    _ = reduce(&state, .input(.key(.escape)))
    #expect(state.visit.screen == "network-use")
    _ = reduce(&state, .input(.key(.escape)))
    #expect(state.visits == visits)
  }

  @Test(
    "Esc takes back what a list was narrowed to, and what was chosen, before the page is left",
    arguments: lists)
  func escape(_ situation: Situation) throws {
    for (id, key) in [(Command.ID.narrow, Key.character("z")), (.choose, .character(" "))] {
      var state = try atRest(situation)
      guard Self.offers(id, state) else { continue }
      let visits = state.visits
      _ = reduce(&state, .input(.key(key)))
      #expect(state.visits == visits)
      #expect(Self.offers(.back, state), "\(id): nothing says that Esc takes it back")
      _ = reduce(&state, .input(.key(.escape)))
      #expect(state.visits == visits, "\(id): Esc left the page")
      #expect(!Self.offers(.back, state), "\(id): Esc did not take it back")
      _ = reduce(&state, .input(.key(.escape)))
      #expect(state.visits != visits, "\(id): the next Esc does not leave")
    }
  }

  @Test(
    "letters filter it, and Esc brings all rows back with the focus on the table", arguments: lists)
  func filter(_ situation: Situation) throws {
    var state = try atRest(situation)
    let visits = state.visits
    let focus = state.memory.focus
    _ = reduce(&state, .input(.key(.character("/"))))
    #expect(state.memory.focus == "filter")
    for letter in "qx" {
      _ = reduce(&state, .input(.key(.character(letter.unicodeScalars.first ?? "q"))))
    }
    #expect(state.memory.text("filter") == "qx")
    _ = reduce(&state, .input(.key(.escape)))
    #expect(state.visits == visits)
    #expect(state.memory.inputs["filter"] == nil)
    #expect(state.memory.focus == focus)
  }

  @Test("another order begins at the top, and its column is the next", arguments: lists)
  func sort(_ situation: Situation) throws {
    var state = try atRest(situation)
    guard Self.offers(.sort, state) else { return }
    let table = state.memory.focus
    _ = reduce(&state, .input(.key(.down)))
    let before = state.memory.rows(table)
    _ = reduce(&state, .input(.key(.character("s"))))
    #expect(state.memory.rows(table).column != before.column)
    #expect(state.memory.rows(table).cursor == 0)
    let isDescending = state.memory.rows(table).isDescending
    _ = reduce(&state, .input(.key(.character("S"))))
    #expect(state.memory.rows(table).isDescending != isDescending)
  }
}
