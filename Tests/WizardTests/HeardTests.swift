import Canvas
import Testing
import Widgets

@testable import Wizard

/// What every screen says to somebody who hears it line by line.
@Suite("Every screen that is heard")
struct HeardTests {
  @Test(
    "names no key of the full screen, and draws no sign where it has words",
    arguments: Situations.all,
    ScreenContractTests.languages)
  func heard(_ situation: Situation, _ language: String) throws {
    var state = try situation.state(language)
    state.look.isHeard = true
    _ = reduce(&state, .input(.resized(Size(width: 160, height: 40))))
    var told = texts(state)
    if state.work == nil {
      for target in Chrome.page(state).targets where isAskedFor(target) {
        var focused = state
        focused.notice = nil
        _ = Focus.move(to: target.id, &focused)
        told += render(focused).nodes.filter { $0.role == .hint }.map(\.name)
      }
    }
    var complaints: Set<String> = []
    for text in told {
      for line in text.split(separator: "\n") where isForEyes(line) {
        complaints.insert(String(line))
      }
    }
    #expect(complaints.sorted() == [])
  }

  @Test("says what it says to the eye where it has nothing else for the ear")
  func otherWords() throws {
    let texts = EmbeddedScreens.catalogue.texts(in: .en)
    let seen = Words(texts, screen: "user-table")
    let heard = Words(texts, screen: "user-table", isHeard: true)
    #expect(seen("notes.no-hit").contains("Esc") && !heard("notes.no-hit").contains("Esc"))
    #expect(heard("notes.all-given") == seen("notes.all-given"))
    #expect(!heard.of("messages")("messages.type-letters").contains("arrow"))
  }

  /// Plain mode asks for these, and then says their hint.
  private func isAskedFor(_ target: Target) -> Bool {
    switch target.kind {
    case .field, .editor, .choice: true
    case .button, .tab, .rows, .reader, .item: false
    }
  }

  /// All that is read of a frame. A long text that is read through may tell of both ways of working.
  private func texts(_ state: State) -> [String] {
    render(state).nodes.flatMap { node -> [String] in
      switch node.role {
      case .keys, .legend, .commands: []
      case .hint: node.parts.isEmpty ? [node.name] : []
      case .text where node.isFocusable: []
      case .text where !node.heard.isEmpty: [node.heard]
      case .title, .text, .field, .editor, .choice, .button, .tab, .table, .row, .item, .bar,
        .message:
        node.texts
      }
    }
  }

  private static let keys = [
    "Esc", "Enter", "Tab", "Space", "Spatie", "spatiebalk", "PgUp",
  ]
  private static let signs = "○●×►↑↓█▒░■"

  private func isForEyes(_ line: Substring) -> Bool {
    if line.contains(where: { Self.signs.contains($0) }) { return true }
    // A blank is called so in Dutch too.
    if line.contains("et spatie") { return true }
    let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    return words.contains { word in
      Self.keys.contains(String(word)) || word.hasPrefix("Ctrl-")
    }
  }
}
