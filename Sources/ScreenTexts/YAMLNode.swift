/// What a YAML file holds, as far as words need it.
struct YAMLNode {
  indirect enum Content {
    /// Words as written, whatever they look like; plain ones stand between no quotation marks and in
    /// no block.
    case scalar(String, isPlain: Bool)
    case map([(key: YAMLNode, value: YAMLNode)])
    /// A list, which no screen has.
    case other
  }

  var content: Content
  /// The line and the column where it starts, from 1, in Unicode scalars.
  var line: Int
  var column: Int

  /// The words, where it is a scalar.
  var words: String? {
    if case .scalar(let words, _) = content { words } else { nil }
  }
}
