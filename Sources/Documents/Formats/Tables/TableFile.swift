/// A file that holds one table as text, or several as the sheets of a workbook.
package struct TableFile: Sendable {
  /// What kind of file it is, by its first bytes.
  package enum Kind: Sendable {
    /// Text, or anything else that is no workbook.
    case text
    /// A ZIP archive, as `.xlsx` is.
    case workbook
    /// A compound file, as `.xls` is, and an `.xlsx` with a password.
    case compound
  }

  private let bytes: [UInt8]
  private let workbook: Workbook?
  private let reading: Table.Reading

  /// The kind of a file that begins like this; eight bytes are enough.
  package static func kind(of head: Span<UInt8>) -> Kind {
    head.withUnsafeBufferPointer { head in
      if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .workbook }
      let isCompound = head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
      return isCompound ? .compound : .text
    }
  }

  /// Opens a file; a workbook's directory and its texts are read, its sheets not yet.
  package init(
    _ bytes: [UInt8], reading: Table.Reading = Table.Reading(),
    limits: WorkbookLimits = WorkbookLimits()
  ) throws(TableFailure) {
    self.bytes = bytes
    self.reading = reading
    switch TableFile.kind(of: bytes.span) {
    case .text: workbook = nil
    case .workbook: workbook = try Workbook(bytes, limits: limits)
    case .compound:
      throw TableFile.isProtected(bytes) ? .protectedWorkbook : .oldWorkbook
    }
  }

  /// The table of a text, or the first sheet whose beginning passes; nil when no sheet does.
  package func table(
    where passes: ([Table.Row]) -> Bool
  ) throws(TableFailure) -> Table? {
    guard let place = try sheet(where: passes) else {
      return workbook == nil ? Table(bytes, reading: reading) : nil
    }
    return try workbook.map { (book) throws(TableFailure) in Table(try book.sheet(place)) }
  }

  /// Whether the beginning of the text, or of one of the sheets, passes.
  package func contains(where passes: ([Table.Row]) -> Bool) throws(TableFailure) -> Bool {
    if workbook != nil { return try sheet(where: passes) != nil }
    return Table.mayBeText(bytes) && passes(Table(bytes, reading: reading).sample)
  }

  /// The first sheet with anything in it; the table of a text.
  func firstTable() throws(TableFailure) -> Table {
    if let table = try table(where: { !$0.isEmpty }) { return table }
    return Table([], reading: reading)
  }

  private func sheet(where passes: ([Table.Row]) -> Bool) throws(TableFailure) -> Int? {
    guard let workbook else { return nil }
    for place in workbook.sheetNames.indices {
      let beginning = Table(try workbook.sheet(place, mostRows: 50))
      if passes(beginning.sample) { return place }
    }
    return nil
  }

  /// A compound file that holds an encrypted package names that stream in its directory.
  private static func isProtected(_ bytes: [UInt8]) -> Bool {
    let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let first: UInt8 = 0x45
    return bytes.indices.contains { index in
      bytes[index] == first && bytes[index...].starts(with: name)
    }
  }
}
