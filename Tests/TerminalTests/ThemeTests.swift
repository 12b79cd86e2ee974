import Canvas
import Testing

@testable import Terminal

@Suite("Themes")
struct ThemeTests {
  @Test("Focus, choice and fields show without colour, and apart", arguments: Theme.all)
  func focusWithoutColour(_ theme: Theme) {
    let styles: [Style] = [.plain, .focus, .selected, .field]
    #expect(Set(styles.map { theme.rendition($0).attributes }).count == styles.count)
  }

  @Test("Without colour nothing has one")
  func mono() {
    for style in Style.allCases { #expect(Theme.mono.rendition(style).colour == .standard) }
  }

  @Test("NO_COLOR and terminals without colour get no colour, unless a theme was asked for")
  func choice() {
    #expect(Theme.choice(named: nil, on: Capabilities()) == .standard)
    #expect(Theme.choice(named: nil, on: Capabilities(avoidsColour: true)) == .mono)
    #expect(Theme.choice(named: nil, on: Capabilities(colours: 0)) == .mono)
    #expect(Theme.choice(named: "contrast", on: Capabilities(avoidsColour: true)) == .contrast)
    #expect(Theme.choice(named: "no such theme", on: Capabilities()) == .standard)
  }
}
