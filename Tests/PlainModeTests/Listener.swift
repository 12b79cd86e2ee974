import Canvas
import Foundation
import Migration
import PlainMode
import ScreenTexts
import SessionFile
import Testing
import Wizard

@testable import overstap

/// Somebody who works in plain mode: types lines and hears lines, over the real wizard and a real
/// session file in a folder of its own, at one moment of one day.
final class Listener {
  /// All that was heard, with what was typed behind `> `.
  private(set) var transcript = ""
  /// Whether the program has ended.
  private(set) var hasEnded = false
  /// Texts that would have gone to a clipboard.
  private(set) var copied: [String] = []
  private(set) var state: State
  private var conversation: Conversation
  private var runner: EffectRunner
  private let moment = Moment(
    day: Day(year: 2027, month: 1, day: 14) ?? Day(number: 0), minute: 642)
  private let folder: String

  /// Starts without a session, or with the demonstration.
  init(
    language: Language, isASCII: Bool = false, isMasked: Bool = false,
    hasDemonstration: Bool = false
  ) throws {
    folder = NSTemporaryDirectory() + "overstap-plain-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let catalogue = EmbeddedScreens.catalogue
    let texts = catalogue.languages.map { catalogue.texts(in: $0) }
    state = State(
      moment: moment, size: Conversation.frameSize, look: Look(isMasked: isMasked, isHeard: true),
      languages: texts, language: texts.firstIndex { $0.language == language } ?? 0,
      first: Visit("sessions"))
    state.isLanguageChosen = true
    conversation = Conversation(languages: texts, isASCII: isASCII)
    var session: OpenSession?
    if hasDemonstration {
      let demonstration = try OpenSession.demonstration()
      try Demonstration.fill(demonstration.file, language: language.code, at: moment)
      session = demonstration
    }
    runner = EffectRunner(session: session, sessionsFolder: folder)
    if let answer = runner.opened() { perform(reduce(&state, .answer(told(answer)))) }
    perform(begin(&state))
    hear(conversation.see(render(state)))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The file with this path in the folder.
  func file(_ name: String) -> String? {
    try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  /// Types a line; what is heard then, line by line.
  @discardableResult
  func type(_ line: String) -> [String] {
    transcript += "> \(line)\n"
    let heard = conversation.hear(line)
    var lines = heard.lines
    lines += answers(to: heard.inputs)
    hear(lines)
    return lines
  }

  /// Types lines one after another; what is heard after the last.
  @discardableResult
  func type(_ lines: [String]) -> [String] {
    var heard: [String] = []
    for line in lines { heard = type(line) }
    return heard
  }

  /// Types the number of the thing that is called so: the screen and the key of its words.
  @discardableResult
  func go(_ screen: String, _ key: String, count: Int? = nil) throws -> [String] {
    let texts = state.languages[state.language]
    let name = count.map { texts.text(screen, key, count: $0) } ?? texts.text(screen, key)
    return type(try #require(number(of: name), "Nothing called “\(name)” was read."))
  }

  /// Goes to a field or a choice and answers what is asked.
  @discardableResult
  func fill(_ field: String, _ lines: String...) throws -> [String] {
    try go("fields", "labels.\(field)")
    return type(lines)
  }

  /// The number that stands in front of a line with this text.
  func number(of text: String) -> String? {
    var copy = conversation
    let lines = copy.readAgain().filter { $0.first?.isNumber == true }
    func first(_ start: String) -> String? {
      lines.first { $0.drop { $0.isNumber }.hasPrefix(start) }
    }
    let line = first(". [\(text)]") ?? first(". \(text)")
    return line.map { String($0.prefix { $0.isNumber }) }
  }

  /// Ends the input.
  func end() {
    for input in conversation.hearEnd() + [.lost] { perform(reduce(&state, .input(input))) }
  }

  /// Whether typed lines go into a text without an answer.
  var isCollecting: Bool { conversation.isCollecting }

  // MARK: The loop

  private func answers(to inputs: [TerminalInput]) -> [String] {
    var lines: [String] = []
    var inputs = inputs
    while !inputs.isEmpty, !hasEnded {
      for input in inputs where !hasEnded { perform(reduce(&state, .input(input))) }
      if hasEnded { break }
      lines += conversation.see(render(state))
      inputs = conversation.takeQueued()
    }
    return lines
  }

  private func perform(_ first: [Effect]) {
    var effects = first
    while !effects.isEmpty, !hasEnded {
      var next: [Effect] = []
      for effect in effects {
        switch effect {
        case .leave: hasEnded = true
        case .copy(let text): copied += conversation.reading(of: text)
        default:
          if let answer = runner.run(placed(effect), at: moment, { _ in true }) {
            next += reduce(&state, .answer(told(answer)))
          }
        }
      }
      effects = next
    }
  }

  /// An effect as if the folder that is typed lay in that of the test: any line may be taken for one.
  private func placed(_ effect: Effect) -> Effect {
    guard case .createUsers(.writeCalendar(let entries, let typed)) = effect,
      !typed.hasPrefix("/")
    else { return effect }
    return .createUsers(.writeCalendar(entries, folder: "\(folder)/\(typed)"))
  }

  /// An answer as if files went where every test writes them.
  private func told(_ answer: Answer) -> Answer {
    guard case .opened(var info, let summary, let place) = answer else { return answer }
    info.handOverFolder = folder
    return .opened(info, summary, place)
  }

  private func hear(_ lines: [String]) {
    for line in lines {
      transcript += line.replacingOccurrences(of: folder, with: "/home/jan") + "\n"
    }
  }
}
