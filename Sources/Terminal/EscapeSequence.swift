import Canvas

/// Keys in escape sequences of ECMA-48 and xterm (`ctlseqs`) that a terminal sends against its
/// terminfo entry, and the extended keys of modifyOtherKeys.
enum EscapeSequence {
  /// What a control sequence means.
  enum Meaning: Equatable {
    case key(Key)
    case pasteStart
    case nothing
  }

  /// The meaning of CSI, parameters and a final byte.
  static func control(parameters: [UInt8], final: UInt8) -> Meaning {
    guard let numbers = numbers(parameters) else { return .nothing }
    switch final {
    case UInt8(ascii: "~"):
      if numbers.first == 200 { return .pasteStart }
      if numbers.first == 27, numbers.count == 3 { return typed(numbers[2], modifier: numbers[1]) }
      return numbers.first.flatMap(numbered).map(Meaning.key) ?? .nothing
    case UInt8(ascii: "u"):
      guard let code = numbers.first else { return .nothing }
      return typed(code, modifier: numbers.count > 1 ? numbers[1] : 1)
    case UInt8(ascii: "Z"): return .key(.backTab)
    case UInt8(ascii: "R") where numbers.first != 1 && !numbers.isEmpty:
      return .nothing  // an answer that tells where the cursor is
    default: return singleShift(final, isKeypad: false).map(Meaning.key) ?? .nothing
    }
  }

  /// The key of SS3 and a byte, or of CSI and a final byte.
  static func singleShift(_ byte: UInt8, isKeypad: Bool = true) -> Key? {
    switch byte {
    case UInt8(ascii: "A"): return .up
    case UInt8(ascii: "B"): return .down
    case UInt8(ascii: "C"): return .right
    case UInt8(ascii: "D"): return .left
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "P")...UInt8(ascii: "S"): return .function(Int(byte) - 0x4F)
    case UInt8(ascii: "M") where isKeypad: return .enter
    case UInt8(ascii: "X") where isKeypad: return .character("=")
    case UInt8(ascii: "j")...UInt8(ascii: "y") where isKeypad:
      return .character(Unicode.Scalar(byte - 0x40))
    default: return nil
    }
  }

  /// The place of a click in the oldest mouse report: button, column and row, each with 32 added
  /// and places from 1; nil for all but a press of the first button.
  static func click(_ bytes: [UInt8]) -> Point? {
    guard bytes.count == 3, bytes[0] == 32, bytes[1] > 32, bytes[2] > 32 else { return nil }
    return Point(row: Int(bytes[2]) - 33, column: Int(bytes[1]) - 33)
  }

  /// F1 to F5 of the Linux console: CSI, `[` and a letter.
  static func consoleFunction(_ byte: UInt8) -> Key? {
    (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(byte) ? .function(Int(byte) - 0x40) : nil
  }

  /// The key of CSI, a number and `~`.
  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...24: .function(number - 12)
    default: nil
    }
  }

  /// A character with modifiers: bits of the modifier less 1 are Shift, Alt, Control.
  private static func typed(_ code: Int, modifier: Int) -> Meaning {
    let bits = modifier - 1
    switch code {
    case 9: return .key(bits & 1 != 0 ? .backTab : .tab)
    case 13: return .key(.enter)
    case 27: return .key(.escape)
    case 127: return .key(bits & 2 != 0 ? .alt("\u{7F}") : .backspace)
    default: break
    }
    guard code >= 0x20, !(0x7F..<0xA0).contains(code), let scalar = Unicode.Scalar(UInt32(code))
    else { return .nothing }
    if bits & 4 != 0 { return .key(.control(lowercased(scalar))) }
    return .key(bits & 2 != 0 ? .alt(scalar) : .character(scalar))
  }

  private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let isCapital = ("A"..."Z").contains(scalar)
    return isCapital ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar
  }

  /// Numbers between semicolons; nil when the parameters are private or too large.
  private static func numbers(_ parameters: [UInt8]) -> [Int]? {
    if parameters.isEmpty { return [] }
    var numbers = [0]
    for byte in parameters {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let number = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
        guard number <= 0x10FFFF else { return nil }
        numbers[numbers.count - 1] = number
      case UInt8(ascii: ";"), UInt8(ascii: ":"): numbers.append(0)
      default: return nil
      }
    }
    return numbers
  }
}
