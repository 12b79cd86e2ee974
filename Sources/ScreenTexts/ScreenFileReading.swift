import Yams

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
    guard let yaml = String(validating: words, as: UTF8.self) else {
      throw ScreensError(file: path, reason: .notUTF8)
    }
    guard let root = try Self.node(in: yaml, path: path), case .mapping(let sections) = root else {
      throw ScreensError(file: path, reason: .notSections)
    }
    var flattening = Flattening(path: path)
    try flattening.add(sections, under: "")
    self.init(
      path: path, language: name.language, screen: name.screen, entries: flattening.entries)
  }

  private static func node(in yaml: String, path: String) throws(ScreensError) -> Node? {
    do {
      // Without rules of its own: `no` is a word here, and 2.10 is not 2.1.
      return try compose(yaml: yaml, .basic)
    } catch let error as YamlError {
      throw ScreensError(error, file: path)
    } catch {
      throw ScreensError(file: path, reason: .notYAML("\(error)"))
    }
  }
}

/// The texts of nested maps under dotted keys.
private struct Flattening {
  let path: String
  var entries: [ScreenFile.Entry] = []

  init(path: String) {
    self.path = path
  }

  mutating func add(_ map: Node.Mapping, under prefix: String) throws(ScreensError) {
    for (name, value) in map {
      guard case .scalar(let scalar) = name else {
        throw failure(.notText, at: name, key: prefix)
      }
      let key = prefix.isEmpty ? scalar.string : "\(prefix).\(scalar.string)"
      guard !scalar.string.contains(".") else { throw failure(.keyNotKebab, at: name, key: key) }
      switch value {
      case .scalar(let text):
        try append(.plain(Self.words(of: text)), key: key, at: name)
      case .mapping(let inner):
        if let plural = Self.plural(inner) {
          try append(plural, key: key, at: name)
        } else {
          guard !inner.isEmpty else { throw failure(.notText, at: name, key: key) }
          try add(inner, under: key)
        }
      case .sequence, .alias:
        throw failure(.notText, at: name, key: key)
      }
    }
  }

  private mutating func append(
    _ form: TextForm, key: String, at node: Node
  ) throws(ScreensError) {
    guard entries.count < ScreenFile.mostTexts else {
      throw failure(.tooManyTexts(ScreenFile.mostTexts), at: node, key: key)
    }
    entries.append(
      ScreenFile.Entry(
        key: key, form: form, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1))
  }

  /// The plural that a map with the keys `one` and `other`, perhaps `zero`, and no more stands for.
  private static func plural(_ map: Node.Mapping) -> TextForm? {
    var forms: [String: String] = [:]
    for (name, value) in map {
      guard case .scalar(let name) = name, case .scalar(let value) = value else { return nil }
      forms[name.string] = words(of: value)
    }
    guard let one = forms["one"], let other = forms["other"] else { return nil }
    let zero = forms["zero"]
    guard forms.count == (zero == nil ? 2 : 3) else { return nil }
    return .plural(zero: zero, one: one, other: other)
  }

  /// The scalar as written; the ways to write nothing (`~`, `null`) are an empty text.
  private static func words(of scalar: Node.Scalar) -> String {
    scalar.style == .plain && ["~", "null"].contains(scalar.string) ? "" : scalar.string
  }

  private func failure(_ reason: ScreensError.Reason, at node: Node, key: String) -> ScreensError {
    ScreensError(
      file: path, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, key: key,
      reason: reason)
  }
}

extension ScreensError {
  fileprivate init(_ error: YamlError, file: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(file: file, line: mark.line, column: mark.column, reason: .notYAML(problem))
    case .duplicatedKeysInMapping(let duplicates, let context):
      self.init(
        file: file, line: context.mark.line, column: context.mark.column,
        key: duplicates.first ?? "", reason: .keyTwice)
    case .reader(let problem, _, _, _):
      self.init(file: file, reason: .notYAML(problem))
    default:
      self.init(file: file, reason: .notYAML("\(error)"))
    }
  }
}
