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
    for slot in slots(of: sorted.map(\.key)) { append(slot, to: &block) }
    return block + body
  }

  /// The slots in which the entries with these addresses are found.
  private static func slots(of addresses: [[UInt8]]) -> [Int] {
    var slots = Array(repeating: 0, count: TextTableBytes.slotCount(entries: addresses.count))
    for (index, address) in addresses.enumerated() {
      var slot = address.withUnsafeBufferPointer { TextTableBytes.hash($0) % slots.count }
      while slots[slot] != 0 { slot = (slot + 1) % slots.count }
      slots[slot] = index + 1
    }
    return slots
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
