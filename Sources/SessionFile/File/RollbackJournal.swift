/// A rollback journal by its bytes: the pages of a file as they were before a transaction.
///
/// Read without SQLite, which would play it back, or delete it, as soon as it looks. Source: the
/// SQLite file format, section 3, "The Rollback Journal".
struct RollbackJournal: Equatable {
  /// A page as it was.
  struct Page: Equatable {
    /// Its number, from 1.
    var number: Int
    /// Where its bytes begin in the journal.
    var offset: Int
  }

  /// The number that SQLite drew for it.
  var number: Int
  /// Bytes of a page.
  var pageSize: Int
  /// Pages of the file before the transaction.
  var pageCount: Int
  /// The pages that go back, in the order in which they do.
  var pages: [Page]
  /// Whether a page is missing, or is not as it was written, of those that have to be there.
  var isCut: Bool
  /// The bytes of the journal.
  let bytes: [UInt8]

  private static let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
  /// Bytes of a header that mean something; the rest fills the sector.
  private static let headerSize = 28

  /// Whether the bytes are the beginning of a header, so that no page was in the journal yet and the
  /// file is as it was.
  static func isEmpty(_ bytes: [UInt8]) -> Bool {
    bytes.count < headerSize && bytes.prefix(8).elementsEqual(magic.prefix(bytes.count))
  }

  /// Reads a journal as SQLite plays it back; nil where it has no header.
  init?(_ bytes: [UInt8]) {
    guard let first = Header(bytes, at: 0), first.isSound else { return nil }
    self.bytes = bytes
    number = Int(first.seed)
    (pageSize, pageCount, pages, isCut) = (first.pageSize, first.pageCount, [], false)
    var place = 0
    while let header = Header(bytes, at: place) {
      place += first.sectorSize
      let end = header.recordCount.map { place + $0 * recordSize } ?? bytes.count
      while place < end, header.recordCount != nil || place + recordSize <= bytes.count {
        guard let page = page(at: place, header.seed) else {
          isCut = true
          return
        }
        if page.number <= pageCount { pages.append(page) }
        place += recordSize
      }
      place = (place + first.sectorSize - 1) / first.sectorSize * first.sectorSize
    }
  }

  /// The file as it was before the transaction.
  func playedBack(on file: [UInt8]) -> [UInt8] {
    let size = pageSize * pageCount
    var result = Array(file.prefix(size))
    result.append(contentsOf: repeatElement(0, count: size - result.count))
    for page in pages {
      let start = (page.number - 1) * pageSize
      result.replaceSubrange(
        start..<start + pageSize, with: bytes[page.offset..<page.offset + pageSize])
    }
    return result
  }

  private var recordSize: Int { pageSize + 8 }

  /// The page of a record; nil where it is cut or its sum is wrong.
  private func page(at place: Int, _ seed: UInt32) -> Page? {
    guard place + recordSize <= bytes.count else { return nil }
    let number = BigEndian.number(bytes, at: place)
    var sum = seed
    for offset in stride(from: pageSize - 200, to: 0, by: -200) {
      sum &+= UInt32(bytes[place + 4 + offset])
    }
    guard number > 0, Int(sum) == BigEndian.number(bytes, at: place + 4 + pageSize) else {
      return nil
    }
    return Page(number: number, offset: place + 4)
  }

  /// What stands at the head of each part of a journal.
  private struct Header {
    /// Records behind it that are on the disk for sure; nil for as many as there are.
    var recordCount: Int?
    var seed: UInt32
    var pageCount: Int
    var sectorSize: Int
    var pageSize: Int

    init?(_ bytes: [UInt8], at place: Int) {
      guard place + RollbackJournal.headerSize <= bytes.count,
        bytes[place..<place + 8].elementsEqual(RollbackJournal.magic)
      else { return nil }
      let count = BigEndian.number(bytes, at: place + 8)
      recordCount = count == 0xFFFF_FFFF ? nil : count
      seed = UInt32(BigEndian.number(bytes, at: place + 12))
      pageCount = BigEndian.number(bytes, at: place + 16)
      sectorSize = BigEndian.number(bytes, at: place + 20)
      pageSize = BigEndian.number(bytes, at: place + 24)
    }

    var isSound: Bool {
      (512...65_536).contains(pageSize) && pageSize & (pageSize - 1) == 0
        && (32...65_536).contains(sectorSize) && sectorSize & (sectorSize - 1) == 0
        && pageCount * pageSize < 1 << 36
    }
  }
}

/// Numbers as SQLite writes them.
enum BigEndian {
  /// Four bytes as a number.
  static func number(_ bytes: [UInt8], at place: Int) -> Int {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
