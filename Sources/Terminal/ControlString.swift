/// A control string of ECMA-48 that is under way: OSC, DCS, APC, PM or SOS, up to BEL or ST.
///
/// Terminals answer in such strings what a program asked before this one, and late. Nobody types one,
/// so nothing of it is a key.
package struct ControlString: Equatable, Sendable {
  /// What a byte does to a string.
  enum Step: Equatable {
    /// It belongs to it.
    case goesOn
    /// It ends it.
    case ends
    /// It ends it and belongs to what follows; with the Escape that stood in front of it.
    case breaksOff(isAfterEscape: Bool)
  }

  /// Whether nothing has come behind what began it.
  private(set) var isEmpty: Bool
  private var isAfterEscape = false
  private var last: UInt8 = 0

  /// Begins a string, of which something may have come already.
  init(isEmpty: Bool = true) { self.isEmpty = isEmpty }

  /// Whether a character behind Escape begins a string: `]`, `P`, `_`, `^`, `X`.
  static func begins(behindEscape byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"),
      UInt8(ascii: "X"):
      true
    default: false
    }
  }

  /// Whether a control character of eight bits begins a string: DCS, SOS, OSC, PM, APC.
  static func begins(with scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: true
    default: false
    }
  }

  /// Takes a byte. BEL and ST end a string, of one byte where `isLatin`; CAN, SUB and an Escape that
  /// begins something else cancel it, as in terminals.
  mutating func advance(_ byte: UInt8, isLatin: Bool) -> Step {
    if isAfterEscape {
      return byte == UInt8(ascii: "\\") ? .ends : .breaksOff(isAfterEscape: true)
    }
    let isEightBitEnd = byte == 0x9C && (isLatin || last == 0xC2)
    isEmpty = false
    last = byte
    switch byte {
    case 0x07, 0x18, 0x1A: return .ends
    case 0x1B: isAfterEscape = true
    default: break
    }
    return isEightBitEnd ? .ends : .goesOn
  }

  /// A text without the control strings that begin and end in it; one without an end stays.
  package static func removed(from bytes: [UInt8], isLatin: Bool = false) -> [UInt8] {
    guard bytes.contains(0x1B) else { return bytes }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let end = end(of: bytes, from: index, isLatin: isLatin) {
        index = end
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return kept
  }

  /// The place behind a string that begins at one; nil where none begins, or it has no end.
  private static func end(of bytes: [UInt8], from start: Int, isLatin: Bool) -> Int? {
    guard bytes[start] == 0x1B, start + 1 < bytes.count, begins(behindEscape: bytes[start + 1])
    else { return nil }
    var string = ControlString()
    for index in (start + 2)..<bytes.count {
      switch string.advance(bytes[index], isLatin: isLatin) {
      case .goesOn: continue
      case .ends: return index + 1
      case .breaksOff: return nil
      }
    }
    return nil
  }
}
