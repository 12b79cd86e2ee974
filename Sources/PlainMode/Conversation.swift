import Canvas
import ScreenTexts
import Wizard

/// The wizard as a conversation of lines: frames become lines to read, lines become inputs.
///
/// It keeps what was read last, so that after an action only what changed is read.
package struct Conversation: Sendable {
  /// What came of a line: what the wizard is to be told, and what is answered at once.
  package struct Heard: Equatable, Sendable {
    /// For the wizard; the next frame is its answer.
    package var inputs: [TerminalInput] = []
    /// Lines that answer without the wizard.
    package var lines: [String] = []
  }

  /// What is to be done with the frame that answers the last inputs.
  private enum Intention: Equatable {
    case ask(String)
    case filter(String)
    case goTo(String)
  }

  /// The size of the frames that are read: wide enough that no tab and no button is cut off.
  package static let frameSize = Size(width: 160, height: 40)

  private let languages: [Texts]
  private let isASCII: Bool
  /// The page as it was read last.
  private var read: PlainPage?
  /// The page of the last frame.
  private var page = PlainPage()
  private var question: Question?
  private var intention: Intention?
  private var queued: [TerminalInput] = []
  private var isAwaiting = false
  /// Whether rows were asked for: then those are read too that were read before.
  private var wantsRows = false
  private var work: String?

  /// Starts a conversation in whichever of the languages the frames have.
  package init(languages: [Texts], isASCII: Bool = false) {
    self.languages = languages
    self.isASCII = isASCII
  }

  /// Whether a long work is going on, during which lines wait.
  package var isBusy: Bool { work != nil }

  /// Whether the lines that are typed go into a text, one after the other, without an answer.
  package var isCollecting: Bool {
    if case .editor = question { true } else { false }
  }

  /// What stands before the line that is typed.
  package var prompt: String {
    question.map { finish("\($0.node.name): ") } ?? "> "
  }

  /// Inputs that a frame called for; none is left afterwards.
  package mutating func takeQueued() -> [TerminalInput] {
    defer { queued = [] }
    return queued
  }

  /// Whether a frame is the page of a long work.
  package static func isWork(_ frame: Frame) -> Bool { frame.subject == PlainPage.work }

  // MARK: Frames

  /// The lines to read for a frame: all of a new screen, or what changed; none when nothing did
  /// and nobody waits for an answer.
  package mutating func see(_ frame: Frame) -> [String] {
    let words = words(frame.language)
    let seen = PageReader(words).read(frame)
    if seen.isWork { return seeWork(seen, words) }
    work = nil
    page = seen
    if let node = question.flatMap({ page.stop($0.node.id) }) {
      renew(node)
    } else {
      question = nil
    }
    guard let intention, isAwaiting else { return finish(answer(words)) }
    self.intention = nil
    switch intention {
    case .ask(let id):
      let lines = changes(words)
      isAwaiting = false
      return finish(lines + ask(id, words))
    case .filter(let text):
      guard let field = page.stop(Self.filter) else { return finish(answer(words)) }
      if text.isEmpty {
        let lines = changes(words)
        isAwaiting = false
        return finish(lines + ask(field.id, words))
      }
      queued = Keystrokes.replace(field, with: text)
      wantsRows = true
      return []
    case .goTo(let text):
      guard let field = page.stop(Self.wanted) else { return finish(answer(words)) }
      // The first that has these letters, or this number, is meant.
      queued = Keystrokes.replace(field, with: text).dropLast() + [.key(.enter)]
      return []
    }
  }

  /// The whole page again.
  package mutating func readAgain() -> [String] { finish(whole(words(page.language))) }

  /// A text as lines that may reach the terminal.
  package func reading(of text: String) -> [String] {
    finish(
      text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init))
  }

  private mutating func seeWork(_ seen: PlainPage, _ words: Words) -> [String] {
    let lines = seen.lines.map(\.text)
    guard let what = lines.last else { return [] }
    guard work == nil else { return finish([what]) }
    work = what
    return finish([words("labels.busy", ["what": what])])
  }

  private mutating func answer(_ words: Words) -> [String] {
    let lines = changes(words)
    defer { isAwaiting = false }
    return lines.isEmpty && isAwaiting ? [words("notes.nothing-changed")] : lines
  }

  /// What is new since the last reading; everything on another screen or in another language.
  private mutating func changes(_ words: Words) -> [String] {
    guard let read, read.subject == page.subject, read.language == page.language else {
      return whole(words)
    }
    defer {
      self.read = page
      wantsRows = false
    }
    let renewed = page.tables.filter { table in
      let earlier = read.tables.first { $0.table.id == table.table.id }
      return wantsRows || !(earlier.map { table.holdsSame(as: $0) } ?? false)
    }
    let renewedIDs = Set(renewed.map(\.table.id))
    var known: [String: Int] = [:]
    for line in read.lines { known[line.text, default: 0] += 1 }
    let isTold = !page.message.isEmpty && (isAwaiting || page.message != read.message)
    var lines = isTold ? [page.message] : []
    if page.programme != read.programme { lines.append(page.programme) }
    if page.isMasked != read.isMasked { lines.append(page.heading) }
    for line in page.lines {
      let isRenewed = line.table.map { renewedIDs.contains($0) } ?? false
      if let count = known[line.text], count > 0 {
        known[line.text] = count - 1
        if isRenewed || isTold && line.isError { lines.append(line.text) }
      } else {
        lines.append(line.text)
      }
    }
    return lines
  }

  private mutating func whole(_ words: Words) -> [String] {
    let isFirst = read == nil
    let isNamed = read?.programme != page.programme
    read = page
    var lines = isFirst ? [] : [""]
    if isNamed { lines.append(page.programme) }
    lines += [page.heading, page.message]
    lines += page.lines.map(\.text)
    // What the focus is on is not read, so neither is what would be said about it.
    if page.hintSubject.isEmpty { lines.append(page.hint) }
    if isFirst { lines.append(words("introduction")) }
    return lines.prefix(1) + lines.dropFirst().filter { !$0.isEmpty }
  }

  private mutating func ask(_ id: String, _ words: Words) -> [String] {
    guard let node = page.stop(id), let question = Question(node) else { return [] }
    self.question = question
    let reader = PageReader(words)
    var lines: [String] = []
    switch question {
    case .field:
      lines = [reader.field(node), page.hint, words("hints.field")]
    case .editor:
      lines = [reader.editor(node)] + (node.value.isEmpty ? [] : node.parts)
      lines += [page.hint, words("hints.editor")]
    case .choice:
      lines = [reader.choice(node)]
      for (place, option) in node.parts.enumerated() { lines.append("\(place + 1). \(option)") }
      lines += [page.hint, words("hints.choice")]
    }
    return lines.filter { !$0.isEmpty }
  }

  /// Puts the thing that is asked for where it is now.
  private mutating func renew(_ node: Node) {
    if case .editor(_, let lines) = question {
      question = .editor(node, lines: lines)
    } else {
      question = Question(node)
    }
  }

  // MARK: Lines

  /// What a line of input asks for. Every line gets an answer: inputs for the wizard or lines to
  /// read, but for those that an editor collects.
  package mutating func hear(_ line: String) -> Heard {
    let words = words(page.language)
    let typed = PlainText.typed(line)
    let heard = question.map { hear(typed, answering: $0, words) } ?? hear(typed, words)
    if !heard.inputs.isEmpty { isAwaiting = true }
    return Heard(inputs: heard.inputs, lines: finish(heard.lines))
  }

  /// Whether a line that comes while a long work goes on asks to stop it.
  package func stopsWork(_ line: String) -> Bool {
    let command = CommandWords(words(page.language)).command(for: PlainText.trimmed(line))
    return command?.id == .back || command?.id == .leave
  }

  /// What the end of input leaves to be done: the lines that an editor has collected.
  package mutating func hearEnd() -> [TerminalInput] {
    defer { question = nil }
    guard case .editor(let node, let lines) = question, !lines.isEmpty else { return [] }
    return Keystrokes.replace(node, withLines: lines)
  }

  private mutating func hear(
    _ line: String, answering question: Question, _ words: Words
  ) -> Heard {
    let trimmed = PlainText.trimmed(line)
    switch question {
    case .field(let node):
      self.question = nil
      if trimmed.isEmpty { return Heard(lines: [words("notes.kept")]) }
      return Heard(inputs: Keystrokes.replace(node, with: trimmed == "-" ? "" : line))
    case .editor(let node, var lines):
      if trimmed != "." {
        lines.append(line)
        self.question = .editor(node, lines: lines)
        return Heard()
      }
      self.question = nil
      if lines.isEmpty { return Heard(lines: [words("notes.kept")]) }
      if lines.count == 1, PlainText.trimmed(lines[0]) == "-" { lines = [] }
      return Heard(inputs: Keystrokes.replace(node, withLines: lines))
    case .choice(let node):
      if trimmed.isEmpty {
        self.question = nil
        return Heard(lines: [words("notes.kept")])
      }
      let place =
        Self.number(trimmed).map { $0 - 1 }
        ?? node.parts.firstIndex { $0.lowercased() == trimmed.lowercased() }
      guard let place, node.parts.indices.contains(place) else {
        return Heard(lines: [words("notes.no-such-choice", ["line": Self.short(trimmed)])])
      }
      self.question = nil
      return Heard(inputs: Keystrokes.choose(place, of: node))
    }
  }

  private mutating func hear(_ line: String, _ words: Words) -> Heard {
    let trimmed = PlainText.trimmed(line)
    if trimmed.isEmpty { return Heard(lines: whole(words)) }
    if trimmed == "+" {
      guard let rows = page.tables.first(where: \.hasFurther) else {
        return Heard(lines: [words("notes.no-further")])
      }
      return Heard(inputs: Keystrokes.further(rows))
    }
    if trimmed == "-" {
      guard let rows = page.tables.first(where: \.hasEarlier) else {
        return Heard(lines: [words("notes.no-earlier")])
      }
      return Heard(inputs: Keystrokes.earlier(rows))
    }
    if trimmed.first == ":", trimmed.count > 1 {
      return go(to: Self.wanted, by: .goTo, .goTo(PlainText.trimmed(trimmed.dropFirst())))
    }
    if trimmed.first == "/" {
      return go(to: Self.filter, by: .filter, .filter(PlainText.trimmed(trimmed.dropFirst())))
    }
    if let number = Self.number(trimmed) { return go(to: number, words) }
    return give(trimmed, words)
  }

  private mutating func go(to number: Int, _ words: Words) -> Heard {
    guard let node = page.thing(number) else { return noSuch(number, words) }
    if Question(node) != nil {
      intention = .ask(node.id)
      return Heard(inputs: Keystrokes.press(node))
    }
    return Heard(inputs: node.role == .row ? Keystrokes.open(node) : Keystrokes.press(node))
  }

  /// Goes to a field that is on the page, or that a command brings; what is intended follows there.
  private mutating func go(
    to field: String, by command: Command.ID, _ intended: Intention
  ) -> Heard {
    intention = intended
    if let field = page.stop(field) { return Heard(inputs: Keystrokes.press(field)) }
    let key = Command.with(command)?.key(whileTyping: true)
    return Heard(inputs: key.map { [.key($0)] } ?? [])
  }

  private mutating func give(_ typed: String, _ words: Words) -> Heard {
    let commands = CommandWords(words)
    if let command = commands.command(for: typed) {
      if command.id == .redraw { return Heard(lines: whole(words)) }
      return Heard(inputs: Keystrokes.give(command, about: nil, on: page))
    }
    if let blank = typed.lastIndex(where: \.isWhitespace),
      let number = Self.number(String(typed[typed.index(after: blank)...])),
      let command = commands.command(for: PlainText.trimmed(typed[..<blank]))
    {
      guard let node = page.thing(number) else { return noSuch(number, words) }
      guard node.role == .row else {
        return Heard(lines: [words("notes.no-row", ["number": String(number)])])
      }
      return Heard(inputs: Keystrokes.give(command, about: node, on: page))
    }
    if let wanted = page.stop(Self.wanted) { return look(for: typed, in: wanted) }
    return Heard(lines: [words("notes.unknown", ["line": Self.short(typed)])])
  }

  /// What is typed where somebody wants to go: the number of a screen goes there, letters leave the
  /// lines that have them.
  private func look(for typed: String, in field: Node) -> Heard {
    let parts = typed.split(separator: ".", omittingEmptySubsequences: false)
    let isScreen = parts.count == 2 && parts.allSatisfy { Self.number(String($0)) != nil }
    let inputs = Keystrokes.replace(field, with: typed)
    return Heard(inputs: isScreen ? inputs.dropLast() + [.key(.enter)] : inputs)
  }

  private func noSuch(_ number: Int, _ words: Words) -> Heard {
    guard !page.things.isEmpty else { return Heard(lines: [words("notes.no-numbers")]) }
    return Heard(lines: [
      words(
        "notes.no-such-number",
        ["number": String(number), "last": String(page.things.count)])
    ])
  }

  // MARK: Small things

  private static let filter = "filter"
  /// The field of the page where somebody says where to go.
  private static let wanted = "wanted"

  /// A number with or without its full stop.
  private static func number(_ text: String) -> Int? {
    let digits = text.hasSuffix(".") ? text.dropLast() : text[...]
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(digits)
  }

  /// What somebody typed, short enough to be said back.
  private static func short(_ text: String) -> String {
    text.count > 40 ? text.prefix(40) + "…" : text
  }

  private func words(_ language: String) -> Words {
    let texts = languages.first { $0.language.code == language } ?? languages[0]
    return Words(texts, screen: "plain")
  }

  private func finish(_ lines: [String]) -> [String] { lines.map { finish($0) } }

  private func finish(_ line: String) -> String {
    let clean = PlainText.clean(line)
    return isASCII ? Transliteration.ascii(clean) : clean
  }
}
