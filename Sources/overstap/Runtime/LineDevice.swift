import Canvas
import Glibc
import PlainMode
import ScreenTexts
import Terminal

/// Lines of text at standard input and output in place of a full screen.
///
/// Frames are read out as lines, lines that are typed become inputs. Nothing is painted over.
struct LineDevice: TerminalDevice {
  /// A long work says how far it is at most every so many milliseconds.
  private static var progressPause: Int { 5_000 }
  /// Bytes that one line may have; the rest of a longer one is a line of its own.
  private static var longestLine: Int { 1 << 20 }

  let capabilities: Capabilities
  /// The frames that are read out have a size of their own, that nobody sees.
  let size = Conversation.frameSize

  private var conversation: Conversation
  private let isAtTerminal: Bool
  private let endings: Int32
  private var received: [UInt8] = []
  /// Where the part of `received` begins that was searched for no line yet.
  private var searched = 0
  private var hasInputEnded = false
  private var isLost = false
  private var saidProgressAt = 0
  /// Whether a prompt stands at the start of the terminal's line.
  private var isPromptOut = false

  /// Talks in whichever of the languages the frames have.
  init(languages: [Texts], isASCII: Bool, capabilities: Capabilities) {
    self.capabilities = capabilities
    conversation = Conversation(languages: languages, isASCII: isASCII)
    isAtTerminal = isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0
    endings = EndSignal.descriptor()
    // A reader that went away ends the program as a lost terminal does, with everything kept.
    signal(SIGPIPE, SIG_IGN)
  }

  mutating func paint(_ frame: Frame) {
    if conversation.isBusy {
      let now = WallClock.milliseconds()
      let isDue = now - saidProgressAt >= Self.progressPause
      if Conversation.isWork(frame), !isDue { return }
      saidProgressAt = now
    } else {
      saidProgressAt = WallClock.milliseconds()
    }
    say(conversation.see(frame))
  }

  mutating func inputs(within milliseconds: Int?) -> [TerminalInput] {
    if isLost { return [.lost] }
    if conversation.isBusy { return inputsDuringWork(within: milliseconds) }
    let queued = conversation.takeQueued()
    if !queued.isEmpty { return queued }
    if let line = takeLine() { return hear(line) }
    if hasInputEnded { return endInput() }
    if let end = wait(milliseconds) { return end }
    if let line = takeLine() { return hear(line) }
    return hasInputEnded ? endInput() : []
  }

  /// Lines wait until the work is done: they name what they mean, and are answered one by one.
  mutating func typedAhead() -> [TerminalInput] { [] }

  /// Reads the page again.
  mutating func redraw() { say(conversation.readAgain()) }

  /// Rings no bell: what is to be heard is said.
  mutating func bell() {}

  /// Says the text, since no clipboard is known behind lines; false, so that nothing else is claimed.
  mutating func copy(_ text: String, base64: String) -> Bool {
    say(conversation.reading(of: text))
    return false
  }

  /// The terminal's own key suspends a program that reads lines.
  mutating func suspend() -> Bool { false }

  mutating func close() {
    if isPromptOut { write("\n") }
    isPromptOut = false
  }

  // MARK: In

  private mutating func hear(_ line: String) -> [TerminalInput] {
    isPromptOut = false
    let heard = conversation.hear(line)
    if heard.inputs.isEmpty { say(heard.lines) }
    return isLost ? [.lost] : heard.inputs
  }

  private mutating func endInput() -> [TerminalInput] {
    isLost = true
    return conversation.hearEnd() + [.lost]
  }

  /// Lines that were typed ahead wait until the work is done. Only at a terminal, where somebody
  /// sees what goes on, one that asks to stop is heard at once.
  private mutating func inputsDuringWork(within milliseconds: Int?) -> [TerminalInput] {
    if let end = wait(milliseconds) { return end }
    if hasInputEnded, milliseconds != 0 { return endInput() }
    guard isAtTerminal, let line = nextLine(), conversation.stopsWork(line.text) else { return [] }
    received.removeFirst(line.end)
    searched = 0
    return [.key(.escape)]
  }

  private mutating func takeLine() -> String? {
    guard let line = nextLine() else { return nil }
    received.removeFirst(line.end)
    searched = 0
    return line.text
  }

  /// The first line that was received whole, and where it ends; at the end of input also the rest.
  private mutating func nextLine() -> (text: String, end: Int)? {
    let feed = received[searched...].firstIndex(of: UInt8(ascii: "\n"))
    searched = received.count
    var end = feed ?? received.count
    guard feed != nil || (hasInputEnded && end > 0) || end >= Self.longestLine else { return nil }
    let behind = feed == nil ? end : end + 1
    if end > 0, received[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    searched = 0
    // What a terminal answered late to another program is no part of the line.
    let typed = ControlString.removed(from: Array(received[..<end]))
    return (String(decoding: typed, as: UTF8.self), behind)
  }

  /// Waits for bytes and takes those that are there; what the system or the end of the terminal
  /// asks for, or nil.
  private mutating func wait(_ milliseconds: Int?) -> [TerminalInput]? {
    let input = hasInputEnded ? -1 : STDIN_FILENO
    var polled = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: endings, events: Int16(POLLIN), revents: 0),
    ]
    let patience = milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
    guard poll(&polled, 2, patience) > 0 else { return nil }
    if polled[1].revents != 0 {
      isLost = true
      return conversation.hearEnd() + [.terminate]
    }
    guard polled[0].revents != 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(STDIN_FILENO, &buffer, buffer.count)
    if count > 0 {
      received += buffer[..<count]
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      hasInputEnded = true
    }
    return nil
  }

  // MARK: Out

  private mutating func say(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    var text = isPromptOut ? "\n" : ""
    for line in lines { text += line + "\n" }
    // A prompt only where somebody types behind it.
    isPromptOut = isAtTerminal && !conversation.isBusy
    if isPromptOut { text += conversation.prompt }
    write(text)
  }

  private mutating func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        isLost = true
        return
      }
      rest = rest.dropFirst(count)
    }
  }
}
