import Canvas
import Migration
import Testing
import Widgets
import WizardTesting

@testable import Wizard

@Suite("What holds of every list")
struct ListContractTests {
  /// Situations on whose page there is a list.
  static let lists: [Situation] = Situations.all.filter { situation in
    guard let state = try? situation.state("en"), state.work == nil else { return false }
    return !tables(Chrome.page(state)).isEmpty
  }

  private static func tables(_ page: Page) -> [Table] {
    (page.widgets + page.footer).compactMap { $0 as? Table }
  }

  /// What a list is called here: its screen, its tab where there are several, and its table.
  private static func name(_ table: Table, _ page: Page, _ state: State) -> String {
    let tab = page.widgets.lazy.compactMap { ($0 as? TabRow)?.present }.first ?? ""
    return [state.visit.screen, tab, table.id].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What lists do by themselves.
  private static let commands: Set<Command.ID> = [
    .filter, .narrow, .choose, .chooseAll, .sort, .turnOrder,
  ]

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

  /// Pages on which choosing says what becomes of a row: that stays so when Esc leads back.
  private static let decided: Set = [
    "review-products", "user-products", "review-users", "assign-review",
  ]

  private static let all: Set<Command.ID> = commands
  private static let whole: Set<Command.ID> = [.filter, .choose, .chooseAll, .sort, .turnOrder]
  private static let read: Set<Command.ID> = [.filter, .sort, .turnOrder]

  /// Every list that there is, with what it has; a list has nothing else.
  static let wanted: [String: Set<Command.ID>] = [
    "add-file files": [],
    "add-licences tab-files files": [.choose, .chooseAll],
    "assign-import tab-import files": [],
    "assign-list products": [],
    "assign-pick tab-pick candidates": all,
    "assign-review kind-doubtful rows": [.chooseAll],
    "assign-review kind-same rows": [],
    "assign-type tab-type hits": [],
    "by-product products": [.filter, .narrow, .sort, .turnOrder],
    "computer-page installations": [.choose, .chooseAll],
    "computers tab-computer computers": all,
    "couple-login users": [],
    "go-to goals": [],
    "hand-over-devices hand-overs": [],
    "hand-over-messages hand-overs": [],
    "hand-over-seats hand-overs": [],
    "hand-over-users hand-overs": [],
    "import-users tab-import files": [],
    "installations tab-product installations": [.choose, .chooseAll, .filter, .narrow],
    "journal entries": read,
    "message-list texts": [],
    "message-people people": [.filter],
    "map-offering products": [],
    "network-use uses": all,
    "offering-use offerings": read,
    "overview steps": [],
    "product-page seats": whole,
    "products-file files": [],
    "propose-computers computers": [],
    "propose-seats lines": [.filter],
    "prove-messages people": [.filter, .narrow],
    "prove-devices tab-failed installations": [.choose, .chooseAll, .filter],
    "prove-devices tab-found installations": [.choose, .chooseAll, .filter],
    "prove-devices tab-missing installations": [.choose, .chooseAll, .filter],
    "prove-devices tab-proven installations": [.choose, .chooseAll, .filter],
    "prove-seats files": [],
    "prove-servers servers": read,
    "prove-users tab-evidence rows": read,
    "prove-users tab-here-only rows": whole,
    "prove-users tab-not-accepted rows": whole,
    "prove-users tab-portal-only rows": [.choose, .chooseAll, .filter],
    "read-list columns": [],
    "ready-to-retire conditions": [],
    "review-devices computers": [.filter],
    "review-licences servers": [.filter],
    "review-products rows": [.filter, .choose, .chooseAll],
    "review-users kind-changed rows": [],
    "review-users kind-double rows": [],
    "review-users kind-doubtful rows": [.chooseAll],
    "review-users kind-new rows": [],
    "review-users kind-refused rows": [],
    "review-users kind-same rows": [],
    "seat-differences kind-extra rows": [.filter],
    "seat-differences kind-gone rows": [.filter],
    "seat-differences kind-proves rows": [.filter],
    "seat-differences kind-strangers rows": [.filter],
    "seat-differences kind-unmatched rows": [.filter],
    "seat-queue queue": [.choose, .chooseAll, .filter],
    "servers servers": read,
    "switch-here products": [.choose, .chooseAll],
    "user-products products": [.filter, .choose],
    "user-table users": all,
    "without-product users": read,
  ]

  @Test("every list has what it has to have, and nothing else")
  func complete() throws {
    var found: [String: Set<Command.ID>] = [:]
    for situation in Self.lists {
      let state = try situation.state("en")
      let page = Chrome.page(state)
      let offered = Set(Flow.screen(state.visit.screen).offers(Scene(state)).map(\.command))
        .intersection(Self.commands)
      for table in Self.tables(page) {
        found[Self.name(table, page, state), default: []].formUnion(offered)
      }
    }
    #expect(Set(found.keys).subtracting(Self.wanted.keys) == [])
    #expect(Set(Self.wanted.keys).subtracting(found.keys) == [])
    for (list, commands) in Self.wanted {
      let names = (found[list] ?? []).map(\.name)
      #expect(names.sorted() == commands.map(\.name).sorted(), "\(list)")
    }
  }

  @Test("no screen makes a table of its own: what all lists do is done once")
  func once() {
    let makers = Repository.swiftFiles(under: "Sources/Wizard").filter { path in
      SwiftSource(Repository.text(path) ?? "").code.firstRange(of: " Table(") != nil
    }
    #expect(makers == ["Sources/Wizard/Kit/ListPage.swift"])
  }

  @Test("choosing all and choosing all again leaves nobody chosen", arguments: lists)
  func all(_ situation: Situation) throws {
    var state = try atRest(situation)
    guard Self.offers(.chooseAll, state), !Self.decided.contains(situation.screen) else { return }
    let table = state.memory.focus
    let asks = reduce(&state, .input(.key(.character("a"))))
    #expect(!asks.isEmpty || !state.memory.rows(table).chosen.isEmpty, "nothing is chosen")
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
      guard Self.offers(id, state), !Self.decided.contains(situation.screen) else { continue }
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
    guard Self.offers(.filter, state) else { return }
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
