/// A JSON value, as far as the answers of other programs need it.
indirect enum JSONValue {
  case null
  case truth(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case record([(name: String, value: JSONValue)])

  /// The value of a name; the first where it stands twice.
  subscript(_ name: String) -> JSONValue? {
    guard case .record(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.value
  }

  /// The text, where it is one.
  var text: String? {
    if case .text(let text) = self { return text }
    return nil
  }

  /// The whole number, also where it is written as a text.
  var integer: Int? {
    switch self {
    case .number(let number): Int(exactly: number)
    case .text(let text): Int(text)
    default: nil
    }
  }

  var truth: Bool? {
    switch self {
    case .truth(let value): value
    case .number(let number): number != 0
    default: nil
    }
  }
}

/// Reads JSON from bytes. Nothing is refused that can be understood: commas may be missing or too
/// many, and an unknown word is null.
struct JSONReader {
  private let run: ByteRun
  private(set) var position: Int
  /// True once the bytes ended inside a value.
  private(set) var isCutOff = false

  /// The deepest nesting that is followed.
  private static let deepest = 64

  init(_ run: ByteRun, at position: Int) {
    self.run = run
    self.position = position
  }

  /// The next value; nil where none begins.
  mutating func value(depth: Int = 0) -> JSONValue? {
    skipBlanks()
    guard position < run.count else {
      isCutOff = true
      return nil
    }
    guard depth < Self.deepest else { return nil }
    switch run[position] {
    case UInt8(ascii: "{"): return record(depth: depth)
    case UInt8(ascii: "["): return list(depth: depth)
    case UInt8(ascii: "\""): return string().map(JSONValue.text)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return word()
    default: return nil
    }
  }

  private mutating func record(depth: Int) -> JSONValue? {
    position += 1
    var fields: [(name: String, value: JSONValue)] = []
    while true {
      skipBlanks()
      guard position < run.count else {
        isCutOff = true
        return nil
      }
      if run[position] == UInt8(ascii: "}") {
        position += 1
        return .record(fields)
      }
      guard run[position] == UInt8(ascii: "\""), let name = string() else { return nil }
      skipBlanks()
      guard position < run.count else {
        isCutOff = true
        return nil
      }
      guard run[position] == UInt8(ascii: ":") else { return nil }
      position += 1
      guard let value = value(depth: depth + 1) else { return nil }
      fields.append((name, value))
    }
  }

  private mutating func list(depth: Int) -> JSONValue? {
    position += 1
    var values: [JSONValue] = []
    while true {
      skipBlanks()
      guard position < run.count else {
        isCutOff = true
        return nil
      }
      if run[position] == UInt8(ascii: "]") {
        position += 1
        return .list(values)
      }
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
    }
  }

  private mutating func string() -> String? {
    let start = position + 1
    position = start
    var bytes: [UInt8] = []
    while position < run.count {
      let byte = run[position]
      position += 1
      if byte == UInt8(ascii: "\"") {
        return bytes.withUnsafeBufferPointer { ByteRun($0)?.text ?? "" }
      }
      if byte != UInt8(ascii: "\\") {
        bytes.append(byte)
        continue
      }
      guard position < run.count else { break }
      let escaped = run[position]
      position += 1
      switch escaped {
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "b"): bytes.append(0x08)
      case UInt8(ascii: "f"): bytes.append(0x0C)
      case UInt8(ascii: "u"): appendUnicode(to: &bytes)
      default: bytes.append(escaped)
      }
    }
    isCutOff = true
    return nil
  }

  private mutating func appendUnicode(to bytes: inout [UInt8]) {
    guard let first = hexadecimal() else { return }
    var code = first
    if (0xD800..<0xDC00).contains(first), position + 1 < run.count,
      run[position] == UInt8(ascii: "\\"), run[position + 1] == UInt8(ascii: "u")
    {
      let before = position
      position += 2
      if let second = hexadecimal(), (0xDC00..<0xE000).contains(second) {
        code = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      } else {
        position = before
      }
    }
    let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
    bytes.append(contentsOf: String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal() -> UInt32? {
    guard position + 4 <= run.count else { return nil }
    var value: UInt32 = 0
    for index in position..<(position + 4) {
      guard let digit = Character(Unicode.Scalar(run[index])).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    position += 4
    return value
  }

  private mutating func number() -> JSONValue? {
    let start = position
    scan: while position < run.count {
      switch run[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        position += 1
      default: break scan
      }
    }
    return Double(run.upTo(position).from(start).text).map(JSONValue.number)
  }

  private mutating func word() -> JSONValue {
    let start = position
    while position < run.count, run[position] &- UInt8(ascii: "a") < 26 { position += 1 }
    let word = run.upTo(position).from(start)
    if word.equals("true") { return .truth(true) }
    return word.equals("false") ? .truth(false) : .null
  }

  /// Passes blanks and commas.
  private mutating func skipBlanks() {
    while position < run.count,
      ByteRun.isBlank(run[position]) || run[position] == UInt8(ascii: ",")
    {
      position += 1
    }
  }
}
