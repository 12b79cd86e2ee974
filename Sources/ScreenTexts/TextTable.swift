/// The texts of one language as one block of bytes, found where they lie.
///
/// Nothing is unpacked when a table is made, so a table that is compiled into the program costs
/// nothing at its start. A lookup is one hash of the address and, nearly always, one comparison.
/// Whatever the bytes are, reading them never leaves the block: damage reads as a missing text.
///
/// The block, in bytes that are UTF-8 as a whole so that it can stand in a string literal:
/// a count of entries; for each entry, and once more for the end, where it starts in the body;
/// twice as many slots as entries; the body. A number is four digits of six bits, highest first, each
/// written as the ASCII character `0` (0x30) plus the digit. An entry is `screen/key=` and its text;
/// entries are in the order of their bytes. A slot holds the rank of an entry counted from 1, or 0: an
/// entry has the first slot that was free from the one that the hash of its address names on, round
/// the end. A plural text is three forms (zero, one, other), each behind a 0x1F, and an empty first one
/// means that there is no form for zero.
package struct TextTable: Sendable {
  /// The language of every text in the table.
  package let language: Language
  private let block: Block

  private enum Block: Sendable {
    case embedded(StaticString)
    case made([UInt8])
  }

  /// The table that `EmbedScreens` compiled into the program. Constant time.
  package init(language: Language, embedded: StaticString) {
    self.language = language
    block = .embedded(embedded)
  }

  /// The table in these bytes. Constant time; nothing is checked before it is read.
  package init(language: Language, bytes: [UInt8]) {
    self.language = language
    block = .made(bytes)
  }

  /// The number of texts.
  package var count: Int {
    withBytes { $0.entryCount }
  }

  /// The names of all screens that have a text here, each once, in the order of the table.
  package var screens: [String] {
    var names: [String] = []
    for (screen, _) in addresses where screen != names.last {
      names.append(screen)
    }
    return names
  }

  /// The keys of a screen's texts (`labels.first-name`), in the order of the table.
  package func keys(of screen: String) -> [String] {
    addresses.lazy.filter { $0.screen == screen }.map(\.key)
  }

  /// The text as it was written, or nil where the table has none.
  package func form(screen: String, key: String) -> TextForm? {
    withText(screen: screen, key: (key, "", "")) { $0.form }
  }

  /// The text with its arguments filled in, or nil where the table has none.
  ///
  /// The argument `count` chooses among the forms of a plural text: `1` the one, `0` the zero if
  /// it is there, anything else, and no argument at all, the other.
  package func text(
    screen: String, key: String, arguments: [String: String] = [:]
  ) -> String? {
    text(screen: screen, key: (key, "", ""), arguments: arguments)
  }

  /// The text whose key is put together from parts, without a String for the whole of it.
  func text(
    screen: String, key: TextKeyParts, arguments: [String: String] = [:]
  ) -> String? {
    withText(screen: screen, key: key) { text in
      let count = text.isPlural ? arguments["count"] : nil
      return TextTemplate.fill(text.wording(for: count), with: arguments)
    }
  }

  private var addresses: [(screen: String, key: String)] {
    withBytes { bytes in
      (0..<bytes.entryCount).compactMap { bytes.address(of: $0) }
    }
  }

  private func withText<Result>(
    screen: String, key: TextKeyParts, _ use: (StoredText) -> Result
  ) -> Result? {
    let count =
      screen.utf8.count + key.0.utf8.count + key.1.utf8.count + key.2.utf8.count + 2
    // Texts are looked up some fifty times a frame: the address needs no memory of its own.
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { address in
      let slash = address.initialize(fromContentsOf: screen.utf8)
      address[slash] = TextTableBytes.slash
      var end = address[(slash + 1)...].initialize(fromContentsOf: key.0.utf8)
      if !key.1.isEmpty { end = address[end...].initialize(fromContentsOf: key.1.utf8) }
      if !key.2.isEmpty { end = address[end...].initialize(fromContentsOf: key.2.utf8) }
      address[end] = TextTableBytes.equals
      return withBytes { bytes in
        bytes.text(at: UnsafeBufferPointer(address)).map { use(StoredText(bytes: $0)) }
      }
    }
  }

  private func withBytes<Result>(_ use: (TextTableBytes) -> Result) -> Result {
    switch block {
    case .embedded(let literal): literal.withUTF8Buffer { use(TextTableBytes($0)) }
    case .made(let bytes): bytes.withUnsafeBufferPointer { use(TextTableBytes($0)) }
    }
  }
}

/// A key in three parts, of which the later ones may be empty: a section, a name that code has, what it
/// is of that.
typealias TextKeyParts = (String, String, String)
