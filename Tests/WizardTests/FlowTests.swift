import Canvas
import Migration
import Testing
import Widgets
import WizardTesting

@testable import Wizard

@Suite("The flow")
struct FlowTests {
  /// Screens that come up from anywhere and go away again.
  static let passing: Set<String> = ["help", "go-to", "leave", "journal", "throw-away"]

  @Test("every edge leads to a screen that there is", arguments: Flow.entries.map(\.screen.name))
  func edges(_ name: String) {
    for (outcome, target) in Flow.entry(name).edges {
      #expect(Flow.contains(target), "\(name) by \(outcome)")
    }
    if let behind = Flow.entry(name).behind { #expect(Flow.contains(behind)) }
  }

  @Test("every screen can be reached from the start")
  func reachable() {
    var reached: Set<String> = [Flow.first]
    var open = [Flow.first]
    while let name = open.popLast() {
      for target in Flow.entry(name).edges.values where reached.insert(target).inserted {
        open.append(target)
      }
    }
    let all = Set(Flow.entries.map(\.screen.name))
    #expect(all.subtracting(reached).subtracting(Self.passing) == [])
  }

  @Test("the passing screens can be called up from everywhere by a key")
  func passingScreens() throws {
    let keys: [(Key, String)] = [
      (.function(1), "help"), (.control("p"), "go-to"), (.control("c"), "leave"),
      (.character("J"), "journal"),
    ]
    for (key, screen) in keys {
      var wizard = try Rehearsal.small("en")
      try wizard.press(key)
      #expect(wizard.state.visit.screen == screen)
      try wizard.press(.escape)
      #expect(wizard.state.visit.screen == "overview")
    }
  }

  @Test("with migrations on this machine, the one that was used last has the focus")
  func firstSession() throws {
    let situation = try #require(Situations.all.first { $0.screen == "sessions" })
    #expect(try situation.state("en").memory.focus == "session.0")
    #expect(try Rehearsal.start("en").state.memory.focus == "new")
  }

  @Test("numbers and names are there once")
  func unique() {
    #expect(Set(Flow.entries.map(\.number)).count == Flow.entries.count)
    #expect(Set(Flow.entries.map(\.screen.name)).count == Flow.entries.count)
  }

  @Test("the number of a screen begins with that of its step")
  func numbers() {
    for entry in Flow.entries {
      let first = entry.number.split(separator: ".").first.map(String.init)
      #expect(first == String(entry.step?.rawValue ?? 0), "\(entry.screen.name)")
    }
  }

  @Test("the way behind a screen ends", arguments: Flow.entries.map(\.screen.name))
  func ways(_ name: String) {
    let way = Flow.wayTo(Visit(name))
    #expect(way.count <= 5)
    #expect(way.last == Visit(name))
    #expect(Set(way).count == way.count)
  }

  @Test(
    "Esc leads from every screen back to the question whether to leave", arguments: Situations.all)
  func back(_ situation: Situation) throws {
    var state = try situation.state("en")
    state.work = nil
    var visits: [Visit] = [state.visit]
    for _ in 0..<16 where state.visit.screen != "leave" {
      let before = state
      _ = reduce(&state, .input(.key(.escape)))
      if state.visits == before.visits {
        // A filter, a choice or a part of a list may take one for itself: it says so, and it is seen.
        let offers = Flow.screen(before.visit.screen).offers(Scene(before))
        #expect(offers.contains { $0.command == .back }, "swallowed on \(before.visit.key)")
        #expect(render(state).text != render(before).text, "nothing seen on \(before.visit.key)")
      }
      visits.append(state.visit)
    }
    #expect(state.visit.screen == "leave", "by \(visits.map(\.key))")
  }

  @Test(
    "every screen that is kept comes back as it was",
    arguments: Situations.all.filter { Flow.entry($0.screen).isKept && $0.screen != "sessions" })
  func kept(_ situation: Situation) throws {
    var state = try situation.state("en")
    // Before there is a migration there is no file that could keep a place.
    guard state.summary.setup != nil, PlaceCoding.isKept(state.visit, state) else { return }
    // Warnings beside fields that were left come back with the next leaving.
    for key in state.memories.keys {
      state.memories[key]?.left = []
      state.memories[key]?.typedFrom = [:]
      for id in state.memories[key]?.tables.keys.map({ $0 }) ?? [] {
        state.memories[key]?.tables[id]?.choose([], at: 0)
        state.memories[key]?.tables[id]?.isPicked = false
      }
    }
    let place = PlaceCoding.place(state)
    var again = Rehearsal.firstState(language: "en")
    again.summary = state.summary
    PlaceCoding.restore(place, &again)
    #expect(again.visit == state.visit)
    #expect(again.memory == state.memory.kept)
    #expect(again.visits == state.visits.filter { PlaceCoding.isKept($0, state) })
  }
}
