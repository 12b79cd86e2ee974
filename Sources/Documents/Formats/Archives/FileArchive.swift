import Migration

/// A ZIP archive of files, such as the answers of many computers; workbooks are none.
package struct FileArchive: Sendable {
  /// One file in it.
  package struct File: Hashable, Sendable {
    /// Its name without folders.
    package var name: String
    /// When it was written, in the local time of whoever packed it; nil where it does not say.
    package var moment: Moment?
    fileprivate let entry: ZipArchive.Entry
  }

  /// The files, folders and hidden ones left out, in the order of the archive.
  package let files: [File]
  private let archive: ZipArchive

  /// Opens an archive; nil for bytes that are none, or a workbook.
  package init?(_ bytes: [UInt8]) {
    var limits = WorkbookLimits()
    limits.entries = 100_000
    limits.entryBytes = 64 << 20
    guard let archive = try? ZipArchive(bytes, limits: limits),
      archive.entry("[Content_Types].xml") == nil
    else { return nil }
    self.archive = archive
    files = archive.entries.compactMap { entry in
      let name = String(entry.name.split { $0 == "/" || $0 == "\\" }.last ?? "")
      guard !entry.name.hasSuffix("/"), !name.isEmpty, !name.hasPrefix("."),
        !entry.name.hasPrefix("__MACOSX/")
      else { return nil }
      return File(name: name, moment: entry.moment, entry: entry)
    }
  }

  /// The bytes of a file; nil where it is damaged.
  package func bytes(of file: File) -> [UInt8]? { try? archive.unpack(file.entry) }
}

extension ZipArchive.Entry {
  /// The moment in its two numbers of MS-DOS: years from 1980, days, minutes.
  fileprivate var moment: Moment? {
    let (date, time) = (written >> 16, written & 0xFFFF)
    guard let day = Day(year: 1980 + (date >> 9), month: (date >> 5) & 15, day: date & 31) else {
      return nil
    }
    return Moment(day: day, minute: (time >> 11) * 60 + ((time >> 5) & 63))
  }
}
