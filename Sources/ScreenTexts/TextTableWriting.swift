extension TextTable {
  /// The table of everything that these files say; a later file wins over an earlier one.
  package init(language: Language, files: [ScreenFile]) {
    self.init(language: language, bytes: Self.bytes(of: files))
  }

  /// The block of bytes that holds the texts of these files, in the layout of `TextTable`.
  package static func bytes(of files: [ScreenFile]) -> [UInt8] {
    var texts: [[UInt8]: TextForm] = [:]
    for file in files {
      for entry in file.entries {
        texts[Array("\(file.screen)/\(entry.key)=".utf8)] = entry.form
      }
    }
    let sorted = texts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var block: [UInt8] = []
    var body: [UInt8] = []
    append(sorted.count, to: &block)
    for (address, form) in sorted {
      append(body.count, to: &block)
      body.append(contentsOf: address)
      append(form, to: &body)
    }
    append(body.count, to: &block)
    return block + body
  }

  private static func append(_ number: Int, to block: inout [UInt8]) {
    for shift in stride(from: 6 * (TextTableBytes.digitsOfNumber - 1), through: 0, by: -6) {
      block.append(TextTableBytes.digitZero + UInt8(number >> shift & 63))
    }
  }

  private static func append(_ form: TextForm, to body: inout [UInt8]) {
    switch form {
    case .plain(let text):
      body.append(contentsOf: text.utf8)
    case .plural(let zero, let one, let other):
      for wording in [zero ?? "", one, other] {
        body.append(StoredText.separator)
        body.append(contentsOf: wording.utf8)
      }
    }
  }
}
