import Canvas

/// Understands pieces of input as keys, pastes and clicks.
///
/// Escape followed at once by a character is Alt with it; followed by nothing it is Escape. Escape
/// sequences that the terminal library does not know are understood or left out, and never typed, and
/// so are control strings, which are no keys at all.
struct InputDecoder {
  private enum State: Equatable {
    case ground
    case escape
    case singleShift
    case sequence([UInt8])
    case consoleFunction
    case mouse([UInt8])
    /// What follows an Escape that came alone and was given out as a key.
    case late(LateSequence)
    case string(ControlString)
    case paste
  }

  private var state = State.ground
  /// The bytes of a scalar that is not complete yet.
  private var partial: [UInt8] = []
  private var pasted: [UInt8] = []
  /// The character behind the last Escape; nil where a control of eight bits stood for both.
  private var introducer: UInt8?
  /// Whether the last key was an Escape that nothing followed.
  private var isAfterLoneEscape = false
  /// What was given out last as Alt with a character that begins sequences, and nothing followed.
  private var loneIntroducer: UInt8?
  /// Whether bytes that are no UTF-8 are to be read as Latin-1.
  private let readsLatin: Bool
  /// Whether clicks were asked for.
  private let usesMouse: Bool

  /// Makes a decoder for a terminal with UTF-8, or with an older character set; reports of the mouse
  /// are left out where nobody asked for them.
  init(isUTF8: Bool, usesMouse: Bool = true) {
    readsLatin = !isUTF8
    self.usesMouse = usesMouse
  }

  /// Whether bytes belong to a paste, so that nothing in them is a key.
  var isPasting: Bool { state == .paste }

  /// Whether a control string has begun and not ended; `leaveString` gives it up.
  var isInString: Bool {
    if case .string(let string) = state { return !string.isEmpty }
    return false
  }

  /// Whether the next bytes are no keys, so that the library must not look for them.
  var wantsBytes: Bool {
    if case .string = state { return true }
    return isPasting
  }

  /// Whether an escape sequence has begun and not ended, and is to be settled after a pause.
  var isInSequence: Bool { state != .ground && !isPasting && !isInString }

  /// Whether nothing is under way.
  var isAtRest: Bool {
    state == .ground && partial.isEmpty && !isAfterLoneEscape && loneIntroducer == nil
  }

  /// Whether Escape came and nothing yet behind it; the library has then waited for more already.
  var isAfterEscape: Bool { state == .escape && partial.isEmpty }

  /// Whether no person could have typed what has come, so that its rest is worth waiting for.
  var isAmidParameters: Bool {
    switch state {
    case .sequence(let bytes): !bytes.isEmpty
    case .mouse: true
    case .late(let late): late.isSure
    case .ground, .escape, .singleShift, .consoleFunction, .string, .paste: false
    }
  }

  /// Takes one piece of input, and appends what it completes.
  mutating func decode(_ raw: RawInput, into inputs: inout [TerminalInput]) {
    switch raw {
    case .byte(let byte):
      decode(byte, into: &inputs)
    case .pasteStart:
      if isPasting { return }
      interrupt(into: &inputs)
      state = .paste
    case .key(let key):
      // Inside a paste the library looks for no keys; before it, Escape was a key of its own.
      if isPasting { return }
      interrupt(into: &inputs)
      if let key { inputs.append(.key(key)) }
    case .click(let point):
      if isPasting { return }
      interrupt(into: &inputs)
      if usesMouse { inputs.append(.click(point)) }
    }
  }

  /// Gives up a control string whose end does not come.
  mutating func leaveString() { if isInString { state = .ground } }

  private mutating func interrupt(into inputs: inout [TerminalInput]) {
    leaveString()
    settle(into: &inputs)
    isAfterLoneEscape = false
    loneIntroducer = nil
  }

  /// Ends an escape sequence that nothing followed: Escape, Alt with a bracket, or nothing at all. A
  /// control string goes on: on a slow line its end may come late.
  mutating func settle(into inputs: inout [TerminalInput]) {
    if isInString || isPasting { return }
    var (alone, lone): (UInt8?, UInt8?)
    switch state {
    case .ground, .paste: return
    case .escape: inputs.append(.key(partial.isEmpty ? .escape : .alt("\u{FFFD}")))
    case .singleShift: inputs.append(.key(.alt("O")))
    case .sequence(let bytes): alone = bytes.isEmpty ? introducer : nil
    case .string: alone = introducer
    case .late(let late):
      inputs += late.typed.map { .key(Self.key($0)) }
      if late.bytes.count == 1 { lone = late.bytes.first }
    case .consoleFunction, .mouse: break
    }
    if let alone { inputs.append(.key(.alt(Unicode.Scalar(alone)))) }
    loneIntroducer = alone ?? lone
    isAfterLoneEscape = state == .escape && partial.isEmpty
    partial = []
    state = .ground
  }

  private mutating func decode(_ byte: UInt8, into inputs: inout [TerminalInput]) {
    let late = lateSequence(byte)
    isAfterLoneEscape = false
    loneIntroducer = nil
    if let late { return decode(late, into: &inputs) }
    switch state {
    case .late(var late):
      late.append(byte)
      decode(late, into: &inputs)
    case .string(let string): takeString(byte, of: string, into: &inputs)
    case .mouse(let bytes):
      state = .mouse(bytes + [byte])
      if bytes.count == 2 {
        state = .ground
        let point = EscapeSequence.click(bytes + [byte])
        if usesMouse, let point { inputs.append(.click(point)) }
      }
    case .paste: takePasted(byte, into: &inputs)
    case .ground: takeTyped(byte, into: &inputs)
    case .escape: takeEscaped(byte, into: &inputs)
    case .singleShift:
      state = .ground
      if let key = EscapeSequence.singleShift(byte) { inputs.append(.key(key)) }
    case .consoleFunction:
      state = .ground
      if let key = EscapeSequence.consoleFunction(byte) { inputs.append(.key(key)) }
    case .sequence(let bytes): takeSequence(byte, after: bytes, into: &inputs)
    }
  }

  /// What a byte begins behind an Escape, or Escape and a character, that were given out as keys.
  private func lateSequence(_ byte: UInt8) -> LateSequence? {
    guard state == .ground else { return nil }
    if isAfterLoneEscape { return LateSequence(behindEscape: byte) }
    return loneIntroducer.flatMap { LateSequence(behind: $0, byte) }
  }

  /// On a slow line a sequence can lose its Escape; it must not become keys even then.
  private mutating func decode(_ late: LateSequence, into inputs: inout [TerminalInput]) {
    switch late.meaning {
    case .open: state = .late(late)
    case .paste: state = .paste
    case .control: state = .sequence(Array(late.bytes.dropFirst()))
    case .string: state = .string(ControlString(isEmpty: false))
    case .typed:
      state = .ground
      inputs += late.typed.dropLast().map { .key(Self.key($0)) }
      if let last = late.typed.last { decode(last, into: &inputs) }
    }
  }

  private mutating func takeString(
    _ byte: UInt8, of string: ControlString, into inputs: inout [TerminalInput]
  ) {
    var string = string
    switch string.advance(byte, isLatin: readsLatin) {
    case .goesOn: state = .string(string)
    case .ends: state = .ground
    case .breaksOff(let isAfterEscape):
      state = isAfterEscape ? .escape : .ground
      decode(byte, into: &inputs)
    }
  }

  private mutating func takeTyped(_ byte: UInt8, into inputs: inout [TerminalInput]) {
    if partial.isEmpty, byte < 0x80 {
      if byte == 0x1B {
        state = .escape
      } else {
        inputs.append(.key(Self.key(byte)))
      }
      return
    }
    for scalar in scalars(byte) {
      if scalar.value < 0x80 {
        takeTyped(UInt8(scalar.value), into: &inputs)
      } else if ControlString.begins(with: scalar) {
        introducer = nil
        state = .string(ControlString())
      } else if scalar.value == 0x9B {
        introducer = nil
        state = .sequence([])
      } else if scalar.value >= 0xA0 {
        inputs.append(.key(.character(scalar)))
      }
    }
  }

  private mutating func takeEscaped(_ byte: UInt8, into inputs: inout [TerminalInput]) {
    if partial.isEmpty {
      introducer = byte
      switch byte {
      case UInt8(ascii: "["):
        state = .sequence([])
        return
      case _ where ControlString.begins(behindEscape: byte):
        state = .string(ControlString())
        return
      case UInt8(ascii: "O"):
        state = .singleShift
        return
      case 0x1B:
        inputs.append(.key(.escape))
        return
      case 0x7F, 0x08, 0x0D:
        // Alt with Backspace or Enter: not Escape, which would leave the screen.
        state = .ground
        inputs.append(.key(.alt(Unicode.Scalar(byte == 0x08 ? 0x7F : byte))))
        return
      case 0..<0x20:
        state = .ground
        inputs.append(.key(.escape))
        takeTyped(byte, into: &inputs)
        return
      default: break
      }
    }
    let completed = scalars(byte)
    guard !completed.isEmpty else { return }
    state = .ground
    for scalar in completed { inputs.append(.key(.alt(scalar))) }
  }

  private mutating func takeSequence(
    _ byte: UInt8, after bytes: [UInt8], into inputs: inout [TerminalInput]
  ) {
    switch byte {
    case 0x20..<0x40:
      // What is longer than any key is left out to its end all the same.
      if bytes.count < Self.longestSequence { state = .sequence(bytes + [byte]) }
    case UInt8(ascii: "[") where bytes.isEmpty:
      state = .consoleFunction
    case UInt8(ascii: "M") where bytes.isEmpty:
      state = .mouse([])
    case 0x40..<0x7F:
      state = .ground
      if bytes.count == Self.longestSequence { return }
      switch EscapeSequence.control(parameters: bytes, final: byte) {
      case .key(let key): inputs.append(.key(key))
      case .pasteStart: state = .paste
      case .nothing: break
      }
    case 0..<0x20:
      state = .ground
      takeTyped(byte, into: &inputs)
    default:
      state = .ground
    }
  }

  private static let longestSequence = 64
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private mutating func takePasted(_ byte: UInt8, into inputs: inout [TerminalInput]) {
    pasted.append(byte)
    guard byte == UInt8(ascii: "~"), pasted.suffix(Self.pasteEnd.count) == Self.pasteEnd[...] else {
      return
    }
    pasted.removeLast(Self.pasteEnd.count)
    inputs.append(.paste(Self.text(pasted, readsLatin: readsLatin)))
    pasted = []
    state = .ground
  }

  /// Pasted bytes as text: one newline for CR, LF or both, no other controls but tabs, and nothing of
  /// a terminal's answer that came amid them.
  private static func text(_ pasted: [UInt8], readsLatin: Bool) -> String {
    let bytes = ControlString.removed(from: pasted, isLatin: readsLatin)
    var text = String(decoding: bytes, as: UTF8.self)
    if readsLatin, text.unicodeScalars.contains("\u{FFFD}") {
      text = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
    var result = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D: result.append("\n")
      case 0x0A: if !isAfterReturn { result.append("\n") }
      case 0x09, 0x20..<0x7F, 0xA0...: result.append(scalar)
      default: break
      }
      isAfterReturn = scalar == "\r"
    }
    return String(result)
  }

  /// The scalars that a byte completes: none while one is under way; a byte that does not fit ends
  /// the one before it as U+FFFD, or as Latin-1.
  private mutating func scalars(_ byte: UInt8) -> [Unicode.Scalar] {
    if partial.isEmpty, byte < 0x80 { return [Unicode.Scalar(byte)] }
    if !partial.isEmpty, byte & 0xC0 != 0x80 {
      let broken = brokenPartial()
      return broken + scalars(byte)
    }
    partial.append(byte)
    let length =
      switch partial[0] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard partial.count == length else { return [] }
    let decoded = String(decoding: partial, as: UTF8.self).unicodeScalars
    guard decoded.count == 1, let scalar = decoded.first, length > 1 else { return brokenPartial() }
    partial = []
    return [scalar]
  }

  private mutating func brokenPartial() -> [Unicode.Scalar] {
    defer { partial = [] }
    return readsLatin ? partial.map { Unicode.Scalar($0) } : ["\u{FFFD}"]
  }

  /// The key of a byte below 0x80 that is not Escape.
  private static func key(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: .control(" ")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x01...0x1A: .control(Unicode.Scalar(byte + 0x60))
    case 0x1C...0x1F: .control(Unicode.Scalar(byte + 0x40))
    default: .character(Unicode.Scalar(byte))
    }
  }
}
