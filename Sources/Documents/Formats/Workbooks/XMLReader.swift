/// Reads the XML of a workbook's parts, one event after another, out of UTF-8 in memory.
///
/// Elements, attributes, text, CDATA, the five named entities and character references; comments and
/// processing instructions are passed over. A document type is refused: it is where entities come
/// from, and no workbook has one. Names lose their prefix. Not a validating reader: it stops where the
/// text stops being XML, and says so.
struct XMLReader {
  /// What was read.
  enum Event: Equatable {
    /// An element begins; `isEmpty` when it ends at once, and then no `end` follows.
    case start(isEmpty: Bool)
    case end
    /// Text is in `text`.
    case text
    /// Nothing follows, in order or not.
    case finished(isWhole: Bool)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  /// The local name of the present element, as a range of the bytes.
  private(set) var name = 0..<0
  /// The attributes of the present element, as a range of the bytes.
  private var attributes = 0..<0
  /// The text of the last text event, entities replaced; cleared by each of them.
  private(set) var text: [UInt8] = []
  private var depth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { place = 3 }
  }

  /// The next event. O(its bytes).
  mutating func next() -> Event {
    let count = bytes.count
    while place < count {
      if bytes[place] != 0x3C {
        readText()
        return .text
      }
      if matches("<?", at: place) {
        guard skip(past: "?>", from: place + 2) else { return .finished(isWhole: false) }
      } else if matches("<!--", at: place) {
        guard skip(past: "-->", from: place + 4) else { return .finished(isWhole: false) }
      } else if matches("<![CDATA[", at: place) {
        let start = place + 9
        guard skip(past: "]]>", from: start) else { return .finished(isWhole: false) }
        text.removeAll(keepingCapacity: true)
        text.append(contentsOf: bytes[start..<place - 3])
        return .text
      } else if matches("<!", at: place) {
        return fail()
      } else {
        return readTag()
      }
    }
    return .finished(isWhole: depth == 0)
  }

  /// Whether the present element has a local name.
  func isNamed(_ word: StaticString) -> Bool {
    guard name.count == word.utf8CodeUnitCount else { return false }
    return matches(word, at: name.lowerBound)
  }

  /// The value of an attribute of the element that has just begun, by its local name; nil for none.
  func attribute(_ word: StaticString) -> [UInt8]? {
    var found: [UInt8]?
    eachAttribute { name, value in
      guard name.count == word.utf8CodeUnitCount, matches(word, at: name.lowerBound) else {
        return true
      }
      var text: [UInt8] = []
      XMLReader.replaceEntities(UnsafeBufferPointer(rebasing: bytes[value]), to: &text)
      found = text
      return false
    }
    return found
  }

  // MARK: - Tags

  private mutating func readTag() -> Event {
    let isEnd = place + 1 < bytes.count && bytes[place + 1] == 0x2F
    var index = place + (isEnd ? 2 : 1)
    let start = index
    while index < bytes.count, !XMLReader.endsName(bytes[index]) { index += 1 }
    name = local(start..<index)
    guard !name.isEmpty else { return fail() }
    let attributesStart = index
    // The end of the tag is the first `>` outside quotes.
    var quote: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        break
      }
      index += 1
    }
    guard index < bytes.count else { return fail() }
    let isEmpty = !isEnd && bytes[index - 1] == 0x2F
    attributes = attributesStart..<max(attributesStart, isEmpty ? index - 1 : index)
    place = index + 1
    if isEnd {
      depth -= 1
      return depth < 0 ? fail() : .end
    }
    if !isEmpty { depth += 1 }
    return .start(isEmpty: isEmpty)
  }

  private func eachAttribute(_ body: (Range<Int>, Range<Int>) -> Bool) {
    var index = attributes.lowerBound
    let end = attributes.upperBound
    while index < end {
      while index < end, XMLReader.isBlank(bytes[index]) { index += 1 }
      let start = index
      while index < end, bytes[index] != 0x3D, !XMLReader.isBlank(bytes[index]) { index += 1 }
      let name = local(start..<index)
      while index < end, bytes[index] != 0x22, bytes[index] != 0x27 { index += 1 }
      guard index < end else { return }
      let quote = bytes[index]
      index += 1
      let valueStart = index
      while index < end, bytes[index] != quote { index += 1 }
      if !body(name, valueStart..<index) { return }
      index += 1
    }
  }

  /// A name without its prefix.
  private func local(_ name: Range<Int>) -> Range<Int> {
    guard let colon = bytes[name].lastIndex(of: 0x3A) else { return name }
    return colon + 1..<name.upperBound
  }

  // MARK: - Text

  private mutating func readText() {
    var end = place
    while end < bytes.count, bytes[end] != 0x3C { end += 1 }
    text.removeAll(keepingCapacity: true)
    XMLReader.replaceEntities(UnsafeBufferPointer(rebasing: bytes[place..<end]), to: &text)
    place = end
  }

  private static func replaceEntities(
    _ raw: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]
  ) {
    guard raw.contains(0x26) else {
      text.append(contentsOf: raw)
      return
    }
    var index = 0
    while index < raw.count {
      guard raw[index] == 0x26,
        let end = raw[index...].prefix(12).firstIndex(of: 0x3B),
        let scalar = entity(raw[index + 1..<end])
      else {
        text.append(raw[index])
        index += 1
        continue
      }
      text.append(contentsOf: String(Character(scalar)).utf8)
      index = end + 1
    }
  }

  private static func entity(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> UnicodeScalar? {
    switch String(decoding: name, as: UTF8.self) {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    case let text where text.hasPrefix("#x"):
      UInt32(text.dropFirst(2), radix: 16).flatMap(UnicodeScalar.init)
    case let text where text.hasPrefix("#"): UInt32(text.dropFirst()).flatMap(UnicodeScalar.init)
    default: nil
    }
  }

  // MARK: - Bytes

  private mutating func fail() -> Event {
    place = bytes.count
    depth = -1
    return .finished(isWhole: false)
  }

  private func matches(_ word: StaticString, at index: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard index + length <= bytes.count else { return false }
    for offset in 0..<length where bytes[index + offset] != word.utf8Start[offset] { return false }
    return true
  }

  private mutating func skip(past word: StaticString, from start: Int) -> Bool {
    var index = start
    while index < bytes.count {
      if matches(word, at: index) {
        place = index + word.utf8CodeUnitCount
        return true
      }
      index += 1
    }
    _ = fail()
    return false
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == 0x2F || byte == 0x3E || byte == 0x3C
  }
}
