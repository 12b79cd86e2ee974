import Canvas
import Migration
import Widgets

/// Help: what the screen behind it is for, and every key with what it does.
struct Help: Screen {
  let name = "help"

  func page(_ scene: Scene) -> Page {
    let behind = scene.visit.argument
    let subject = scene.words.of(Flow.screen(behind).wordsName)
    var page = Page()
    page.widgets = [
      Heading(
        scene.words("title"),
        remark: scene.words.common("labels.screen", ["number": Flow.entry(behind).number])),
      Reader(
        id: "text", text: text(subject), keys: keys(subject, scene),
        top: scene.memory.rows("text").top),
    ]
    let desk = scene.setup.helpdesk
    page.footer = [
      Paragraph(
        [desk.name, desk.telephone, desk.address].filter { !$0.isEmpty }.joined(separator: " · "),
        style: .dim)
    ]
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] { [] }

  /// What only helps who sees the screen: its signs, and the keys.
  private func keys(_ subject: Words, _ scene: Scene) -> String {
    let keys = "# \(scene.words("labels.keys"))\n\n" + KeyList.lines(scene).joined(separator: "\n")
    return subject.optional("notes.signs").map { "\(flowing($0))\n\n\(keys)" } ?? keys
  }

  private func text(_ subject: Words) -> String {
    var parts: [String] = []
    if let title = subject.optional("title") { parts.append("# \(title)") }
    if let introduction = subject.optional("introduction") { parts.append(introduction) }
    if let help = subject.optional("help") { parts.append(flowing(help)) }
    return parts.joined(separator: "\n\n")
  }

  /// Paragraphs without the line breaks of their file, so that they wrap to the terminal alone.
  private func flowing(_ text: String) -> String {
    var paragraphs: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
      .joined(separator: "\n\n")
  }
}

/// The keys that work on a screen as lines of text: keys, and what they do there.
enum KeyList {
  static func lines(_ scene: Scene) -> [String] {
    let words = scene.words.of("keys")
    let behind = Flow.screen(scene.visit.argument)
    let offers = behind.offers(Scene(scene.state, behind: 1))
    return Command.all.compactMap { command in
      let offer = offers.first { $0.command == command.id }
      if command.scope == .offered, offer == nil, command.id != .open { return nil }
      let keys = command.keys.map { $0.caption(scene.words) }.joined(separator: " ")
      let padded = Width.padded(keys.isEmpty ? "–" : keys, to: 12)
      let what = words("help.\(command.id.name)")
      guard let reason = offer?.reason else { return "\(padded) \(what)" }
      let why = scene.words.of("messages")("messages.\(reason.rawValue)")
      return "\(padded) "
        + scene.words(
          "labels.not-now", ["what": what, "reason": why.prefix(1).lowercased() + why.dropFirst()])
    }
  }
}
