extension ScreenFile {
  /// The greatest length of a file in bytes, far beyond any screen's words.
  package static let longest = 1 << 20
  /// The greatest number of texts in a file: anchors can multiply a short file beyond measure.
  package static let mostTexts = 2_000

  /// Reads a file's bytes; the path states the language and the screen.
  package init(path: String, bytes: [UInt8]) throws(ScreensError) {
    guard let name = ScreenFileName(path: path) else {
      throw ScreensError(file: path, reason: .misnamed)
    }
    guard bytes.count <= Self.longest else {
      throw ScreensError(file: path, reason: .tooLong(Self.longest))
    }
    // Editors of Windows put a byte order mark in front.
    let words = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard String(validating: words, as: UTF8.self) != nil else {
      throw ScreensError(file: path, reason: .notUTF8)
    }
    guard let root = try YAMLReader.document(in: Array(words), path: path),
      case .map(let sections) = root.content
    else {
      throw ScreensError(file: path, reason: .notSections)
    }
    var flattening = Flattener(path: path)
    try flattening.add(sections, under: "")
    self.init(
      path: path, language: name.language, screen: name.screen, entries: flattening.entries)
  }
}

/// The texts of nested maps under dotted keys.
private struct Flattener {
  typealias Pairs = [(key: YAMLNode, value: YAMLNode)]

  let path: String
  var entries: [ScreenFile.Entry] = []

  init(path: String) {
    self.path = path
  }

  mutating func add(_ map: Pairs, under prefix: String) throws(ScreensError) {
    for (name, value) in map {
      guard let part = name.words else { throw failure(.notText, at: name, key: prefix) }
      let key = prefix.isEmpty ? part : "\(prefix).\(part)"
      guard !part.contains(".") else { throw failure(.keyNotKebab, at: name, key: key) }
      switch value.content {
      case .scalar(let text, let isPlain):
        try append(.plain(Self.words(text, isPlain: isPlain)), key: key, at: name)
      case .map(let inner):
        if let plural = Self.plural(inner) {
          try append(plural, key: key, at: name)
        } else {
          guard !inner.isEmpty else { throw failure(.notText, at: name, key: key) }
          try add(inner, under: key)
        }
      case .other:
        throw failure(.notText, at: name, key: key)
      }
    }
  }

  private mutating func append(
    _ form: TextForm, key: String, at node: YAMLNode
  ) throws(ScreensError) {
    guard entries.count < ScreenFile.mostTexts else {
      throw failure(.tooManyTexts(ScreenFile.mostTexts), at: node, key: key)
    }
    entries.append(
      ScreenFile.Entry(
        key: key, form: form, line: node.line, column: node.column))
  }

  /// The plural that a map with the keys `one` and `other`, perhaps `zero`, and no more stands for.
  private static func plural(_ map: Pairs) -> TextForm? {
    var forms: [String: String] = [:]
    for (name, value) in map {
      guard let name = name.words, case .scalar(let text, let isPlain) = value.content else {
        return nil
      }
      forms[name] = words(text, isPlain: isPlain)
    }
    guard let one = forms["one"], let other = forms["other"] else { return nil }
    let zero = forms["zero"]
    guard forms.count == (zero == nil ? 2 : 3) else { return nil }
    return .plural(zero: zero, one: one, other: other)
  }

  /// The scalar as written; the ways to write nothing (`~`, `null`) are an empty text.
  private static func words(_ text: String, isPlain: Bool) -> String {
    isPlain && ["~", "null"].contains(text) ? "" : text
  }

  private func failure(
    _ reason: ScreensError.Reason, at node: YAMLNode, key: String
  ) -> ScreensError {
    ScreensError(file: path, line: node.line, column: node.column, key: key, reason: reason)
  }
}
