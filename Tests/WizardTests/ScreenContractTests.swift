import Canvas
import Testing
import Widgets

@testable import Wizard

@Suite("Every screen, however it stands")
struct ScreenContractTests {
  static let languages = ["nl", "en"]
  static let sizes = [
    Size(width: 80, height: 24), Size(width: 132, height: 43), Size(width: 40, height: 10),
    Size(width: 1, height: 1),
  ]

  @Test("keeps the contract at every size and in every look", arguments: Situations.all, languages)
  func contract(_ situation: Situation, _ language: String) throws {
    let state = try situation.state(language)
    var complaints = Complaints()
    for size in Self.sizes {
      for look in Self.looks {
        var shown = state
        shown.look = look
        _ = reduce(&shown, .input(.resized(size)))
        complaints.add(
          FrameCheck(shown).atAnySize(),
          "\(size.width)x\(size.height), ASCII: \(look.isASCII), masked: \(look.isMasked)")
      }
    }
    #expect(complaints.lines == [])
  }

  private static let looks = [
    Look(), Look(isMasked: true), Look(isASCII: true), Look(isASCII: true, isMasked: true),
  ]

  @Test(
    "cuts nothing where there is room, wherever the focus is", arguments: Situations.all, languages)
  func room(_ situation: Situation, _ language: String) throws {
    var complaints = Complaints()
    for size in Self.sizes where size.width >= 80 {
      var state = try situation.state(language)
      _ = reduce(&state, .input(.resized(size)))
      let ids = state.work == nil ? Chrome.page(state).targets.map(\.id) : [""]
      for id in ids {
        var focused = state
        if !id.isEmpty { _ = Focus.move(to: id, &focused) }
        _ = reduce(&focused, .moment(focused.moment))
        let check = FrameCheck(focused)
        complaints.add(
          check.atAnySize() + check.withRoom(), "\(size.width)x\(size.height) on \(id)")
      }
    }
    #expect(complaints.lines == [])
  }

  @Test(
    "begins at its top: nothing above the first thing with the focus is out of sight",
    arguments: Situations.all, languages)
  func top(_ situation: Situation, _ language: String) throws {
    var state = try situation.state(language)
    guard state.work == nil, let first = Chrome.page(state).targets.first else { return }
    _ = Focus.move(to: first.id, &state)
    _ = reduce(&state, .moment(state.moment))
    let frame = render(state)
    let title = try #require(frame.nodes.first { $0.role == .title })
    #expect(title.area.top >= 2, "the title is scrolled away")
  }

  @Test("says no more in one language than in the other", arguments: Situations.all)
  func languagesAgree(_ situation: Situation) throws {
    let dutch = Chrome.page(try situation.state("nl"))
    let english = Chrome.page(try situation.state("en"))
    #expect(dutch.targets.map(\.id) == english.targets.map(\.id))
    #expect(dutch.widgets.count == english.widgets.count)
  }

  @Test(
    "an arrow on a choice goes on from the value that is shown, and chooses the first of none",
    arguments: Situations.all)
  func choices(_ situation: Situation) throws {
    let state = try situation.state("en")
    guard state.work == nil else { return }
    for target in Chrome.page(state).targets {
      guard case .choice(let count, let chosen) = target.kind else { continue }
      for (key, wanted) in [
        (Key.right, chosen.map { min($0 + 1, count - 1) } ?? 0),
        (.left, chosen.map { max($0 - 1, 0) } ?? 0),
      ] {
        var pressed = state
        _ = Focus.move(to: target.id, &pressed)
        _ = reduce(&pressed, .input(.key(key)))
        let seen = Chrome.page(pressed).targets.first { $0.id == target.id }?.kind
        #expect(seen == .choice(count, chosen: wanted), "\(target.id), \(key)")
      }
    }
  }

  @Test("each screen of the flow is among the situations")
  func allScreens() {
    let seen = Set(Situations.all.map(\.screen))
    #expect(Set(Flow.entries.map(\.screen.name)).subtracting(seen) == [])
    #expect(Situations.pictured.map(\.screen).sorted() == Flow.entries.map(\.screen.name).sorted())
  }

  @Test("each situation stands on its own screen", arguments: Situations.all, languages)
  func ownScreen(_ situation: Situation, _ language: String) throws {
    #expect(try situation.state(language).visit.screen == situation.screen)
  }
}

/// What is wrong, each thing once, with the place where it was seen first.
private struct Complaints {
  private(set) var lines: [String] = []
  private var known: Set<String> = []

  mutating func add(_ complaints: [String], _ place: String) {
    for complaint in complaints where known.insert(complaint).inserted {
      lines.append("\(complaint)  [\(place)]")
    }
  }
}
