import CYaml
import Glibc

/// Reads YAML with libyaml: one document of scalars and maps.
///
/// Scalars have no type: `no` is a word here, and 2.10 is not 2.1. An anchor stands for the node as
/// it was read, so that a short file that multiplies itself stays short in memory.
struct YAMLReader: ~Copyable {
  /// How deep maps and lists may lie in each other. libyaml follows them without an end, in a time
  /// that grows with the square of the depth.
  private static let deepest = 100

  private let path: String
  private let bytes: UnsafeBufferPointer<UInt8>
  /// At a fixed place, since it points into itself.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var anchors: [String: YAMLNode] = [:]

  /// Reads a file's one document; nil when there is none. The path is for what is wrong.
  static func document(in bytes: [UInt8], path: String) throws(ScreensError) -> YAMLNode? {
    try bytes.withUnsafeBufferPointer { bytes throws(ScreensError) in
      var reader = YAMLReader(bytes, path: path)
      return try reader.document()
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, path: String) {
    self.path = path
    self.bytes = bytes
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    // Where there is no memory for it, the first event says so.
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  private mutating func document() throws(ScreensError) -> YAMLNode? {
    // The stream's start, then the document's; there is none in a file of blanks and comments.
    _ = try next()
    guard case .other = try next().kind else { return nil }
    let root = try node(from: next(), depth: 0)
    _ = try next()
    let end = try next()
    guard case .streamEnd = end.kind else { throw failure(.secondDocument, at: end) }
    return root
  }

  /// The node that begins with an event.
  private mutating func node(from event: Event, depth: Int) throws(ScreensError) -> YAMLNode {
    var node = YAMLNode(content: .other, line: event.line, column: event.column)
    switch event.kind {
    case .alias(let name):
      guard let known = anchors[name] else { throw failure(.unknownAlias(name), at: event) }
      return known
    case .scalar(let words, let isPlain):
      node.content = .scalar(words, isPlain: isPlain)
    case .mapStart:
      node.content = .map(try pairs(from: event, depth: depth + 1))
    case .listStart:
      try skip(from: event, depth: depth + 1)
    case .end, .streamEnd, .other:
      break
    }
    if let anchor = event.anchor { anchors[anchor] = node }
    return node
  }

  private mutating func pairs(
    from start: Event, depth: Int
  ) throws(ScreensError) -> [(key: YAMLNode, value: YAMLNode)] {
    guard depth <= Self.deepest else { throw failure(.tooDeep(Self.deepest), at: start) }
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    var names: Set<String> = []
    var event = try next()
    while event.kind != .end {
      let key = try node(from: event, depth: depth)
      if let name = key.words, !names.insert(name).inserted {
        throw failure(.keyTwice, at: event, key: name)
      }
      let value = try node(from: next(), depth: depth)
      pairs.append((key, value))
      event = try next()
    }
    return pairs
  }

  /// Passes over a list with all that is in it.
  private mutating func skip(from start: Event, depth outer: Int) throws(ScreensError) {
    var depth = outer
    while depth >= outer {
      let event = try next()
      switch event.kind {
      case .listStart, .mapStart:
        depth += 1
        guard depth <= Self.deepest else { throw failure(.tooDeep(Self.deepest), at: event) }
      case .end: depth -= 1
      case .alias, .scalar, .streamEnd, .other: break
      }
      if let anchor = event.anchor {
        anchors[anchor] = YAMLNode(content: .other, line: event.line, column: event.column)
      }
    }
  }

  // MARK: Events

  /// What libyaml comes upon.
  private struct Event {
    enum Kind: Equatable {
      case scalar(String, isPlain: Bool)
      case alias(String)
      case mapStart
      case listStart
      /// Of a map or a list.
      case end
      case streamEnd
      case other
    }

    var kind: Kind
    var anchor: String?
    var line: Int
    var column: Int
  }

  private func next() throws(ScreensError) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { yaml_event_delete(&event) }
    let mark = event.start_mark
    var found = Event(
      kind: .other, anchor: nil, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let words = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      found.kind = .scalar(
        String(decoding: words, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
      found.anchor = Self.name(scalar.anchor)
    case YAML_ALIAS_EVENT:
      found.kind = .alias(Self.name(event.data.alias.anchor) ?? "")
    case YAML_MAPPING_START_EVENT:
      found.kind = .mapStart
      found.anchor = Self.name(event.data.mapping_start.anchor)
    case YAML_SEQUENCE_START_EVENT:
      found.kind = .listStart
      found.anchor = Self.name(event.data.sequence_start.anchor)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: found.kind = .end
    case YAML_STREAM_END_EVENT: found.kind = .streamEnd
    default: break
    }
    return found
  }

  private static func name(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    text.map { String(cString: $0) }
  }

  // MARK: What is wrong

  private func failure(
    _ reason: ScreensError.Reason, at event: Event, key: String = ""
  ) -> ScreensError {
    ScreensError(file: path, line: event.line, column: event.column, key: key, reason: reason)
  }

  /// What the parser reports.
  private func failure() -> ScreensError {
    let state = parser.pointee
    let problem =
      state.problem.map { String(cString: $0) } ?? String(cString: strerror(ENOMEM))
    var (line, column) = (Int(state.problem_mark.line) + 1, Int(state.problem_mark.column) + 1)
    if state.error == YAML_READER_ERROR {
      // It knows the byte alone.
      let before = bytes.prefix(Int(state.problem_offset))
      let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      line = before.count { $0 == 0x0A } + 1
      column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
    }
    return ScreensError(file: path, line: line, column: column, reason: .notYAML(problem))
  }
}
