/// The rest of a sequence whose Escape, and perhaps the character behind it, came alone over a slow
/// line and was given out as a key.
///
/// What it begins like must be what nobody types: then it is still no text.
struct LateSequence: Equatable {
  /// What has come behind Escape.
  private(set) var bytes: [UInt8]
  /// How many of the bytes were given out as keys already.
  private let given: Int

  /// The bytes that become keys when it turns out to be typed.
  var typed: ArraySlice<UInt8> { bytes[given...] }
  /// Whether so much fits that no person will have typed it, and its rest is worth waiting for.
  var isSure: Bool { bytes.count > 1 }

  /// What bytes behind a lost Escape are.
  enum Meaning: Equatable {
    /// Not known yet.
    case open
    /// The mark of a paste.
    case paste
    /// The parameters of a control sequence that only terminals send.
    case control
    /// The beginning of a control string.
    case string
    /// Something typed.
    case typed
  }

  /// Begins behind an Escape that came alone; nil where the byte begins nothing of the kind.
  init?(behindEscape byte: UInt8) {
    guard byte == UInt8(ascii: "[") || ControlString.begins(behindEscape: byte) else { return nil }
    bytes = [byte]
    given = 0
  }

  /// Begins behind Escape and an introducer that were given out together; nil as above.
  init?(behind introducer: UInt8, _ byte: UInt8) {
    bytes = [introducer, byte]
    given = 1
    if meaning == .typed { return nil }
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  private static let paste = Array("[200~".utf8)
  /// How answers to what is asked for begin: settings, capabilities, version, device, graphics.
  private static let answers = ["$r", "+r", ">|", "!|"].map { Array($0.utf8) }

  /// What the bytes are so far.
  var meaning: Meaning {
    let rest = bytes.dropFirst()
    guard let next = rest.first else { return .open }
    func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    switch bytes[0] {
    case UInt8(ascii: "["):
      if (0x3C...0x3F).contains(next) { return .control }  // < = > ? in front: private
      if bytes == Self.paste { return .paste }
      return Self.paste.starts(with: bytes) ? .open : .typed
    case UInt8(ascii: "]"):
      let behind = rest.drop(while: isDigit)
      guard isDigit(next) else { return .typed }
      return behind.isEmpty ? .open : behind.first == UInt8(ascii: ";") ? .string : .typed
    case UInt8(ascii: "P"):
      let behind = rest.drop { isDigit($0) || $0 == UInt8(ascii: ";") }
      if Self.answers.contains(where: { behind.starts(with: $0) }) { return .string }
      return Self.answers.contains { $0.starts(with: behind) } ? .open : .typed
    case UInt8(ascii: "_"): return next == UInt8(ascii: "G") ? .string : .typed
    default: return .typed
    }
  }
}
