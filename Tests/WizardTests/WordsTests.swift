import Migration
import ScreenTexts
import Testing
import Widgets
import WizardTesting

@testable import Wizard

@Suite("The words of screens/")
struct WordsTests {
  static let languages = EmbeddedScreens.catalogue.languages
  static let english = EmbeddedScreens.catalogue.texts(in: .en)

  /// Where words are looked up.
  static let literals: [SwiftSource.Literal] = [
    "Sources/Wizard", "Sources/Widgets", "Sources/PlainMode", "Sources/overstap",
  ].flatMap { Repository.swiftFiles(under: $0) }
    .flatMap { SwiftSource(Repository.text($0) ?? "").literals }

  static let plain = Set(literals.map(\.text))

  static let wordsNames = Set(Flow.entries.map(\.screen.wordsName))

  @Test("every screen has its words in every language", arguments: languages)
  func complete(_ language: Language) {
    let texts = EmbeddedScreens.catalogue.texts(in: language)
    for screen in Self.english.screens {
      #expect(texts.keys(of: screen) == Self.english.keys(of: screen), "\(screen)")
    }
    #expect(texts.screens == Self.english.screens)
  }

  @Test("every word that code makes up from parts is there", arguments: languages)
  func families(_ language: Language) {
    let texts = EmbeddedScreens.catalogue.texts(in: language)
    for family in WordFamily.all where family.isWhole {
      for key in family.keys where !texts.has(family.screen, key) {
        Issue.record("\(family.screen) has no \(key) in \(language)")
      }
    }
  }

  @Test("code makes words up only in the ways that the table of families knows")
  func knownFamilies() {
    let sections = ScreensCheck.sections
    let known = Set(WordFamily.all.map(\.prefix)).union(WordFamily.otherPrefixes)
    for literal in Self.literals where literal.text.contains(SwiftSource.interpolation) {
      let section = literal.text.prefix { $0 != "." }
      guard sections.contains(String(section)), literal.text.dropFirst(section.count).first == "."
      else { continue }
      let prefix = literal.text.components(separatedBy: SwiftSource.interpolation)
      #expect(known.contains(prefix), "\"\(literal.text)\" begins like no family")
    }
  }

  @Test("no word is left over that nothing shows")
  func noneLeftOver() throws {
    let hints = try Self.shownHints()
    let families = Dictionary(grouping: WordFamily.all, by: \.screen)
      .mapValues { Set($0.flatMap(\.keys)) }
    for screen in Self.english.screens {
      for whole in Self.english.keys(of: screen) {
        // What is heard in place of a text is shown where that is.
        let key = whole.hasSuffix(Words.heard) ? String(whole.dropLast(Words.heard.count)) : whole
        if key.hasPrefix("hints.") {
          if hints.contains(Self.english.text(screen, key))
            || families[screen]?.contains(key) ?? false
          {
            continue
          }
          if Self.plain.contains(key), key != "hints.default" { continue }
        } else if Self.plain.contains(key) || families[screen]?.contains(key) ?? false {
          continue
        } else if ["title", "introduction", "help"].contains(key), Self.wordsNames.contains(screen)
        {
          continue
        } else if ["messages", "command-line"].contains(screen), key.hasPrefix("messages."),
          Self.plain.contains(String(key.dropFirst("messages.".count)))
        {
          continue
        }
        Issue.record("\(screen).en.yaml: nothing shows \(whole)")
      }
    }
  }

  @Test("numbers of things are read in groups of three, and others are not")
  func grouped() {
    let words = Words(Self.english, screen: "messages")
    #expect(
      words("messages.scripts-written", ["count": "97056", "path": "/a/12345"])
        == "97,056 scripts written to /a/12345")
    #expect(words.of("work")("labels.of", ["done": "1893", "total": "97056"]) == "1893 of 97,056")
  }

  @Test("what the system says about a failure is said in the language of the screen")
  func systemReasons() {
    let dutch = Words(EmbeddedScreens.catalogue.texts(in: .nl), screen: "messages")
    func said(_ number: Int32) -> String {
      dutch("messages.not-written", ["path": "/a", "reason": SystemReason.text(number)])
    }
    #expect(said(28).hasSuffix("de schijf is vol"))
    #expect(said(20).hasSuffix("geen map"))
    #expect(said(99).hasSuffix("fout 99"))
  }

  @Test("every screen says what it is for and has help of its own", arguments: languages)
  func helpEverywhere(_ language: Language) {
    let texts = EmbeddedScreens.catalogue.texts(in: language)
    for entry in Flow.entries where entry.screen.name != "help" {
      let words = entry.screen.wordsName
      let missing = ["title", "help"].filter { !texts.has(words, $0) }
      #expect(missing == [], "\(entry.screen.name)")
    }
  }

  /// All hints that can be seen in English, on every screen with the focus on each thing.
  static func shownHints() throws -> Set<String> {
    var hints: Set<String> = []
    for situation in Situations.all {
      let state = try situation.state("en")
      hints.insert(Chrome.page(state).hint)
      guard state.work == nil else { continue }
      for target in Chrome.page(state).targets {
        var focused = state
        focused.notice = nil
        _ = Focus.move(to: target.id, &focused)
        guard case .rows(let count) = target.kind else {
          hints.insert(Chrome.page(focused).hint)
          continue
        }
        for cursor in 0..<min(max(1, count), 20) {
          focused.memory.tables[target.id, default: Memory.Rows()].cursor = cursor
          hints.insert(Chrome.page(focused).hint)
        }
      }
    }
    return hints
  }
}

extension String {
  /// What stands before the first of a separator.
  fileprivate func components(separatedBy separator: String) -> String {
    var rest = self[...]
    while !rest.isEmpty, !rest.hasPrefix(separator) { rest = rest.dropFirst() }
    return String(prefix(count - rest.count))
  }
}
