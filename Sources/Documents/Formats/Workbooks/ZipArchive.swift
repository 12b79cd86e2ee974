import CZlib

/// The files of a ZIP archive that lies in memory: stored or deflated, no ZIP64, no passwords.
///
/// Source: PKWARE's APPNOTE, sections 4.3 and 4.4. Every offset and length is checked against the file.
struct ZipArchive: Sendable {
  /// One file of the archive.
  struct Entry: Hashable, Sendable {
    var name: String
    var method: UInt16
    var packed: Int
    var unpacked: Int
    /// Where its local header begins.
    var header: Int
    /// The date (upper 16 bits) and the time as MS-DOS writes them.
    var written = 0
  }

  /// The files in the order of the directory.
  let entries: [Entry]
  private let bytes: [UInt8]
  private let limits: WorkbookLimits

  init(_ bytes: [UInt8], limits: WorkbookLimits) throws(TableFailure) {
    self.bytes = bytes
    self.limits = limits
    guard let end = ZipArchive.endOfDirectory(bytes) else { throw .damagedWorkbook }
    let count = ZipArchive.number16(bytes, end + 10)
    guard count <= limits.entries else { throw .workbookTooLarge(.entries) }
    var place = ZipArchive.number32(bytes, end + 16)
    var entries: [Entry] = []
    for _ in 0..<count {
      guard place + 46 <= bytes.count, ZipArchive.number32(bytes, place) == 0x0201_4B50 else {
        throw .damagedWorkbook
      }
      let nameLength = ZipArchive.number16(bytes, place + 28)
      let next =
        place + 46 + nameLength + ZipArchive.number16(bytes, place + 30)
        + ZipArchive.number16(bytes, place + 32)
      guard next <= bytes.count else { throw .damagedWorkbook }
      if ZipArchive.number16(bytes, place + 8) & 1 != 0 { throw .protectedWorkbook }
      entries.append(
        Entry(
          name: String(decoding: bytes[place + 46..<place + 46 + nameLength], as: UTF8.self),
          method: UInt16(ZipArchive.number16(bytes, place + 10)),
          packed: ZipArchive.number32(bytes, place + 20),
          unpacked: ZipArchive.number32(bytes, place + 24),
          header: ZipArchive.number32(bytes, place + 42),
          written: ZipArchive.number32(bytes, place + 12)))
      place = next
    }
    self.entries = entries
  }

  /// The file with a name, compared without regard to ASCII case as the packaging rules have it.
  func entry(_ name: String) -> Entry? {
    let name = name.lowercased()
    return entries.first { $0.name.lowercased() == name }
  }

  /// Unpacks a file, or with `most` only so many bytes of its beginning.
  ///
  /// The stated size is not believed: the limits are held while the bytes come.
  func unpack(_ entry: Entry, most: Int? = nil) throws(TableFailure) -> [UInt8] {
    let header = entry.header
    guard header + 30 <= bytes.count, ZipArchive.number32(bytes, header) == 0x0403_4B50 else {
      throw .damagedWorkbook
    }
    let start =
      header + 30 + ZipArchive.number16(bytes, header + 26)
      + ZipArchive.number16(bytes, header + 28)
    guard start <= bytes.count, entry.packed <= bytes.count - start else { throw .damagedWorkbook }
    let packed = start..<start + entry.packed
    switch entry.method {
    case 0:
      guard packed.count <= limits.entryBytes else { throw .workbookTooLarge(.bytes) }
      return Array(bytes[packed].prefix(most ?? .max))
    case 8: return try inflate(packed, expected: entry.unpacked, most: most)
    default: throw .damagedWorkbook
    }
  }

  private func inflate(
    _ packed: Range<Int>, expected: Int, most: Int?
  ) throws(TableFailure) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    // Negative window bits: raw deflate, as ZIP has it.
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else {
      throw .damagedWorkbook
    }
    defer { inflateEnd(&stream) }
    let allowed = min(
      limits.entryBytes, max(limits.ratioFrom, packed.count.multipliedOrMax(by: limits.ratio)))
    let enough = min(most ?? .max, allowed + 1)
    // A lying size costs one chunk of memory at most.
    let chunk = 1 << 18
    var output: [UInt8] = []
    output.reserveCapacity(min(expected, packed.count * 16, enough) + 1)
    var failure: TableFailure?
    bytes.withUnsafeBufferPointer { input in
      // zlib reads only from its input; the type has no const.
      let start = input.baseAddress.map { $0 + packed.lowerBound }
      stream.next_in = UnsafeMutablePointer(mutating: start)
      stream.avail_in = UInt32(packed.count)
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: chunk) { buffer in
        while output.count < enough {
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(chunk)
          let result = CZlib.inflate(&stream, Z_NO_FLUSH)
          let written = chunk - Int(stream.avail_out)
          output.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<written]))
          if result == Z_STREAM_END { return }
          if result != Z_OK || written == 0 {
            failure = .damagedWorkbook
            return
          }
        }
      }
    }
    if let failure { throw failure }
    if output.count > allowed {
      throw .workbookTooLarge(allowed == limits.entryBytes ? .bytes : .ratio)
    }
    if let most, output.count > most { output.removeLast(output.count - most) }
    return output
  }

  /// The end-of-directory record is the last thing in the file, but for a comment of up to 64 KB.
  private static func endOfDirectory(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    var place = bytes.count - 22
    let first = max(0, place - 65_535)
    while place >= first {
      if number32(bytes, place) == 0x0605_4B50 { return place }
      place -= 1
    }
    return nil
  }

  /// Little-endian numbers; the caller has checked that they are within the file.
  private static func number16(_ bytes: [UInt8], _ place: Int) -> Int {
    Int(bytes[place]) | Int(bytes[place + 1]) << 8
  }

  private static func number32(_ bytes: [UInt8], _ place: Int) -> Int {
    number16(bytes, place) | number16(bytes, place + 2) << 16
  }
}

extension Int {
  /// The product, or the largest number when it is larger.
  fileprivate func multipliedOrMax(by factor: Int) -> Int {
    let (product, isTooLarge) = multipliedReportingOverflow(by: factor)
    return isTooLarge ? .max : product
  }
}
